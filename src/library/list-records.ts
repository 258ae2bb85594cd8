/** Lists everything that was read from the content. */
import type { Content } from './content.ts';
import type { YamlRecord } from './yaml/read-yaml.ts';
import type { SourceText } from './source-text.ts';

/** Every record that fits its schema: those in a separate file, and the files that hold a list. */
export function listRecords(content: Content): YamlRecord<unknown>[] {
  const {
    sources,
    quantities,
    breakdowns,
    charts,
    claims,
    site,
    events,
    places,
    glossary,
    corrections,
  } = content;
  const single = [site, events, places, glossary, corrections].flatMap((file) => file ?? []);
  return [...sources, ...quantities, ...breakdowns, ...charts, ...claims, ...single];
}

/**
 * The subjects of numbers in order, each with its heading: those of content/site.yaml or, if it
 * lists none, those of the records, with their short names as headings.
 */
export function listSubjects({
  site,
  quantities,
  breakdowns,
}: Pick<Content, 'site' | 'quantities' | 'breakdowns'>): Record<string, string> {
  if (site?.value.subjects) return site.value.subjects;
  const used = [
    ...new Set([...quantities, ...breakdowns].map(({ value }) => value.subject)),
  ].sort();
  return Object.fromEntries(
    used.map((id) => [id, id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')]),
  );
}

/**
 * The text of every article, page, record and table, including records that do not fit their
 * schema.
 */
export function listSourceTexts(content: Content): SourceText[] {
  const { articles, pages, charts, unfit = [] } = content;
  // Front matter is in a text, which is listed anyway.
  const others = unfit.filter(({ source }) => source.path.endsWith('.yaml'));
  return [
    ...[...articles, ...pages, ...listRecords(content), ...others].map(({ source }) => source),
    ...charts.flatMap(({ table }) => table?.source ?? []),
  ];
}
