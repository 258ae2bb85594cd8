import type { APIRoute } from 'astro';
import { getSitemap } from '../site/machine-files.ts';

/** It lists absolute addresses, so there is no sitemap until the site has an address. */
export const getStaticPaths = () =>
  process.env.SITE_URL ? [{ params: { sitemap: 'sitemap' } }] : [];

export const GET: APIRoute = ({ site }) =>
  new Response(getSitemap(site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
