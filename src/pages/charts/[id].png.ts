import type { APIRoute } from 'astro';
import { keepChartPng } from '../../drawings/chart-picture.ts';
import { getChartPicture, listCharts } from '../../site/chart-pages.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = async ({ params: { id = '' }, site }) =>
  new Response(await keepChartPng(getChartPicture(id, site)), {
    headers: { 'Content-Type': 'image/png' },
  });
