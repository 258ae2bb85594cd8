/** The text of an article or page, rendered by Astro with our author tags. */
import { getEntry, render, type RenderResult } from 'astro:content';

export async function renderText(collection: 'articles' | 'pages', slug: string): Promise<RenderResult> {
  const entry = await getEntry(collection, slug);
  if (!entry) throw new Error(`content/${collection}/${slug}.mdx is not in the site; run npm run check`);
  return render(entry);
}
