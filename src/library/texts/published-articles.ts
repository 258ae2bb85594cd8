/** What the site would show its readers now, in the form of content/published.lock.json. */
import { parseInline, toPlainText } from '../../evidence/inline.ts';
import {
  createPublishedLock,
  toRecordId,
  type ShownArticle,
} from '../../publish/published-lock.ts';
import type { PublishedLock } from '../../schema/lock-file.ts';
import { listNumbers, listPrintedAttributes } from '../markup/article-text.ts';
import type { ArticleFile, ArticleNode, Content } from '../content.ts';
import { listRecordNames, listWithheldRecords } from '../withheld.ts';

export type ReadArticle = ArticleFile & {
  matter: NonNullable<ArticleFile['matter']>;
  tree: ArticleNode;
};

/** Articles that readers see, without those that could not be read. */
export function listPublishedArticles({ articles }: Content): ReadArticle[] {
  return articles.filter(
    (article): article is ReadArticle =>
      article.matter !== undefined &&
      article.tree !== undefined &&
      article.rest === undefined &&
      article.withheld === undefined,
  );
}

export function getPublishedLock(content: Content): PublishedLock {
  const withheld = listWithheldRecords(content);
  const records = listRecordNames(content).filter((name) => !withheld.has(name));
  const recorded = listNumberRefs(content.record).filter(
    (ref) => !withheld.has(`numbers/${toRecordId(ref)}`),
  );
  const articles = listPublishedArticles(content).map(toShownArticle);
  return createPublishedLock(
    articles,
    content.corrections?.value ?? [],
    content.record,
    records,
    recorded,
  );
}

/** The references of all numbers of the record. */
function listNumberRefs({ quantities, breakdowns }: Content['record']): string[] {
  return [
    ...[...quantities.values()].flatMap(
      ({ id, statements }) => statements?.map((statement) => `${id}/${statement.id}`) ?? [id],
    ),
    ...[...breakdowns.values()].flatMap(({ id, rows }) => rows.map((row) => `${id}/${row.id}`)),
  ];
}

function toShownArticle(article: ReadArticle): ShownArticle {
  const { title, summary, findings, formerly } = article.matter.value;
  const inMatter = [title, summary, ...findings]
    .flatMap(parseInline)
    .flatMap((run) => (run.kind === 'number' ? [run.ref] : []));
  const refs = [...new Set([...inMatter, ...listNumbers(article.tree).refs])];
  return { slug: article.slug, words: getArticleWords(article), refs, formerly };
}

/** Every word of an article that readers see, from the headline on, without markup. */
export function getArticleWords({ matter, tree }: ReadArticle): string {
  const { title, summary, findings } = matter.value;
  return [...[title, summary, ...findings].map(toPlainText), toWords(tree)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Inline marks do not separate words; everything else does. */
export const inlineNodes: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'mdxJsxTextElement',
]);

function toWords(node: ArticleNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  const inner = [
    ...listPrintedAttributes(node).map(({ text }) => ` ${text} `),
    ...(node.children ?? []).map(toWords),
  ].join('');
  return inlineNodes.has(node.type) ? inner : ` ${inner} `;
}
