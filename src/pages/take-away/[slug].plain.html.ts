import type { APIRoute } from 'astro';
import { formatRepublishedHtml } from '../../publish/republished.ts';
import { getArticle, listArticles } from '../../site/articles.ts';
import { describeRepublished } from '../../site/republished-text.ts';

export const getStaticPaths = () => listArticles().map(({ slug }) => ({ params: { slug } }));

export const GET: APIRoute = ({ params: { slug = '' }, site }) =>
  new Response(formatRepublishedHtml(describeRepublished(getArticle(slug), site)), {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
