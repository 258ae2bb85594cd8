/** Links lead to numbers, sources, headings of the article, pages of the site, or safely out of it. */
import { getSpan, walk, getText } from '../../library/article-text.ts';
import type { ArticleNode } from '../../library/read-content.ts';
import { createFinding } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { hasTracking, stripTracking } from '../../library/web-address.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkLinks: Rule = (content) =>
  [...content.articles, ...content.pages].flatMap(({ source, tree }) => (tree ? judgeLinks(source, tree) : []));

/** Links of a text that lead nowhere safe. */
export function judgeLinks(source: SourceText, tree: ArticleNode): Finding[] {
  return [...walk(tree)].flatMap(({ node }) => {
    if (node.type !== 'link' && node.type !== 'definition') return [];
    const url = node.url ?? '';
    const problem = judgeUrl(url) ?? (node.type === 'link' && getText(node).trim() === '' ? emptyText : undefined);
    if (!problem) return [];
    const span = getSpan(node);
    const at = Math.max(0, source.text.slice(span.start, span.end).lastIndexOf(url));
    return [
      createFinding(
        source,
        { start: span.start + at, end: span.start + at + Math.max(1, url.length) },
        { rule: 'link', level: 'error', ...problem },
      ),
    ];
  });
}

type Problem = Pick<Finding, 'message' | 'fix'>;

const emptyText: Problem = { message: 'The link has no words.', fix: 'Write the words that readers click on in the brackets.' };

function judgeUrl(url: string): Problem | undefined {
  if (/^(num|source):/.test(url)) return undefined;
  if (url.startsWith('https://')) return judgeHost(url);
  if (url.startsWith('http://'))
    return { message: 'The link is not encrypted.', fix: 'Write https://, or make it a source and link it with source:id.' };
  if (url.startsWith('#') || url.startsWith('mailto:')) return undefined;
  if (url.startsWith('//')) return { message: 'The link names a host without https://.', fix: `Write https:${url}` };
  if (url.startsWith('/'))
    return url.endsWith('/') || /\.\w+$/.test(url) || url.includes('#')
      ? undefined
      : { message: 'An address of the site ends in a slash.', fix: `Write ${url}/` };
  return { message: `A link to "${url.slice(0, 60)}" is not allowed.`, fix: 'Link https://…, /page/, num:id or source:id.' };
}

function judgeHost(url: string): Problem | undefined {
  const parsed = URL.parse(url);
  if (!parsed) return { message: 'This is not a whole address.', fix: 'Copy the address from the browser again.' };
  if (parsed.username || parsed.password)
    return { message: 'The address holds a name or password.', fix: 'Take out what stands before the @.' };
  if (parsed.hostname.endsWith('.onion')) return { message: 'Onion addresses are not linked.', fix: 'Write the address as plain text.' };
  if (hasTracking(parsed)) return { message: 'The address carries a tracking parameter.', fix: `Write ${stripTracking(url)}` };
  return undefined;
}
