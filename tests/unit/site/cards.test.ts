import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { getBox } from '../../../src/charts/drawing.ts';
import { findMisplacedTexts } from '../../../src/charts/misplaced-texts.ts';
import { getDrawingStyle } from '../../../src/drawings/whole-svg.ts';
import { renderCardPng } from '../../../src/site/card-picture.ts';
import { getCardImage, getCardWords } from '../../../src/site/cards.ts';
import { listCardPaths } from '../../../src/site/expected-pages.ts';
import { getContent } from '../../../src/site/site-content.ts';
import { layoutCard, type CardWords } from '../../../src/publish/share-card.ts';
import { cardSize } from '../../../src/publish/card-blocks.ts';

/** Finds texts that leave the card or overlap. */
const findFaults = (words: CardWords) =>
  findMisplacedTexts({
    id: 'card',
    ...cardSize,
    patterns: [],
    paths: [],
    texts: layoutCard(words).texts,
  });
const sayAll = (words: CardWords) =>
  layoutCard(words)
    .texts.map(({ text }) => text)
    .join(' ');

const paths = listCardPaths(getContent());

describe('the share pictures', () => {
  it('are one of the site and one of each article, number, claim and chart', () => {
    const { quantities, breakdowns, claims, charts } = getContent();
    expect(paths.length).toBeGreaterThan(
      quantities.length + breakdowns.length + claims.length + charts.length + 1,
    );
    expect(new Set(paths).size).toBe(paths.length);
    expect(getCardImage().path).toBe('/cards/site.png');
    expect(() => getCardWords('/cards/numbers/no-such-number.png')).toThrow(
      'There is no record "no-such-number".',
    );
    expect(() => getCardWords('/elsewhere.png')).toThrow(
      'There is no share picture at /elsewhere.png.',
    );
  });

  it.each(paths)('%s keeps every word on the card, whole', (path) => {
    const words = getCardWords(path);
    expect(findFaults(words)).toEqual([]);
    const said = sayAll(words);
    expect(said).not.toContain('undefined');
    // Headlines and claims are never cut.
    expect(said).toContain(words.kind === 'claim' ? words.claim : words.title);
  });

  it('say in words what they show', () => {
    expect(getCardImage('numbers', 'machine-guns')).toEqual({
      path: '/cards/numbers/machine-guns.png',
      alt: 'E-11 4,000 / 74,000: Machine guns lost to Islamic State in Iraq (Sources differ; 7\u00a0sources, no named origin)',
      width: 1200,
      height: 630,
    });
    expect(getCardImage('articles', 'what-was-lost-at-mosul').alt).toMatch(
      / 2,300: Humvees lost in Mosul \(One statement\)$/,
    );
  });
});

describe('a card of words that nobody expected', () => {
  const siteName = 'Chain of Custody';
  const long = 'Weapons that were bought in one country and handed on in another '.repeat(6).trim();
  const word = 'Kriegswaffenkontrollgesetzesänderungsverordnung'.repeat(4);
  const article = (
    title: string,
    value: { hedge?: string; body: string },
    caption = 'Tanks',
  ): CardWords => ({
    siteName,
    kind: 'article',
    title,
    number: { value, caption, standing: 'documented' },
  });
  const number = (values: { hedge?: string; body: string }[], title = 'Tanks lost'): CardWords => ({
    siteName,
    kind: 'number',
    tag: 'E-123',
    values,
    title,
    standing: 'derived',
    facts: ['Derived by us', long],
  });

  it.each<[string, CardWords]>([
    ['a long headline', article(long, { body: '40' })],
    ['one endless word', article(word, { body: word }, word)],
    ['a long hedge', article('Lost', { hedge: 'as many as', body: 'hundreds of thousands' }, long)],
    [
      'a range of money',
      article('Lost', { hedge: 'more than', body: '$1.25 billion–$1.75 billion' }),
    ],
    ['no number', { siteName, kind: 'article', title: long }],
    [
      'three values',
      number(
        [
          { hedge: 'more than', body: '40,000' },
          { body: 'hundreds' },
          { hedge: 'as many as', body: '20–24' },
        ],
        long,
      ),
    ],
    [
      'a value in many words',
      number([{ hedge: 'at least', body: 'four or five divisions of the regular army' }]),
    ],
    ['a table', { ...number([], long), rows: long } as CardWords],
    [
      'a long claim',
      {
        siteName,
        kind: 'claim',
        label: 'Claim',
        claim: long,
        facts: ['Supported with a caveat', long],
      },
    ],
  ])('fits: %s', (_, words) => {
    expect(findFaults(words)).toEqual([]);
    expect(layoutCard(words).texts.length).toBeGreaterThan(2);
  });
});

describe.each([
  '/cards/site.png',
  '/cards/articles/what-was-lost-at-mosul.png',
  '/cards/numbers/machine-guns.png',
  '/cards/charts/weapon-origins.png',
])('the PNG %s', (path) => {
  const words = getCardWords(path);
  const decode = async (png: Uint8Array) =>
    sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });

  it(
    'shows every text: its pixels differ from those of the same card without',
    { timeout: 30_000 },
    async () => {
      const [whole, textless] = [
        await decode(await renderCardPng(words)),
        await decode(await renderCardPng(words, () => '')),
      ];
      expect([whole.info.width, whole.info.height]).toEqual([1200, 630]);
      for (const text of layoutCard(words).texts) {
        const box = getBox(text);
        let differing = 0;
        for (let row = Math.round(box.top); row < box.bottom; row++) {
          for (let column = Math.round(box.left); column < box.right; column++) {
            const at = (row * 1200 + column) * 3;
            if (Math.abs((whole.data[at] ?? 0) - (textless.data[at] ?? 0)) > 64) differing += 1;
          }
        }
        expect(differing, text.text).toBeGreaterThan(
          ((box.right - box.left) * (box.bottom - box.top)) / 50,
        );
      }
    },
  );

  it('is the same each time, small, and on the paper of the site', async () => {
    const [once, again] = [await renderCardPng(words), await renderCardPng(words)];
    expect(Buffer.compare(once, again)).toBe(0);
    expect(once.length).toBeLessThan(80_000);
    const { data } = await decode(once);
    expect(`#${data.subarray(0, 3).toString('hex')}`).toBe(getDrawingStyle().colour('paper'));
  });
});
