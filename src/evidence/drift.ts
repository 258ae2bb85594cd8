/**
 * Drift: what changed between a statement and the one it repeats. Computed, never typed. Only what
 * both state is compared. An inferred link has no drift, because a guess must not accuse anybody.
 */
import type { Quantity, Statement } from '../schema/quantity.ts';
import { formatDate, formatValue, hedgeWords } from './format.ts';

export type Change = {
  what: 'value' | 'hedge' | 'object' | 'place' | 'model' | 'speaker' | 'date';
  from: string;
  to: string;
};

export type Link = {
  statement: Statement;
  /**
   * The statement it repeats; undefined for a first appearance, or if the repeated text was not
   * seen.
   */
  repeated: Statement | undefined;
  basis: 'named' | 'same-words' | 'inferred' | undefined;
  /** Empty for a first appearance, an unseen or an inferred link, and for a faithful repeat. */
  changes: Change[];
};

/** Each statement with the one it repeats and what changed, in the order of the record. */
export function traceStatements(quantity: Quantity): Link[] {
  const statements = quantity.statements ?? [];
  return statements.map((statement) => {
    const repeated = statements.find((other) => other.id === statement.repeats?.statement);
    const basis = statement.repeats?.basis;
    const changes =
      repeated && basis !== 'inferred' ? compareStatements(repeated, statement, quantity) : [];
    return { statement, repeated, basis, changes };
  });
}

/**
 * Every first appearance followed by those that repeat it, so that a line from row to row joins
 * only related statements.
 */
export function sortIntoThreads(links: Link[]): Link[] {
  const rest = new Set(links);
  const take = (link: Link): Link[] => {
    if (!rest.delete(link)) return [];
    return [link, ...links.filter(({ repeated }) => repeated === link.statement).flatMap(take)];
  };
  // The remaining statements repeat one another in a circle. They keep the order of the record.
  return [...links.filter(({ repeated }) => !repeated), ...links].flatMap(take);
}

/** The dimensions that are compared, in the order in which pages list them. */
const compared = ['value', 'hedge', 'object', 'model', 'place', 'speaker', 'date'] as const;

/**
 * Whether two statements of a dimension agree. The office of a speaker makes no difference, and a
 * month agrees with each of its days.
 */
export function isSame(what: Change['what'], one: string, other: string): boolean {
  if (what === 'speaker') return nameOf(one) === nameOf(other);
  return (
    one === other || (what === 'date' && (one.endsWith(` ${other}`) || other.endsWith(` ${one}`)))
  );
}

/** What `later` states differently from `earlier`. */
export function compareStatements(
  earlier: Statement,
  later: Statement,
  quantity: Quantity,
): Change[] {
  return compared.flatMap((what) => {
    const [from, to] = [sayDimension(earlier, what, quantity), sayDimension(later, what, quantity)];
    return from === undefined || to === undefined || isSame(what, from, to)
      ? []
      : [{ what, from, to }];
  });
}

/**
 * Whether the record says if there was a hedge. If the wording was not seen, one may have been
 * printed although none is recorded.
 */
function statesHedge(statement: Statement): boolean {
  return (
    statement.hedge !== undefined ||
    statement.wording !== undefined ||
    statement.words !== undefined
  );
}

/** What a wording without a hedge states. */
export const noHedge = 'no hedge';

function sayHedge(statement: Statement): string {
  return statement.hedge ? hedgeWords[statement.hedge] : noHedge;
}

/**
 * What a statement states of a dimension, in words; undefined if it states nothing. If the words
 * were read, the absence of a hedge counts as a statement.
 */
export function sayDimension(
  said: Statement,
  what: Change['what'],
  { unit }: Quantity,
): string | undefined {
  switch (what) {
    case 'value':
      return formatValue({ value: said.value, words: said.words }, unit) || undefined;
    case 'hedge':
      return statesHedge(said) ? sayHedge(said) : undefined;
    case 'date':
      return said.said && formatDate(said.said);
    case 'object':
    case 'place':
    case 'model':
    case 'speaker':
      return said[what];
  }
}

/**
 * The name without the office that follows it: "jane doe" of "Jane Doe, head of the post office".
 */
function nameOf(speaker: string): string {
  return speaker.split(',')[0]?.trim().toLowerCase() ?? '';
}

/**
 * The statement from which this one takes its number: the end of the chain of named and same-words
 * links. A cycle ends at the statement where it closes.
 */
export function findOrigin(statement: Statement, statements: Statement[]): Statement {
  const seen = new Set<string>();
  let origin = statement;
  while (!seen.has(origin.id)) {
    seen.add(origin.id);
    const { repeats } = origin;
    if (!repeats || repeats.basis === 'inferred') break;
    const next = statements.find((other) => other.id === repeats.statement);
    if (!next) break;
    origin = next;
  }
  return origin;
}
