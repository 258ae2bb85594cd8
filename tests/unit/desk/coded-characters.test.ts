import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { checkCodedCharacters } from '../../../src/desk/rules/coded-characters.ts';
import { readYaml } from '../../../src/library/yaml/read-yaml.ts';
import { createSourceText } from '../../../src/library/source-text.ts';
import { sourceSchema } from '../../../src/schema/source.ts';
import { findIn as findAll, putText } from './one-text.ts';

const findIn = (body: string) => findAll(checkCodedCharacters, body);

const character = fc
  .integer({ min: 0x21, max: 0x2fff })
  .filter((code) => !(code >= 0x7f && code < 0xa0));
const code = fc.oneof(
  character.map((at) => `&#${at};`),
  character.map((at) => `&#x${at.toString(16)};`),
  character.map((at) => `&#X${at.toString(16).toUpperCase()};`),
  fc.constantFrom(
    '&ldquo;',
    '&nbsp;',
    '&shy;',
    '&hellip;',
    '&frac12;',
    '&zwj;',
    '&rlm;',
    '&num;',
    '&lbrace;',
  ),
);
const places: ((code: string) => string)[] = [
  (one) => `Words ${one} and words.`,
  (one) => `W${one}rds`,
  (one) => `## A ${one} heading`,
  (one) => `| a | b |\n| --- | --- |\n| c${one} | d |`,
  (one) => `- an entry, *with ${one}* in it`,
  (one) => `[words ${one}](num:mosul-humvees)`,
  (one) => `[words](/numbers/${one}/)`,
  (one) => `<Note title="A ${one} title">Words.</Note>`,
  (one) => `<Plain>t${one}o</Plain>`,
  (one) => `> quoted ${one} words`,
];

describe('characters that are written as codes', () => {
  it('are found wherever they are printed, whatever they say', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), code, (place, one) => {
        // These two are needed within a tag.
        fc.pre(!(place(one).startsWith('<Note') && /^&#(?:x22|x27|34|39);$/i.test(one)));
        expect(findIn(place(one)).map(({ rule }) => rule)).toEqual(['coded-character']);
      }),
    );
  });

  it('may stand in code, and where Markdown would take the sign for something else', () => {
    expect(
      findIn(
        'AT&amp;T, 3 &lt; 4 &gt; 2, `&copy;`, \\{ \\* \\_ \\[ and AT&T; \\&copy; too.\n\n```\n&copy;\n```\n\n1\\. No list',
      ),
    ).toEqual([]);
    expect(findIn('<Note title="Of &quot;words&quot; &amp; one&apos;s own">Words.</Note>')).toEqual(
      [],
    );
  });

  it('are found in texts of records, in whichever length they are written', () => {
    const write = (one: string) => {
      const yaml = `title: "A ${one} title"\npublisher: Somebody\nkind: opinion\nread_as: copy\narchived: none-known\n`;
      const { record, unfit } = readYaml(
        createSourceText('content/sources/page.yaml', yaml),
        sourceSchema,
      );
      const file = record && { ...record, id: 'page' };
      return checkCodedCharacters({
        ...putText('Words.'),
        sources: file ? [file] : [],
        unfit: unfit ? [unfit] : [],
      });
    };
    const hex = (at: number, length: number) => at.toString(16).padStart(length, '0');
    fc.assert(
      fc.property(character, fc.constantFrom('x', 'u', 'U'), (at, form) => {
        const length = { x: 2, u: 4, U: 8 }[form];
        fc.pre(length > 2 || at < 256);
        expect(write(`\\${form}${hex(at, length)}`).map(({ rule }) => rule)).toEqual([
          'coded-character',
        ]);
      }),
    );
    expect(write('\\uD800').length).toBe(1);
    for (const short of ['\\0', '\\a', '\\e', '\\t', '\\_', '\\N', '\\L', '\\P'])
      expect(write(short).length, short).toBe(1);
    for (const fine of ['\\"so\\"', '\\\\', '\\/']) expect(write(fine), fine).toEqual([]);
  });
});
