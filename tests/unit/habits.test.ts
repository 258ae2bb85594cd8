import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const house = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(house, path), 'utf8');
const { scripts, dependencies } = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies',
  Record<string, string>
>;

const papers = [
  '*.md',
  '.github/*.md',
  'docs/**/*.md',
  'content/README.md',
  'src/README.md',
].flatMap((pattern) => globSync(pattern, { cwd: house }));
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: house });
const decisions = globSync('docs/decisions/[0-9]*.md', { cwd: house }).sort();

/** Removes blocks of code, whose links are examples. */
const takeProse = (text: string) => text.replace(/^```.*?^```/gms, '');

/** Lists the anchors that the code host gives the headings of a text. */
function listAnchors(text: string): string[] {
  const headings = [...takeProse(text).matchAll(/^#{1,6} (.+)$/gm)].map(
    ([, heading = '']) => heading,
  );
  return headings.map((heading) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Finds links within the project to a missing file or heading. */
function findBrokenLinks(path: string, text: string): string[] {
  const targets = [
    ...takeProse(text)
      .replace(/`[^`]*`/g, '')
      .matchAll(/\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g),
  ].map(([, target = '']) => target);
  return (
    targets
      // Skips other sites, references to records, and examples of the guide.
      .filter((target) => /[#/.]/.test(target) && !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const found = file === '' ? path : join(dirname(path), file);
        if (!existsSync(join(house, found))) return true;
        return anchor !== undefined && !listAnchors(read(found)).includes(anchor);
      })
  );
}

/** Finds scripts that a text tells people to run and that package.json does not have. */
const findUnknownScripts = (text: string) =>
  [...text.matchAll(/\bnpm run ([\w:-]*\w)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in scripts));

/** The first publication writes this file. */
const lock = 'content/published.lock.json';

/**
 * Finds paths in code marks, from the root of the project, that do not exist. A path with a
 * placeholder is an example.
 */
const findUnknownPaths = (text: string) =>
  [...text.matchAll(/`(?:npx [\w -]+ )?((?:src|tests|docs|content|\.github)\/[^`\s]*)/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/[<*…]/.test(path) && path !== lock && !existsSync(join(house, path)));

describe('what those who join read', () => {
  it.each(papers)(
    '%s leads to files and headings that are there, and names commands that are there',
    (path) => {
      const text = read(path);
      expect(findBrokenLinks(path, text)).toEqual([]);
      expect(findUnknownScripts(text)).toEqual([]);
    },
  );

  it.each(['CONTRIBUTING.md', 'SECURITY.md', ...decisions])(
    '%s names paths that are there',
    (path) => {
      expect(findUnknownPaths(read(path))).toEqual([]);
    },
  );

  it('is looked through by tests that find what is broken', () => {
    const broken = [
      '[a](NOWHERE.md)',
      '[b](README.md#nowhere)',
      '[c](docs/decisions/README.md)',
      '[d](#commands)',
    ].join('\n');
    expect(findBrokenLinks('README.md', broken)).toEqual(['NOWHERE.md', 'README.md#nowhere']);
    expect(findUnknownScripts('npm run check, npm run publish:lock, npm run nothing.')).toEqual([
      'nothing',
    ]);
    expect(
      findUnknownPaths(
        '`src/README.md` `src/nowhere.ts` `npx vitest run tests/nowhere` `tests/content/<rule>/`',
      ),
    ).toEqual(['src/nowhere.ts', 'tests/nowhere']);
  });
});

describe('the decisions', () => {
  it('are numbered without a gap, dated, and listed with the day on which they were taken', () => {
    const index = read('docs/decisions/README.md');
    expect(decisions.length).toBeGreaterThan(10);
    for (const [at, path] of decisions.entries()) {
      const [, number = '', title = '', date = ''] =
        /^# (\d+)\. (.+)\n\n(\d{4}-\d\d-\d\d)/.exec(read(path)) ?? [];
      expect(Number(number), path).toBe(at + 1);
      const row = index
        .split('\n')
        .find((line) => line.includes(`(${path.slice('docs/decisions/'.length)})`));
      expect(row, path).toContain(title);
      expect(row, path).toContain(date);
    }
  });
});

describe('the changelog', () => {
  it('has its days in order, the newest first, and the headings of its form', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^##+ (.+)$/gm)].map(
      ([, heading = '']) => heading,
    );
    const days = headings.filter((heading) => /^\d{4}-\d\d-\d\d$/.test(heading));
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort().reverse());
    const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    expect(
      headings.filter((heading) => !days.includes(heading) && !kinds.includes(heading)),
    ).toEqual([]);
  });
});

describe('the forms for issues', () => {
  it.each(forms.filter((path) => !path.endsWith('config.yml')))(
    '%s is one that the host can show',
    (path) => {
      type Field = { type: string; id?: string; attributes: { label?: string; value?: string } };
      const form = parse(read(path)) as { name: string; description: string; body: Field[] };
      expect(form.name).toBeTruthy();
      expect(form.description).toBeTruthy();
      const asked = form.body.filter(({ type }) => type !== 'markdown');
      expect(asked.length).toBeGreaterThan(2);
      for (const { type, id, attributes } of asked) {
        expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
        expect(id).toMatch(/^[a-z-]+$/);
        expect(attributes.label).toBeTruthy();
      }
      expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    },
  );
});

describe('settings that stand in two places', () => {
  it('name one version of Node', () => {
    expect(read('.nvmrc').trim()).toBe(dependencies.node);
  });

  it('give the editor the width that the formatter has', () => {
    const { printWidth } = JSON.parse(read('.prettierrc.json')) as { printWidth: number };
    expect(read('.editorconfig')).toContain(`\nmax_line_length = ${printWidth}\n`);
  });
});

describe('the house style', () => {
  it('has twenty rules, and a word to write for each that it does not want', () => {
    const [, style = ''] =
      /## House style of English\n(.*?)\n## /s.exec(read('CONTRIBUTING.md')) ?? [];
    expect([...style.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    const rows = style
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatch(/^\| \S.*\S +\| \S.*\S +\|$/);
  });
});

describe('the comments of the code', () => {
  it('are written in English, and not in words of another language', () => {
    const files = globSync('src/**/*.{ts,astro,mjs}', { cwd: house });
    const comments = files.flatMap((path) =>
      [...read(path).matchAll(/^[ \t]*(?:\/\*\*.*?\*\/|\/\/ [^\n]*$)/gms)].map(
        ([text]) => `${path}: ${text.replace(/\s*\n\s*\*?\s*/g, ' ').trim()}`,
      ),
    );
    // A few of these words are right in some sentences.
    const translated = comments.filter((text) =>
      /\b(?:mend(?:s|ed)?|told|tells|whoever|whosever|anew|(?:undefined|none|empty|throws|true|false) where)\b/i.test(
        text,
      ),
    );
    expect(comments.length).toBeGreaterThan(2000);
    expect(
      translated.length / comments.length,
      `CONTRIBUTING.md says what to write for these:\n${translated.join('\n')}`,
    ).toBeLessThan(0.02);
  });
});
