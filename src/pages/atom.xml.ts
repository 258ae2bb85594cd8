import type { APIRoute } from 'astro';
import { respondWithFeed } from '../site/site-feeds.ts';

export const GET: APIRoute = ({ site }) => respondWithFeed('atom', site);
