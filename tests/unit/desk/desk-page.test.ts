import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import {
  code,
  formatPageHtml,
  formatPageMarkdown,
  heading,
  paragraph,
  tabulateOr,
  type DeskPage,
} from '../../../src/desk/papers/desk-page.ts';

const hostile =
  '<img src=x onerror=alert(1)> | [a](javascript:b) *bold* `tick` $5 & $6\n# second line';
const deskPage: DeskPage = {
  title: 'A <b>title</b>',
  blocks: [
    heading('Part | one'),
    paragraph('1. no list, # no heading'),
    paragraph([
      'See ',
      { text: 'the page', href: 'https://example.org/a_(b)?x=1&y=2' },
      ' and ',
      { text: 'not this', href: 'javascript:alert(1)' },
    ]),
    {
      kind: 'list',
      items: ['# one', [{ text: '74,000', as: 'old' }, ' ', { text: '4,000', as: 'new' }]],
    },
    tabulateOr('Nothing.', ['Words', 'Always empty', 'Id'], [[hostile, '', code('a|b`c')]]),
    tabulateOr('Nothing here.', ['Words'], []),
  ],
};

describe('a page for the desk', () => {
  it('prints as Markdown in which words stay words', () => {
    expect(formatPageMarkdown(deskPage)).toBe(
      [
        '# A &lt;b&gt;title&lt;/b&gt;',
        '## Part \\| one',
        '1\\. no list, # no heading',
        'See [the page](<https://example.org/a_(b)?x=1&y=2>) and not this',
        '- \\# one\n- ~~74,000~~ **4,000**',
        '| Words | Id |\n| --- | --- |\n' +
          '| &lt;img src=x onerror=alert(1)&gt; \\| \\[a\\](javascript:b) \\*bold\\* \\`tick\\` \\$5 &amp; \\$6<br># second line | `` a\\|b`c `` |',
        'Nothing here.\n',
      ].join('\n\n'),
    );
  });

  it('prints as one HTML file that loads nothing and in which words stay words', () => {
    const html = formatPageHtml(deskPage);
    const page = parse(html);
    expect(page.querySelectorAll('script, img, link, b, [onerror]')).toEqual([]);
    expect(page.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/a_(b)?x=1&y=2',
    ]);
    expect(page.querySelector('td')?.text).toContain(
      '<img src=x onerror=alert(1)>'.replace('\n', ''),
    );
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
    expect(page.querySelector('h1')?.text).toBe('A <b>title</b>');
    expect(page.querySelectorAll('th').map((cell) => cell.text)).toEqual(['Words', 'Id']);
    expect(page.querySelector('del')?.text).toBe('74,000');
  });
});
