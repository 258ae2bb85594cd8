/**
 * The content as pages print it: its words are typeset (`evidence/typeset.ts`), everything else is
 * as in the files. Ids, addresses, dates and compared texts stay unchanged, as the schema says for
 * each field (`schema/meaning.ts`). So does the text of articles, which the build typesets when it
 * compiles them.
 */
import { typesetInline } from '../../evidence/typeset.ts';
import type { Content } from '../content.ts';
import { mapTexts, type Field } from '../../schema/meaning.ts';
import { getFields, getFieldsOfFile, type RecordName } from '../../schema/records.ts';

export function typesetContent(content: Content): Content {
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
  const typesetFile = <F extends { source: { path: string }; value: object }>(file: F): F => ({
    ...file,
    value: typesetOnce(file.value, getFieldsOfFile(file.source.path)),
  });
  const typesetFront = <
    F extends { matter: { source: { path: string }; value: object } | undefined },
  >(
    file: F,
  ): F => ({
    ...file,
    matter: file.matter && typesetFile(file.matter),
  });
  return {
    ...content,
    site: site && typesetFile(site),
    articles: articles.map(typesetFront),
    pages: pages.map(typesetFront),
    sources: sources.map(typesetFile),
    quantities: quantities.map(typesetFile),
    breakdowns: breakdowns.map(typesetFile),
    charts: charts.map(typesetFile),
    claims: claims.map(typesetFile),
    events: events && typesetFile(events),
    places: places && typesetFile(places),
    glossary: glossary && typesetFile(glossary),
    corrections: corrections && typesetFile(corrections),
    record: {
      ...record,
      sources: typesetMap('source', record.sources),
      quantities: typesetMap('quantity', record.quantities),
      breakdowns: typesetMap('breakdown', record.breakdowns),
      events: record.events?.map((event) => typesetRecord('event', event)),
      places: record.places?.map((place) => typesetRecord('place', place)),
    },
  };
}

function typesetMap<T>(kind: RecordName, map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].map(([id, value]) => [id, typesetRecord(kind, value)]));
}

/** One record with its printed words typeset. */
export function typesetRecord<T>(kind: RecordName, value: T): T {
  return typesetTexts(value, getFields(kind));
}

/** A cache, by the value of a file, which stays the same object until the file is saved again. */
const known = new WeakMap<object, object>();

function typesetOnce<T extends object>(value: T, fields: Field | undefined): T {
  const done = (known.get(value) as T | undefined) ?? typesetTexts(value, fields);
  known.set(value, done);
  return done;
}

function typesetTexts<T>(value: T, fields: Field | undefined): T {
  return mapTexts(value, fields, (text, meaning) =>
    meaning && meaning.holds !== 'data' && !meaning.compared ? typesetInline(text) : text,
  );
}
