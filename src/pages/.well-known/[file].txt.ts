import type { APIRoute } from 'astro';
import { getSecurityContact } from '../../site/machine-files.ts';

/** Only where somebody can be written to, and where the day is known from which it holds. */
export const getStaticPaths = () =>
  getSecurityContact(undefined) === undefined ? [] : [{ params: { file: 'security' } }];

export const GET: APIRoute = ({ site }) =>
  new Response(getSecurityContact(site), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
