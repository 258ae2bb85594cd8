/**
 * Titles and descriptions of record and source pages, for places with only a line or two. Each is
 * made from the page's own data.
 */
import { isHeld, isTalk } from '../evidence/held-source.ts';
import { formatDate } from '../evidence/printed-format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { standingWords } from '../evidence/standing.ts';
import { formatDescription, listWithin, nameAuthor } from './page-head.ts';
import { sourceKinds, type Source } from '../schema/source.ts';
import { listClaimsMadeIn, listClaimsWithEvidence } from './claims.ts';
import { listArticlesWithSource } from './articles.ts';
import { indexBy, once } from './once.ts';
import { getContent } from './site-content.ts';
import { listSourceUses, listUnseenUses, listWitnesses } from './source-uses.ts';
import { getLedgerEntry, sayValues } from './subject-groups.ts';

/** Describes how well the number is supported, what was printed, and what it counts. */
export function describeRecordPage(id: string): string {
  const entry = getLedgerEntry(id);
  if (!entry) throw new Error(`There is no record "${id}".`);
  const words = `${standingWords[entry.standing].label}: ${sayValues(entry)}. ${toPlainText(entry.record.counts)}`;
  return formatDescription(words);
}

/**
 * Returns the title of a source page, which names the publisher. If two titles would be equal, the
 * host distinguishes them.
 */
export function titleSourcePage(id: string): string {
  const source = getContent().record.sources.get(id);
  if (!source) throw new Error(`There is no source "${id}".`);
  const alike = byName().get(nameSource(source)) ?? [];
  if (alike.length > 1 && isHeld(source)) {
    const day = source.published && formatDate(source.published);
    const sameDay = alike.filter(({ published }) => published === source.published).length > 1;
    return [nameSource(source), day, sameDay && `(${id})`]
      .filter(Boolean)
      .join(', ')
      .replace(', (', ' (');
  }
  const host = source.url && new URL(source.url).host.replace(/^www\./, '');
  return alike.length > 1 && host ? nameAuthor(source.title, host) : nameSource(source);
}

const nameSource = (source: Source) =>
  isTalk(source) ? source.title : nameAuthor(source.title, source.publisher);
const byName = once(({ record }) =>
  indexBy([...record.sources.values()], (source) => [nameSource(source)]),
);

/** Describes a source: kind, publisher, day and language, and what the record takes from it. */
export function describeSourcePage(id: string): string {
  const source = getContent().record.sources.get(id);
  if (!source) throw new Error(`There is no source "${id}".`);
  const language =
    source.language && new Intl.DisplayNames(['en'], { type: 'language' }).of(source.language);
  const day = source.published ? formatDate(source.published) : 'no date seen';
  const named = [source.publisher, day, language && `in ${language}`].filter(Boolean).join(', ');
  const what = isTalk(source) ? `${named}.` : `${sourceKinds[source.kind]}: ${named}.`;
  const titles = (texts: readonly string[]) => [...new Set(texts.map(toPlainText))];
  const uses: [string, string[]][] = [
    [
      'Numbers:',
      titles(listSourceUses(id).map(({ number }) => number.breakdown?.title ?? number.title)),
    ],
    [
      'Claims made in it:',
      titles(listClaimsMadeIn(id).map(({ claim }) => claim.replace(/\.$/, ''))),
    ],
    [
      'Evidence on:',
      titles(listClaimsWithEvidence(id).map(({ claim }) => claim.claim.replace(/\.$/, ''))),
    ],
    ['Cited, its wording not seen, for:', titles(listUnseenUses(id).map(({ title }) => title))],
    ['Quoted by:', titles(listWitnesses(id).map(({ publisher }) => publisher))],
    ['Used in:', titles(listArticlesWithSource(id).map(({ matter }) => matter.value.title))],
  ];
  const [name, entries] = uses.find(([, found]) => found.length > 0) ?? ['Title:', [source.title]];
  return listWithin(`${what} ${name}`, entries);
}
