/**
 * A statement with `basis: named` keeps the words that name what it repeats, and they include one
 * of its names.
 */
import { holdsName, holdsSpeaker, holdsUnseenName, listNames } from '../../evidence/naming.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenQuantity, WrittenStatement } from '../../schema/quantity.ts';
import type { Rule } from './rule.ts';

export const checkNaming: Rule = (content) =>
  content.quantities.flatMap((file) =>
    (file.value.statements ?? []).flatMap((statement, index) =>
      check(content, file, statement, index),
    ),
  );

const otherwise =
  'write basis: inferred where it names nobody, or same-words where its wording shows it';

function check(
  content: Content,
  file: ContentFile<WrittenQuantity>,
  { repeats }: WrittenStatement,
  index: number,
): Finding[] {
  if (!repeats) return [];
  const { basis, names, unseen } = repeats;
  const tell = (key: string, message: string, fix: string) => [
    createFinding(file.source, file.spanOf(['statements', index, 'repeats', key]), {
      rule: 'names',
      level: 'error',
      message,
      fix,
    }),
  ];
  if (basis !== 'named')
    return names === undefined
      ? []
      : tell(
          'names',
          `It has names:, but its basis is ${basis}.`,
          'Write basis: named, or delete the line.',
        );
  if (names === undefined)
    return tell(
      'basis',
      'The basis is named, but no words that name it are given.',
      `Add "names: …", the words of that page as printed; ${otherwise}.`,
    );
  if (unseen !== undefined)
    return holdsUnseenName(names, unseen)
      ? []
      : tell(
          'names',
          `These words have no name from "${unseen}".`,
          `Copy the words that name it; ${otherwise}.`,
        );
  const statement = content.record.quantities
    .get(file.id)
    ?.statements?.find(({ id }) => id === repeats.statement);
  // Another rule reports a missing statement or source.
  if (!statement || !content.record.sources.has(statement.source)) return [];
  const repeated = { source: content.record.sources.get(statement.source), statement };
  if (holdsName(names, repeated)) return [];
  if (holdsSpeaker(names, statement))
    return tell(
      'names',
      `These words name ${statement.speaker}, and not the page that is repeated: ${listNames(repeated).join(', ')}.`,
      'Let it repeat a statement of what was said itself, in a source with read_as: not-seen; or write basis: inferred.',
    );
  return tell(
    'names',
    `These words name none of those that are repeated: ${listNames(repeated).join(', ')}.`,
    `Copy the words that name it, add the name they use to aliases: in content/sources/${statement.source}.yaml, or ${otherwise}.`,
  );
}
