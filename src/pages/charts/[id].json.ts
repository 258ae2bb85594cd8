import type { APIRoute } from 'astro';
import { formatChartAddress } from '../../library/chart-data.ts';
import { getPlainChart, listCharts } from '../../library/charts.ts';
import { absoluteHref } from '../../library/href.ts';
import { getPlainContent } from '../../library/site-content.ts';
import { formatChartJson } from '../../publish/chart-json.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(formatChartJson(getPlainContent().record, getPlainChart(id), absoluteHref(formatChartAddress(id), site)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
