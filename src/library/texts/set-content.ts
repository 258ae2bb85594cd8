/**
 * The content as pages print it: its words are typeset (`evidence/set-type.ts`), everything else is
 * as in the files. Ids, addresses, dates and compared texts stay unchanged, as the schema says for
 * each field (`schema/meaning.ts`). So does the text of articles, which the build typesets when it
 * compiles them.
 */
import { setInline } from '../../evidence/set-type.ts';
import type { Content } from '../content.ts';
import { mapTexts, type Field } from '../../schema/meaning.ts';
import { getFields, getFieldsOfFile, type RecordName } from '../../schema/records.ts';

export function setContent(content: Content): Content {
  const {
    site,
    articles,
    pages,
    sources,
    quantities,
    breakdowns,
    charts,
    claims,
    events,
    places,
    glossary,
    corrections,
    record,
  } = content;
  const setFile = <F extends { source: { path: string }; value: object }>(file: F): F => ({
    ...file,
    value: setOnce(file.value, getFieldsOfFile(file.source.path)),
  });
  const setFront = <F extends { matter: { source: { path: string }; value: object } | undefined }>(
    file: F,
  ): F => ({
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
      ...record,
      sources: setMap('source', record.sources),
      quantities: setMap('quantity', record.quantities),
      breakdowns: setMap('breakdown', record.breakdowns),
      events: record.events?.map((event) => setRecord('event', event)),
      places: record.places?.map((place) => setRecord('place', place)),
    },
  };
}

function setMap<T>(kind: RecordName, map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].map(([id, value]) => [id, setRecord(kind, value)]));
}

/** One record with its printed words typeset. */
export function setRecord<T>(kind: RecordName, value: T): T {
  return setTexts(value, getFields(kind));
}

/** What was typeset, by the values of a file, which stay the same while it is not saved. */
const known = new WeakMap<object, object>();

function setOnce<T extends object>(value: T, fields: Field | undefined): T {
  const set = (known.get(value) as T | undefined) ?? setTexts(value, fields);
  known.set(value, set);
  return set;
}

function setTexts<T>(value: T, fields: Field | undefined): T {
  return mapTexts(value, fields, (text, meaning) =>
    meaning && meaning.holds !== 'data' && !meaning.compared ? setInline(text) : text,
  );
}
