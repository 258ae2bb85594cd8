/**
 * Every table of the record, for programs. They leave out the wordings of sources, which we may not
 * give away in bulk.
 */
import { toPlainText } from '../evidence/inline.ts';
import { isHeld } from '../evidence/held-source.ts';
import { getNumber, remainderId } from '../evidence/record.ts';
import { computeNumberStanding } from '../evidence/standing.ts';
import type { Content } from '../library/content.ts';
import { formatDataPackage, type DataField, type DataTable } from '../publish/data-package.ts';
import { publishSource } from '../publish/source-json.ts';
import type { Amount } from '../schema/value.ts';
import { absoluteHref } from './href.ts';
import { once } from './once.ts';
import { getContentVersion, getContentAsTyped, getSite } from './site-content.ts';

const words = (name: string, description: string): DataField => ({
  name,
  type: 'string',
  description,
});
const number = (name: string, description: string): DataField => ({
  name,
  type: 'number',
  description,
});
const amount = [
  number('low', 'The number, or the lower end of a range; empty where only words were printed.'),
  number('high', 'The same number, or the upper end of a range.'),
];
const date = (what: string) => `${what}, as precise as it is known: YYYY-MM-DD, YYYY-MM or YYYY.`;
const ends = (value: Amount | undefined) => (Array.isArray(value) ? value : [value, value]);
const join = (ids: readonly string[] | undefined) => ids?.join(' ');
const toWords = (text: string | undefined) =>
  text === undefined ? undefined : toPlainText(text).replace(/\s+/g, ' ').trim();

/** All tables, in the order of `tableNames`. */
export const getDataTables = once((): DataTable[] => listDataTables(getContentAsTyped()));

export function listDataTables(content: Content): DataTable[] {
  return [
    listNumbers(content),
    listStatements(content),
    listSources(content),
    listClaims(content),
    listEvents(content),
    listPlaces(content),
  ];
}

export function getDataPackage(site: URL | undefined): string {
  const { name, description } = getSite();
  const version = getContentVersion();
  return formatDataPackage(getDataTables(), {
    name: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: `${name}: the record`,
    description: toWords(description) ?? '',
    version: version?.commit,
    day: version?.day,
    homepage: site && absoluteHref('/', site),
  });
}

function listNumbers({ record }: Content): DataTable {
  const refs = [
    ...[...record.quantities].flatMap(([id, { statements = [] }]) =>
      statements.length === 0 ? [id] : statements.map((statement) => `${id}/${statement.id}`),
    ),
    ...[...record.breakdowns].flatMap(([id, { rows, remainder, whole }]) => [
      ...rows.map((row) => `${id}/${row.id}`),
      ...(remainder && whole ? [`${id}/${remainderId}`] : []),
    ]),
  ];
  return {
    name: 'numbers',
    title: 'Numbers',
    description:
      'Each value of each record: one a statement, one a row of a printed table, one a computation of ours.',
    fields: [
      words('id', 'Record and statement or row.'),
      words('record', 'Id of the record: the last part of its address below /numbers/.'),
      words('title', 'What is counted.'),
      words('unit', 'What the number counts; percent; or the code of a currency.'),
      ...amount,
      words(
        'hedge',
        'The hedge it was printed with, as a closed list: about, at-least, more-than, as-many-as, up-to, almost.',
      ),
      { name: 'derived', type: 'boolean', description: 'Whether it is our own arithmetic.' },
      words('standing', 'How well the record is supported; the page of method explains the words.'),
    ],
    key: ['id'],
    rows: refs.map((ref) => {
      const found = getNumber(record, ref);
      const { recordId, title, unit, value, hedge } = found;
      const measure = unit.kind === 'count' ? unit.many : unit.kind;
      return [
        ref,
        recordId,
        toWords(title),
        measure,
        ...ends(value),
        hedge,
        found.derived,
        computeNumberStanding(found, record),
      ];
    }),
  };
}

