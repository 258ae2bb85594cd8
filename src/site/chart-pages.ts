/** The site's charts, for its pages and files. */
import { formatChartAddress, getChartData, type ChartData } from '../drawings/chart-data.ts';
import { getPicture } from '../drawings/whole-svg.ts';
import { absoluteHref } from './href.ts';
import { typesetRecord } from '../library/texts/typeset-content.ts';
import { typesetTable } from '../drawings/chart-kinds.ts';
import { getContent, getContentAsTyped, getSite } from './site-content.ts';
import type { DrawingPart } from '../charts/drawing.ts';
import { layoutSmall } from '../charts/kinds.ts';
import { smallSize } from '../charts/small-pen.ts';
import type { Picture } from '../publish/chart-surround.ts';

/** All charts, sorted by id. */
export function listCharts(): ChartData[] {
  return getContent().charts.map(({ id }) => getChart(id));
}

const printed = new WeakMap<ChartData, ChartData>();

/** Its words are typeset; its rows are data as typed. */
export function getChart(id: string): ChartData {
  const asTyped = getChartAsTyped(id);
  const chart = printed.get(asTyped) ?? {
    ...asTyped,
    chart: typesetRecord('chart', asTyped.chart),
  };
  printed.set(asTyped, chart);
  return chart;
}

/**
 * Returns the chart's most important part, with letters large enough for a small drawing. A map has
 * no such part: the middle of its phone drawing is shown instead, from `cutAt`.
 */
export function getSmallDrawing(id: string): { part: DrawingPart; cutAt?: number } {
  const {
    table,
    drawings: [phone],
  } = getChartAsTyped(id);
  const small = layoutSmall(typesetTable(table));
  if (small) return { part: small };
  const [part] = phone.parts;
  if (!part) throw new Error(`The chart ${id} has no drawing.`);
  const height = Math.round((part.width * smallSize.height) / smallSize.width);
  return {
    part: {
      ...part,
      id: `${id}-small`,
      height,
      texts: [],
      paths: part.paths.filter(({ kind }) => kind !== 'leader'),
    },
    cutAt: Math.round((part.height - height) / 2),
  };
}

/** The chart without typesetting, for data files. */
export function getChartAsTyped(id: string): ChartData {
  const { charts, record } = getContentAsTyped();
  const file = charts.find((candidate) => candidate.id === id);
  if (!file) throw new Error(`There is no chart "${id}".`);
  return getChartData(record, id, file.value, file.table?.rows);
}

const pictures = new WeakMap<ChartData, Picture>();

/**
 * `site` is Astro's setting, the same for every page of a build. Without it, the picture shows no
 * address.
 */
export function getChartPicture(id: string, site: URL | undefined): Picture {
  const data = getChart(id);
  const picture =
    pictures.get(data) ??
    getPicture(data, getSite().name, site ? absoluteHref(formatChartAddress(id), site) : '');
  pictures.set(data, picture);
  return picture;
}
