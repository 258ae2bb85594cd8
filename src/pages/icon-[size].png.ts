import type { APIRoute } from 'astro';
import { iconSizes, renderIcon } from '../site/icon.ts';

export const getStaticPaths = () => iconSizes.map((size) => ({ params: { size: `${size}` } }));

export const GET: APIRoute = async ({ params: { size } }) =>
  new Response(await renderIcon(Number(size)), { headers: { 'Content-Type': 'image/png' } });
