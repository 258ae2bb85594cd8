import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { getBox, type Drawing, type PathKind } from '../../../src/charts/drawing.ts';
import { findMisplacedTexts } from '../../../src/charts/misplaced-texts.ts';
import { getChartData } from '../../../src/drawings/chart-data.ts';
import { linkMarks } from '../../../src/drawings/chart-kinds.ts';
import { renderChartPng } from '../../../src/drawings/chart-picture.ts';
import {
  formatChartSvg,
  getDrawingStyle,
  getPicture,
  pixelsPerUnit,
} from '../../../src/drawings/whole-svg.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { layoutPicture } from '../../../src/publish/chart-surround.ts';
import { readDrawingStyle } from '../../../src/publish/drawing-style.ts';
import { roles } from '../../../src/schema/chart.ts';
import { some } from '../../how-much.ts';

const { charts, record } = readContent(process.cwd()).content;
const address = 'https://custody.example/charts/x/';
const pictures = charts.map(({ id, value, table }) => ({
  id,
  picture: getPicture(getChartData(record, id, value, table?.rows), 'Chain of Custody', address),
}));

describe('the look of a drawing in a file', () => {
  const tokens =
    '@theme static { --color-ink: #111111; --color-mid: #222222; --color-paper: #ffffff; } @variant dark { :root { --color-ink: #eeeeee; } }';

  it('is what the stylesheet says, the weightier rule last', () => {
    const css = `
      .drawing { display: flex; --role: var(--color-ink); }
      .drawing .context { --role: var(--color-mid); }
      .c-bar { fill: none; stroke: var(--role); }
      .c-block.context { fill-opacity: 0.5; }
      .drawing :is(.c-quiet, .c-tick) { fill: var(--color-mid); stroke-width: 5px; }
      .drawing text { fill: var(--color-ink); }
      @media print { @container (min-width: 1px) { .c-bar { stroke: red; } } .c-bar { fill: red; } }
      .chart .c-bar { fill: red; }
      .c-axis { stroke: var(--color-ink); }
    `;
    const { find } = readDrawingStyle(css, tokens);
    expect(find('path', ['c-bar'])).toEqual({ fill: 'none', stroke: '#111111' });
    expect(find('path', ['c-bar', 'context'])).toEqual({ fill: 'none', stroke: '#222222' });
    expect(find('path', ['c-block', 'context'])).toEqual({ 'fill-opacity': '0.5' });
    expect(find('text', ['c-tick'])).toEqual({ fill: '#222222', 'stroke-width': '5' });
    expect(find('path', ['c-axis'])).toEqual({ stroke: '#111111' });
  });

  it('refuses what a file cannot hold', () => {
    expect(() =>
      readDrawingStyle('.c-bar { fill: var(--color-nothing) }', tokens).find('path', ['c-bar']),
    ).toThrow('There is no colour --color-nothing.');
    expect(() =>
      readDrawingStyle('.c-bar { fill: color-mix(in srgb, red, blue) }', tokens).find('path', [
        'c-bar',
      ]),
    ).toThrow('cannot stand in a file');
  });

  it('is known for every kind of path in every role', () => {
    const kinds: Record<PathKind, true> = {
      ...{
        grid: true,
        divider: true,
        axis: true,
        bracket: true,
        bar: true,
        edge: true,
        outline: true,
        block: true,
        empty: true,
        dots: true,
        dot: true,
      },
      ...{ square: true, knot: true, ring: true, stem: true, thread: true, lens: true },
      ...{
        sea: true,
        land: true,
        focus: true,
        border: true,
        river: true,
        leader: true,
        place: true,
      },
    };
    const css = readFileSync(new URL('../../../src/styles/chart.css', import.meta.url), 'utf8');
    for (const kind of Object.keys(kinds)) {
      // The plain block has a pattern as its fill.
      if (kind === 'block') continue;
      if (!css.includes(`.c-${kind}`)) continue;
      for (const role of roles) {
        const { fill, stroke } = getDrawingStyle().find('path', [`c-${kind}`, role]);
        expect(fill ?? stroke, `${kind} ${role}`).toBeDefined();
      }
    }
    // An empty mark must not look full.
    expect(getDrawingStyle().find('path', ['c-empty']).fill).toBe(getDrawingStyle().colour('tint'));
  });
});

