import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { readContent } from '../../src/library/read-content.ts';

/**
 * Entries of the research dossier from which the record was first built. None of them may get lost.
 */
const figures =
  'car-total-items car-weapons car-ammo car-weapons-iraq car-weapons-syria car-ammo-iraq car-ammo-syria car-sites-iraq car-sites-syria car-sites-total car-wp-weapons car-wp-ammo car-nato-weapons car-nato-ammo car-about-90 car-us-weapons car-us-ammo car-china-count car-hungary-count car-serbia-count car-turkey-weapons car-turkey-ammo car-eu-weapons car-eu-ammo car-cn-ru car-iraq-army-share car-us-cases car-59-days car-pg9 car-lmg-cache car-pages car-2015-database car14-cartridges car14-countries car14-us car14-recent car16-components car16-companies car16-countries car16-turkey car16-india car16-uae car16-iraq car16dec-facilities humvee-2300 humvee-1500 humvee-hundreds vehicles-2500 vehicles-250-un vehicles-destroyed humvee-two-thirds humvee-cost-1bn humvee-cost-161m loss-total-656m tanks-40 tanks-28 tanks-10 tanks-140 howitzers-52 howitzers-cost mg-74000 mg-4000 divisions ramadi-losses dsca-humvee dsca-tanks fms-2008 ammo-oct2014 itef-1600 itef-gao amnesty-1bn gao-190k sigar-474k syria-te-500 syria-te-4or5 nsf-25pct timber-1bn ctef-fy18 ctef-syria dodig-715 occrp-1200 occrp-2200 amnesty-25 air-5075 paris-20 paris-24 coalition-60';
const breakdowns =
  'weapons-origin weapons-origin-counts weapons-iraq-syria ammo-origin ammo-iraq-syria calibre car2014-cartridges car2016-ied humvee-estimates value-estimates air-2017';
/** Except p30, the credit below an embedded document, which is not a claim of the article. */
const claims = [...numbered('w', 25), ...numbered('p', 29)];

function numbered(letter: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`,
  );
}

const { content } = readContent(join(import.meta.dirname, '../..'));

describe('the record', () => {
  it('holds every figure and breakdown of the dossier', () => {
    const held = new Set(
      [...content.quantities, ...content.breakdowns].flatMap((file) => file.value.dossier ?? []),
    );
    expect([...figures.split(' '), ...breakdowns.split(' ')].filter((id) => !held.has(id))).toEqual(
      [],
    );
    expect(figures.split(' ')).toHaveLength(87);
    expect(breakdowns.split(' ')).toHaveLength(11);
  });

  it('holds every claim, once', () => {
    expect(content.claims.flatMap((file) => file.value.dossier ?? []).sort()).toEqual(
      [...claims].sort(),
    );
  });

  it('holds the sources, events and places', () => {
    expect(content.sources.length).toBeGreaterThanOrEqual(185);
    expect(content.events?.value.length).toBeGreaterThanOrEqual(56);
    expect(content.places?.value.length).toBeGreaterThanOrEqual(23);
  });
});
