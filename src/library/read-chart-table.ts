/** Reads the table beside a chart, for rows that are in no record. */
import { parseTable } from '../charts/parse-table.ts';
import { textColumns, type TableShape } from '../charts/table-entry.ts';
import { mostRows, type TableChart } from '../schema/chart.ts';
import type { ChartRows } from './content.ts';
import type { SourceText } from './source-text.ts';

export function readChartRows(chart: TableChart, source: SourceText): ChartRows {
  return { source, ...parseTable(source.text, shapeOf(chart)) };
}

function shapeOf(chart: TableChart): TableShape {
  const shares = chart.unit.kind === 'percent';
  if (chart.kind === 'bars')
    return { measures: chart.measures, shares, mostRows: mostRows.bars, texts: textColumns };
  return {
    measures: chart.parts.map(({ id }) => ({ id })),
    shares,
    divided: { complete: chart.parts.some((part) => part.role === 'rest') },
    mostRows: mostRows.shares,
    texts: ['qualifier', 'note', 'source'],
  };
}
