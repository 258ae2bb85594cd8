import type { APIRoute } from 'astro';
import { listCitationPaths, respondWithCitations } from '../../site/citation-files.ts';

export const getStaticPaths = () => listCitationPaths('data');

export const GET: APIRoute = ({ params: { name = '' }, site }) =>
  respondWithCitations('data', name, 'bib', site);
