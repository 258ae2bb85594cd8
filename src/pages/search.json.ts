import type { APIRoute } from 'astro';
import { getSearchIndex } from '../site/search-entries.ts';

export const GET: APIRoute = () =>
  new Response(getSearchIndex(), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
