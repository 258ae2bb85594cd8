/**
 * The content as pages print it: its words set (`evidence/set-type.ts`), all else as the files have it. Ids, addresses, dates
 * and what numbers are compared with stay; so does the text of articles, which the build sets as it compiles them.
 */
import { setInline } from '../../evidence/set-type.ts';
import type { Content } from '../content.ts';

/** Fields of records and front matter whose text is printed. */
const texts = new Set([
  ...['title', 'short_title', 'subtitle', 'summary', 'description', 'note', 'text', 'name', 'label', 'sources'],
  ...['counts', 'purpose', 'place', 'counted_by', 'remainder', 'explanation', 'one', 'many', 'by'],
  ...['speaker', 'words', 'object', 'model', 'wording', 'in_english', 'names', 'locator', 'unseen'],
  ...['publisher', 'author', 'copy_of', 'archived_reason', 'rests_on', 'weak'],
  ...['who', 'answer', 'claim', 'finding', 'would_change', 'country', 'disputed', 'term', 'meaning', 'funding', 'old', 'new', 'why'],
  ...['dated', 'from', 'to', 'what', 'unknown'],
]);
/** Lists of such texts. */
const lists = new Set(['findings', 'not_counted', 'also', 'desk_names']);
/** What stands below these is compared, not printed: references by names that an editor gives, and wordings. */
const kept = new Set(['values', 'quotes']);

/** Every field whose text is set. */
export const printedFields: ReadonlySet<string> = new Set([...texts, ...lists]);

export function setContent(content: Content): Content {
  const { site, articles, pages, sources, quantities, breakdowns, charts, claims, events, places, glossary, corrections, record } = content;
  const setFile = <F extends { value: unknown }>(file: F): F => ({ ...file, value: setRecord(file.value) });
  const setFront = <F extends { matter: { value: unknown } | undefined }>(file: F): F => ({
    ...file,
    matter: file.matter && setFile(file.matter),
  });
  return {
    ...content,
    site: site && setFile(site),
    articles: articles.map(setFront),
    pages: pages.map(setFront),
    sources: sources.map(setFile),
    quantities: quantities.map(setFile),
    breakdowns: breakdowns.map(setFile),
    charts: charts.map(setFile),
    claims: claims.map(setFile),
    events: events && setFile(events),
    places: places && setFile(places),
    glossary: glossary && setFile(glossary),
    corrections: corrections && setFile(corrections),
    record: {
      sources: setMap(record.sources),
      quantities: setMap(record.quantities),
      breakdowns: setMap(record.breakdowns),
      events: setRecord(record.events),
      places: setRecord(record.places),
    },
  };
}

function setMap<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].map(([id, value]) => [id, setRecord(value)]));
}

/** The words of one record: the texts of the named fields set, and the texts in the named lists. */
export function setRecord<T>(value: T): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => setRecord(entry)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => {
    if (kept.has(name)) return [name, inner];
    if (typeof inner === 'string') return [name, texts.has(name) ? setInline(inner) : inner];
    if (!Array.isArray(inner) || !lists.has(name)) return [name, setRecord(inner)];
    return [name, inner.map((text: unknown) => (typeof text === 'string' ? setInline(text) : text))];
  });
  return Object.fromEntries(entries) as T;
}
