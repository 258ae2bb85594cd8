/**
 * Which articles are withheld and why, and which records are withheld with them. The check, the
 * build, the pages and the lock all use these rules.
 */
import { formatDate } from '../evidence/format.ts';
import { listMentions, nameRecord, type Mention } from './texts/mentions.ts';
import type { Content, Withheld } from './content.ts';
import { mentionKinds, type MentionKind } from '../schema/meaning.ts';

const secondsPerHour = 3600;

/**
 * Why an article is withheld at `time`, the time of the content. Undefined if it is not. Takes
 * front matter as written: an embargo that cannot be read is in force, and so is any embargo if the
 * time is not known.
 */
export function whyWithheld(
  matter: { draft?: unknown; embargo?: unknown; date?: unknown },
  time: number | undefined,
): Withheld | undefined {
  if (matter.draft === true) return 'draft';
  if (matter.embargo !== undefined && !(time !== undefined && readMoment(matter.embargo) <= time))
    return 'embargo';
  return time !== undefined && isFuture(matter.date, time) ? 'future' : undefined;
}

/**
 * Why an article is withheld, in words and with the end of its embargo: "draft, under embargo until
 * 1 December 2026, 06:00 UTC"; empty if readers see it.
 */
export function sayWithheld(
  withheld: Withheld | undefined,
  matter: { date: string; embargo?: string | undefined },
): string {
  if (withheld === undefined) return '';
  const [day = '', time = ''] = (matter.embargo ?? '').split(/[TZ]/);
  const until =
    day === ''
      ? ''
      : `under embargo until ${[formatDate(day), time && `${time} UTC`].filter(Boolean).join(', ')}`;
  const reason = {
    draft: 'draft',
    embargo: '',
    future: `dated in the future, ${formatDate(matter.date)}`,
  }[withheld];
  return [reason, until].filter(Boolean).join(', ');
}

/**
 * Seconds since 1970 of `YYYY-MM-DD`, which begins at midnight UTC, or `YYYY-MM-DDTHH:MMZ`; NaN for
 * anything else.
 */
function readMoment(embargo: unknown): number {
  return typeof embargo === 'string' && /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z)?$/.test(embargo)
    ? Date.parse(embargo) / 1000
    : Number.NaN;
}

/** True if the day has not begun anywhere on Earth. */
function isFuture(date: unknown, time: number): boolean {
  return (
    typeof date === 'string' &&
    date > new Date((time + 14 * secondsPerHour) * 1000).toISOString().slice(0, 10)
  );
}

/** Names of all records, withheld or not. */
export function listRecordNames(content: Content): Mention[] {
  return [...listMentions(content).keys()].filter((name) => !name.startsWith('content/'));
}

/** Kinds of records that articles name. A record of these kinds that no article names is public. */
const standing: ReadonlySet<string> = new Set([
  'numbers',
  'sources',
  'charts',
  'claims',
  'terms',
] satisfies MentionKind[]);

/**
 * Names of the records that are withheld with their articles: those that a withheld article leads
 * to and nothing published does. An event is withheld with the records that it names, a place with
 * the events that name it. A record that was once published stays public.
 */
export function listWithheldRecords(content: Content): ReadonlySet<Mention> {
  const held = content.articles.filter(
    ({ withheld, matter }) => withheld !== undefined || matter === undefined,
  );
  if (held.length === 0) return new Set();
  const named = listMentions(content);
  const records = [...named.keys()].filter((name) => !name.startsWith('content/'));
  const texts = [...named.keys()].filter(
    (name) => name.startsWith('content/') && !held.some(({ source }) => source.path === name),
  );
  const shown = [...texts, ...(content.published?.value.records ?? [])];
  const kindOf = (name: Mention) => name.split('/')[0] ?? '';
  const secret = new Set(held.map(({ source }) => source.path));
  for (;;) {
    const led = reach(named, secret);
    const open = reach(named, [
      ...shown,
      ...records.filter((name) => standing.has(kindOf(name)) && !led.has(name)),
    ]);
    const isHidden = (name: Mention) =>
      named.has(name) && standing.has(kindOf(name)) && !open.has(name);
    const events = records.filter((name) => kindOf(name) === 'events' && !open.has(name));
    const found = events.filter(
      (name) => led.has(name) || [...(named.get(name) ?? [])].some(isHidden),
    );
    const grown = found.filter((name) => !secret.has(name));
    grown.forEach((name) => secret.add(name));
    if (grown.length > 0) continue;
    const known = reach(named, [...open, ...events.filter((name) => !secret.has(name))]);
    return new Set(
      records.filter(
        (name) =>
          !known.has(name) && (standing.has(kindOf(name)) || secret.has(name) || led.has(name)),
      ),
    );
  }
}

/** Everything that can be reached from these names, and the names themselves. */
function reach(
  named: ReadonlyMap<Mention, ReadonlySet<Mention>>,
  from: Iterable<Mention>,
): Set<Mention> {
  const found = new Set<Mention>(from);
  // Iterating over a set also visits what is added meanwhile.
  for (const name of found) for (const next of named.get(name) ?? []) found.add(next);
  return found;
}

/**
 * The content without withheld records. Withheld articles stay: each says in `withheld` that it is.
 */
export function dropWithheld(content: Content): Content {
  const withheld = listWithheldRecords(content);
  if (withheld.size === 0) return content;
  const isShown = (kind: MentionKind) => (record: { id: string }) =>
    !withheld.has(nameRecord(kind, record.id));
  const keepFiles = <T extends { id: string }>(kind: MentionKind, files: readonly T[]) =>
    files.filter(isShown(kind));
  const keepEntries = <T extends { value: { id: string }[] }>(
    kind: MentionKind,
    list: T | undefined,
  ): T | undefined => list && { ...list, value: list.value.filter(isShown(kind)) };
  const keepMap = <T extends { id: string }>(kind: MentionKind, map: ReadonlyMap<string, T>) =>
    new Map([...map].filter(([, record]) => isShown(kind)(record)));
  const { record } = content;
  return {
    ...content,
    sources: keepFiles('sources', content.sources),
    quantities: keepFiles('numbers', content.quantities),
    breakdowns: keepFiles('numbers', content.breakdowns),
    charts: keepFiles('charts', content.charts),
    claims: keepFiles('claims', content.claims),
    events: keepEntries('events', content.events),
    places: keepEntries('places', content.places),
    glossary: keepEntries('terms', content.glossary),
    record: {
      ...record,
      sources: keepMap('sources', record.sources),
      quantities: keepMap('numbers', record.quantities),
      breakdowns: keepMap('numbers', record.breakdowns),
      events: record.events?.filter(isShown('events')),
      places: record.places?.filter(isShown('places')),
    },
  };
}

/**
 * "1 chart, 3 numbers and 2 sources": what is withheld with articles; empty if there is nothing.
 */
export function sayWithheldRecords(content: Content): string {
  const withheld = [...listWithheldRecords(content)];
  const counts = mentionKinds.flatMap((kind) => {
    const count = withheld.filter((name) => name.startsWith(`${kind}/`)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? kind.slice(0, -1) : kind}`];
  });
  return counts.length < 2
    ? counts.join('')
    : `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}`;
}
