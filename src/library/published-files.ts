/** Which texts the site publishes: every article and page that is no draft. */
import { readContent } from './read-content.ts';

/** File names for Astro's loader; with `drafts`, all of them. */
export function listPublishedFiles(folder: 'articles' | 'pages', drafts: boolean): string[] {
  const { content } = readContent(process.cwd());
  const files = folder === 'pages' ? content.pages : content.articles.filter((article) => drafts || article.matter?.value.draft !== true);
  return files.map((file) => `${file.slug}.mdx`);
}
