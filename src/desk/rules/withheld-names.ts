/** If a name is withheld, no text says more about the person than was agreed. */
import { isUnnamed } from '../../evidence/held-source.ts';
import { getAttribute, getSpan, isTag, walk } from '../../library/markup/article-text.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { Finding } from '../../schema/finding.ts';
import { refuseField } from './rule.ts';

/** The statements of a source, each with its quantity and its place in that file. */
export function listStatements({ quantities }: Content, id: string) {
  return quantities.flatMap((quantity) =>
    (quantity.value.statements ?? []).flatMap((statement, index) =>
      statement.source === id ? [{ quantity, statement, at: ['statements', index] }] : [],
    ),
  );
}

const listCapitals = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu) ?? [];

/** True if it says more about a person than the description that was agreed. */
const namesMore = (written: string, person: string) =>
  listCapitals(written).some((word) => !listCapitals(person).includes(word));

/** A statement from a talk belongs to its person, under the name that was agreed. */
export function checkWithheldSpeakers(content: Content): Finding[] {
  return content.sources
    .filter(({ value }) => isUnnamed(value))
    .flatMap((file) =>
      listStatements(content, file.id).flatMap(({ quantity, statement: { speaker }, at }) =>
        speaker === undefined || !namesMore(speaker, file.value.person ?? '')
          ? []
          : [
              refuseField(
                quantity,
                [...at, 'speaker'],
                'held-source',
                `The name is withheld in "${file.id}", and this says more than was agreed.`,
                'Delete the line: the person of the source is the speaker.',
              ),
            ],
      ),
    );
}

/** Reports tags that say more about a person than was agreed. */
export function checkAttributedTags({ articles, pages, record }: Content): Finding[] {
  return [...articles, ...pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node }) => {
      if (!isTag(node)) return [];
      const [id, by] = [getAttribute(node, 'source'), getAttribute(node, 'by')];
      const printed = id === undefined ? undefined : record.sources.get(id);
      if (
        by === undefined ||
        printed === undefined ||
        !isUnnamed(printed) ||
        !namesMore(by, printed.person ?? '')
      )
        return [];
      const { start } = getSpan(node);
      const at = Math.max(start, source.text.indexOf(by, start));
      const message = `The name is withheld in "${id}", and this says more than was agreed.`;
      const fix = `Write by="${printed.author ?? ''}"`;
      return [
        createFinding(
          source,
          { start: at, end: at + by.length },
          { rule: 'held-source', level: 'error', message, fix },
        ),
      ];
    }),
  );
}
