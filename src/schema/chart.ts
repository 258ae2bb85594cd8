import { z } from 'astro/zod';
import { headline, id, text } from './fields.ts';
import { around, bound, data, idOf, printed } from './meaning.ts';
import { problem } from './problem.ts';
import { unit } from './value.ts';

/**
 * A chart: what it says, and which numbers of the record it draws. It holds no values itself. If no
 * record holds the numbers, bars and shares take them from a table beside the chart's file.
 */

/**
 * What a mark is for. The stylesheet gives each role its look in light, dark, print and forced
 * colours.
 */
export const roles = ['main', 'context', 'highlight', 'disputed', 'rest'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

const ref = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/,
    problem(
      'This is not the name of a number',
      'Write it as in a link, without "num:": parcels-lost/gazette-2014 or parcels-origin/north.',
      { asksFor: 'reference' },
    ),
  )
  .meta(idOf('numbers'));

const shared = {
  title: headline.meta(around(bound)).describe('States the finding in one sentence.'),
  subtitle: text
    .meta(around(bound))
    .describe('Names what is measured, the unit, the place and the period.'),
  description: text
    .meta(around(bound))
    .min(
      80,
      problem(
        'This description is too short',
        'Say in words what the drawing shows, in at least 80 characters.',
      ),
    )
    .describe(
      'What the drawing shows, for those who do not see it; printed on the page. At least 80 characters.',
    ),
  note: text
    .meta(around(bound))
    .optional()
    .describe('What a reader must know so as not to misread the drawing.'),
  sources: text
    .meta(around(bound))
    .describe(
      'Which document the numbers are from, and where we read them, with links to sources.',
    ),
};

/** The most rows that each kind of chart shows. */
export const mostRows = { bars: 40, units: 12, shares: 16, range: 24 };
const rowsError = (kind: keyof typeof mostRows) =>
  problem(
    `The drawing shows at most ${mostRows[kind]} rows`,
    'Leave rows out, add up small ones, or draw two charts.',
  );

/** Without `table:`, the rows are in the YAML and name numbers of the record. */
const noTable = z
  .undefined()
  .optional()
  .describe('Only where the rows stand in a table beside the file: csv.');

const tableFields = {
  table: z
    .literal('csv')
    .describe(
      'csv: no record holds the rows; they are in a file of the same name that ends in .csv.',
    ),
  unit: unit.describe('What every number of the table counts.'),
  read_in: z
    .array(id.meta(idOf('sources')))
    .min(1, problem('Name at least one source', 'Write read_in: [its-id].'))
    .describe(
      'Ids of the sources that print the numbers. A column "source" names them row by row instead.',
    ),
};
const base = z.string().meta(printed).min(1).describe('What shares are shares of: 1,240 parcels.');

const measure = z.strictObject({
  id: id.describe('Short name by which the rows give their values: parcels.'),
  label: z.string().meta(printed).min(1).describe('Heading of the panel: Parcels.'),
  mark: z
    .number()
    .positive(problem('A mark must stand for more than zero', 'Write mark: 20.'))
    .optional()
    .describe(
      'How many things one mark stands for. Each panel then has a scale of its own, and its unit may differ; say so in the note.',
    ),
});

const barsRow = z.strictObject({
  label: z
    .string()
    .meta(printed)
    .min(1)
    .optional()
    .describe('Name beside the bar. Left out, it is the name in the record.'),
  values: z
    .record(z.string(), ref)
    .describe(
      'One number of the record for each measure: {parcels: parcels-origin/north}. A measure left out is drawn as a dash.',
    ),
  role: role
    .optional()
    .describe(
      'main unless given: context for a paler bar, highlight for the one to notice, rest for what is not listed.',
    ),
  note: text
    .optional()
    .describe(
      'A few words printed after the first bar; in a group with a bracket at most one row has them.',
    ),
});

const barsGroup = z.strictObject({
  label: z
    .string()
    .meta(printed)
    .min(1)
    .optional()
    .describe('What the rows of the group have in common.'),
  bracket: z
    .strictObject({
      measure: id.describe('Panel in which the bracket stands: the id of a measure.'),
      number: ref.describe('The number of the record that the bracket shows: the rows’ sum.'),
      label: text.describe('A few words below that number.'),
    })
    .optional()
    .describe('A bracket around the rows of the group, with their sum.'),
  rows: z
    .array(barsRow)
    .min(1)
    .max(mostRows.bars, rowsError('bars'))
    .describe('From the longest bar to the shortest.'),
});

export const barsChartSchema = z.strictObject({
  kind: z
    .literal('bars')
    .describe(
      'bars: ranked bars of countable marks, in groups; one or two panels, on one scale unless they name a mark.',
    ),
  ...shared,
  table: noTable,
  measures: z.array(measure).min(1).max(2).describe('The panels, the more important first.'),
  groups: z.array(barsGroup).min(1).describe('The rows, in groups with a line between them.'),
});
export type BarsChart = z.infer<typeof barsChartSchema>;

