import type { APIRoute } from 'astro';
import { getManifest } from '../site/machine-files.ts';

export const GET: APIRoute = () =>
  new Response(getManifest(), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
