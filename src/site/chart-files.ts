/** Downloadable files of a chart, for pages and archives. */
import { formatChartAddress } from '../drawings/chart-data.ts';
import { linkMarks } from '../drawings/chart-kinds.ts';
import { formatChartSvg } from '../drawings/whole-svg.ts';
import { formatChartJson } from '../publish/chart-json.ts';
import { getChart, getChartPicture, getChartAsTyped } from './chart-pages.ts';
import { absoluteHref } from './href.ts';
import { getContentAsTyped } from './site-content.ts';

const svgs = new WeakMap<object, string>();

/**
 * A downloaded file links back to the site only if the site’s address is known. Written once: the
 * evidence of each article that shows the chart has it too. `site` is Astro's setting.
 */
export function getChartSvg(id: string, site: URL | undefined): string {
  const chart = getChart(id);
  const written = svgs.get(chart) ?? writeSvg(id, site);
  svgs.set(chart, written);
  return written;
}

function writeSvg(id: string, site: URL | undefined): string {
  const marks = process.env.SITE_URL ? [...linkMarks(getChart(id).table)] : [];
  const links = new Map(
    marks.map(([key, { path, name }]) => [key, { address: absoluteHref(path, site), name }]),
  );
  return formatChartSvg(getChartPicture(id, site), links);
}

export const getChartJson = (id: string, site: URL | undefined): string =>
  formatChartJson(
    getContentAsTyped().record,
    getChartAsTyped(id),
    absoluteHref(formatChartAddress(id), site),
  );
