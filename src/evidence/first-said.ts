/**
 * Who said each printed value first, and when. One first statement is not enough if printed values
 * differ.
 */
import { compareText } from './compare-text.ts';
import { findOrigin } from './drift.ts';
import type { EvidenceRecord } from './record.ts';
import { fillDate } from './shared-change.ts';
import type { Quantity, Statement } from '../schema/quantity.ts';

export type FirstSaid = {
  /** The earliest statement of the value; it may be in a source that was not seen. */
  statement: Statement;
  /** When it was said, or else printed. Undefined if no date is known. */
  date: string | undefined;
  /** How many sources give the value. */
  sources: number;
};

/**
 * One entry for each different value (or the words that replace it), the oldest first, those
 * without a date last.
 */
export function listFirstSaid(
  { statements = [] }: Quantity,
  sources: EvidenceRecord['sources'],
): FirstSaid[] {
  const printed = ({ published, source }: Statement) => published ?? sources.get(source)?.published;
  const dateOf = (said: Statement) => said.said ?? printed(said);
  const compare = (a: Statement, b: Statement) =>
    compareText(fillDate(dateOf(a)), fillDate(dateOf(b))) ||
    // All who repeat a sentence give the day on which it was said. The first of them is the one
    // they repeat.
    Number(findOrigin(a, statements) !== a) - Number(findOrigin(b, statements) !== b) ||
    compareText(fillDate(printed(a)), fillDate(printed(b)));
  const groups = Map.groupBy(statements, ({ value, words }) => JSON.stringify(value ?? words));
  return [...groups.values()]
    .flatMap((group) => {
      // A source that took the value from another was not the first, even if the dates say so: for
      // some, only the month is known.
      const isRepeated = ({ repeats }: Statement) =>
        repeats !== undefined &&
        repeats.basis !== 'inferred' &&
        group.some(({ id }) => id === repeats.statement);
      const heads = group.filter((said) => !isRepeated(said));
      const [statement] = [...(heads.length > 0 ? heads : group)].sort(compare);
      return statement
        ? [
            {
              statement,
              date: dateOf(statement),
              sources: new Set(group.map(({ source }) => source)).size,
            },
          ]
        : [];
    })
    .sort((a, b) => compare(a.statement, b.statement));
}
