import type { APIRoute } from 'astro';
import { formatChartAddress } from '../../drawings/chart-data.ts';
import { getPlainChart, listCharts } from '../../site/chart-pages.ts';
import { absoluteHref } from '../../site/href.ts';
import { getPlainContent } from '../../site/site-content.ts';
import { formatChartJson } from '../../publish/chart-json.ts';

export const getStaticPaths = () => listCharts().map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(
    formatChartJson(
      getPlainContent().record,
      getPlainChart(id),
      absoluteHref(formatChartAddress(id), site),
    ),
    {
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    },
  );
