/** Charts as pictures to take away: the drawing with its words, and its SVG file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPlainText } from '../evidence/inline.ts';
import { formatPictureSvg, type FileLinks } from '../publish/chart-svg.ts';
import { layoutPicture, type Picture } from '../publish/chart-surround.ts';
import { readDrawingStyle, type DrawingStyle } from '../publish/drawing-style.ts';
import type { ChartData } from './chart-data.ts';

/** Pixels of the PNG for each unit of the drawing. */
export const pixelsPerUnit = 2;

/**
 * The desktop's drawing with its words. `address` is that of the chart's page, empty if none is
 * known.
 */
export function getPicture(
  { id, chart, drawings }: ChartData,
  siteName: string,
  address: string,
): Picture {
  const words = {
    id,
    title: toPlainText(chart.title),
    subtitle: toPlainText(chart.subtitle),
    description: toPlainText(chart.description),
    note: toPlainText(chart.note ?? ''),
    sources: toPlainText(chart.sources),
    siteName,
    address,
  };
  return layoutPicture(words, drawings[1]);
}

let style: DrawingStyle | undefined;

/** Read once. After a change of a colour the server must be restarted. */
export function getDrawingStyle(): DrawingStyle {
  const read = (name: string) => readFileSync(join(process.cwd(), 'src/styles', name), 'utf8');
  style ??= readDrawingStyle(read('chart.css'), read('tokens.css'));
  return style;
}

/** The picture as an SVG file. With `links` its marks lead to the site. */
export function formatChartSvg(picture: Picture, links?: FileLinks): string {
  return formatPictureSvg(picture, getDrawingStyle(), undefined, links);
}
