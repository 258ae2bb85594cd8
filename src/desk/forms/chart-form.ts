import { proposeId } from '../../library/texts/propose-id.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { getNumber, type EvidenceRecord } from '../../evidence/record.ts';
import { findNearest } from '../../library/findings.ts';
import { formatCsv } from '../../publish/csv.ts';
import { barsChartSchema, timelineChartSchema, type Chart } from '../../schema/chart.ts';
import { getRecordSchema, listVariants } from '../../schema/json-schema.ts';
import {
  askId,
  draftFile,
  fits,
  refuseNumber,
  refusePlace,
  refuseQuantity,
  refuseSource,
  takenBy,
  yesNo,
} from './form.ts';
import type { Answers, Desk, Draft, Form, Question } from './form.ts';
import { unitQuestions, writeUnit } from './unit.ts';
import { tagFor } from '../../schema/author-tags.ts';

const { shape } = barsChartSchema;

/** The kinds of charts with what each draws, from the schema. */
const kinds = Object.fromEntries(
  listVariants(getRecordSchema('chart'))
    .map(({ properties }): [string, string] => [
      String(properties?.kind?.const),
      properties?.kind?.description ?? '',
    ])
    .reverse()
    .map(([kind, description]) => [kind, description.replace(/^\w+: /, '')]),
);

const isOf =
  (...wanted: string[]) =>
  (answers: Answers): boolean =>
    wanted.includes(answers.get('kind'));
const hasTable = (answers: Answers) => isOf('bars', 'shares')(answers) && answers.isYes('table');
const drawsNumbers = (answers: Answers) =>
  isOf('bars', 'units', 'shares', 'range')(answers) && !answers.isYes('table');

const tableQuestions: Question[] = [
  {
    name: 'row',
    ask: 'A row of the table, with its number in digits: North=31',
    needed: true,
    many: 'texts',
    asked: hasTable,
    refuse: (row) =>
      /^[^=]*[^=\s]\s*=\s*(?:\d+(?:\.\d+)?|[-–—])$/.test(row)
        ? undefined
        : `"${row}" is no row. Write its label, = and plain digits: North=31.`,
  },
  ...unitQuestions(hasTable),
  {
    name: 'read-in',
    ask: 'Where the rows were read: ids of sources',
    needed: true,
    many: 'ids',
    asked: hasTable,
    refuse: refuseSource,
  },
  {
    name: 'base',
    ask: 'What the shares are shares of: 1,240 parcels',
    needed: true,
    asked: (answers) =>
      hasTable(answers) && (answers.get('kind') === 'shares' || answers.get('unit') === 'percent'),
  },
];

export const chartForm: Form = {
  questions: [
    { name: 'kind', ask: 'What kind of chart', needed: true, choices: kinds },
    {
      name: 'table',
      ask: 'Are its rows in a table of their own, because no record holds them',
      asked: isOf('bars', 'shares'),
      choices: yesNo,
      usual: () => 'no',
    },
    {
      name: 'number',
      ask: 'The numbers that it draws: ids',
      needed: true,
      many: 'ids',
      asked: drawsNumbers,
      refuse: refuseNumber(),
    },
    ...tableQuestions,
    {
      name: 'measure',
      ask: 'What the marks stand for: Parcels',
      needed: true,
      asked: isOf('bars', 'shares'),
    },
    {
      name: 'quantity',
      ask: 'The quantity whose statements it draws: an id',
      needed: true,
      asked: isOf('relay'),
      refuse: refuseQuantity,
    },
    {
      name: 'stop',
      ask: 'A stop, with the event that dates it: Handed to the carrier=parcel-handed-over',
      needed: true,
      many: 'texts',
      asked: isOf('route'),
      refuse: refuseStop,
    },
    {
      name: 'from',
      ask: 'First year',
      asked: isOf('timeline'),
      refuse: (year) => fits(timelineChartSchema.shape.from)(Number(year)),
    },
    {
      name: 'to',
      ask: 'Last year',
      asked: isOf('timeline'),
      refuse: (year) => fits(timelineChartSchema.shape.to)(Number(year)),
    },
    {
      name: 'place',
      ask: 'The places that it draws: ids',
      many: 'ids',
      asked: isOf('map'),
      refuse: refusePlace,
    },
    {
      name: 'title',
      ask: 'The finding in one sentence; numbers linked as in an article',
      needed: true,
      refuse: fits(shape.title),
    },
    {
      name: 'subtitle',
      ask: 'What is measured, its unit, place and period',
      needed: true,
      refuse: fits(shape.subtitle),
    },
    {
      name: 'description',
      ask: 'What the drawing shows, in words, for those who do not see it; at least 80 characters',
      needed: true,
      refuse: fits(shape.description),
    },
    {
      name: 'note',
      ask: 'What a reader must know so as not to misread it',
      refuse: fits(shape.note),
    },
    {
      name: 'sources',
      ask: 'Where the numbers are from: [The Gazette](source:gazette-2014)',
      needed: true,
      refuse: fits(shape.sources),
    },
    askId(
      'Name by which articles place it',
      (answers) => proposeId(toPlainText(answers.get('title')), 40),
      (content) => takenBy(content.charts),
    ),
  ],
  write: (answers, desk) => {
    const id = answers.get('id');
    const words = {
      kind: answers.one('kind'),
      title: answers.one('title'),
      subtitle: answers.one('subtitle'),
      description: answers.one('description'),
      note: answers.one('note'),
      sources: answers.one('sources'),
    };
    return [
      draftFile('chart', id, { ...words, ...writeRows(answers, desk) }),
      ...writeTable(id, answers),
    ];
  },
  next: (answers) => `Place it in an article: <${tagFor.chart} id="${answers.get('id')}" />`,
};

