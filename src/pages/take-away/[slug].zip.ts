import type { APIRoute } from 'astro';
import { getArticle, listArticles } from '../../site/articles.ts';
import { makeEvidenceArchive } from '../../site/evidence-archive.ts';

export const getStaticPaths = () => listArticles().map(({ slug }) => ({ params: { slug } }));

export const GET: APIRoute = ({ params: { slug = '' }, site }) =>
  new Response(makeEvidenceArchive(getArticle(slug), site), {
    headers: { 'Content-Type': 'application/zip' },
  });