describe('a chart as a file', () => {
  const words = {
    id: 'guns',
    title: 'Guns & "roses" <made> in the north',
    subtitle: 'Guns, June 2014',
    description: 'What it shows.',
    note: '',
    sources: 'The gazette.',
    siteName: 'Custody',
    address: `https://custody.example/a/very/long/folder/that/goes/on/and/on/and/on/without/any/end/at/all/charts/guns-${'x'.repeat(40)}/`,
  };
  const drawing: Drawing = {
    frame: 'desktop',
    parts: [{ id: 'guns-desktop-1', width: 960, height: 100, patterns: [], paths: [], texts: [] }],
    warnings: [],
  };

  it('ends with the name of the site alone while that has no address', () => {
    const { part } = layoutPicture({ ...words, address: '' }, drawing).blocks.at(-1) ?? {};
    expect(part?.texts.map(({ text }) => text)).toEqual(['Custody']);
  });

  it('places and escapes every word, however long', () => {
    const picture = layoutPicture(
      { ...words, title: `${words.title} ${'and of the south '.repeat(12)}` },
      drawing,
    );
    expect(picture.blocks.flatMap(({ part }) => findMisplacedTexts(part))).toEqual([]);
    const svg = formatChartSvg(layoutPicture(words, drawing));
    expect(svg).toContain(
      '<title id="guns-file-title">Guns &amp; &quot;roses&quot; &lt;made&gt; in the north</title>',
    );
    expect(svg).toContain('<desc id="guns-file-description">What it shows.</desc>');
  });

  it.each(pictures)('stands alone: $id', ({ picture }) => {
    expect(picture.blocks.flatMap(({ part }) => findMisplacedTexts(part))).toEqual([]);
    const svg = formatChartSvg(picture);
    expect(svg).not.toMatch(
      / class=| style=|var\(|<script|undefined|NaN|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
    );
    const file = parse(svg);
    const texts = file.querySelectorAll('text').map((text) => text.text);
    expect(texts.join(' ')).toContain(picture.words.sources);
    expect(texts.join(' ')).toContain(picture.words.title);
    expect(texts).toContain('Chain of Custody');
    const ids = file.querySelectorAll('[id]').map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id = ''] of svg.matchAll(/(?:href="#|url\(#)([^")]+)/g))
      expect(ids).toContain(id);
    for (const text of file.querySelectorAll('text'))
      expect(text.getAttribute('font-family')).toMatch(/serif$/);
    // Only words on a drawing have a halo.
    const drawn = picture.blocks.flatMap(({ part }) =>
      part.paths.length > 0 && part.texts.length > 0 ? `#${part.id}-texts` : [],
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((id) => /-(?:head|notes|foot)-/.test(id))).toEqual([]);
    expect(file.querySelectorAll('use').map((halo) => halo.getAttribute('href'))).toEqual(drawn);
  });
});

/** Decodes a PNG to pixels of three bytes each. */
async function decode(
  png: Uint8Array,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function listChunks(png: Uint8Array): string[] {
  const chunks: string[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at))
    chunks.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
  return [...new Set(chunks)];
}

describe.each(some(pictures, 1))('the PNG of $id', ({ picture }) => {
  it(
    'shows every text: its pixels differ from those of the same drawing without',
    { timeout: 30_000 },
    async () => {
      const whole = await decode(await renderChartPng(picture));
      const textless = await decode(await renderChartPng(picture, () => ''));
      expect([whole.width, whole.height]).toEqual([
        picture.width * pixelsPerUnit,
        picture.height * pixelsPerUnit,
      ]);
      const missing = picture.blocks.flatMap(({ x, y, part }) =>
        part.texts.filter((text) => {
          const box = getBox(text);
          const columns = [x + box.left, x + box.right].map((value) =>
            Math.round(value * pixelsPerUnit),
          );
          const rows = [y + box.top, y + box.bottom].map((value) =>
            Math.round(value * pixelsPerUnit),
          );
          let differing = 0;
          for (let row = rows[0] ?? 0; row < (rows[1] ?? 0); row += 1) {
            for (let column = columns[0] ?? 0; column < (columns[1] ?? 0); column += 1) {
              const at = (row * whole.width + column) * 3;
              if (Math.abs((whole.data[at] ?? 0) - (textless.data[at] ?? 0)) > 64) differing += 1;
            }
          }
          // The ink of a dash is a fortieth of its box, that of letters at least an eighth.
          const area = ((columns[1] ?? 0) - (columns[0] ?? 0)) * ((rows[1] ?? 0) - (rows[0] ?? 0));
          return differing < area / 50;
        }),
      );
      expect(missing.map(({ text }) => text)).toEqual([]);
    },
  );

  it('is the same each time, on the paper of the site, and says nothing besides', async () => {
    const [once, again] = [await renderChartPng(picture), await renderChartPng(picture)];
    expect(Buffer.compare(once, again)).toBe(0);
    expect(
      listChunks(once).filter(
        (chunk) => !['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT', 'IEND'].includes(chunk),
      ),
    ).toEqual([]);
    const corner = { left: 0, top: 0, width: 1, height: 1 };
    const pixel = await sharp(once).removeAlpha().extract(corner).raw().toBuffer();
    expect(`#${pixel.toString('hex')}`).toBe(getDrawingStyle().colour('paper'));
  });
});

it('names a letter that the fonts cannot draw', async () => {
  const [first] = pictures;
  if (!first) throw new Error('There is no chart.');
  const picture = layoutPicture(
    { ...first.picture.words, siteName: '武器' },
    { frame: 'desktop', parts: [], warnings: [] },
  );
  await expect(renderChartPng(picture)).rejects.toThrow('cannot draw “武” of “武器”');
});

it.each(charts)(
  'leads from each mark to the site, where that is known, and nowhere else: $id',
  ({ id, value, table }) => {
    const data = getChartData(record, id, value, table?.rows);
    const picture = getPicture(data, 'Chain of Custody', address);
    const links = new Map(
      [...linkMarks(data.table)].map(([key, { path, name }]) => [
        key,
        { address: `https://custody.example${path}`, name },
      ]),
    );
    const anchors = parse(formatChartSvg(picture, links)).querySelectorAll('a');
    expect(anchors.length).toBeGreaterThan(0);
    for (const anchor of anchors) {
      expect([...links.values()]).toContainEqual({
        address: anchor.getAttribute('href'),
        name: anchor.getAttribute('aria-label'),
      });
      expect(anchor.querySelectorAll('rect').length).toBeGreaterThan(0);
    }
    expect(formatChartSvg(picture, links)).toContain('role="graphics-document"');
    expect(formatChartSvg(picture)).not.toContain('<a ');
    expect(formatChartSvg(picture)).toContain('role="img"');
  },
);
