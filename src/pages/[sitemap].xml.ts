import type { APIRoute } from 'astro';
import { getSitemap } from '../site/machine-files.ts';

/** A list of whole addresses: there is none until the site has an address. */
export const getStaticPaths = () =>
  process.env.SITE_URL ? [{ params: { sitemap: 'sitemap' } }] : [];

export const GET: APIRoute = ({ site }) =>
  new Response(getSitemap(site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
