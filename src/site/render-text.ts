/** The text of an article or page, compiled by Astro from its MDX. */
import type { MDXInstance } from 'astro';
import { texts } from 'virtual:texts';

type Text = Pick<MDXInstance<Record<string, never>>, 'Content' | 'getHeadings'>;

/** Rejects if the build left out the text, or Astro cannot compile it. */
export async function renderText(folder: 'articles' | 'pages', slug: string): Promise<Text> {
  const path = `content/${folder}/${slug}.mdx`;
  const load = texts[`/${path}`];
  if (!load) throw new Error(`${path} is not in the site; run npm run check`);
  return load();
}
