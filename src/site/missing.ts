/** Counts what is missing from the sources. */
import { isHeld } from '../evidence/held-source.ts';
import type { readings, Source } from '../schema/source.ts';

type Reading = keyof typeof readings;

export type Missing = {
  all: number;
  /** Sources without a known archived copy. */
  unarchived: number;
  /** Published sources without an address. */
  unaddressed: number;
  /** Sources whose address is named but not linked. */
  unlinked: number;
  /** How many sources were read in which way, those read in full first. */
  readings: { reading: Reading; count: number }[];
};

/** From the most complete reading to the least. */
export const readingOrder: readonly Reading[] = [
  'whole-page',
  'supplied',
  'held',
  'copy',
  'stored-excerpt',
  'not-seen',
];

export function countMissing(record: ReadonlyMap<string, Source>): Missing {
  const sources = [...record.values()];
  const count = (holds: (source: Source) => boolean) => sources.filter(holds).length;
  return {
    all: sources.length,
    unarchived: count(({ archived }) => archived === 'none-known'),
    unaddressed: count((source) => source.url === undefined && !isHeld(source)),
    unlinked: count(({ url, linked }) => url !== undefined && linked === false),
    readings: readingOrder
      .map((reading) => ({ reading, count: count(({ read_as }) => read_as === reading) }))
      .filter((group) => group.count > 0),
  };
}
