import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: the ladder of src/README.md. */
const mayImport: Record<string, string[]> = {
  schema: [],
  evidence: ['schema'],
  charts: ['schema'],
  publish: ['evidence', 'charts', 'schema'],
  library: ['evidence', 'charts', 'publish', 'schema'],
  components: ['library', 'evidence', 'charts', 'publish', 'schema'],
  layouts: ['components', 'library', 'evidence', 'schema', 'styles'],
  pages: ['layouts', 'components', 'library', 'evidence', 'charts', 'publish', 'schema'],
  desk: ['library', 'evidence', 'charts', 'publish', 'schema'],
};

/** Packages that only some rooms may use. */
const guarded: [RegExp, string[]][] = [
  [/^(astro:(content|assets)|virtual:.*)$/, ['library']],
  [/^node:fs/, ['library', 'desk']],
  [/^astro\/zod$/, ['schema', 'library']],
];

const bannedNames = /^(lib|utils?|helpers?|common|core|misc)$/;
const root = join(import.meta.dirname, '../../src');

type Import = { file: string; target: string };

function listImports(): Import[] {
  return (readdirSync(root, { recursive: true }) as string[])
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(ts|astro|mjs)$/.test(path))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const matches = text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g);
      return [...matches].map((match) => ({ file, target: match[1] ?? match[2] ?? '' }));
    });
}

const roomOf = (path: string) => path.split('/')[0] ?? '';

/** A sentence in house language, or undefined when the import is allowed. */
export function judgeImport({ file, target }: Import): string | undefined {
  const room = roomOf(file);
  const allowed = mayImport[room] ?? [];
  if (!target.startsWith('.')) {
    const rule = guarded.find(([pattern]) => pattern.test(target));
    return rule && !rule[1].includes(room) ? `src/${file} imports ${target}: only ${rule[1].join(' and ')} may.` : undefined;
  }
  const resolved = posix.join(posix.dirname(file), target);
  const targetRoom = roomOf(resolved);
  if (targetRoom === room || allowed.includes(targetRoom)) return undefined;
  return `src/${file} imports src/${resolved}: ${room} may import ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing of ours'}.`;
}

describe('the ladder', () => {
  it('is kept by every import', () => {
    const imports = listImports();
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap((entry) => judgeImport(entry) ?? [])).toEqual([]);
  });

  it('refuses an import upwards in house language', () => {
    expect(judgeImport({ file: 'charts/bars.ts', target: '../components/chart/Drawing.astro' })).toBe(
      'src/charts/bars.ts imports src/components/chart/Drawing.astro: charts may import only schema.',
    );
    expect(judgeImport({ file: 'charts/bars.ts', target: '../evidence/drift.ts' })).toContain('charts may import only schema');
    expect(judgeImport({ file: 'evidence/drift.ts', target: 'node:fs' })).toContain('only library and desk may');
    expect(judgeImport({ file: 'schema/value.ts', target: '../evidence/drift.ts' })).toContain('nothing of ours');
  });

  it('knows every room of src', () => {
    const rooms = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.filter((room) => room !== 'styles' && !(room in mayImport))).toEqual([]);
  });

  it('names no room after nothing', () => {
    const folders = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    expect(folders.filter((folder) => bannedNames.test(folder.split(sep).at(-1) ?? ''))).toEqual([]);
  });
});
