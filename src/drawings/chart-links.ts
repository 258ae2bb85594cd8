/** Where the marks of a drawing lead, and what each is called: its value with what it counts, and who printed it. */
import { type ChartNumber, type Named, keyOf } from '../charts/chart-number.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { setType } from '../evidence/set-type.ts';

/** Of a mark, by the key of its target; `path` is an address within the site. */
export type MarkLinks = Map<string, { path: string; name: string }>;

/** Marks whose number no record holds lead to the source that it was read in. */
export function linkMarks(table: ChartTable): MarkLinks {
  const links: MarkLinks = new Map();
  const add = (key: string, path: string | undefined, name: string) => {
    if (path !== undefined && !links.has(key)) links.set(key, { path, name: setType(name) });
  };
  const addNumber = (number: ChartNumber | undefined, row: string, measure = '', what = '') => {
    if (number) add(keyOf(number, row, measure), addressOf(number), nameNumber(number, [row, what]));
  };
  switch (table.kind) {
    case 'bars':
      for (const { bracket, label, rows } of table.groups) {
        for (const row of rows)
          table.measures.forEach((measure, index) => addNumber(row.numbers[index], row.label, measure.id, measure.label));
        if (bracket) addNumber(bracket.number, label, '', bracket.label);
      }
      break;
    case 'shares':
      for (const row of table.rows) table.parts.forEach((part, index) => addNumber(row.numbers[index], row.label, part.id, part.label));
      break;
    case 'units':
    case 'range':
      for (const row of table.rows) for (const number of row.numbers) addNumber(number, row.label);
      break;
    case 'relay':
      for (const { number, publisher, dateText } of table.rows)
        add(
          number.ref,
          addressOf(number),
          nameNumber({ ...number, printed: [publisher, dateText].filter(Boolean).join(', ') }, [number.object]),
        );
      break;
    case 'route':
      table.stops.forEach(({ event, title, place, dateText, sources }, index) => {
        const [source] = sources;
        const path = event ? `/timeline/#${event}` : source && `/sources/${source.id}/`;
        add(event || `stop ${index}`, path, nameEntry([title, place, dateText], sources));
      });
      addNumber(table.days, '', '', table.days?.unit);
      break;
    case 'timeline':
      for (const { id, title, dateText, sources } of table.rows) add(id, `/timeline/#${id}`, nameEntry([title, dateText], sources));
      break;
    case 'map':
      for (const { id, name, country, events } of table.rows)
        add(id, `/places/#${id}`, nameEntry([name, country], events.slice(0, 1), events.length));
      break;
  }
  return links;
}

function addressOf({ recordId, fragment, sourceIds: [source] }: ChartNumber): string | undefined {
  if (recordId) return `/numbers/${recordId}/${fragment ? `#${fragment}` : ''}`;
  return source && `/sources/${source}/`;
}

/** "24.3%, China, weapons; CAR, December 2017" */
function nameNumber({ hedge, text, printed, sourceNames, derived }: ChartNumber, about: string[]): string {
  const source = derived ? 'our arithmetic' : printed || sourceNames.join(', ');
  return [[[hedge, text].filter(Boolean).join(' '), ...about].filter(Boolean).join(', '), source].filter(Boolean).join('; ');
}

/** "Ramadi falls, 17 May 2015; Reuters and 2 more": the first of its sources, or of a place its events, for all. */
function nameEntry(about: string[], [first, ...others]: Named[], count = others.length + 1): string {
  return [about.filter(Boolean).join(', '), first && (count > 1 ? `${first.name} and ${count - 1} more` : first.name)]
    .filter(Boolean)
    .join('; ');
}
