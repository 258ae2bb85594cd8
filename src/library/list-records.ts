/** Everything that was read of the content, in one list. */
import type { Content } from './content.ts';
import type { YamlRecord } from './yaml/read-yaml.ts';
import type { SourceText } from './source-text.ts';

/** Every record that fits its schema: those of a file each, and the files that hold a list. */
export function listRecords(content: Content): YamlRecord<unknown>[] {
  const { sources, quantities, breakdowns, charts, claims, site, events, places, glossary, corrections } = content;
  const single = [site, events, places, glossary, corrections].flatMap((file) => file ?? []);
  return [...sources, ...quantities, ...breakdowns, ...charts, ...claims, ...single];
}

/** The text of every article, page, record and table; of records that do not fit their schema too. */
export function listSourceTexts(content: Content): SourceText[] {
  const { articles, pages, charts, unfit = [] } = content;
  // Front matter stands in a text, which is listed anyway.
  const others = unfit.filter(({ source }) => source.path.endsWith('.yaml'));
  return [
    ...[...articles, ...pages, ...listRecords(content), ...others].map(({ source }) => source),
    ...charts.flatMap(({ table }) => table?.source ?? []),
  ];
}
