/**
 * The words of this newsroom, read from its content. They must not be in the code, or on the pages
 * of another newsroom.
 */
import { join } from 'node:path';
import { readContent } from '../../src/library/read-content.ts';

const house = join(import.meta.dirname, '../..');
export const { content } = readContent(house);

/**
 * Words of the tool that this newsroom's glossary explains too, and things that any newsroom may
 * count or be called.
 */
const neutral = new Set([
  ...[
    'audit',
    'breakdown',
    'breakdowns',
    'drift',
    'hedge',
    'hedges',
    'not-stated',
    'origin',
    'origins',
    'per cent',
    'record',
    'rival',
  ],
  ...[
    'rivals',
    'rival statements',
    'share',
    'shares',
    'standing',
    'statement',
    'statements',
    'subject',
  ],
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
  ...[
    'divisions',
    'euro',
    'euros',
    'field',
    'index',
    'item',
    'lost',
    'damaged',
    'items',
    'member',
    'members',
    'page',
    'pages',
    'people',
    'person',
    'sample',
  ],
  ...[
    'site',
    'sites',
    'sputnik',
    'strike',
    'strikes',
    'us dollar',
    'us dollars',
    'vehicle',
    'vehicles',
  ],
]);

/**
 * Lists everything that this newsroom names: its places, publishers, people, bodies, subjects and
 * terms, what it counts, and the ids of its records.
 */
function listWords(): string[] {
  const { site, places, glossary, sources, quantities, breakdowns, charts, claims, events } =
    content;
  const names = [
    site?.value.name,
    ...Object.values(site?.value.subjects ?? {}),
    ...(site?.value.fates ?? []),
    ...(site?.value.never_named ?? []),
    ...(places?.value ?? []).flatMap(({ name, country, also = [] }) => [name, country, ...also]),
    ...(glossary?.value ?? []).flatMap(({ term, also = [] }) => [term, ...also]),
    ...sources.flatMap(({ value }) => [value.publisher, value.author, ...(value.aliases ?? [])]),
    ...quantities.flatMap(({ value }) => [
      ...(value.statements ?? []).flatMap(({ speaker, model }) => [speaker?.split(',')[0], model]),
      ...[value.unit.one, value.unit.many],
    ]),
    ...(content.record.rivers?.features ?? []).map(({ properties }) => properties.name),
    ...(content.record.map?.waters ?? []).map(({ name }) => name),
  ];
  const records = [...sources, ...quantities, ...breakdowns, ...charts, ...claims];
  const ids = [...records, ...(events?.value ?? []), ...(places?.value ?? [])].flatMap(({ id }) =>
    id.includes('-') ? id : [],
  );
  const all = [...names, ...ids].flatMap((name) => (name && name.length > 2 ? name : []));
  return [...new Set(all)].filter((word) => !neutral.has(word.toLowerCase()));
}
export const words = listWords();
const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Names are recognised by their capitals; things that are counted are in small letters. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${words
    .map(escape)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}_])`,
  'gu',
);

/** Lists the words of this newsroom in a text, in order. */
export const findWords = (text: string) => [...text.matchAll(pattern)].map(([word]) => word);