function listStatements({ record }: Content): DataTable {
  const said = [...record.quantities].flatMap(([id, { statements = [] }]) =>
    statements.map((one) => [
      ...[
        `${id}/${one.id}`,
        id,
        one.id,
        one.source,
        ...ends(one.value),
        one.hedge,
        one.said,
        one.published,
      ],
      ...[one.repeats?.statement, one.repeats?.basis],
    ]),
  );
  const printed = [...record.breakdowns].flatMap(([id, { rows }]) =>
    rows.flatMap((row) =>
      (row.printings ?? []).map((one, index) => [
        ...[
          `${id}/${row.id}/${index + 1}`,
          id,
          row.id,
          one.source,
          one.value,
          one.value,
          one.hedge,
        ],
        ...[undefined, undefined, undefined, undefined],
      ]),
    ),
  );
  return {
    name: 'statements',
    title: 'Statements',
    description:
      'Who printed which value where, without the wordings, which stand on the pages of the records.',
    fields: [
      words('id', 'Record, statement or row, and for rows which printing.'),
      words('record', 'Id of the record.'),
      words('part', 'Id of the statement, or of the row of a printed table.'),
      words('source', 'Id of the source in which it was read.'),
      ...amount,
      words('hedge', 'The hedge it was printed with.'),
      words('said', date('When it was said, where that differs from publication')),
      words('published', date('When the source published it')),
      words('repeats', 'Id of the earlier statement of the same record that this one repeats.'),
      words('basis', 'On what basis we say so: named by the source, or inferred by us.'),
    ],
    key: ['id'],
    links: { source: 'sources' },
    rows: [...said, ...printed],
  };
}

function listSources({ record }: Content): DataTable {
  return {
    name: 'sources',
    title: 'Sources',
    description: 'Every source of the record: what readers learn of it, and where it is.',
    fields: [
      words('id', 'Id of the source: the last part of its address below /sources/.'),
      words('title', 'Title as printed.'),
      words('publisher', 'Who published it.'),
      words('kind', 'What the work is.'),
      words('published', date('When it was published')),
      words(
        'url',
        'Address of the page that was read; empty where none was seen or it is named and not linked.',
      ),
    ],
    key: ['id'],
    rows: [...record.sources].map(([id, source]) => {
      // `publishSource` alone decides what readers may learn of a source that the desk holds.
      const shown = publishSource(id, source) as Partial<
        Record<'title' | 'publisher' | 'url' | 'date', string>
      >;
      return [
        id,
        shown.title,
        shown.publisher,
        source.kind,
        isHeld(source) ? shown.date : source.published,
        shown.url,
      ];
    }),
  };
}

function listClaims({ claims }: Content): DataTable {
  return {
    name: 'claims',
    title: 'Claims',
    description:
      'Contested sentences in our words, with the verdict and the sources for and against; the reasons stand on their pages.',
    fields: [
      words('id', 'Id of the claim: the last part of its address below /claims/.'),
      words('made_in', 'Id of the source that makes it.'),
      words('claim', 'The claim, in our words.'),
      words(
        'verdict',
        'supported, supported-with-caveat, contradicted, not-verifiable or opinion.',
      ),
      words('for', 'Ids of sources that support it, with spaces between.'),
      words('against', 'Ids of sources that differ from it, with spaces between.'),
    ],
    key: ['id'],
    links: { made_in: 'sources' },
    rows: claims.map(({ id, value }) => [
      ...[id, value.made_in, toWords(value.claim), value.verdict],
      ...[value.for, value.against].map((side) => join(side?.map(({ source }) => source))),
    ]),
  };
}

function listEvents({ record }: Content): DataTable {
  return {
    name: 'events',
    title: 'Events',
    description: 'The timeline: what happened, and what was counted, said or published.',
    fields: [
      words('id', 'Id of the entry: its place on /timeline/.'),
      words('date', date('When')),
      words('title', 'What happened, in a few words.'),
      words('lane', 'ground: it happened. record: it was counted, said or published.'),
      words('sources', 'Ids of sources, with spaces between.'),
      words('places', 'Ids of places, with spaces between.'),
      words('numbers', 'Numbers that it is about, with spaces between.'),
    ],
    key: ['id'],
    rows: (record.events ?? []).map(({ id, date: day, title, lane, sources, places, numbers }) => [
      ...[id, day, toWords(title), lane],
      ...[sources, places, numbers].map(join),
    ]),
  };
}

function listPlaces({ record }: Content): DataTable {
  return {
    name: 'places',
    title: 'Places',
    description: 'Where things happened. Coordinates are rounded and from general knowledge.',
    fields: [
      words('id', 'Id of the place: its place on /places/.'),
      words('name', 'Name as the site writes it.'),
      words('country', 'Country in which it lies.'),
      number('latitude', 'Degrees north.'),
      number('longitude', 'Degrees east.'),
    ],
    key: ['id'],
    rows: (record.places ?? []).map(({ id, name, country, latitude, longitude }) => [
      id,
      name,
      country,
      latitude,
      longitude,
    ]),
  };
}
