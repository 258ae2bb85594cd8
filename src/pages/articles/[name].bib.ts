import type { APIRoute } from 'astro';
import { listCitationPaths, respondWithCitations } from '../../site/citation-files.ts';

export const getStaticPaths = () => listCitationPaths('articles');

export const GET: APIRoute = ({ params: { name = '' }, site }) =>
  respondWithCitations('articles', name, 'bib', site);
