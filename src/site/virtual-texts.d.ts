declare module 'virtual:texts' {
  /** The import of each text, by its path: `/content/articles/x.mdx`. Made by `text-modules.ts`. */
  export const texts: Record<
    string,
    () => Promise<import('astro').MDXInstance<Record<string, never>>>
  >;
}
