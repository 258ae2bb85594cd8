/** What statements say of their number besides its value: object, place, model, hedge. */
import { notStated, type Quantity, type Statement, type WrittenQuantity, type WrittenStatement } from '../schema/quantity.ts';

/** The quantity as the record has it: a dimension that a wording does not state is not there. */
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
