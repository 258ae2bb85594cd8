/** A number of the record as charts use it: looked up and put into words. */

export type ChartNumber = {
  /** The reference that names it in the record. */
  ref: string;
  /** Id of the quantity or breakdown, and the fragment on its page. */
  recordId: string;
  fragment: string;
  tag: string;
  /** Undefined if only words or a range were printed. */
  value: number | undefined;
  /** The range, if one was printed. Only the kind `range` draws it. */
  range?: [low: number, high: number] | undefined;
  /** Hedge in words, or nothing: "at least". */
  hedge: string;
  /** The value as recorded, without its hedge: "12.12%", "40", "hundreds". */
  text: string;
  /**
   * What is beside the mark: hedge and value, as recorded; a share without its sign if the heading
   * has it: "12.12".
   */
  label: string;
  unit: string;
  /** What it is a part of: "1,832 parcels"; or nothing. */
  base: string;
  place: string;
  /** What exactly its source counts, if the source says so: "sealed parcels". */
  object: string;
  /** What became of the things counted, in a word from the site's list; or nothing. */
  fate: string;
  /** As recorded, never typeset: 2015-06-02, or 2014-07/2017-11. */
  date: string;
  /** Where it was read, in words: "The Gazette, 2 June 2015"; or nothing for our own arithmetic. */
  printed: string;
  sourceIds: string[];
  sourceNames: string[];
  /** True for our own arithmetic. */
  derived: boolean;
};

/**
 * The name of a number in a drawing: its reference or, if no record holds it, its place in the
 * table.
 */
export function keyOf({ ref }: Pick<ChartNumber, 'ref'>, row: string, measure: string): string {
  return ref || `${row}/${measure}`;
}

/** An entry of the record by its id, with the name that a page prints. */
export type Named = { id: string; name: string };
