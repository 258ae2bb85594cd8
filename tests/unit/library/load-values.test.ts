import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { findFrontMatter } from '../../../src/library/markup/front-matter.ts';
import { createSourceText } from '../../../src/library/source-text.ts';
import { parseOptions } from '../../../src/library/yaml/parse-yaml.ts';
import { readYaml } from '../../../src/library/yaml/read-yaml.ts';
import { readValues } from '../../../src/library/yaml/load-values.ts';
import { cases, editFiles } from '../../content/make-site.ts';
import { tries } from '../../how-much.ts';

const root = join(import.meta.dirname, '../../..');

/** Returns the YAML of a record, or of the front matter of a text. */
const findYaml = (path: string, text: string) =>
  /\.(?:yaml|mdx)$/.test(path)
    ? ((path.endsWith('.yaml') ? text : findFrontMatter(text)?.yaml) ?? [])
    : [];

/** Lists the YAML of every record and of every text's front matter below a folder. */
function listTexts(folder: string): string[] {
  return (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((path) => /\.(?:yaml|mdx)$/.test(path))
    .flatMap((path) => findYaml(path, readFileSync(join(root, folder, path), 'utf8')));
}

/** Parses the text with the parser that knows positions. */
function parse(text: string): { value: unknown; errors: string[] } {
  const document = parseDocument(text, { ...parseOptions, uniqueKeys: true });
  const errors = [...document.errors, ...document.warnings].map(({ message }) => message);
  return { value: errors.length > 0 ? undefined : document.toJS(), errors };
}

/** Undefined if the fast reader reads nothing, otherwise true if the parser reads the same. */
function compare(text: string): true | undefined {
  const read = readValues(text);
  if (!read) return undefined;
  expect({ text, ...parse(text) }).toStrictEqual({ text, errors: [], value: read.value });
  return true;
}

describe('readValues', () => {
  it.each([
    [
      'name: Bench\nlead_numbers: [a-1, "b, c", 3]\n',
      { name: 'Bench', lead_numbers: ['a-1', 'b, c', 3] },
    ],
    [
      '- id: one\n  on: true\n- id: two\n  repeats: { statement: one, basis: named }',
      [
        { id: 'one', on: true },
        { id: 'two', repeats: { statement: 'one', basis: 'named' } },
      ],
    ],
    [
      'text: >-\n  One line\n  and another: here.\nvalue: -1.50\n',
      { text: 'One line and another: here.', value: -1.5 },
    ],
    [
      'day: 2015-06-02\nwords: "43.5: per cent"\nempty: []\n',
      { day: '2015-06-02', words: '43.5: per cent', empty: [] },
    ],
    ['list:\n  - - no\n', { list: [['no']] }],
    ['list:\n  - yes\n  - Iraq’s [own] count\n', { list: ['yes', 'Iraq’s [own] count'] }],
  ])('reads %j', (text, value) => {
    expect(readValues(text)?.value).toStrictEqual(value);
    expect(compare(text)).toBe(true);
  });

  it.each([
    '[]\n',
    'just words\n',
    'a: b\n\nc: d\n',
    '# why\na: b\n',
    'a:\n',
    'a: ~\n',
    'a: null\n',
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
    'a: b\n  c\n',
    'a: |\n  b\n',
    'a: >\n  b\n',
    'a: >-\n  b\n   c\n',
    'a: [b, [c]]\n',
    'a: [b, c: d]\n',
    'a: [b,]\n',
    'a: {b}\n',
    'a:  b\n',
    'a: b \n',
    'a:b\n',
    'a:\n- b\n',
    'a: >-\nb: c\n',
  ])('reads %j as the parser does', (text) => {
    expect(compare(text)).toBe(true);
  });

  it.each([
    'a: b # why\n',
    'a: b: c\n',
    'null: a\n',
    'a: "b" c\n',
    'a: b\na: c\n',
    'a: {b: c, b: d}\n',
    'a: *b\n',
    'a: &b c\n',
    'a: !b c\n',
    'a:\tb\n',
    'a:\n  b: c\n d: e\n',
    '  a: b\nc: d\n',
    '? a\n: b\n',
    '---\na: b\n',
    'a: b\r\nc: d\r\n',
    '\uFEFFa: b\n',
    `a: ${'['.repeat(30)}\n`,
    'a: b\n...\nc: d\n',
    '%YAML 1.1\n---\na: b\n',
    'a: 1e400\n',
    '{ : b }\n',
    '[: b]\n',
    '~: b\n',
    'a: @b\n',
    '',
    'a: >-\n  b\n c\n',
  ])('leaves %j to the parser', (text) => {
    expect(readValues(text)).toBeUndefined();
  });

  it('reads nearly every file of the content, as the parser does', () => {
    const texts = listTexts('content');
    const read = texts.filter((text) => compare(text));
    expect(texts.length).toBeGreaterThan(300);
    expect(read.length / texts.length).toBeGreaterThan(0.95);
  });

  it('reads the files of the mistakes as the parser does, or not at all', () => {
    const edited = cases.flatMap(({ rule, name }) =>
      [...editFiles(rule, name)].flatMap(([path, text = '']) => findYaml(path, text)),
    );
    expect(edited.length).toBeGreaterThan(400);
    const texts = [...edited, ...listTexts('tests/content')];
    expect(new Set(texts.map(compare))).toEqual(new Set([true, undefined]));
  });

  it('reads damaged files as the parser does, or not at all', () => {
    const texts = listTexts('content').filter((text) => text.length < 2000);
    const shard = fc.oneof(
      fc.constantFrom(
        ...Array.from(' \n:#-,.?!&*|>%@`~"\'[]{}()\\\t\r'),
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
            (rest, [at, gone, put]) =>
              `${rest.slice(0, at % rest.length)}${put}${rest.slice((at % rest.length) + gone)}`,
            whole,
          );
          if (compare(text)) read += 1;
        },
      ),
      { numRuns: tries(4000), seed: 20261120 },
    );
    expect(read).toBeGreaterThan(tries(500));
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
    const line = fc.tuple(
      pick('', '  ', '  ', '    ', '   '),
      pick('', '', '- '),
      pick('', 'l: ', 'm: ', 'n:', 'o: '),
      value,
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), pick('', '\n'), (lines, end) => {
        if (compare(`key: a\n${lines.map((parts) => parts.join('')).join('\n')}${end}`)) read += 1;
      }),
      { numRuns: tries(20_000), seed: 20261120 },
    );
    expect(read).toBeGreaterThan(tries(100));
  });
});

it('says where values stand, in what was read without places too', () => {
  const text = 'id: one\nnames:\n  - first\n  - "second"\n';
  const source = createSourceText('content/sample.yaml', `---\n${text}`);
  const schema = z.strictObject({ id: z.string(), names: z.array(z.string()) });
  expect(readValues(text)).toBeDefined();
  const { record } = readYaml(source, schema, text, 4);
  const cut = (path: (string | number)[]) => {
    const { start, end } = record?.spanOf(path) ?? { start: 0, end: 0 };
    return source.text.slice(start, end);
  };
  expect([['id'], ['names', 1], ['names', 7], ['names'], ['nowhere']].map(cut)).toEqual([
    'one',
    '"second"',
    '-',
    '-',
    'i',
  ]);
});
