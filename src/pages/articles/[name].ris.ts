import type { APIRoute } from 'astro';
import { listCitationPaths, respondWithCitations } from '../../site/citations.ts';

export const getStaticPaths = () => listCitationPaths('articles');

export const GET: APIRoute = ({ params: { name = '' }, site }) => respondWithCitations('articles', name, 'ris', site);