export const barsTableSchema = z.strictObject({
  kind: z.literal('bars').describe('bars: as above, with its rows in a table of their own.'),
  ...shared,
  ...tableFields,
  base: base
    .optional()
    .describe(
      'What shares are shares of, or counts are out of: 1,240 parcels. Needed where the unit is per cent.',
    ),
  measures: z
    .array(
      measure.extend({
        whole: z
          .number()
          .positive()
          .optional()
          .describe(
            'What the column adds up to, with a row of the role rest for what the source leaves over: 100.',
          ),
      }),
    )
    .min(1)
    .max(2)
    .describe(
      'The panels, the more important first. Each is a column of the table, named by its id; a single one may be called "value".',
    ),
});

const unitsRow = z.strictObject({
  numbers: z
    .array(ref)
    .min(1)
    .max(2)
    .describe(
      'One number of the record; or two that were printed for the same things, the larger first: both are drawn on one grid.',
    ),
  label: z
    .string()
    .meta(printed)
    .min(1)
    .optional()
    .describe('What is counted. Left out, it is the unit of the record.'),
  fate: z
    .string()
    .meta(data)
    .min(2)
    .optional()
    .describe(
      'What became of the things, where the record says it in its title and not with each statement: one of the fates in site.yaml.',
    ),
  note: text
    .optional()
    .describe(
      'A few words instead of object and place, printed below where and when the number was printed.',
    ),
});

export const unitsChartSchema = z.strictObject({
  kind: z
    .literal('units')
    .describe('units: dots to scale, one dot an item, a thousand dots a block.'),
  ...shared,
  dot: z.int().min(1).optional().describe('How many things one dot stands for; 1 unless given.'),
  rows: z
    .array(unitsRow)
    .min(1)
    .max(mostRows.units, rowsError('units'))
    .describe('The numbers, the largest first.'),
});
export type UnitsChart = z.infer<typeof unitsChartSchema>;

const sharesPart = z.strictObject({
  id: id.describe('Short name by which the rows give their shares: sealed.'),
  label: z.string().meta(printed).min(1).describe('What the part is: Sealed parcels.'),
  role: role
    .optional()
    .describe(
      'main unless given: context for hollow marks, highlight for the one to notice. What the parts leave over is drawn pale.',
    ),
});

const sharesRow = z.strictObject({
  label: z.string().meta(printed).min(1).describe('The whole that is divided: Parcels.'),
  values: z
    .record(z.string(), ref)
    .describe(
      'One share of the record for each part: {sealed: parcels-state/sealed}. A part left out was not printed.',
    ),
  note: text.optional().describe('A few words printed below the bar.'),
});

export const sharesChartSchema = z.strictObject({
  kind: z.literal('shares').describe('shares: wholes divided, one mark for each one in a hundred.'),
  ...shared,
  table: noTable,
  parts: z
    .array(sharesPart)
    .min(1)
    .max(4)
    .describe('What the wholes are divided into, in the order of the marks.'),
  rows: z
    .array(sharesRow)
    .min(1)
    .max(mostRows.shares, rowsError('shares'))
    .describe('The wholes, the more important first.'),
});
export type SharesChart = z.infer<typeof sharesChartSchema>;

export const sharesTableSchema = z.strictObject({
  kind: z.literal('shares').describe('shares: as above, with its rows in a table of their own.'),
  ...shared,
  ...tableFields,
  base,
  parts: z
    .array(sharesPart)
    .min(1)
    .max(4)
    .describe(
      'The columns of the table, named by their ids. With a part of the role rest they add up to a hundred.',
    ),
});

/** A chart whose rows are in a table beside its file. */
export type TableChart = z.infer<typeof barsTableSchema> | z.infer<typeof sharesTableSchema>;

const rangeRow = z.strictObject({
  numbers: z
    .array(ref)
    .min(
      1,
      problem('A row names a number of the record', 'Write numbers: [parcels-lost/gazette-2014].'),
    )
    .max(12)
    .describe(
      'One number of the record; or several with the same value and hedge, which share a mark named after the first.',
    ),
  label: z
    .string()
    .meta(printed)
    .min(1)
    .optional()
    .describe('What is counted and where. Left out, what the record says of them.'),
  role: z
    .enum(['main', 'context'])
    .optional()
    .describe(
      'main unless given: a filled mark. context: a hollow one, for what counts something else or is our arithmetic; say which in the subtitle.',
    ),
  note: text
    .optional()
    .describe('Printed instead of publisher and date, where these need a word more.'),
});

