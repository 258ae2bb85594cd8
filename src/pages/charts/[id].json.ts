import type { APIRoute } from 'astro';
import { formatChartAddress } from '../../library/chart-data.ts';
import { getChart, listCharts } from '../../library/charts.ts';
import { absoluteHref } from '../../library/href.ts';
import { getContent } from '../../library/site-content.ts';
import { formatChartJson } from '../../publish/chart-json.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(formatChartJson(getContent().record, getChart(id), absoluteHref(formatChartAddress(id), site)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