/** The id of the only panel or part. */
const nameMeasure = (answers: Answers) => proposeId(answers.get('measure'), 24) || 'value';

/** What the editor answered about a chart. */
type Given = {
  answers: Answers;
  record: EvidenceRecord;
  numbers: string[];
  measure: { id: string; label: string | undefined };
};

const writeNumbers = ({ numbers }: Given) => ({
  rows: numbers.map((number) => ({ numbers: [number] })),
});

/** Values of a row with one panel or part. */
const writeValues = ({ measure }: Given, number: string) => ({ values: { [measure.id]: number } });

/**
 * Writes the part of the file that says what the chart draws. Bars and shares may have their rows
 * in a table.
 */
const rowsOf = {
  bars: (given) => ({
    measures: [given.measure],
    ...(hasTable(given.answers)
      ? writeTableFields(given.answers)
      : { groups: [{ rows: given.numbers.map((number) => writeValues(given, number)) }] }),
  }),
  units: writeNumbers,
  shares: (given) => ({
    parts: [given.measure],
    ...(hasTable(given.answers)
      ? writeTableFields(given.answers)
      : {
          rows: given.numbers.map((number) => ({
            label: getNumber(given.record, number).title,
            ...writeValues(given, number),
          })),
        }),
  }),
  range: writeNumbers,
  relay: ({ answers }) => ({ quantity: answers.one('quantity') }),
  route: ({ answers }) => writeRoute(answers.all('stop') ?? []),
  timeline: ({ answers }) => ({ from: toYear(answers.one('from')), to: toYear(answers.one('to')) }),
  map: ({ answers }) => ({ places: answers.all('place') }),
} satisfies Record<Chart['kind'], (given: Given) => object>;

function writeTableFields(answers: Answers): object {
  return {
    table: 'csv',
    unit: writeUnit(answers),
    read_in: answers.all('read-in'),
    base: answers.one('base'),
  };
}

function writeRows(answers: Answers, { content: { record } }: Desk): object {
  const measure = { id: nameMeasure(answers), label: answers.one('measure') };
  return rowsOf[answers.get('kind') as Chart['kind']]({
    answers,
    record,
    numbers: answers.all('number') ?? [],
    measure,
  });
}

/** Writes every leg as unknown, until the editor says who passed what to whom. */
function writeRoute(given: string[]): object {
  const stops = given.map(readStop);
  return {
    stops,
    legs: stops.slice(1).map(() => ({ unknown: 'who had it, and who passed it on to whom' })),
  };
}

function readStop(stop: string): { title: string; event: string } {
  const [title = '', event = ''] = stop.split(/=(?=[^=]*$)/).map((part) => part.trim());
  return { title, event };
}

function refuseStop(stop: string, { content }: Desk): string | undefined {
  const { title, event } = readStop(stop);
  const known = (content.events?.value ?? []).map(({ id }) => id);
  if (known.includes(event) && title) return undefined;
  const near = findNearest(event, known);
  return event && title
    ? `There is no event called "${event}".${near ? ` Did you mean "${near}"?` : ''} A new one is made with: npm run new -- event`
    : 'Write what happened there, = and the id of its event: Handed to the carrier=parcel-handed-over.';
}

const toYear = (year: string | undefined) => (year === undefined ? undefined : Number(year));

function writeTable(id: string, answers: Answers): Draft[] {
  if (!hasTable(answers)) return [];
  const rows = (answers.all('row') ?? []).map((row) => row.split('=').map((cell) => cell.trim()));
  const text = formatCsv(['label', nameMeasure(answers)], rows).replaceAll('\r\n', '\n');
  return [{ path: `content/charts/${id}.csv`, text, added: text }];
}
