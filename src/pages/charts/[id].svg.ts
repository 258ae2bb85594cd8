import type { APIRoute } from 'astro';
import { getChartSvg } from '../../site/chart-files.ts';
import { listCharts } from '../../site/chart-pages.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(getChartSvg(id, site), { headers: { 'Content-Type': 'image/svg+xml' } });
