import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms may import which: the ladder of src/README.md. */
const mayImport: Record<string, string[]> = {
  schema: [],
  evidence: ['schema'],
  charts: ['schema'],
  publish: ['evidence', 'charts', 'schema'],
  library: ['evidence', 'charts', 'publish', 'schema'],
  drawings: ['library', 'evidence', 'charts', 'publish', 'schema'],
  site: ['drawings', 'library', 'evidence', 'charts', 'publish', 'schema'],
  plugins: ['library', 'evidence', 'schema'],
  components: ['site', 'drawings', 'library', 'evidence', 'charts', 'publish', 'schema'],
  layouts: ['components', 'site', 'library', 'evidence', 'schema', 'styles'],
  pages: [
    'layouts',
    'components',
    'site',
    'drawings',
    'library',
    'evidence',
    'charts',
    'publish',
    'schema',
  ],
  desk: ['plugins', 'site', 'drawings', 'library', 'evidence', 'charts', 'publish', 'schema'],
};

/** Packages that only some rooms may use. */
const guarded: [RegExp, string[]][] = [
  [/^(astro:(content|assets)|virtual:.*)$/, ['site']],
  [/^node:fs/, ['library', 'drawings', 'site', 'plugins', 'desk']],
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
      const matches = text.matchAll(
        /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
      );
      return [...matches].map((match) => ({ file, target: match[1] ?? match[2] ?? '' }));
    });
}

const roomOf = (path: string) => path.split('/')[0] ?? '';

/** Returns a sentence about a forbidden import, or undefined if it is allowed. */
export function judgeImport({ file, target }: Import): string | undefined {
  const room = roomOf(file);
  const allowed = mayImport[room] ?? [];
  if (!target.startsWith('.')) {
    const rule = guarded.find(([pattern]) => pattern.test(target));
    return rule && !rule[1].includes(room)
      ? `src/${file} imports ${target}: only ${rule[1].join(' and ')} may.`
      : undefined;
  }
  const resolved = posix.join(posix.dirname(file), target);
  const targetRoom = roomOf(resolved);
  if (targetRoom === room || allowed.includes(targetRoom)) return undefined;
  return `src/${file} imports src/${resolved}: ${room} may import ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing of ours'}.`;
}

/**
 * Finds files that import each other, over any number of steps: each cycle once, as its files in
 * order.
 */
function findCircles(imports: Map<string, string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]) => {
    const seen = way.indexOf(file);
    if (seen !== -1) return void circles.push(way.slice(seen));
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

describe('the ladder', () => {
  it('is kept by every import', () => {
    const imports = listImports();
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap((entry) => judgeImport(entry) ?? [])).toEqual([]);
  });

  it('refuses an import upwards in house language', () => {
    expect(
      judgeImport({ file: 'charts/bars.ts', target: '../components/chart/Drawing.astro' }),
    ).toBe(
      'src/charts/bars.ts imports src/components/chart/Drawing.astro: charts may import only schema.',
    );
    expect(judgeImport({ file: 'charts/bars.ts', target: '../evidence/drift.ts' })).toContain(
      'charts may import only schema',
    );
    expect(judgeImport({ file: 'evidence/drift.ts', target: 'node:fs' })).toContain(
      'only library and drawings and site and plugins and desk may',
    );
    expect(judgeImport({ file: 'schema/value.ts', target: '../evidence/drift.ts' })).toContain(
      'nothing of ours',
    );
  });

  it('knows every room of src', () => {
    const rooms = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.filter((room) => room !== 'styles' && !(room in mayImport))).toEqual([]);
  });

  it('has each name of a module and of a room once', () => {
    // The names of page files are addresses, and kinds of chart share names of modules.
    const modules = new Map<string, Set<string>>();
    const rooms = new Map<string, Set<string>>();
    for (const path of (readdirSync(root, { recursive: true }) as string[]).map((file) =>
      file.split(sep).join('/'),
    )) {
      if (path.startsWith('pages/') || !/\.(ts|mjs|astro)$/.test(path)) continue;
      const folder = posix.dirname(path);
      const name = posix.basename(path).replace(/\..*$/, '');
      const room = /^charts\/[^/]+$/.test(folder) ? 'charts' : folder;
      modules.set(name, (modules.get(name) ?? new Set()).add(room));
      rooms.set(
        posix.basename(folder),
        (rooms.get(posix.basename(folder)) ?? new Set()).add(folder),
      );
    }
    const twice = (names: Map<string, Set<string>>) =>
      [...names].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places]);
    expect(modules.size).toBeGreaterThan(200);
    expect(twice(modules)).toEqual([]);
    expect(twice(rooms)).toEqual([]);
  });

  it('imports in no circle', () => {
    const imports = new Map<string, string[]>();
    for (const { file, target } of listImports()) {
      if (!target.startsWith('.')) continue;
      const resolved = posix.join(posix.dirname(file), target);
      imports.set(file, [...(imports.get(file) ?? []), resolved]);
    }
    expect(findCircles(imports)).toEqual([]);
    expect(
      findCircles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual([['b', 'c']]);
  });

  it('names no room after nothing', () => {
    const folders = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    expect(folders.filter((folder) => bannedNames.test(folder.split(sep).at(-1) ?? ''))).toEqual(
      [],
    );
  });
});
