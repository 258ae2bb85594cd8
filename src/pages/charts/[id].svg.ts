import type { APIRoute } from 'astro';
import { formatChartSvg } from '../../library/chart-svg.ts';
import { getChartPicture, listCharts } from '../../library/charts.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(formatChartSvg(getChartPicture(id, site)), { headers: { 'Content-Type': 'image/svg+xml' } });
