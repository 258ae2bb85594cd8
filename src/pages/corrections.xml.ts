import type { APIRoute } from 'astro';
import { getCorrectionsFeed } from '../site/correction-pages.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(getCorrectionsFeed(site), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
