import { sayList, sayNumber } from '../describe-number.ts';
import type { BarsTable } from './table.ts';

export function describeBars(table: BarsTable): string {
  const rows = table.groups.flatMap((group) => group.rows);
  const panels = table.measures.map((measure, index) => {
    const said = rows.flatMap((row) => {
      const number = row.numbers[index];
      return number ? `${row.label} ${sayNumber(number)}` : [];
    });
    const missing = rows.filter((row) => !row.numbers[index]).map((row) => row.label);
    const gaps = missing.length ? ` No number was printed for ${sayList(missing)}.` : '';
    return `${measure.label}, ${measure.unit}: ${said.join(', ')}.${gaps}`;
  });
  const brackets = table.groups.flatMap(({ label, bracket }) =>
    bracket ? `${label || 'A group'}, ${bracket.label}: ${sayNumber(bracket.number)}.` : [],
  );
  return ['Ranked bars of countable marks.', ...panels, ...brackets].join(' ');
}
