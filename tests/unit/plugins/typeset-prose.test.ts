import { mdxToJs, mdxToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { listHeadings } from '../../../src/library/markup/article-text.ts';
import { setAttributes, typesetProse } from '../../../src/plugins/typeset-prose.ts';
import type { ArticleNode } from '../../../src/library/content.ts';

/** Compiles a text as the build does, with no-break spaces as ~. */
async function compile(text: string): Promise<string> {
  const { code } = await mdxToJs(text, {
    mdastPlugins: [typesetProse],
    hastPlugins: [setAttributes],
    features: { smartPunctuation: false },
  });
  return code.replaceAll('\\xA0', '~');
}

describe('typesetProse', () => {
  it('sets a paragraph across its links, emphasis and tags, and the breaks of its lines', async () => {
    const code = await compile(
      `He said "*no*" - in [2,300](num:humvees) Humvees,\n<Plain>7</Plain>\ntanks and 7.62\nmm.`,
    );
    for (const words of ['He said “', '”~– in ', '"2,300"', '~Humvees,', '~tanks and 7.62~mm.'])
      expect(code).toContain(words);
    expect(code).toContain('num:humvees');
  });

  it('sets headings, lists, quotations and cells of tables', async () => {
    const code = await compile(
      `## Iraq's 40 tanks\n\n- It's 2 weeks\n\n> "No" ...\n\n| 7.62 mm | a "b" |\n| --- | --- |\n| 2-3 | p. 7 |\n`,
    );
    for (const words of [
      'Iraq’s 40~tanks',
      'It’s 2~weeks',
      '“No” …',
      '7.62~mm',
      'a “b”',
      '2–3',
      'p.~7',
    ])
      expect(code).toContain(words);
  });

  it('keeps code, addresses and their words as they are', async () => {
    const code = await compile(
      'Type `a - "b"`, see https://example.org/1980-1988/ or [it](https://example.org/2014-2017/).\n\n```\nit\'s 40 tanks\n```\n',
    );
    expect(code).toContain('a - \\"b\\"');
    expect(code.match(/https:\/\/example\.org\/1980-1988\//g)).toHaveLength(2);
    expect(code).toContain('https://example.org/2014-2017/');
    expect(code).toMatch(/it\\?'s 40 tanks/);
  });

  it('leaves each heading the address that the check knows', async () => {
    const text = `## Iraq's 40 tanks, 1980-1988\n\n## Twice\n\n## Twice\n`;
    const slugs = listHeadings(mdxToMdast(text) as ArticleNode).map(({ slug }) => slug);
    expect(slugs).toEqual(['iraqs-40-tanks-1980-1988', 'twice', 'twice-1']);
    const code = await compile(text);
    for (const slug of slugs) expect(code).toContain(`"${slug}"`);
  });

  it('sets what attributes print, not what they name', async () => {
    const code = await compile(
      `<Note title="Iraq's 40 tanks">It.</Note>\n\n<Quote source="iraq-2014-2017" by="O'Neil" at="p. 7">No</Quote>\n\nA <Term id="40-50">term</Term>.\n`,
    );
    for (const words of ['Iraq’s 40~tanks', 'O’Neil', 'p.~7', 'iraq-2014-2017', '"40-50"'])
      expect(code).toContain(words);
  });
});
