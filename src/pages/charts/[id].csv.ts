import type { APIRoute } from 'astro';
import { formatChartCsv } from '../../drawings/chart-data.ts';
import { getChartAsTyped, listCharts } from '../../site/chart-pages.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' } }) =>
  new Response(formatChartCsv(getChartAsTyped(id)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
