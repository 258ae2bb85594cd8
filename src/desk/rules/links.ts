/**
 * Links lead to numbers, sources and pages that exist, or safely out of the site. Links with broken
 * markup are reported too.
 */
import { parseInline } from '../../evidence/inline.ts';
import { getSpan, getTag, getText, walk } from '../../library/markup/article-text.ts';
import type { ArticleNode, Content, TextFile } from '../../library/content.ts';
import { createFinding, findNearest, type Span } from '../../library/findings.ts';
import { listSiteAddresses, type SiteAddresses } from '../../site/site-addresses.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import { findAddressProblem, findUnfitAddress } from '../../library/texts/web-address.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import { type Problem, findBrokenLinks, linkInLink } from './broken-links.ts';

export const checkLinks: Rule = (content) => {
  const addresses = listSiteAddresses(content);
  const articles = content.articles.flatMap((article) =>
    checkText(content, addresses, article, `/articles/${article.slug}/`),
  );
  const pages = content.pages.flatMap((page) =>
    checkText(content, addresses, page, `/${page.slug}/`),
  );
  return [...articles, ...pages, ...checkFields(content, addresses)];
};

const toFinding = ({
  rule = 'link',
  ...problem
}: Problem): Pick<Finding, 'rule' | 'level' | 'message' | 'fix' | 'about'> => ({
  rule,
  level: 'error',
  ...problem,
});

/**
 * Reports links of a text that are unsafe or lead nowhere. Whether a page of the site exists is
 * checked with the whole content.
 */
export function judgeLinks(source: SourceText, tree: ArticleNode, suggest?: Suggest): Finding[] {
  return [...walk(tree)].flatMap(({ node }) => {
    if (node.type !== 'link' && node.type !== 'definition') return [];
    const problem = judgeNode(node, suggest);
    return problem ? [createFinding(source, findTarget(source, node), toFinding(problem))] : [];
  });
}

/** The link that was probably meant by a text that is not an address: "num:parcels-lost". */
type Suggest = (url: string) => string | undefined;

function judgeNode(node: ArticleNode, suggest?: Suggest): Problem | undefined {
  const url = node.url ?? '';
  if (node.type === 'definition' && /^(?:num|source):/i.test(url))
    return {
      message: 'A link to a number or source must be written out in the text.',
      fix: `Write [words](${url}) in the text and delete this line.`,
    };
  return (
    judgeUrl(url, suggest) ??
    (node.type === 'link' && getText(node).trim() === '' ? emptyText : undefined)
  );
}

function checkText(
  content: Content,
  addresses: SiteAddresses,
  { source, tree }: TextFile<unknown>,
  own: string,
): Finding[] {
  if (!tree) return [];
  const suggest = (url: string) => findMeant(content, url);
  const known = walk(tree).flatMap(({ node, ancestors }) => {
    const span = getSpan(node);
    if (node.type === 'text' && !ancestors.some((outer) => outer.type === 'link'))
      return findBrokenLinks(
        source.text.slice(span.start, span.end),
        source.text.slice(span.end, span.end + 8),
      ).map(({ index, length, ...problem }) =>
        createFinding(
          source,
          { start: span.start + index, end: span.start + index + length },
          toFinding(problem),
        ),
      );
    if (printsLink(node) && ancestors.some(printsLink))
      return [createFinding(source, span, toFinding(linkInLink))];
    if (node.type !== 'link' && node.type !== 'definition') return [];
    const problem = judgeNode(node)
      ? undefined
      : judgeAddress(content, addresses, node.url ?? '', own);
    return problem ? [createFinding(source, findTarget(source, node), toFinding(problem))] : [];
  });
  return [...judgeLinks(source, tree, suggest), ...known];
}

/** The position of a link's address; for a bare address, all of it. */
function findTarget({ text }: SourceText, node: ArticleNode): Span {
  const { start, end } = getSpan(node);
  const written = text.slice(start, end);
  const opening = node.type === 'definition' ? written.indexOf(']:') : written.lastIndexOf('](');
  const [, before = '', target = ''] =
    opening === -1
      ? ['', '', written]
      : (/^(\s*<?)([^\s>)]*)/.exec(written.slice(opening + 2)) ?? []);
  const from = start + (opening === -1 ? 0 : opening + 2) + before.length;
  return { start: from, end: from + Math.max(1, target.length) };
}

const printsLink = (node: ArticleNode) => node.type === 'link' || getTag(node)?.link === true;

