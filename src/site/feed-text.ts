/**
 * The text of an article as plain HTML, which stands anywhere: no style, no script, whole
 * addresses.
 */
import { toHtml } from 'hast-util-to-html';
import { toHast, type Handler, type State } from 'mdast-util-to-hast';
import { formatChartAddress } from '../drawings/chart-data.ts';
import { findNumber, isFailure } from '../evidence/record.ts';
import { toPlainText } from '../evidence/inline.ts';
import { nameSource } from '../evidence/number-custody.ts';
import {
  getAttribute,
  getTag,
  listNamed,
  listPrintedAttributes,
} from '../library/markup/article-text.ts';
import type { ArticleNode } from '../library/content.ts';
import { escapeMarkup } from '../publish/escape-markup.ts';
import { verdicts } from '../schema/claim.ts';
import type { Article } from './articles.ts';
import { getPlainChart } from './chart-pages.ts';
import { getClaim } from './claims.ts';
import { href } from './href.ts';
import { numberHref } from './numbers.ts';
import { getContent, getPlainContent, getSite } from './site-content.ts';

type Element = {
  type: 'element';
  tagName: string;
  properties: Record<string, string>;
  children: Node[];
};
type Node = Element | { type: 'text'; value: string };

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

/** Summary, findings and text of an article. */
export function formatArticleHtml({ matter, tree }: Article, site: URL | undefined): string {
  const { summary, findings } = matter.value;
  const whole = (address: string) => (site ? new URL(address, site).href : address);
  /** Parts of the text that are ours to print, by the tree’s own names of nodes. */
  const inner = (state: State, node: ArticleNode) =>
    state.all(node as Parameters<State['all']>[0]) as Node[];
  const handlers: Record<string, Handler> = {
    link: (state, node: ArticleNode) =>
      make('a', inner(state, node), {
        href: whole(resolve(node.url ?? '')),
      }) as ReturnType<Handler>,
    mdxJsxFlowElement: (state, node: ArticleNode) =>
      printTag(node, inner(state, node), whole) as ReturnType<Handler>,
    mdxJsxTextElement: (state, node: ArticleNode) => {
      const [term] = listNamed(node, 'terms');
      if (getTag(node)?.untilContact && !getSite().contact) return [];
      const children = inner(state, node);
      return (
        term
          ? make('a', children, { href: whole(href(`/glossary/#${term}`)) })
          : make('span', children)
      ) as ReturnType<Handler>;
    },
  };
  const text = toHtml(toHast(tree as Parameters<typeof toHast>[0], { handlers }));
  const list = findings.map((finding) => `<li>${escapeMarkup(toPlainText(finding))}</li>`).join('');
  return `<p>${escapeMarkup(toPlainText(summary))}</p>\n<ul>${list}</ul>\n${text}`;
}

/** Where a link of a text leads, inside the site or out of it. */
function resolve(url: string): string {
  if (url.startsWith('source:')) return href(`/sources/${url.slice('source:'.length)}/`);
  if (url.startsWith('num:')) {
    const number = findNumber(getContent().record, url.slice('num:'.length));
    return isFailure(number) ? href('/numbers/') : numberHref(number);
  }
  return url.startsWith('/') ? href(url) : url;
}

/** A tag between paragraphs, by what it names and whose words it holds. */
function printTag(
  node: ArticleNode,
  children: Node[],
  whole: (address: string) => string,
): Node | Node[] {
  const tag = getTag(node);
  if (tag?.untilContact && !getSite().contact) return [];
  const charts = listNamed(node, 'charts').map((id) => {
    const title = toPlainText(getPlainChart(id).chart.title);
    const picture = make('img', [], {
      src: whole(href(formatChartAddress(id, 'png'))),
      alt: title,
    });
    return make('figure', [
      make('a', [picture], { href: whole(href(formatChartAddress(id))) }),
      make('figcaption', [words(title)]),
    ]);
  });
  const claims = listNamed(node, 'claims').map((id) => {
    const { claim, made_in: madeIn, verdict } = getClaim(id);
    const link = make('a', [words(verdicts[verdict])], { href: whole(href(`/claims/${id}/`)) });
    return make('p', [
      words(`Claim in ${nameSource(getPlainContent().record, madeIn)}: ${toPlainText(claim)} `),
      link,
    ]);
  });
  const pictures = listNamed(node, 'pictures').map(() =>
    make('p', [words(`Picture: ${getAttribute(node, 'alt') ?? ''}`)]),
  );
  const [source] = listNamed(node, 'sources');
  const named = source
    ? [
        make('a', [words(nameSource(getPlainContent().record, source))], {
          href: whole(href(`/sources/${source}/`)),
        }),
      ]
    : [];
  const printed = listPrintedAttributes(node).map(({ text }) => text);
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
