import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judgeDescription } from '../../../src/evidence/description.ts';
import { toPlainText } from '../../../src/evidence/inline.ts';

const title = 'Weapons were mostly made in China and eastern Europe';
const subtitle = 'Documented items recovered in Iraq and northern Syria, by country of manufacture';

describe('judgeDescription', () => {
  it.each([
    ['A bar chart.', 'It has hardly any words of its own.'],
    [
      `${title}. A chart of documented items recovered in Iraq and northern Syria by country of manufacture.`,
      'It repeats the title and subtitle.',
    ],
    [
      'Ranked bars in two panels: the longest belongs to the largest producer, the others grow shorter towards the bottom, with a pale remainder.',
      'It names none of the numbers that are drawn.',
    ],
  ])('tells why %s says nothing', (description, why) => {
    expect(judgeDescription(description, [title, subtitle], true)).toBe(why);
  });

  it('asks no numbers of a drawing that has none', () => {
    const map =
      'The Euphrates runs past Raqqa and Ramadi; Mosul and Tikrit stand along the Tigris, further east, beyond open desert.';
    expect(judgeDescription(map, ['Places of the record'], false)).toBeUndefined();
  });

  // The descriptions of the first edition, which were written with care. A review judges later
  // ones.
  const folder = join(import.meta.dirname, '../../../content/charts');
  const first = [
    'calibre-and-origin',
    'component-companies',
    'humvee-value',
    'launch-tube-route',
    'losses-mosul-iraq',
    'machine-guns-relay',
    'machine-guns-two-numbers',
    'places-of-the-record',
    'timeline-2003-2017',
    'vehicle-counts',
    'weapon-origins',
  ];
  it.each(first)('lets %s pass', (id) => {
    const chart = parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')) as Record<
      'kind' | 'title' | 'subtitle' | 'description',
      string
    >;
    const [description = '', ...beside] = [chart.description, chart.title, chart.subtitle].map(
      toPlainText,
    );
    expect(
      judgeDescription(description, beside, chart.kind !== 'map' && chart.kind !== 'timeline'),
    ).toBeUndefined();
  });
});
