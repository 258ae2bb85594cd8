import type { APIRoute } from 'astro';
import { getRobots } from '../site/machine-files.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(getRobots(site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
