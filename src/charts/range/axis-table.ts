/** Numbers on one axis: those of a chart, or the different values printed for one quantity. */
import type { Ends, RangeTable } from './table.ts';

export type AxisRow = {
  /** What its mark links to: the number's reference, or its statement's. */
  ref?: string;
  /** The same number twice, or a range. */
  low: number;
  high: number;
  ends: Ends;
  /** With its hedge: "at least 40". */
  label: string;
  /** What is counted, if the rows differ in it: "parcels, North". */
  what?: string;
  /** Drawn as a hollow mark: it counts something else, or is our arithmetic. */
  hollow?: boolean;
  /** Who printed it first: "The Gazette, 2 June 2015". */
  printed: string;
  /** How many further statements print it. */
  more: number;
};

export type AxisTable = {
  /** Prefix of the ids in the drawing. */
  id: string;
  /** What is counted: "parcels". */
  unit: string;
  /** Linear, from zero, by default. */
  scale?: 'linear' | 'log';
  /** In the order in which they were first printed. */
  rows: AxisRow[];
  /** Printed in words, with no place on an axis: "a third". */
  words: string[];
  /** A tick in the unit: "$2 billion". */
  sayTick: (value: number) => string;
};

/** The rows of a chart, placed on the axis. */
export function toAxisTable(table: RangeTable): AxisTable {
  const rows = table.rows.flatMap((row): AxisRow[] => {
    const [first, ...others] = row.numbers;
    const [low, high] = first.range ?? [first.value, first.value];
    if (low === undefined || high === undefined) return [];
    const printed = row.note || first.printed || (first.derived ? 'our arithmetic' : '');
    const { label: what, ends, role } = row;
    return [
      {
        ref: first.ref,
        low,
        high,
        ends,
        label: first.label,
        what,
        hollow: role === 'context',
        printed,
        more: others.length,
      },
    ];
  });
  const words = table.rows.flatMap(({ label, note, numbers: [first, ...others] }) => {
    if (first.range || first.value !== undefined) return [];
    const printed = [label, note || first.printed, others.length > 0 && `and ${others.length} more`]
      .filter(Boolean)
      .join(', ');
    return [`${first.label} (${printed})`];
  });
  return {
    id: table.id,
    unit: table.unit,
    scale: table.scale,
    rows,
    words,
    sayTick: table.sayTick,
  };
}

/** Who printed it first, and how many others print it: "and 2 more". */
export function sayPrinted({ printed, more }: AxisRow): string {
  return more > 0 ? `${printed}, and ${more} more` : printed;
}

export function sayWords({ words }: AxisTable): string[] {
  return words.length > 0
    ? [`Printed in words, with no place on the axis: ${words.join('; ')}.`]
    : [];
}
