import type { APIRoute } from 'astro';
import { keepCardPng } from '../../site/card-picture.ts';
import { getCardWords } from '../../site/cards.ts';
import { listCardPaths } from '../../site/expected-pages.ts';
import { getContent } from '../../site/site-content.ts';

export const getStaticPaths = () =>
  listCardPaths(getContent()).map((path) => ({
    params: { card: path.replace(/^\/cards\/|\.png$/g, '') },
  }));

export const GET: APIRoute = async ({ params: { card = '' } }) =>
  new Response(await keepCardPng(getCardWords(`/cards/${card}.png`)), {
    headers: { 'Content-Type': 'image/png' },
  });
