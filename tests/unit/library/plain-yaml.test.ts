import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCollection, parseDocument, type Node } from 'yaml';
import { findFrontMatter } from '../../../src/library/markup/front-matter.ts';
import { readPlainYaml, type PlainNode } from '../../../src/library/yaml/plain-yaml.ts';

const root = join(import.meta.dirname, '../../..');

/** YAML of every record and of the front matter of every text below a folder. */
function listTexts(folder: string): string[] {
  return (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((path) => /\.(?:yaml|mdx)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }))
    .flatMap(({ path, text }) => (path.endsWith('.yaml') ? text : (findFrontMatter(text)?.yaml ?? [])));
}

type Placed = { path: (string | number)[]; start: number; end: number };

function listPlaces({ start, end, inner }: PlainNode, path: Placed['path'] = []): Placed[] {
  return [{ path, start, end }, ...[...(inner ?? [])].flatMap(([key, node]) => listPlaces(node, [...path, key]))];
}

/** What the parser makes of the text, with the places that read-yaml.ts gives a finding. */
function parse(text: string) {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, strict: true, prettyErrors: false, merge: false });
  const placeOf = (path: Placed['path']): Placed => {
    const node = (path.length === 0 ? document.contents : document.getIn(path, true)) as Node;
    const [start = -1, end = -1] = node.range ?? [];
    return { path, start, end: isCollection(node) ? start + 1 : end };
  };
  return { errors: [...document.errors, ...document.warnings].map(({ message }) => message), value: document.toJS() as unknown, placeOf };
}

/** Undefined when nothing is read, else whether the parser reads the same. */
function compare(text: string): boolean | undefined {
  const node = readPlainYaml(text);
  if (!node) return undefined;
  const { errors, value, placeOf } = parse(text);
  const places = listPlaces(node);
  expect({ text, errors, value, places: places.map(({ path }) => placeOf(path)) }).toStrictEqual({
    text,
    errors: [],
    value: node.value,
    places,
  });
  return true;
}

describe('readPlainYaml', () => {
  it.each([
    ['name: Bench\nlead_numbers: [a-1, "b, c", 3]\n', { name: 'Bench', lead_numbers: ['a-1', 'b, c', 3] }],
    [
      '- id: one\n  on: true\n- id: two\n  repeats: { statement: one, basis: named }',
      [
        { id: 'one', on: true },
        { id: 'two', repeats: { statement: 'one', basis: 'named' } },
      ],
    ],
    ['text: >-\n  One line\n  and # another: here.\nvalue: -1.50\n', { text: 'One line and # another: here.', value: -1.5 }],
    ['day: 2015-06-02\nwords: "43.5: per cent"\nempty: []\n', { day: '2015-06-02', words: '43.5: per cent', empty: [] }],
    ['list:\n  - - no\n', undefined],
    ['list:\n  - yes\n  - Iraq’s [own] count\n', { list: ['yes', 'Iraq’s [own] count'] }],
  ])('reads %j', (text, value) => {
    expect(readPlainYaml(text)?.value).toStrictEqual(value);
    compare(text);
  });

  it.each([
    '',
    '[]\n',
    'just words\n',
    'a: b\n\nc: d\n',
    'a: b # why\n',
    '# why\na: b\n',
    'a: b: c\n',
    'a:\n',
    'a: ~\n',
    'a: null\n',
    'null: a\n',
    'a: True\n',
    'a: 0x10\n',
    'a: 1e3\n',
    'a: 007\n',
    'a: -0\n',
    'a: +1\n',
    'a: .5\n',
    'a: 12345678901234567\n',
    "a: 'b'\n",
    'a: "b\\n"\n',
    'a: "b\n  c"\n',
    'a: "b" c\n',
    'a: b\n  c\n',
    'a: b\na: c\n',
    'a: {b: c, b: d}\n',
    'a: *b\n',
    'a: &b c\n',
    'a: !b c\n',
    'a: |\n  b\n',
    'a: >\n  b\n',
    'a: >-\n  b\n   c\n',
    'a: >-\n  b\n c\n',
    'a: >-\nb: c\n',
    'a: [b, [c]]\n',
    'a: [b, c: d]\n',
    'a: [b,]\n',
    'a: {b}\n',
    'a:\tb\n',
    'a:  b\n',
    'a: b \n',
    'a:b\n',
    'a:\n  b: c\n d: e\n',
    '  a: b\nc: d\n',
    'a:\n- b\n',
    '? a\n: b\n',
    '---\na: b\n',
    'a: b\r\nc: d\r\n',
    '\uFEFFa: b\n',
    `a: ${'['.repeat(30)}\n`,
  ])('leaves %j to the parser', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('reads nearly every file of the content, as the parser does', () => {
    const texts = listTexts('content');
    const read = texts.filter((text) => compare(text));
    expect(texts.length).toBeGreaterThan(300);
    expect(read.length / texts.length).toBeGreaterThan(0.95);
  });

  it('reads the files of the mistakes as the parser does, or not at all', () => {
    expect(new Set(listTexts('tests/content').map(compare))).toEqual(new Set([true, undefined]));
  });

  it('reads damaged files as the parser does, or not at all', () => {
    const texts = listTexts('content').filter((text) => text.length < 2000);
    const shard = fc.oneof(
      fc.constantFrom(
        ...' \n:#-,.?!&*|>%@`~"\'[]{}()\\\t\r',
        ': ',
        ' #',
        '- ',
        '\n  ',
        '\n- ',
        '\n\n',
        '>-',
        '""',
        'null',
        'a: ',
        '0',
        '\u00a0',
        '\u2028',
      ),
      fc.string({ maxLength: 3 }),
    );
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(3), shard), { minLength: 1, maxLength: 3 }),
        (whole, changes) => {
          const text = changes.reduce(
            (rest, [at, gone, put]) => `${rest.slice(0, at % rest.length)}${put}${rest.slice((at % rest.length) + gone)}`,
            whole,
          );
          if (compare(text)) read += 1;
        },
      ),
      { numRuns: 4000, seed: 20261120 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('reads lines put together at random as the parser does, or not at all', () => {
    const pick = (...parts: string[]) => fc.constantFrom(...parts);
    const value = pick(
      ...[
        '',
        'a',
        'b c',
        '1',
        '-2.50',
        '2015-06',
        '1e2',
        'true',
        'Null',
        '"d: e"',
        '>-',
        "it's",
        "'f'",
        '[a, "b", 3]',
        '{ a: b, c: 1 }',
        '[a: b]',
        '{a}',
        '#g',
        'h: i',
        '- j',
        '~',
        '!k',
        '.5',
        '@',
      ],
    );
    const line = fc.tuple(pick('', '  ', '  ', '    ', '   '), pick('', '', '- '), pick('', 'l: ', 'm: ', 'n:', 'o: '), value);
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), pick('', '\n'), (lines, end) => {
        if (compare(`key: a\n${lines.map((parts) => parts.join('')).join('\n')}${end}`)) read += 1;
      }),
      { numRuns: 20_000, seed: 20261120 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
