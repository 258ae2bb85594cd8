/**
 * Writes charts to build, of twelve rows each: half of them draw a breakdown, half a separate
 * table.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameInLetters } from './make-content.ts';

const places =
  'Ararat Bergama Corum Denizli Edirne Foca Gemlik Hopa Izmir Kars Luleburgaz Mardin'.split(' ');

/** Deterministic: the same count gives the same bytes. */
export function makeCharts(root: string, count: number): void {
  const write = (path: string, text: string) => {
    writeFileSync(join(root, 'content', path), text);
  };
  mkdirSync(join(root, 'content/charts'), { recursive: true });
  const rows = places.map(
    (place, index) =>
      `  - { id: row-${index}, label: ${place}, printings: [{ source: reuters-van-buren, value: ${13.5 - index} }] }`,
  );
  const unit = '{ kind: percent, one: per cent, many: per cent }';
  write(
    'breakdowns/places.yaml',
    `tag: E-9000\ntitle: Parcels by place\ncounts: Shares of parcels.\nsubject: origin\nunit: ${unit}\nrows:\n${rows.join('\n')}\n`,
  );
  for (let index = 0; index < count; index++) {
    const head = [
      'kind: bars',
      `title: Chart ${nameInLetters(index)} of the bench`,
      'subtitle: Parcels by place',
      'description: Ranked bars of countable marks, one for each place; what they stand for is in the table below the drawing.',
      'sources: "[Reuters](source:reuters-van-buren)"',
      'measures:',
      '  - { id: parcels, label: Parcels }',
    ].join('\n');
    const turned = places.map((_, at) => (at + index) % places.length);
    if (index % 2) {
      write(
        `charts/chart-${index}.yaml`,
        `${head}\ntable: csv\nunit: ${unit}\nbase: all parcels\nread_in: [reuters-van-buren]\n`,
      );
      write(
        `charts/chart-${index}.csv`,
        `label,value,qualifier\n${turned.map((at) => `${places[at]},${13.5 - at},${at % 3 ? '' : 'about'}\n`).join('')}`,
      );
    } else
      write(
        `charts/chart-${index}.yaml`,
        `${head}\ngroups:\n  - rows:\n${turned.map((at) => `      - values: { parcels: places/row-${at} }\n`).join('')}`,
      );
  }
}
