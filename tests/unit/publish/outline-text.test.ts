import { beforeAll, describe, expect, it } from 'vitest';
import { getOutliner } from '../../../src/drawings/chart-picture.ts';
import type { PrintText } from '../../../src/publish/chart-svg.ts';

let print: PrintText;
beforeAll(async () => {
  print = await getOutliner();
});

const draw = (text: string, family = 'Archivo Narrow') =>
  print({ text, x: 0, y: 0, size: 1000, anchor: 'start' } as Parameters<PrintText>[0], {
    'font-family': family,
  });
/** Lists the horizontal positions at which the strokes of a drawn text begin. */
const starts = (path: string) => [...path.matchAll(/M(-?[\d.]+)/g)].map(([, x]) => Number(x));

describe('texts as outlines', () => {
  it.each(['Straße', 'Ελλάδα', 'Україна', 'العراق', 'سقوط الموصل (2014) Humvees'])(
    'draw “%s” in either typeface',
    (text) => {
      for (const family of ['Archivo Narrow', 'Brygada 1918'])
        expect(starts(draw(text, family)).length).toBeGreaterThan(3);
    },
  );

  it('put the first word of an Arabic line on its right', () => {
    // The second word is to the left of the first, so the outlines of the first word alone are at
    // the right end of the two.
    const width = (text: string) => Math.max(...starts(draw(text)));
    const [both, first] = [starts(draw('شم عراق')), starts(draw('شم'))];
    expect(Math.max(...both)).toBeGreaterThan(width('عراق'));
    expect(both.filter((x) => x > width('عراق')).length).toBe(first.length);
  });

  it('keep numbers from the left to the right within an Arabic line', () => {
    const digits = draw('2014').match(/M[^M]+/g)?.length ?? 0;
    expect(digits).toBeGreaterThan(3);
    const alone = starts(draw('2014'));
    const within = starts(draw('عام 2014')).slice(0, alone.length);
    // The digits are at the left end of the line, in reading order.
    expect(within.map((x) => Math.round(x - (within[0] ?? 0)))).toEqual(
      alone.map((x) => Math.round(x - (alone[0] ?? 0))),
    );
  });

  it('join Arabic letters', () => {
    // Two joined letters have other outlines than the separate ones.
    const alone = draw('ع').length + draw('ر').length;
    expect(draw('عر').length).not.toBe(alone);
  });

  it('name a letter that no face has', () => {
    expect(() => draw('Lost in 摩')).toThrow('“摩”');
  });
});
