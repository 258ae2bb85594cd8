import type { APIRoute } from 'astro';
import { formatTableCsv } from '../../publish/data-package.ts';
import { getDataTables } from '../../site/data-tables.ts';

export const getStaticPaths = () =>
  getDataTables().map((table) => ({ params: { table: table.name }, props: { table } }));

export const GET: APIRoute<{ table: Parameters<typeof formatTableCsv>[0] }> = ({
  props: { table },
}) =>
  new Response(formatTableCsv(table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
