import type { APIRoute } from 'astro';
import { listCitationPaths, respondWithCitations } from '../../site/citation-files.ts';

export const getStaticPaths = () => listCitationPaths('charts');

export const GET: APIRoute = ({ params: { name = '' }, site }) =>
  respondWithCitations('charts', name, 'csl.json', site);
