/** A statement repeats one that exists and is earlier, in a chain that ends and is not too long. */
import type { ContentFile } from '../../library/content.ts';
import { createFinding, findNearest } from '../../library/findings.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenQuantity, WrittenStatement } from '../../schema/quantity.ts';
import { refuseField } from './rule.ts';

/** Longer chains are hard to follow, and each step loses information. */
const longestChain = 5;

export function checkChainLength(
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const statements = file.value.statements ?? [];
  let steps = 0;
  let next: WrittenStatement | undefined = statement;
  while (next?.repeats?.statement !== undefined && steps <= statements.length) {
    const id: string = next.repeats.statement;
    next = statements.find((other) => other.id === id);
    steps += 1;
  }
  if (steps <= longestChain || steps > statements.length) return [];
  return [
    createFinding(file.source, file.spanOf(['statements', index, 'repeats']), {
      rule: 'chain-long',
      level: 'warning',
      message: `The number came to this statement in ${steps} steps; chains of more than ${longestChain} are rare.`,
      fix: 'Check that each step repeats the one just before it.',
    }),
  ];
}

export function checkRepeats(
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const { repeats } = statement;
  if (!repeats) return [];
  const statements = file.value.statements ?? [];
  const path = ['statements', index, 'repeats', ...(repeats.statement ? ['statement'] : [])];
  const refuse = (message: string, fix: string) => [
    refuseField(file, path, 'repeats', message, fix),
  ];
  if ((repeats.statement === undefined) === (repeats.unseen === undefined))
    return refuse(
      'What is repeated is either a statement of this quantity or unseen.',
      'Write one of the two: statement or unseen.',
    );
  if (repeats.statement === undefined) return [];
  const repeated = statements.find((other) => other.id === repeats.statement);
  if (!repeated) {
    const near = findNearest(
      repeats.statement,
      statements.map((other) => other.id),
    );
    return refuse(
      `This quantity has no statement called "${repeats.statement}".`,
      near
        ? `Did you mean "${near}"?`
        : `It has: ${statements.map((other) => other.id).join(', ')}.`,
    );
  }
  const circle = findCircle(statement, statements);
  if (circle)
    return refuse(
      `The chain is circular: ${circle.join(' repeats ')}.`,
      'Delete repeats: in the first of them.',
    );
  const [later, earlier] = [statement.published, repeated.published];
  if (later && earlier && later.slice(0, 10) < earlier.slice(0, later.length)) {
    return refuse(
      `A statement of ${later} cannot repeat one of ${earlier}.`,
      'Correct one of the dates, or reverse the link.',
    );
  }
  return [];
}

/** Returns the ids along the chain if it leads back to its start; undefined if it ends. */
function findCircle(
  statement: WrittenStatement,
  statements: WrittenStatement[],
): string[] | undefined {
  const chain = [statement.id];
  let next = statement.repeats?.statement;
  while (next !== undefined && chain.length <= statements.length) {
    chain.push(next);
    if (next === statement.id) return chain;
    const repeated = statements.find((other) => other.id === next);
    next = repeated?.repeats?.statement;
  }
  return undefined;
}
