/** Walks the syntax tree of an article. */
import type { ArticleNode } from '../content.ts';
import { getAuthorTag, type AuthorTag, type TagAttribute } from '../../schema/author-tags.ts';

export type Visit = { node: ArticleNode; ancestors: ArticleNode[] };

/** A cache, because a dozen rules walk the same texts, which never change. */
const walked = new WeakMap<ArticleNode, Visit[]>();

/**
 * Every node below `tree`, in the order of the text, each with its ancestors from the root down.
 */
export function walk(tree: ArticleNode): Visit[] {
  const known = walked.get(tree);
  if (known) return known;
  const visits: Visit[] = [];
  const visit = (node: ArticleNode, ancestors: ArticleNode[]) => {
    visits.push({ node, ancestors });
    const inner = node.children?.length ? [...ancestors, node] : [];
    for (const child of node.children ?? []) visit(child, inner);
  };
  visit(tree, []);
  if (tree.type === 'root') walked.set(tree, visits);
  return visits;
}

/** The words of a node and everything in it. */
export function getText(node: ArticleNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  return (node.children ?? []).map(getText).join('');
}

/**
 * The running words of a block as written, without addresses and tags, and the position of each in
 * the file.
 */
export type Words = { text: string; offsetOf: (index: number) => number };

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement']);

/**
 * The running words of every block below `tree`, without texts below a node for which `passes` is
 * true.
 */
export function listWords(
  tree: ArticleNode,
  source: string,
  passes: (node: ArticleNode) => boolean = () => false,
): Words[] {
  return walk(tree).flatMap(({ node, ancestors }) => {
    if (!blocks.has(node.type) || passes(node) || ancestors.some(passes)) return [];
    const parts: { at: number; start: number }[] = [];
    let text = '';
    const visit = (inner: ArticleNode) => {
      if (passes(inner) || (inner !== node && blocks.has(inner.type))) return;
      if (inner.type === 'text' && inner.position) {
        const { start, end } = getSpan(inner);
        parts.push({ at: text.length, start });
        text += source.slice(start, end);
      } else if (inner.children) inner.children.forEach(visit);
      else text += ' ';
    };
    visit(node);
    const offsetOf = (index: number) => {
      const { at, start } = parts.findLast((part) => part.at <= index) ?? {
        at: 0,
        start: getSpan(node).start,
      };
      return start + index - at;
    };
    return text.trim() === '' ? [] : [{ text, offsetOf }];
  });
}

export function isTag(node: ArticleNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The author tag of the node. Undefined for any other node, and for an unknown tag. */
export function getTag(node: ArticleNode): AuthorTag | undefined {
  return isTag(node) ? getAuthorTag(node.name) : undefined;
}

/** The ids of records of this kind, or the names of pictures, that a tag holds. */
export function listNamed(node: ArticleNode, kind: NonNullable<TagAttribute['names']>): string[] {
  return Object.entries(getTag(node)?.attributes ?? {}).flatMap(([attribute, { names, many }]) => {
    const value = names === kind ? getAttribute(node, attribute) : undefined;
    return many ? splitIds(value) : value || [];
  });
}

/** The words of a tag’s attributes that readers see, in order. */
export function listPrintedAttributes(node: ArticleNode): { name: string; text: string }[] {
  return Object.entries(getTag(node)?.attributes ?? {}).flatMap(([name, { printed }]) => {
    const text = printed ? getAttribute(node, name) : undefined;
    return text === undefined ? [] : { name, text };
  });
}

export function getAttribute(node: ArticleNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The attributes of a tag as written, in order. The parser does not give their positions. */
export function listAttributeSpans(
  node: ArticleNode,
  text: string,
): { name: string; start: number; end: number }[] {
  const { start, end } = getSpan(node);
  const opening = /^<[\w.]*(?:"[^"]*"|'[^']*'|[^'">])*>?/.exec(text.slice(start, end))?.[0] ?? '';
  return [...opening.matchAll(/(?<=\s)([\w:.-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g)].map(
    ({ 0: written, 1: name = '', index }) => ({
      name,
      start: start + index,
      end: start + index + written.length,
    }),
  );
}

export function getSpan(node: ArticleNode): { start: number; end: number } {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start + 1 };
}

const wordsPerMinute = 220;

/** The number of words in the running text, including tags that print other people's words. */
export function countWords(tree: ArticleNode): number {
  return getText(tree)
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
}

/** Minutes a reader needs, at least one. */
export function estimateMinutes(tree: ArticleNode): number {
  return Math.max(1, Math.round(countWords(tree) / wordsPerMinute));
}

/** Every number link and every freed number of the text. */
export function listNumbers(tree: ArticleNode): { refs: string[]; freed: number } {
  const refs: string[] = [];
  let freed = 0;
  for (const { node } of walk(tree)) {
    if (node.type === 'link' && node.url?.startsWith('num:')) refs.push(node.url.slice(4));
    if (getTag(node)?.words === 'freed') freed += 1;
  }
  return { refs, freed };
}

/** Ids of the sources that the text links or quotes, in order of appearance, each once. */
export function listSourceIds(tree: ArticleNode): string[] {
  const ids = new Set<string>();
  for (const { node } of walk(tree)) {
    if (node.type === 'link' && node.url?.startsWith('source:')) ids.add(node.url.slice(7));
    for (const id of listNamed(node, 'sources')) ids.add(id);
  }
  return [...ids];
}

/** Ids of the charts in the text, in order: the first is Figure 1. */
export function listChartIds(tree: ArticleNode): string[] {
  return walk(tree).flatMap(({ node }) => listNamed(node, 'charts'));
}

/** Ids of the claims that the text prints, alone and in tables, in order. */
export function listClaimIds(tree: ArticleNode): string[] {
  return walk(tree).flatMap(({ node }) => listNamed(node, 'claims'));
}

/** The ids of an attribute that separates them by commas. */
export function splitIds(list: string | undefined): string[] {
  return (list ?? '').split(',').flatMap((id) => id.trim() || []);
}

/** A heading of the text; `slug` is its id on the page, for links. */
export type Heading = { node: ArticleNode; depth: number; text: string; slug: string };

/** Headings in the order of the text, each with the slug that the build gives it. */
export function listHeadings(tree: ArticleNode): Heading[] {
  const taken = new Map<string, number>();
  return [...walk(tree)].flatMap(({ node }) => {
    if (node.type !== 'heading') return [];
    const text = getText(node);
    const unnumbered = toSlug(text);
    let slug = unnumbered;
    for (let times = taken.get(unnumbered) ?? 0; taken.has(slug); taken.set(unnumbered, times))
      slug = `${unnumbered}-${++times}`;
    taken.set(slug, 0);
    return [{ node, depth: node.depth ?? 1, text, slug }];
  });
}

/** Makes a slug as GitHub and Astro do: letters, digits, hyphens and underscores in lower case. */
export function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
