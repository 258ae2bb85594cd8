/**
 * The text of an article as plain HTML that works anywhere: no style, no script, absolute
 * addresses.
 */
import { toHtml } from 'hast-util-to-html';
import { toHast, type Handler, type State } from 'mdast-util-to-hast';
import { formatChartAddress } from '../drawings/chart-data.ts';
import { findNumber, isFailure } from '../evidence/record.ts';
import { toPlainText } from '../evidence/inline.ts';
import { nameSource } from '../evidence/number-custody.ts';
import { getTag, listNamed, listPrintedAttributes } from '../library/markup/article-text.ts';
import type { ArticleNode } from '../library/content.ts';
import { escapeMarkup } from '../publish/escape-markup.ts';
import { verdicts } from '../schema/claim.ts';
import type { Article } from './articles.ts';
import { getChartAsTyped } from './chart-pages.ts';
import { getClaim } from './claims.ts';
import { href } from './href.ts';
import { numberHref } from './numbers.ts';
import { getContent, getContentAsTyped, getSite } from './site-content.ts';

type Element = {
  type: 'element';
  tagName: string;
  properties: Record<string, string>;
  children: Node[];
};
type Node = Element | { type: 'text'; value: string };
type Root = Extract<Parameters<typeof toHtml>[0], { type: 'root' }>;

const make = (
  tagName: string,
  children: Node[],
  properties: Record<string, string> = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const words = (value: string): Node => ({ type: 'text', value });

/** Resolves the links of a text, and the pictures of its charts. */
export type Places = {
  /** The full address of a path inside the site; undefined if the site has no address. */
  locate: (address: string) => string | undefined;
  picture: (chart: string) => string | undefined;
};

/** Summary, findings and text of an article. */
export function formatArticleHtml(article: Article, site: URL | undefined): string {
  const { summary, findings } = article.matter.value;
  const locate = (address: string) => (site ? new URL(address, site).href : address);
  const picture = (chart: string) => locate(href(formatChartAddress(chart, 'png')));
  const text = toHtml(makeArticleTree(article, { locate, picture }));
  const list = findings.map((finding) => `<li>${escapeMarkup(toPlainText(finding))}</li>`).join('');
  return `<p>${escapeMarkup(toPlainText(summary))}</p>\n<ul>${list}</ul>\n${text}`;
}

/** Converts the text to a tree of HTML. If a link cannot be resolved, its words stay as text. */
export function makeArticleTree({ slug, tree }: Article, places: Places): Root {
  /**
   * Converts the children of a node. The cast is needed because the library has its own types of
   * nodes.
   */
  const inner = (state: State, node: ArticleNode) =>
    state.all(node as Parameters<State['all']>[0]) as Node[];
  const link = (children: Node[], address: string) => makeLink(children, address, places);
  const handlers: Record<string, Handler> = {
    // The library also accepts several nodes as a result.
    link: (state, node: ArticleNode) => {
      const url = node.url ?? '';
      const address = url.startsWith('#') ? href(`/articles/${slug}/${url}`) : resolve(url);
      return link(inner(state, node), address);
    },
    mdxJsxFlowElement: (state, node: ArticleNode) => printTag(node, inner(state, node), places),
    mdxJsxTextElement: (state, node: ArticleNode) => {
      const [term] = listNamed(node, 'terms');
      if (getTag(node)?.untilContact && !getSite().contact) return [];
      const children = inner(state, node);
      return term ? link(children, href(`/glossary/#${term}`)) : children;
    },
  };
  return toHast(tree as Parameters<typeof toHast>[0], { handlers }) as Root;
}

function makeLink(children: Node[], address: string, { locate }: Places): Node[] {
  const whole = address.startsWith('/') ? locate(address) : address;
  return whole === undefined ? children : [make('a', children, { href: whole })];
}

/** Resolves a link of a text to a path of the site or to another site. */
function resolve(url: string): string {
  if (url.startsWith('source:')) return href(`/sources/${url.slice('source:'.length)}/`);
  if (url.startsWith('num:')) {
    const number = findNumber(getContent().record, url.slice('num:'.length));
    return isFailure(number) ? href('/numbers/') : numberHref(number);
  }
  return url.startsWith('/') ? href(url) : url;
}

/** Prints a chart as its picture, or as its title if it has none, with the words below it. */
function printChart(id: string, places: Places): Node {
  const { title, subtitle, note, sources } = getChartAsTyped(id).chart;
  const named = toPlainText(title);
  const alt = `${endSentence(named)} ${toPlainText(subtitle)}`;
  const address = places.picture(id);
  const shown = address === undefined ? words(named) : make('img', [], { src: address, alt });
  const below = [
    ...(address === undefined ? [] : [named]),
    ...(note ? [`Note: ${toPlainText(note)}`] : []),
    `Source: ${toPlainText(sources)}`,
  ];
  return make('figure', [
    make('p', makeLink([shown], href(formatChartAddress(id)), places)),
    make('figcaption', [words(below.map(endSentence).join(' '))]),
  ]);
}

const endSentence = (text: string) => text.trim().replace(/(?<![.!?…”])$/, '.');

/** Prints a tag between paragraphs, depending on what it names and whether its words are ours. */
function printTag(node: ArticleNode, children: Node[], places: Places): Node | Node[] {
  const tag = getTag(node);
  if (tag?.untilContact && !getSite().contact) return [];
  const charts = listNamed(node, 'charts').map((id) => printChart(id, places));
  const claims = listNamed(node, 'claims').map((id) => {
    const { claim, made_in: madeIn, verdict } = getClaim(id);
    const link = makeLink([words(verdicts[verdict])], href(`/claims/${id}/`), places);
    return make('p', [
      words(`Claim in ${nameSource(getContentAsTyped().record, madeIn)}: ${toPlainText(claim)} `),
      ...link,
    ]);
  });
  const printed = listPrintedAttributes(node).map(({ text }) => text);
  const pictures = listNamed(node, 'pictures').map(() =>
    make('p', [words(`Picture: ${printed.map(endSentence).join(' ')}`)]),
  );
  const [source] = listNamed(node, 'sources');
  const named = source
    ? makeLink(
        [words(nameSource(getContentAsTyped().record, source))],
        href(`/sources/${source}/`),
        places,
      )
    : [];
  const whose = [
    words([...printed, ...(named.length > 0 && printed.length > 0 ? [''] : [])].join(', ')),
    ...named,
  ];
  const body =
    tag?.words === 'quoted'
      ? [make('blockquote', children), make('p', whose)]
      : [make('p', whose), ...children];
  const shown = charts.length + claims.length + pictures.length > 0;
  return shown ? [...charts, ...claims, ...pictures, ...children] : body;
}
