/** The sources of a copy sheet, each with what a sub-editor must know about it. */
import { formatDate } from '../../evidence/format.ts';
import { isHeld } from '../../evidence/held-source.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { correctionKinds } from '../../schema/correction.ts';
import { addressNotSeen, readings, sourceKinds } from '../../schema/source.ts';
import { describeHeld } from './say-source.ts';
import {
  code,
  heading,
  strong,
  tabulateOr,
  type Block,
  type Run,
  type Words,
} from './desk-page.ts';
import type { CopySheet } from './copy-sheet.ts';

export function layoutSources(copy: CopySheet): Block[] {
  return [
    heading('Sources'),
    tabulateOr(
      'None.',
      ['☐', 'Source', 'What it is', 'Address', 'Archived copy', 'To know'],
      copy.sources.map((source) => ['☐', ...describeSource(source)]),
    ),
    heading('Corrections'),
    tabulateOr(
      'None.',
      ['Date', 'Kind', 'It said', 'It says', 'Why'],
      copy.corrections.map((entry) => [
        formatDate(entry.date),
        correctionKinds[entry.kind],
        { text: entry.old, as: 'old' },
        { text: entry.new, as: 'new' },
        toPlainText(entry.why),
      ]),
    ),
  ];
}

function describeSource(source: CopySheet['sources'][number]): Words[] {
  if (isHeld(source)) return describeHeld(source);
  const {
    id,
    title,
    publisher,
    author,
    published,
    kind,
    copy_of,
    read_as,
    url,
    linked,
    original_url,
    archived = 'none-known',
    archived_reason,
  } = source;
  const address = (text: string): Run => ({ text, href: linked === false ? undefined : text });
  const known = [
    source.weak,
    source.rests_on && `Rests on: ${source.rests_on}`,
    source.note && toPlainText(source.note),
  ];
  return [
    [
      [
        [publisher, author, published && formatDate(published)].filter(Boolean).join(', '),
        `“${title}”`,
        '',
      ].join('\n'),
      code(id),
      source.named ? '' : '\nnot named in the article, the source of its numbers',
    ],
    [sourceKinds[kind], readings[read_as], copy_of && `a copy of ${copy_of}`]
      .filter(Boolean)
      .join('\n'),
    [
      url === undefined ? addressNotSeen : address(url),
      ...(original_url ? ['\nOriginal: ', address(original_url)] : []),
    ],
    archived === 'none-known'
      ? [strong('none known'), archived_reason ? `\n${archived_reason}` : '']
      : address(archived),
    known.filter(Boolean).join('\n'),
  ];
}
