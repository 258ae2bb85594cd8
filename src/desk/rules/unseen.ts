/**
 * A source that the desk has not seen is known only through sources that name it. It has no
 * address, and no words except those that they print.
 */
import { isHeld } from '../../evidence/held-source.ts';
import { findWordings } from '../../evidence/quotation.ts';
import { listWordings, type Wording } from '../../library/texts/kept-wordings.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { type YamlPath, type YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenQuantity } from '../../schema/quantity.ts';
import type { WrittenSource } from '../../schema/source.ts';
import type { Rule } from './rule.ts';

export const checkUnseen: Rule = (content) => {
  const wordings = listWordings(content);
  return [
    ...content.sources.filter(({ value }) => !isHeld(value)).flatMap(checkSource),
    ...content.quantities.flatMap((file) => checkStatements(content, file, wordings)),
    ...content.breakdowns.flatMap((file) =>
      file.value.rows.flatMap((row, index) =>
        (row.printings ?? []).flatMap((printing, at) =>
          isUnseen(content, printing.source)
            ? [
                tell(
                  file,
                  ['rows', index, 'printings', at, 'source'],
                  `"${printing.source}" was not seen, so no row was read in it.`,
                  'Name the source that prints the row.',
                ),
              ]
            : [],
        ),
      ),
    ),
  ];
};

const tell = (file: YamlRecord<unknown>, path: YamlPath, message: string, fix: string): Finding =>
  createFinding(file.source, file.spanOf(path), { rule: 'not-seen', level: 'error', message, fix });

const isUnseen = ({ record }: Content, id: string) =>
  record.sources.get(id)?.read_as === 'not-seen';

function checkSource(file: ContentFile<WrittenSource>): Finding[] {
  const { url, read_as: read, quotes = [], archived } = file.value;
  if (read !== 'not-seen')
    return read === 'whole-page' && url === undefined
      ? [
          tell(
            file,
            ['read_as'],
            'A page that was read has an address, but none is given.',
            'Add "url: …"; or write read_as: supplied for a text that was supplied to the desk.',
          ),
        ]
      : [];
  return [
    ...(url === undefined
      ? []
      : [
          tell(
            file,
            ['url'],
            'A source that was not seen has no address of a page that was read.',
            'Delete it, or write original_url: where a page prints it.',
          ),
        ]),
    ...(archived === undefined || archived === 'none-known'
      ? []
      : [
          tell(
            file,
            ['archived'],
            'There is an archived copy, but the source is marked as not seen.',
            'Read the copy, and say in read_as: how much of it was read.',
          ),
        ]),
    ...(quotes.length === 0
      ? []
      : [
          tell(
            file,
            ['quotes'],
            'A source that was not seen has no words of its own.',
            'Keep them with the source that prints them.',
          ),
        ]),
  ];
}

function checkStatements(
  content: Content,
  file: ContentFile<WrittenQuantity>,
  wordings: Map<string, Wording[]>,
): Finding[] {
  const statements = file.value.statements ?? [];
  return statements.flatMap(({ id, source, wording, wording_from: printer }, index) => {
    const at = (key: string) => ['statements', index, key];
    // Another rule reports a missing source.
    if (!content.record.sources.has(source)) return [];
    if (!isUnseen(content, source))
      return printer === undefined
        ? []
        : [
            tell(
              file,
              at('wording_from'),
              `"${source}" was read, so wording_from: is not needed.`,
              'Delete the line.',
            ),
          ];
    const findings: Finding[] = [];
    if (!statements.some(({ repeats }) => repeats?.statement === id && repeats.basis === 'named'))
      findings.push(
        tell(
          file,
          at('source'),
          `"${source}" was not seen, and no statement of this quantity names it.`,
          `Write in a statement that names it: repeats: { statement: ${id}, basis: named, names: … }.`,
        ),
      );
    if (wording !== undefined && printer === undefined)
      findings.push(
        tell(
          file,
          at('wording'),
          `"${source}" was not seen, and the record does not say who prints these words.`,
          'Add "wording_from: …", the source that quotes them.',
        ),
      );
    if (printer === undefined) return findings;
    const refuse = (message: string, fix: string) => [
      ...findings,
      tell(file, at('wording_from'), message, fix),
    ];
    if (wording === undefined)
      return refuse(
        'It says who prints the words, but there is no wording.',
        'Add the wording, or delete the line.',
      );
    // Another rule reports a missing source.
    const kept = wordings.get(printer);
    if (!kept) return findings;
    if (isUnseen(content, printer))
      return refuse(`"${printer}" was not seen either.`, 'Name a source that was read.');
    return findWordings(wording, kept)
      ? findings
      : refuse(
          `The record of "${printer}" does not have these words.`,
          `Keep them under quotes: in content/sources/${printer}.yaml, as printed there.`,
        );
  });
}
