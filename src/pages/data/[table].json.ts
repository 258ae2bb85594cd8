import type { APIRoute } from 'astro';
import { formatTableJson } from '../../publish/data-package.ts';
import { getDataTables } from '../../site/data-tables.ts';

export const getStaticPaths = () =>
  getDataTables().map((table) => ({ params: { table: table.name }, props: { table } }));

export const GET: APIRoute<{ table: Parameters<typeof formatTableJson>[0] }> = ({
  props: { table },
}) =>
  new Response(formatTableJson(table), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
