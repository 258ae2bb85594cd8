/**
 * A mark of drift in context: how many printings of the quantity were compared, how many say the
 * same, and who else made the same change. So no single text is blamed for what others did too.
 */
import { compareText } from './compare-text.ts';
import { isSame, noHedge, sayDimension, traceStatements, type Change } from './drift.ts';
import type { EvidenceRecord } from './record.ts';
import type { Quantity, Statement } from '../schema/quantity.ts';

export type SharedChange = {
  change: Change;
  /**
   * Sources of the quantity whose words are kept; for a value, speaker or date, all that were read.
   */
  read: number;
  /** How many of them state the changed value. */
  same: number;
  /** How many of them say nothing about it. */
  silent: number;
  /**
   * Sources that give the number but could not be compared: no wording kept, only cited, or not
   * seen.
   */
  notSeen: number;
  /** Every statement that made the same change, this one included, the oldest first. */
  makers: Statement[];
  /**
   * Statements of other sources that say the same without having changed it in our record, the
   * oldest first.
   */
  alsoSay: Statement[];
};

type Sources = EvidenceRecord['sources'];

/** Dimensions that come from the printed words of a statement. */
const inWords = new Set<Change['what']>(['hedge', 'object', 'model', 'place']);

/**
 * The context of a mark of drift. `change` is one of those that `traceStatements` returns for a
 * statement of the quantity.
 */
export function describeChange(quantity: Quantity, change: Change, sources: Sources): SharedChange {
  const { what, to } = change;
  const statements = sortByDate(quantity.statements ?? [], sources);
  const isSeen = (id: string) => sources.get(id)?.read_as !== 'not-seen';
  const isRead = (said: Statement) =>
    isSeen(said.source) && (!inWords.has(what) || said.wording !== undefined);
  const says = (said: Statement) => sayDimension(said, what, quantity);
  const saysSame = (said: Statement) => {
    const stated = says(said);
    return stated !== undefined && isSame(what, stated, to);
  };
  const isSilent = (said: Statement) => {
    const stated = says(said);
    return stated === undefined || (what === 'hedge' && stated === noHedge && to !== noHedge);
  };
  const read = groupBySource(statements.filter(isRead));
  // The words of a broadcast are known if a printing keeps them, although nobody heard it again.
  const known = new Set(
    statements
      .filter((said) => isRead(said) || says(said) !== undefined)
      .map(({ source }) => source),
  );
  const all = new Set([...statements.map(({ source }) => source), ...(quantity.also_cited ?? [])]);
  const makers = listMakers(quantity, change, sources);
  const madeBy = new Set(makers.map(({ source }) => source));
  return {
    change,
    read: read.length,
    same: read.filter((group) => group.some(saysSame)).length,
    silent: read.filter((group) => group.every(isSilent)).length,
    notSeen: [...all].filter((id) => !known.has(id)).length,
    makers,
    alsoSay: statements.filter((said) => saysSame(said) && !madeBy.has(said.source)),
  };
}

/** Every statement that made the same change, the oldest first. */
function listMakers(quantity: Quantity, { what, from, to }: Change, sources: Sources): Statement[] {
  const makers = traceStatements(quantity)
    .filter(({ changes }) =>
      changes.some(
        (other) =>
          other.what === what && isSame(what, other.from, from) && isSame(what, other.to, to),
      ),
    )
    .map(({ statement }) => statement);
  return sortByDate(makers, sources);
}

function groupBySource(statements: readonly Statement[]): Statement[][] {
  return [...Map.groupBy(statements, ({ source }) => source).values()];
}

/** Oldest first, by the day of printing. */
export function sortByDate(statements: readonly Statement[], sources: Sources): Statement[] {
  const dateOf = ({ published, source, said }: Statement) =>
    published ?? sources.get(source)?.published ?? said;
  return [...statements].sort((a, b) => compareText(fillDate(dateOf(a)), fillDate(dateOf(b))));
}

/**
 * A date as text that sorts. A month without a day comes after the days of that month; a missing
 * date comes last.
 */
export function fillDate(date: string | undefined): string {
  return (date ?? '9999').padEnd('2015-06-02'.length, '-99');
}
