/**
 * Drafts of a chart's description, in the form in which the record keeps it: every number is a link to its record.
 * An editor finishes them; the draft says what is drawn, not what follows from it.
 */
import type { BarsTable, ChartNumber, ChartTable, UnitsTable } from './chart-table.ts';

function say(number: ChartNumber): string {
  return `[${[number.hedge, number.text].filter(Boolean).join(' ')}](num:${number.ref})`;
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
    return `${row.label}: ${said.join(', and for the same things ')}.`;
  });
  return ['Dots to one scale.', ...rows].join(' ');
}

export function describeChart(table: ChartTable): string {
  return table.kind === 'bars' ? describeBars(table) : describeUnits(table);
}

function join(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
