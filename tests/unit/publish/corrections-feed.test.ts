import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { nameCorrections } from '../../../src/evidence/name-corrections.ts';
import { formatCorrectionsFeed } from '../../../src/publish/corrections-feed.ts';
import type { Correction } from '../../../src/schema/correction.ts';

const correction = (changes: Partial<Correction>): Correction => ({
  date: '2026-11-25',
  kind: 'error',
  article: 'sample',
  old: '2,500 Humvees',
  new: '2,300 Humvees',
  why: 'The column prints [2,300 Humvees](num:mosul-humvees).',
  ...changes,
});

function makeFeed(corrections: Correction[], host = 'https://example.org/reports') {
  return formatCorrectionsFeed({
    site: 'Chain of Custody',
    address: `${host}/corrections.xml`,
    page: `${host}/corrections/`,
    since: '2026-11-20',
    corrections: nameCorrections(corrections).map((entry) => ({
      ...entry,
      articleTitle: 'Guns & “words” <of>',
      articleAddress: `${host}/articles/${entry.article}/`,
    })),
  });
}

describe('nameCorrections', () => {
  it('puts the newest first, and of one day the last that was added', () => {
    const named = nameCorrections([
      correction({ old: 'a' }),
      correction({ date: '2026-11-27', old: 'b' }),
      correction({ old: 'c' }),
    ]);
    expect(named.map((entry) => entry.old)).toEqual(['b', 'c', 'a']);
  });
  it('keeps every name when another correction is added at the end', () => {
    const first = [correction({}), correction({ old: 'again' }), correction({ article: 'other' })];
    const before = nameCorrections(first).map((entry) => entry.anchor);
    const after = nameCorrections([...first, correction({ old: 'third' })]).map(
      (entry) => entry.anchor,
    );
    expect(before).toEqual(['other-2026-11-25', 'sample-2026-11-25-2', 'sample-2026-11-25']);
    expect(after).toEqual(['sample-2026-11-25-3', ...before]);
  });
  it('keeps every name when its article is renamed', () => {
    const [named] = nameCorrections([correction({ article: 'renamed' })], () => 'sample');
    expect(named?.anchor).toBe('sample-2026-11-25');
  });
  it('says “now” only of words that were not corrected again, also if the first ones came back', () => {
    const again = 'Then, until it was corrected again:';
    const leads = (...corrections: Correction[]) =>
      nameCorrections(corrections).map(({ new: now, lead }) => [now, lead]);
    expect(
      leads(
        correction({ old: '40 vans', new: '50 vans' }),
        correction({ old: 'of 50 vans', new: 'of 40 vans' }),
        correction({ old: '40 vans', new: '60 vans', date: '2026-11-27' }),
        correction({ old: '50 vans', new: '5 vans', date: '2026-11-28', article: 'other' }),
      ),
    ).toEqual([
      ['5 vans', 'It says now:'],
      ['60 vans', 'It says now:'],
      ['of 40 vans', again],
      ['50 vans', again],
    ]);
    expect(
      leads(
        correction({ old: '40 vans', new: '50 vans' }),
        correction({ old: '50 vans', new: '40 vans' }),
      ),
    ).toEqual([
      ['40 vans', 'It says now:'],
      ['50 vans', again],
    ]);
  });
});

describe('formatCorrectionsFeed', () => {
  it('has whole ids, and invents no host, while the site has no address', () => {
    const ids = parse(makeFeed([correction({})], ''))
      .querySelectorAll('id')
      .map((id) => id.text);
    expect(ids).toEqual([
      'tag:localhost,2026:/corrections/',
      'tag:localhost,2026:/corrections/#sample-2026-11-25',
    ]);
  });

  it('is a whole feed with absolute addresses', () => {
    expect(makeFeed([correction({})])).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://example.org/reports/corrections/</id>
  <title>Corrections · Chain of Custody</title>
  <updated>2026-11-25T00:00:00Z</updated>
  <author><name>Chain of Custody</name></author>
  <link rel="self" type="application/atom+xml" href="https://example.org/reports/corrections.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/reports/corrections/"/>
  <entry>
    <id>https://example.org/reports/corrections/#sample-2026-11-25</id>
    <title>Error: Guns &amp; “words” &lt;of&gt;</title>
    <published>2026-11-25T00:00:00Z</published>
    <updated>2026-11-25T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/reports/articles/sample/#sample-2026-11-25"/>
    <content type="html">&lt;p&gt;It said: &lt;del&gt;2,500 Humvees&lt;/del&gt;&lt;/p&gt;&lt;p&gt;It says now: &lt;ins&gt;2,300 Humvees&lt;/ins&gt;&lt;/p&gt;&lt;p&gt;The column prints 2,300 Humvees.&lt;/p&gt;</content>
  </entry>
</feed>
`);
  });

  it('is dated by its newest correction, or by the newest article while there is none', () => {
    expect(makeFeed([correction({ date: '2026-12-02' }), correction({})])).toContain(
      '<updated>2026-12-02T00:00:00Z</updated>\n  <author>',
    );
    const empty = makeFeed([]);
    expect(empty).toContain('<updated>2026-11-20T00:00:00Z</updated>');
    expect(empty).not.toContain('<entry>');
  });

  it('lets no word of a correction become markup, in the feed or in the page that shows it', () => {
    const evil = '<script>alert("1")</script> & \']]>';
    const feed = makeFeed([correction({ old: evil, new: evil, why: evil })]);
    expect(feed).not.toContain('<script');
    const content = /<content type="html">(.*)<\/content>/.exec(feed)?.[1] ?? '';
    expect(content).not.toMatch(/[<>"']/);
    const shown = parse(parse(content).text);
    expect(shown.querySelectorAll('script')).toHaveLength(0);
    expect(shown.querySelector('del')?.text).toBe(evil);
  });

  it('drops what XML cannot hold, and keeps every script', () => {
    const feed = makeFeed([
      correction({ old: 'a\u0000b\u001fc\ufffe\ud800d', new: 'Eroğlu العراق 🪢' }),
    ]);
    expect(feed).toContain('abcd');
    expect(feed).toContain('Eroğlu العراق 🪢');
  });

  it('gives each correction an id of its own, the same in every build', () => {
    const several = [
      correction({}),
      correction({ old: 'again' }),
      correction({ article: 'other' }),
    ];
    const ids = [...makeFeed(several).matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(4);
    expect(makeFeed(several)).toBe(makeFeed(several));
  });
});
