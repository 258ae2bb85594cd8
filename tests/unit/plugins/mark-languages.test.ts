import { defineHastPlugin, mdxToJs } from 'satteri';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  cutAtLanguages,
  findLanguageOfBlock,
  type KeptWords,
  listKeptWords,
} from '../../../src/library/texts/foreign-words.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { markLanguages, markLines } from '../../../src/plugins/mark-languages.ts';
import { typesetProse } from '../../../src/plugins/typeset-prose.ts';

const kept: KeptWords = {
  foreign: [
    { text: 'sie haben 14 Brücken gesperrt', language: 'de' },
    { text: 'الجسر مغلق منذ شهر', language: 'ar' },
    { text: 'die', language: 'de' },
    { text: 'wie Al Karim Press meldet', language: 'de' },
  ],
  own: [{ text: 'as told to Al Karim Press', language: 'en' }],
};
const name = ({ text, language }: { text: string; language?: string }) =>
  language ? `${language}:${text}` : text;
const cut = (...parts: string[]) => cutAtLanguages(parts, kept).map((pieces) => pieces.map(name));

describe('quotations in another language', () => {
  it.each([
    ['It has “14 Brücken gesperrt” in it.', ['It has “', 'de:14 Brücken gesperrt', '” in it.']],
    ['„sie haben 14 Brücken gesperrt“', ['„', 'de:sie haben 14 Brücken gesperrt', '“']],
    [
      'One has “الجسر مغلق”, one ‘14 Brücken’.',
      ['One has “', 'ar:الجسر مغلق', '”, one ‘', 'de:14 Brücken', '’.'],
    ],
    ['A word alone: “مغلق”.', ['A word alone: “', 'ar:مغلق', '”.']],
    ['It has “sie haben […] gesperrt”.', ['It has “', 'de:sie haben […] gesperrt', '”.']],
  ])('are cut out of %s', (text, pieces) => {
    expect(cut(text)).toEqual([pieces]);
    expect(
      cutAtLanguages([text], kept)
        .flat()
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it.each([
    ['They “die” young.'],
    ['It has “14 bridges” in it.'],
    ['14 Brücken gesperrt, without marks.'],
    ['A name: “Al Karim Press”.'],
    ['Only “14”.'],
    [''],
    [],
  ])('are none in %s', (...parts) => {
    expect(cut(...parts)).toEqual([]);
  });

  it('go on through links and emphasis, from any part to any other', () => {
    expect(cut('He has “sie haben ', '14 Brücken', ' gesperrt” there.')).toEqual([
      ['He has “', 'de:sie haben '],
      ['de:14 Brücken'],
      ['de: gesperrt', '” there.'],
    ]);
    expect(cut('It says ', '“14 Brücken', ' gesperrt”', ', he said.')).toEqual([
      ['It says '],
      ['“', 'de:14 Brücken'],
      ['de: gesperrt', '”'],
      [', he said.'],
    ]);
    expect(cut('“', 'الجسر مغلق', '” and “', '14 Brücken', '”')).toEqual([
      ['“'],
      ['ar:الجسر مغلق'],
      ['” and “'],
      ['de:14 Brücken'],
      ['”'],
    ]);
  });

  it('are known without marks where they are set apart', () => {
    expect(findLanguageOfBlock('sie haben 14\nBrücken gesperrt', kept)).toBe('de');
    expect(findLanguageOfBlock('“الجسر مغلق”', kept)).toBe('ar');
    expect(findLanguageOfBlock('They closed 14 bridges', kept)).toBeUndefined();
  });
});

const compile = async (text: string) => {
  const mark = defineHastPlugin({
    name: 'mark',
    before: (root, context) => markLines(root, context, kept),
  });
  return (
    await mdxToJs(text, {
      mdastPlugins: [typesetProse],
      hastPlugins: [mark],
      features: { smartPunctuation: false },
    })
  ).code;
};
/** Lists each marked element with its language and the first part of its content. */
const listMarked = (code: string) =>
  [
    ...code.matchAll(
      /_jsxs?\(_components\.(\w+), \{\s*lang: "(\w+)",(\s*dir: "rtl",)?\s*children: ?(\[?[^\]}]*)/g,
    ),
  ].map(
    ([, tag, language, dir, held = '']) =>
      `${tag} ${language}${dir ? ' rtl' : ''} ${/"([^"]*)"/.exec(held)?.[1]}`,
  );

describe('the text of an article', () => {
  it('is marked in paragraphs, lists, headings, cells and tags', async () => {
    const code = await compile(
      'A "14 Brücken gesperrt" b.\n\n- "14 Brücken"\n\n## "14 Brücken"\n\n| "14 Brücken" | x |\n| --- | --- |\n| y | "الجسر مغلق" |\n\n<Note title="t">\nA "14 Brücken".\n</Note>\n',
    );
    expect(listMarked(code)).toHaveLength(6);
  });

  it('is marked on both sides of a link, and in it', async () => {
    const code = await compile(
      'He has "sie haben [14 Brücken](num:bridges) gesperrt" there, and *"14 Brücken*".\n',
    );
    expect(listMarked(code)).toEqual(
      ['span de sie haben ', 'span de 14~Brücken', 'span de  gesperrt', 'span de 14~Brücken'].map(
        (one) => one.replace('~', code.includes('14\\xA0') ? '\\xA0' : ' '),
      ),
    );
  });

  it('is marked where Markdown sets it apart, and not again in it', async () => {
    const code = await compile(
      '> sie haben "14 Brücken" gesperrt\n\n> الجسر مغلق\n\n> In English.\n',
    );
    expect(code).toMatch(/blockquote, \{\s*lang: "ar",\s*dir: "rtl"/);
    expect(code.match(/lang: /g)).toHaveLength(2);
  });

  it('leaves quotations of a tag to its component', async () => {
    expect(
      await compile('<Quote source="a">\nsie haben "14 Brücken gesperrt"\n</Quote>\n'),
    ).not.toContain('lang:');
  });
});

describe('the wordings of the record', () => {
  const house = join(import.meta.dirname, '../../..');
  const { foreign } = listKeptWords(readContent(house).content);
  const longest = foreign.toSorted((a, b) => b.text.length - a.text.length)[0];
  const mark = async () =>
    (
      await mdxToJs(`> ${longest?.text}\n`, {
        hastPlugins: [markLanguages],
        features: { smartPunctuation: false },
      })
    ).code;
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('are read again after a change in the editor’s server, and only once in a build', async () => {
    const lang = `lang: "${longest?.language}"`;
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(house);
    expect(await mark()).toContain(lang);
    // A folder without a record.
    cwd.mockReturnValue(join(tmpdir(), 'nothing-is-here'));
    expect(await mark()).not.toContain(lang);
    vi.stubEnv('NODE_ENV', 'production');
    cwd.mockReturnValue(house);
    expect(await mark(), 'as it was read before').not.toContain(lang);
  });
});
