import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { listPublishedFiles } from './library/published-files.ts';

/**
 * Only texts are collections, because only they are rendered by Astro. Their front matter is read by
 * `library/read-content.ts`, like every other file: Astro's YAML turns dates into other dates.
 * The loader leaves drafts out, so nothing of them reaches the published site.
 */
export const collections = {
  articles: defineCollection({
    loader: glob({ base: './content/articles', pattern: listPublishedFiles('articles', import.meta.env.DEV) }),
  }),
  pages: defineCollection({ loader: glob({ base: './content/pages', pattern: listPublishedFiles('pages', import.meta.env.DEV) }) }),
};