export const rangeChartSchema = z.strictObject({
  kind: z
    .literal('range')
    .describe(
      'range: single numbers and ranges on one axis, hedges drawn as the ends of their marks.',
    ),
  ...shared,
  scale: z
    .enum(['linear', 'log'])
    .optional()
    .describe(
      'linear unless given: an axis from zero. log: each step ten times the one before, for numbers a thousandfold apart.',
    ),
  rows: z
    .array(rangeRow)
    .min(1)
    .max(mostRows.range, rowsError('range'))
    .describe(
      'The numbers, from top to bottom. What was printed in words is named below the axis.',
    ),
});
export type RangeChart = z.infer<typeof rangeChartSchema>;

export const relayChartSchema = z.strictObject({
  kind: z
    .literal('relay')
    .describe(
      'relay: who passed a number on, from its first printing; computed from the statements of a quantity.',
    ),
  ...shared,
  quantity: id
    .meta(idOf('numbers'))
    .describe('Id of the quantity whose statements are drawn, in the order of its file.'),
});
export type RelayChart = z.infer<typeof relayChartSchema>;

const year = z.int().min(1900).max(2100);

export const timelineChartSchema = z.strictObject({
  kind: z
    .literal('timeline')
    .describe(
      'timeline: the events of events.yaml along a line of years, on the ground above, on the record below.',
    ),
  ...shared,
  from: year.optional().describe('First year that is drawn. Left out, that of the first event.'),
  to: year.optional().describe('Last year that is drawn. Left out, that of the last event.'),
});
export type TimelineChart = z.infer<typeof timelineChartSchema>;

export const mapChartSchema = z.strictObject({
  kind: z
    .literal('map')
    .describe(
      'map: the places of places.yaml on a map, in the frame that site.yaml gives it: where they lie, not who held them.',
    ),
  ...shared,
  places: z
    .array(id.meta(idOf('places')))
    .min(1)
    .optional()
    .describe('Ids of the places that are drawn. Left out, all of them.'),
});
export type MapChart = z.infer<typeof mapChartSchema>;

const routeStop = z.strictObject({
  title: headline.describe('What happened there, in a few words: Handed to the carrier.'),
  event: id
    .meta(idOf('events'))
    .optional()
    .describe(
      'Id of the event that dates it, and whose sources say so. Left out, the drawing says that the day is not known.',
    ),
  dated: text
    .optional()
    .describe(
      'What is printed of its day, where no event dates it: 15 December 2015, in one paper alone.',
    ),
  at: id
    .meta(idOf('places'))
    .optional()
    .describe('Id of the place in places.yaml, where it has one.'),
  read_in: z
    .array(id.meta(idOf('sources')))
    .min(1)
    .optional()
    .describe('Ids of the sources that say so, where no event names them.'),
  note: text.optional().describe('A few words below it.'),
});

const routeLeg = z.strictObject({
  from: text.optional().describe('Who passed it on. With to, what and read_in, or else unknown.'),
  to: text.optional().describe('To whom.'),
  what: text.optional().describe('What was passed on.'),
  read_in: z
    .array(id.meta(idOf('sources')))
    .min(1)
    .optional()
    .describe('Ids of the sources that say so.'),
  unknown: text
    .optional()
    .describe(
      'Instead of all these: what nobody could follow, drawn dashed and called not known: who had it, and how it came there.',
    ),
});

/** The most stops that fit side by side. */
export const mostStops = 6;

export const routeChartSchema = z.strictObject({
  kind: z
    .literal('route')
    .describe(
      'route: places and dates in order, each leg with who passed what to whom; a leg that nobody could follow is dashed.',
    ),
  ...shared,
  number: ref
    .optional()
    .describe(
      'The number of days from the first stop to the last, which are then drawn one by one.',
    ),
  stops: z
    .array(routeStop)
    .min(2, problem('A route has at least two stops', 'Add the second.'))
    .max(
      mostStops,
      problem(
        `The drawing shows at most ${mostStops} stops`,
        'Leave some out, or draw two charts.',
      ),
    )
    .describe('Where it was, in order of time.'),
  legs: z.array(routeLeg).min(1).describe('What lies between: one leg fewer than there are stops.'),
});
export type RouteChart = z.infer<typeof routeChartSchema>;

const tableError = problem('A table beside the chart is a CSV', 'Write table: csv.');

export const chartSchema = z.discriminatedUnion(
  'kind',
  [
    z.discriminatedUnion('table', [barsChartSchema, barsTableSchema], tableError),
    unitsChartSchema,
    z.discriminatedUnion('table', [sharesChartSchema, sharesTableSchema], tableError),
    rangeChartSchema,
    relayChartSchema,
    routeChartSchema,
    timelineChartSchema,
    mapChartSchema,
  ],
  problem(
    'The kind is bars, units, shares, range, relay, route, timeline or map',
    'Write kind: bars.',
  ),
);
export type Chart = z.infer<typeof chartSchema>;

export function isTableChart(chart: Chart): chart is TableChart {
  return 'table' in chart && chart.table !== undefined;
}
