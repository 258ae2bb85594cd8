import type { APIRoute } from 'astro';
import { renderChartPng } from '../../library/chart-picture.ts';
import { getChartPicture, listCharts } from '../../library/charts.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = async ({ params: { id = '' }, site }) =>
  new Response(await renderChartPng(getChartPicture(id, site)), { headers: { 'Content-Type': 'image/png' } });
