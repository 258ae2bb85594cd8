/** What statements say about their number besides its value: object, place, model, hedge. */
import type { EvidenceRecord } from './record.ts';
import {
  notStated,
  type Quantity,
  type Statement,
  type WrittenQuantity,
  type WrittenStatement,
} from '../schema/quantity.ts';

/** Returns the quantity as in the record, without dimensions that its file marks as not stated. */
export function dropNotStated({ statements, ...quantity }: WrittenQuantity): Quantity {
  return statements ? { ...quantity, statements: statements.map(dropFromStatement) } : quantity;
}

function dropFromStatement(written: WrittenStatement): Statement {
  const { hedge, ...statement } = written;
  const states = (text: string | undefined) => (text === notStated ? undefined : text);
  return {
    ...statement,
    hedge: hedge === notStated ? undefined : hedge,
    object: states(written.object),
    place: states(written.place),
    model: states(written.model),
  };
}

type Printed = { source: string; wording?: string | undefined; wording_from?: string | undefined };

/**
 * Whether a wording is in a language other than English, the language of the page. Digits alone
 * belong to every language.
 */
export function isForeign(
  { sources }: Pick<EvidenceRecord, 'sources'>,
  { source, wording = '', wording_from: printer }: Printed,
): boolean {
  const language = sources.get(printer ?? source)?.language;
  return /\p{L}/u.test(wording) && language !== undefined && language !== 'en';
}
