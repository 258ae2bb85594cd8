import type { APIRoute } from 'astro';
import { getChartJson } from '../../site/chart-files.ts';
import { listCharts } from '../../site/chart-pages.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(getChartJson(id, site), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
