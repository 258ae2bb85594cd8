import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/library/read-content.ts';

const house = join(import.meta.dirname, '../..');
const { content } = readContent(house);

/** Words of the tool, which this newsroom's glossary explains too, and things that any newsroom may count or be called. */
const neutral = new Set([
  ...['audit', 'breakdown', 'breakdowns', 'drift', 'hedge', 'hedges', 'not-stated', 'origin', 'origins', 'per cent', 'record', 'rival'],
  ...['rivals', 'rival statements', 'share', 'shares', 'standing', 'statement', 'statements', 'subject'],
  ...[
    'article',
    'articles',
    'case',
    'cases',
    'company',
    'companies',
    'component',
    'components',
    'country',
    'countries',
    'day',
    'days',
    'division',
  ],
  ...['divisions', 'euro', 'euros', 'field', 'index', 'item', 'items', 'member', 'members', 'page', 'pages', 'people', 'person', 'sample'],
  ...['site', 'sites', 'sputnik', 'strike', 'strikes', 'us dollar', 'us dollars', 'vehicle', 'vehicles'],
]);

/** Everything that this newsroom names: its places, publishers, people, bodies, subjects and terms, what it counts, and the ids of its records. */
function listWords(): string[] {
  const { site, places, glossary, sources, quantities, breakdowns, charts, claims, events } = content;
  const names = [
    site?.value.name,
    ...Object.values(site?.value.subjects ?? {}),
    ...(places?.value ?? []).flatMap(({ name, country, also = [] }) => [name, country, ...also]),
    ...(glossary?.value ?? []).flatMap(({ term, also = [] }) => [term, ...also]),
    ...sources.flatMap(({ value }) => [value.publisher, value.author, ...(value.aliases ?? [])]),
    ...quantities.flatMap(({ value }) => [
      ...(value.statements ?? []).flatMap(({ speaker, model }) => [speaker?.split(',')[0], model]),
      ...[value.unit.one, value.unit.many],
    ]),
    ...(content.record.rivers?.features ?? []).map(({ properties }) => properties.name),
  ];
  const records = [...sources, ...quantities, ...breakdowns, ...charts, ...claims];
  const ids = [...records, ...(events?.value ?? []), ...(places?.value ?? [])].flatMap(({ id }) => (id.includes('-') ? id : []));
  const all = [...names, ...ids].flatMap((name) => (name && name.length > 2 ? name : []));
  return [...new Set(all)].filter((word) => !neutral.has(word.toLowerCase()));
}
const words = listWords();
const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Names are told by their capitals; what is counted is written small. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${words
    .map(escape)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}_])`,
  'gu',
);

const find = (text: string) => [...text.matchAll(pattern)].map(([word]) => word);

describe('the code', () => {
  it('knows no word of this investigation, in comments and examples neither', () => {
    expect(words.length).toBeGreaterThan(400);
    const files = (readdirSync(join(house, 'src'), { recursive: true }) as string[]).filter((path) =>
      /\.(?:ts|astro|mjs|css|md|json)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(250);
    const found = files.flatMap((path) =>
      readFileSync(join(house, 'src', path), 'utf8')
        .split('\n')
        .flatMap((line, index) => find(line).map((word) => `src/${path}:${index + 1}: ${word}`)),
    );
    expect(found).toEqual([]);
  });

  it('would be found if it did', () => {
    const [place, source, quantity] = [content.places?.value[0], content.sources[0], content.quantities[0]];
    for (const word of [place?.name, place?.country, source?.value.publisher, source?.id, quantity?.id, content.site?.value.name])
      expect(find(`// as in ${word}, and so on`), word).not.toEqual([]);
  });
});
