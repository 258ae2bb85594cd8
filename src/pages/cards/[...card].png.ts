import type { APIRoute } from 'astro';
import { renderCardPng } from '../../library/card-picture.ts';
import { getCardWords } from '../../library/cards.ts';
import { listCardPaths } from '../../library/expected-pages.ts';
import { getContent } from '../../library/site-content.ts';

export const getStaticPaths = () =>
  listCardPaths(getContent()).map((path) => ({ params: { card: path.replace(/^\/cards\/|\.png$/g, '') } }));

export const GET: APIRoute = async ({ params: { card = '' } }) =>
  new Response(await renderCardPng(getCardWords(`/cards/${card}.png`)), { headers: { 'Content-Type': 'image/png' } });
