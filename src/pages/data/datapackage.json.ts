import type { APIRoute } from 'astro';
import { getDataPackage } from '../../site/data-tables.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(getDataPackage(site), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
