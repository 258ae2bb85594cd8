import type { APIRoute } from 'astro';
import { formatChartSvg } from '../../drawings/whole-svg.ts';
import { linkMarks } from '../../drawings/chart-kinds.ts';
import { getChart, getChartPicture, listCharts } from '../../site/chart-pages.ts';
import { absoluteHref } from '../../site/href.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

/** A file to take away links back to the site only if the site's address is known. */
export const GET: APIRoute = ({ params: { id = '' }, site }) => {
  const marks = process.env.SITE_URL ? [...linkMarks(getChart(id).table)] : [];
  const links = new Map(
    marks.map(([key, { path, name }]) => [key, { address: absoluteHref(path, site), name }]),
  );
  return new Response(formatChartSvg(getChartPicture(id, site), links), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