const emptyText: Problem = {
  message: 'The link has no words.',
  fix: 'Put the words that readers click on between the brackets.',
};

function judgeHost(url: string): Problem | undefined {
  const message = findUnfitAddress(url);
  return message === undefined
    ? undefined
    : { message, fix: 'Link the public page, or leave the link out.' };
}

function judgeUrl(url: string, suggest?: Suggest): Problem | undefined {
  if (/^(?:num|source):/.test(url)) return undefined;
  if (/^https:\/\//i.test(url)) return findAddressProblem(url) ?? judgeHost(url);
  if (/^http:\/\//i.test(url))
    return {
      message: 'The link is not encrypted.',
      fix: `Write ${url.replace(/^http:/i, 'https:')}, or make it a source and link it with source:id.`,
    };
  if (/^mailto:[^\s?]+@[^\s?]+$/.test(url)) return undefined;
  if (url.startsWith('//'))
    return { message: 'The link names a host without https://.', fix: `Write https:${url}` };
  if (/^[/#]/.test(url)) return undefined;
  const meant = suggest?.(url);
  return {
    message: `A link to "${url.slice(0, 60)}" is not allowed.`,
    fix: meant ? `Did you mean "${meant}"?` : 'Link https://…, /page/, num:id or source:id.',
  };
}

/**
 * An address inside the site must lead to a page or file of the build, and its fragment to a place
 * on it.
 */
function judgeAddress(
  content: Content,
  addresses: SiteAddresses,
  url: string,
  own: string,
): Problem | undefined {
  if (!/^[/#]/.test(url)) return undefined;
  const [, path = '', place] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const address = path || own;
  const places = addresses.get(address);
  if (!places) {
    if (addresses.has(`${address}/`))
      return {
        rule: 'unknown-page',
        message: 'Addresses on this site end in a slash.',
        fix: `Write ${address}/${place ? `#${place}` : ''}`,
        about: { kind: 'page', id: `${address}/` },
      };
    // A draft has no address yet. Its places are checked when it is published.
    if (address === own) return undefined;
    const withheld = content.articles.find(({ slug }) => address === `/articles/${slug}/`);
    if (withheld)
      return {
        rule: 'unknown-page',
        message: `The article "${withheld.slug}" is not published yet, so it has no address.`,
        fix: 'Publish it first, or leave the link out.',
        about: { kind: 'article', id: withheld.slug },
      };
    const known = [...addresses.keys()];
    // Articles link as if the site were at the root of its host, even if it is in a folder there.
    const near =
      known.findLast((other) => other !== '/' && address.endsWith(other)) ??
      findMeant(content, address) ??
      findNearest(address, known);
    const fix = near
      ? `Did you mean "${near}"?`
      : 'Link a page that is there, such as /numbers/, or one of those in the menu.';
    return {
      rule: 'unknown-page',
      message: `The site has no page "${address}".`,
      fix,
      about: { kind: 'page', id: address },
    };
  }
  if (place === undefined || places.has(place)) return undefined;
  const near = findNearest(place, [...places]);
  return {
    rule: 'unknown-page',
    message: `The page "${address}" has no place "#${place}".`,
    fix: near
      ? `Did you mean "${path}#${near}"?`
      : path
        ? `Link the page alone: ${path}`
        : 'Link one of the headings of this article.',
    about: { kind: 'page', id: address },
  };
}

/**
 * Finds what was meant by an id without num: or source:, an id after another word, or the file name
 * of an article.
 */
function findMeant({ record, articles }: Content, url: string): string | undefined {
  const name = /([\w-]+)(?:\.mdx?|\/)?$/.exec(url)?.[1];
  if (articles.some(({ slug }) => slug === name)) return `/articles/${name}/`;
  const id = url.replace(/^\w+:\s*/, '');
  const [first = ''] = id.split('/');
  if (record.quantities.has(first) || record.breakdowns.has(first)) return `num:${id}`;
  return record.sources.has(id) ? `source:${id}` : undefined;
}

function checkFields(content: Content, addresses: SiteAddresses): Finding[] {
  return listTextFields(content).flatMap((field) =>
    parseInline(field.text).flatMap((run) => {
      if (run.kind !== 'link') return [];
      const problem =
        judgeUrl(run.href, (url) => findMeant(content, url)) ??
        judgeAddress(content, addresses, run.href, '');
      return problem
        ? [
            createFinding(
              field.file.source,
              findFragment(field, run.href, run.index),
              toFinding(problem),
            ),
          ]
        : [];
    }),
  );
}
