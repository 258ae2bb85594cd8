/** Describes a source in the papers of the desk: the copy sheet and the summary of a change. */
import { formatDate } from '../../evidence/format.ts';
import {
  isHeld,
  isTalk,
  sayChecked,
  sayCustody,
  sayHolding,
  sayTerms,
} from '../../evidence/held-source.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { addressNotSeen, sourceKinds, type Source } from '../../schema/source.ts';
import { code, strong, type Words } from './desk-page.ts';

/** Publisher, day and title; a talk is named by its person. */
export function nameNewSource(source: Source): string {
  const name = [source.publisher, source.published && formatDate(source.published)]
    .filter(Boolean)
    .join(', ');
  return isTalk(source) ? name : `${name}: ${source.title}`;
}

/** Address and archived copy. */
export function sayAddresses(source: Source): Words[] {
  if (isHeld(source)) return ['none', sayCustody(source)];
  const { url, linked, archived = 'none-known', archived_reason: reason } = source;
  return [
    url === undefined ? addressNotSeen : { text: url, href: linked === false ? undefined : url },
    archived === 'none-known'
      ? [strong('none known'), reason ? `\n${reason}` : '']
      : { text: archived, href: archived },
  ];
}

/**
 * Describes what the desk heard or holds: no address, and about the person only what was agreed.
 */
export function describeHeld(source: Source & { id: string; named: boolean }): Words[] {
  const { id, title, publisher, author, person, published, received, kind } = source;
  const name = isTalk(source)
    ? [title]
    : [[publisher, author].filter(Boolean).join(', '), `“${title}”`];
  const day = published === undefined ? [] : [formatDate(published)];
  const agreed = sayTerms(source);
  const checked = sayChecked(source);
  const known = [
    source.weak,
    source.rests_on && `Rests on: ${source.rests_on}`,
    source.note && toPlainText(source.note),
  ];
  return [
    [
      [...name, ...day, ''].join('\n'),
      code(id),
      source.named ? '' : '\nnot named in the article, the source of its numbers',
    ],
    [
      sourceKinds[kind],
      !isTalk(source) && person && `given by ${person}`,
      agreed && `Terms: ${agreed}`,
      received && `Received ${formatDate(received)}`,
      checked && `Quotations: ${checked}`,
    ]
      .filter(Boolean)
      .join('\n'),
    'none',
    `none: ${sayHolding(source)}`,
    known.filter(Boolean).join('\n'),
  ];
}
