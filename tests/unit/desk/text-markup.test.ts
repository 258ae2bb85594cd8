import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTextMarkup } from '../../../src/desk/rules/text-markup.ts';
import { rules } from '../../../src/desk/check/run-rules.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { findIn } from './one-text.ts';

/** Rules that report markup. Findings on numbers and quotations do not count. */
const aboutMarkup = new Set([
  'text-markup',
  'broken-link',
  'link',
  'footnote',
  'heading-level',
  'unfinished',
  'quotation-mark',
  'coded-character',
]);
const tell = (body: string) =>
  rules
    .flatMap((rule) => findIn(rule, body))
    .flatMap(({ rule, message }) => (aboutMarkup.has(rule) ? [`${rule}: ${message}`] : []));

const unread: Record<string, string[]> = {
  'blocks and notes of other languages': [
    ':::note\nwords\n:::',
    '::: tip Title\nwords\n:::',
    '::youtube',
    'An :icon[words] in a line',
    '!!! note\n    words',
    '> [!NOTE]\n> Words of ours',
    '.. note:: words',
  ],
  'links of other languages': [
    '[[x]]',
    '[[a page|words]]',
    '![[picture.png]]',
    '(words)[address]',
    '(Reuters)[source:reuters-van-buren]',
    '(a report)[1]',
    '[url=/numbers/]words[/url]',
    'See num:mosul-humvees here',
    '(num:mosul-humvees)',
    '[source:reuters-van-buren]',
    '[words][nobody]',
    '[words](/numbers/ "A title of its own")',
    '[a]: /numbers/',
    '[a]: some words of a sentence',
    '[words][a]\n\n[a]: /numbers/\n[a]: /sources/',
  ],
  contents: ['[[toc]]', '[toc]', '[TOC]', '[[_TOC_]]'],
  headings: [
    'A line\n---',
    'Two lines\nof words\n---\nmore',
    'A line\n===',
    '## \n\n====== x',
    '####### x',
    'h2. Heading',
    '== Heading ==',
    '##Heading',
    '---\ntitle: x\n---',
  ],
  'signs around words': [
    '++word++',
    '^^word^^',
    '==word==',
    '||word||',
    '%%a comment%%',
    '// a comment',
    'a [b]bold[/b] word',
    "'''bold''' words",
    'bq. words',
    '\\newpage',
    'a --> b',
    'a => b',
    ':smile:',
    'the formula $x_1$',
    '**bold',
    '`code',
    '--\nwords',
  ],
  lists: [
    '• one\n• two',
    '· one',
    '→ one\n→ two',
    '✓ one\n✓ two',
    '– one\n– two',
    '— one',
    '§ one\n§ two',
    '-one\n-two',
    'o\tone\no\ttwo',
    'o one\no two',
    'a) one\nb) two',
    '(a) one\n(b) two',
    'i. one\nii. two',
    'A. one\nB. two',
    '> • one\n> • two',
    '1. one\n\n3. three',
    '1. one\n2. two\n2. three',
    '*one\n*two',
    'Term\n: meaning',
  ],
  tables: [
    'name\tvalue',
    'first\tsecond\nthird\tfourth',
    'Name      Value\nfirst     second',
    'a | b\nc | d',
    '| a | b |',
    '+---+---+\n| a | b |\n+---+---+',
    '| a |\n| --- |\n| b | c |',
  ],
};

describe('markup that is not read', () => {
  it.each(Object.entries(unread).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text }))))(
    'is told, $kind: $text',
    ({ text }) => {
      expect(tell(text)).not.toEqual([]);
    },
  );

  it.each([
    'Words with *emphasis*, **more**, ***both*** and _some_ of ~~it~~ struck out.',
    '- one\n- two\n  - three\n\n1. one\n2. two\n\nWords.\n\n1. one\n1. two\n\n4) four\n5) five',
    '| a | b |\n| :-- | --: |\n| c | d |\n\na | b\n--- | ---\nc | d',
    'A line\\\nand another\n\n***\n\nthe end – of it',
    'He wrote on 2 June [2015]; a snake_case word, A/B, C++ and C#, a•b, 10~20 and 3 * 4.',
    'In § 5 of the act.\nThe end.',
    'A. Smith wrote it\nand B. Jones read it, (a) once and (b) again.',
    '[words][a] and [Reuters](source:reuters-van-buren)\n\n[a]: https://example.org/',
    '“[W]e lost :smile: […] ++ [i]t”, somebody wrote.',
    '```\n:::note\n[[x]]\n```\n\n`[[x]]`',
    'At 10:30:15, a ratio of 3:2, and C:D.',
  ])('is not found in: %s', (text) => {
    expect(tell(text).filter((message) => !message.startsWith('quotation'))).toEqual([]);
  });

  it('is told in the texts, names and labels of records and in the cells of a table', () => {
    const root = mkdtempSync(join(tmpdir(), 'markup-'));
    cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
    mkdirSync(join(root, 'content/charts'));
    const write = (file: string, text: string) => writeFileSync(join(root, 'content', file), text);
    const signs = [
      '*so*',
      '**so**',
      '_so_',
      '`so`',
      '~~so~~',
      '&amp;',
      '<b>so</b>',
      '[so](num:mosul-humvees)',
      '[[so]]',
      '++so++',
      ':::so',
      '## so',
      '> so',
    ];
    for (const sign of signs) {
      write(
        'glossary.yaml',
        `- id: so\n  term: "${sign}"\n  also: ["${sign} too"]\n  meaning: What it means.\n`,
      );
      write('charts/parcels.csv', `label,value,note\n${sign},31,\nSouth,12,"${sign}"\n`);
      write(
        'charts/parcels.yaml',
        `kind: bars\ntitle: Parcels by place\nsubtitle: Parcels, by place\ndescription: Ranked bars of countable marks, one for each place; what they stand for is in the table below the drawing, row by row.\nsources: "[Reuters](source:reuters-van-buren)"\ntable: csv\nunit: { kind: count, one: parcel, many: parcels }\nread_in: [reuters-van-buren]\nmeasures:\n  - { id: parcels, label: Parcels }\n`,
      );
      const files = checkTextMarkup(readContent(root, 1_800_000_000).content).map(
        ({ file, line }) => `${file}:${line}`,
      );
      expect(files, sign).toEqual(
        expect.arrayContaining([
          'content/glossary.yaml:2',
          'content/glossary.yaml:3',
          'content/charts/parcels.csv:2',
          'content/charts/parcels.csv:3',
        ]),
      );
    }
    rmSync(root, { recursive: true });
  });
});
