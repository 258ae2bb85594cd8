/**
 * Charts with a CSV file of rows. The first edition publishes none, but the tests must cover them.
 */

const words = (kind: string) =>
  `kind: ${kind}\ntitle: The North has most of the parcels\nsubtitle: Parcels by region, in one year\ndescription: One mark for each region, from the longest to the shortest; what they stand for is in the table below the drawing.\nsources: '[Reuters](source:reuters-van-buren)'\ntable: csv\nread_in: [reuters-van-buren]\n`;

/** `values` are the values in the CSV, row by row; undefined for a dash. */
export const tableCharts: Record<string, { yaml: string; csv: string; values: (number | undefined)[][] }> = {
  regions: {
    yaml: `${words('bars')}unit: { kind: count, one: parcel, many: parcels }\nbase: 1500 parcels\nmeasures:\n  - { id: parcels, label: Parcels, whole: 1500 }\n`,
    csv: 'label,value,group,role,qualifier,note,source\nNorth,1310,,highlight,at-least,,\nSouth,120,,,,,reuters-van-buren\nEast,–,,,,,\nNot listed,70,Elsewhere,rest,,,\n',
    values: [[1310], [120], [undefined], [70]],
  },
  shares: {
    yaml: `${words('shares')}unit: { kind: percent, one: per cent, many: per cent }\nbase: all parcels\nparts:\n  - { id: city, label: in the city }\n  - { id: land, label: on the land, role: context }\n`,
    csv: 'label,city,land\nWater,62.5,37.5\nRoads,7,93\n',
    values: [
      [62.5, 37.5],
      [7, 93],
    ],
  },
};
