import type { APIRoute } from 'astro';
import { formatChartCsv, getChartData } from '../../library/chart-data.ts';
import { getContent } from '../../library/site-content.ts';

export function getStaticPaths() {
  return getContent().charts.map((file) => ({ params: { id: file.id } }));
}

export const GET: APIRoute = ({ params: { id = '' } }) => {
  const { charts, record } = getContent();
  const file = charts.find((candidate) => candidate.id === id);
  if (!file) throw new Error(`There is no chart "${id}".`);
  return new Response(formatChartCsv(getChartData(record, id, file.value)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
