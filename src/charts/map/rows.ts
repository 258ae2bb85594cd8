import type { TableRow } from '../table-columns.ts';
import { toEntryRow } from '../table-rows.ts';
import type { MapTable } from './table.ts';

export function listMapRows({ rows }: MapTable): TableRow[] {
  return rows.map(({ id, name, country, latitude, longitude, events }) =>
    toEntryRow(
      { place: name, country, latitude, longitude, id },
      { kind: 'place', id, lists: { events } },
    ),
  );
}
