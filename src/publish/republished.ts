/**
 * An article for others to republish: its words with their markup and nothing else, as HTML and as
 * Markdown, both made from one tree.
 */
import { toHtml } from 'hast-util-to-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { escapeMarkup } from './escape-markup.ts';

type Node =
  | {
      type: 'element';
      tagName: string;
      properties: Record<string, string>;
      children: Node[];
    }
  | { type: 'text'; value: string };
type Root = { type: 'root'; children: Node[] };

export type Republished = {
  title: string;
  summary: string;
  findings: readonly string[];
  /** "By …", with day and version. */
  byline: string;
  /** The full address of the article; undefined if the site has no address. */
  address: string | undefined;
  site: string;
  /** The text, as a tree of HTML. */
  text: readonly object[];
  /** Sentences on what was corrected. */
  corrections: readonly string[];
  terms: readonly string[];
};

export function formatRepublishedHtml(article: Republished): string {
  const { title, summary, address, site } = article;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<meta name="author" content="${escapeMarkup(site)}">
<meta name="description" content="${escapeMarkup(summary)}">
<link rel="icon" href="data:,">
${address ? `<link rel="canonical" href="${escapeMarkup(address)}">\n` : ''}</head>
<body>
<article>
${toHtml(makeTree(article))}
</article>
</body>
</html>
`;
}

/** Not all extensions of GitHub's Markdown: one of them would escape addresses in texts. */
const extensions = [
  gfmTableToMarkdown(),
  gfmStrikethroughToMarkdown(),
  gfmTaskListItemToMarkdown(),
];

export const formatRepublishedMarkdown = (article: Republished): string =>
  toMarkdown(toMdast(makeTree(article)), { bullet: '-', extensions });

/** Puts each part on separate lines. */
function makeTree(article: Republished): Root {
  const { title, summary, findings, byline, address, text, corrections, terms } = article;
  const published = address
    ? [make('p', words('Published at '), make('a', { href: address }, words(address)))]
    : [];
  const parts = [
    make('h1', words(title)),
    make('p', words(summary)),
    make('p', words(byline)),
    ...published,
    list(findings),
    ...(text as Node[]),
    ...(corrections.length > 0 ? [make('h2', words('Corrections')), list(corrections)] : []),
    make('h2', words('Terms')),
    list(terms),
  ].filter((part) => part.type !== 'text' || part.value.trim() !== '');
  return { type: 'root', children: parts.flatMap((part) => [part, words('\n')]) };
}

const words = (value: string): Node => ({ type: 'text', value });

function make(tagName: string, ...parts: (Node | { href: string })[]): Node {
  const children = parts.filter((part): part is Node => 'type' in part);
  const [properties = {}] = parts.filter((part) => !('type' in part));
  return { type: 'element', tagName, properties: { ...properties }, children };
}

const list = (lines: readonly string[]): Node =>
  make('ul', ...lines.flatMap((line) => [words('\n'), make('li', words(line))]), words('\n'));
