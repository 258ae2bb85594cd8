import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { quantileSorted } from 'd3';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Limits that a reader can keep in mind. */
const mostLinesOfFile = 300;
const mostLinesOfFunction = 80;
/** Nine of ten files of charts must be at most this long. */
const usualLinesOfChart = 220;

/** Files that may be longer, each with its reason: at most five. */
const exceptions: Record<string, string> = {
  'schema/rules.ts': 'a dictionary: one entry a rule',
  'schema/chart.ts':
    'a dictionary: the fields of each kind of chart, with what the guide says of them',
};

const root = join(import.meta.dirname, '../../src');
const countLines = (text: string) => text.trimEnd().split('\n').length;

const files = (readdirSync(root, { recursive: true }) as string[])
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.(ts|mjs|astro)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

type Place = { name: string; lines: number };

/** Finds functions of a file that are longer than the limit, with their names. */
export function findLongFunctions(path: string, text: string, most = mostLinesOfFunction): Place[] {
  // The code of a component comes before its tags.
  const code = path.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: Place[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [start, end] = [node.getStart(source), node.getEnd()].map(
        (at) => source.getLineAndCharacterOfPosition(at).line,
      );
      const lines = (end ?? 0) - (start ?? 0) + 1;
      const named =
        node.name ??
        (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)
          ? node.parent.name
          : undefined);
      if (lines > most)
        found.push({ name: `${path}: ${named?.getText(source) ?? 'a function'}`, lines });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

describe('the size of the code', () => {
  it('keeps every file within what one reads at once', () => {
    expect(files.length).toBeGreaterThan(250);
    const long = files
      .filter(({ path }) => path.endsWith('.ts'))
      .map(({ path, text }) => ({ path, lines: countLines(text) }));
    expect(
      long.filter(({ path, lines }) => lines > mostLinesOfFile && !(path in exceptions)),
    ).toEqual([]);
  });

  it('keeps every function within a screen or two', () => {
    expect(
      files.flatMap(({ path, text }) => (path in exceptions ? [] : findLongFunctions(path, text))),
    ).toEqual([]);
  });

  it('finds a function that is too long, whatever it is', () => {
    const body = 'x();\n'.repeat(5);
    const kinds = [
      `function f() {\n${body}}`,
      `const f = () => {\n${body}};`,
      `class C {\n f() {\n${body}}\n}`,
      `const o = {\n f: function () {\n${body}}\n};`,
    ];
    for (const code of kinds)
      expect(findLongFunctions('a.ts', code, 5).map(({ name }) => name)).toEqual(['a.ts: f']);
    expect(
      findLongFunctions('a.astro', `---\nfunction f() {\n${body}}\n---\n<p></p>`, 5),
    ).toHaveLength(1);
    expect(findLongFunctions('a.ts', kinds[0] ?? '', 7)).toEqual([]);
  });

  it('keeps nine of ten files of charts short', () => {
    const lines = files
      .filter(({ path }) => path.startsWith('charts/'))
      .map(({ text }) => countLines(text));
    expect(lines.length).toBeGreaterThan(40);
    expect(
      quantileSorted(
        lines.sort((a, b) => a - b),
        0.9,
      ),
    ).toBeLessThanOrEqual(usualLinesOfChart);
  });

  it('makes few exceptions, of files that need them', () => {
    expect(Object.keys(exceptions).length).toBeLessThanOrEqual(5);
    for (const path of Object.keys(exceptions)) {
      const file = files.find((candidate) => candidate.path === path);
      const isLong =
        file &&
        (countLines(file.text) > mostLinesOfFile || findLongFunctions(path, file.text).length > 0);
      expect(isLong, `${path} needs no exception`).toBe(true);
    }
  });
});
