import type { APIRoute } from 'astro';
import { getSecurityContact } from '../../site/machine-files.ts';

/** The file exists only if there is somebody to write to, and the day of the content is known. */
export const getStaticPaths = () =>
  getSecurityContact(undefined) === undefined ? [] : [{ params: { file: 'security' } }];

export const GET: APIRoute = ({ site }) =>
  new Response(getSecurityContact(site), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
