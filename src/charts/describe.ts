/**
 * Drafts of a chart's description, in the form in which the record keeps it: every number is a link to its record,
 * or freed where no record holds it.
 * An editor finishes them; the draft says what is drawn, not what follows from it.
 */
import type { BarsTable, ChartNumber, ChartTable, RangeTable, RelayTable, SharesTable, UnitsTable } from './chart-table.ts';
import { describeMap } from './map.ts';
import { sayCustody } from './relay.ts';
import { describeRoute } from './route.ts';
import { describeTimeline } from './timeline.ts';
import { tagFor } from '../schema/author-tags.ts';

const free = (words: string) => `<${tagFor.freed}>${words}</${tagFor.freed}>`;

function say(number: ChartNumber): string {
  const words = [number.hedge, number.text].filter(Boolean).join(' ');
  return number.ref ? `[${words}](num:${number.ref})` : free(words);
}

export function describeBars(table: BarsTable): string {
  const rows = table.groups.flatMap((group) => group.rows);
  const panels = table.measures.map((measure, index) => {
    const said = rows.flatMap((row) => {
      const number = row.numbers[index];
      return number ? `${row.label} ${say(number)}` : [];
    });
    const missing = rows.filter((row) => !row.numbers[index]).map((row) => row.label);
    const gaps = missing.length ? ` No number was printed for ${join(missing)}.` : '';
    return `${measure.label}, ${measure.unit}: ${said.join(', ')}.${gaps}`;
  });
  const brackets = table.groups.flatMap(({ label, bracket }) =>
    bracket ? `${label || 'A group'}, ${bracket.label}: ${say(bracket.number)}.` : [],
  );
  return ['Ranked bars of countable marks.', ...panels, ...brackets].join(' ');
}

export function describeUnits(table: UnitsTable): string {
  const rows = table.rows.map((row) => {
    const said = row.numbers.map((number) =>
      [say(number), [number.object, number.fate, number.place, number.printed].filter(Boolean).join(', ')].filter(Boolean).join(' '),
    );
    return `${row.label}: ${said.join(', and, elsewhere, ')}.`;
  });
  return ['Dots to one scale.', ...rows].join(' ');
}

export function describeShares(table: SharesTable): string {
  const rows = table.rows.map((row) => {
    const said = table.parts.flatMap(({ label }, index) => {
      const number = row.numbers[index];
      return number ? `${label} ${say(number)}` : `${label} not printed`;
    });
    return `${row.label}: ${said.join(', ')}.`;
  });
  return [`Wholes divided, one mark for each ${free('one in a hundred')}.`, ...rows].join(' ');
}

export function describeRange(table: RangeTable): string {
  const rows = table.rows.map((row) => {
    const [first] = row.numbers;
    const where = first.value === undefined && !first.range ? 'in words' : row.role === 'context' ? 'hollow' : '';
    return `${[say(first), row.label, row.note || first.printed, where].filter(Boolean).join(', ')}.`;
  });
  return [table.scale === 'log' ? 'One logarithmic axis.' : 'One axis from zero.', ...rows].join(' ');
}

/** Values that changed are said as the record has them, so that each stays bound to its own statement. */
export function describeRelay(table: RelayTable): string {
  const rows = table.rows.map((row) => {
    const from = row.from === undefined ? undefined : table.rows[row.from];
    const changed = row.custody === 'changed' && from && from.number.text !== row.number.text ? `, instead of ${say(from.number)}` : '';
    const where = [row.publisher, row.dateText].filter(Boolean).join(', ');
    return `${where}: ${say(row.number)}${changed}. ${sayCustody({ ...row, changes: [] })}.`;
  });
  return ['A thread from the first printing to those that passed the number on.', ...rows].join(' ');
}

export function describeChart(table: ChartTable): string {
  switch (table.kind) {
    case 'bars':
      return describeBars(table);
    case 'units':
      return describeUnits(table);
    case 'shares':
      return describeShares(table);
    case 'range':
      return describeRange(table);
    case 'relay':
      return describeRelay(table);
    case 'route':
      return [describeRoute(table), ...(table.days ? [`Below it, the days one by one: ${say(table.days)}.`] : [])].join(' ');
    case 'timeline':
      return describeTimeline(table.rows);
    case 'map':
      return describeMap(table.rows);
  }
}

function join(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
