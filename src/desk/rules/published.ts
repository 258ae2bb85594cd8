/**
 * Published content does not change silently: a changed number needs a correction, changed words
 * are reported, and an article keeps its address.
 */
import { toPlainText } from '../../evidence/inline.ts';
import { getPublishedLock } from '../../library/texts/published-articles.ts';
import type { ArticleFile, Content, Withheld } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import {
  coversNumber,
  findChangedNumbers,
  listNewCorrections,
  normaliseWords,
  toRecordId,
  type ChangedNumber,
} from '../../publish/published-lock.ts';
import type { Finding } from '../../schema/finding.ts';
import type { PublishedArticle, PublishedLock } from '../../schema/lock-file.ts';
import type { Rule } from './rule.ts';

export const checkPublished: Rule = (content) => {
  const { published } = content;
  if (!published) return [];
  const now = getPublishedLock(content);
  const slugs = Object.keys(published.value.articles);
  const isHere = (slug: string) =>
    content.articles.some((article) => article.slug === slug) ||
    findRenamed(content, slug) !== undefined;
  const isMoved = content.articles.some(({ slug }) => findSameText(slug, published.value, now));
  if (slugs.length > 1 && !slugs.some(isHere) && !isMoved)
    return [
      createFinding(published.source, published.spanOf(slugs[0] ?? ''), explainAnew(slugs.length)),
    ];
  return Object.entries(published.value.articles).flatMap(([slug, before]) => {
    const article =
      content.articles.find((candidate) => candidate.slug === slug) ?? findRenamed(content, slug);
    const lost = (before.formerly ?? []).filter(
      (name) => name !== article?.slug && findRenamed(content, name) === undefined,
    );
    if (article && lost.length > 0) return lost.map((name) => reportLostAddress(article, name));
    if (!article || article.withheld)
      return [
        createFinding(
          published.source,
          published.spanOf(slug),
          explainGone(slug, before, article, content, published.value, now),
        ),
      ];
    const current = now.articles[article.slug];
    // An article that cannot be read is reported elsewhere.
    return current && article.matter ? checkArticle(content, article, before, current) : [];
  });
};

const withheldWords: Record<Withheld, { state: string; fix: string }> = {
  draft: { state: 'a draft again', fix: 'Take "draft: true" out of' },
  embargo: { state: 'under an embargo now', fix: 'Take the embargo out of' },
  future: { state: 'dated in the future now', fix: 'Correct the date in' },
};

/** No article is left: somebody starts another publication, or a folder was lost. */
function explainAnew(count: number): Explanation {
  return {
    rule: 'published-gone',
    level: 'error',
    message: `No published article is left, so ${count} addresses would lead nowhere.`,
    fix: 'Restore content/articles/. To start a new publication instead, delete content/published.lock.json in its own commit.',
  };
}

/** The article that says it once had this name. */
function findRenamed({ articles }: Content, name: string): ArticleFile | undefined {
  return articles.find(({ matter }) => matter?.value.formerly?.includes(name));
}

function reportLostAddress({ slug, source, matter }: ArticleFile, name: string): Finding {
  return createFinding(source, matter?.spanOf(['formerly']) ?? { start: 0, end: 3 }, {
    rule: 'published-gone',
    level: 'error',
    message: `The article was once at /articles/${name}/, an address that would now lead nowhere.`,
    fix: `Write "formerly: [${[name, ...(matter?.value.formerly ?? [])].join(', ')}]" into ${source.path}.`,
    about: { kind: 'article', id: slug },
  });
}

/** True if the article has the words of a published one that had another name. */
function findSameText(slug: string, published: PublishedLock, now: PublishedLock): boolean {
  return (
    !(slug in published.articles) &&
    Object.values(published.articles).some(({ text }) => text === now.articles[slug]?.text)
  );
}

type Explanation = Pick<Finding, 'rule' | 'level' | 'message' | 'fix' | 'about'>;

function explainGone(
  slug: string,
  before: PublishedArticle,
  article: ArticleFile | undefined,
  { articles }: Content,
  published: PublishedLock,
  now: PublishedLock,
): Explanation {
  const withheld = article?.withheld && withheldWords[article.withheld];
  const renamed = Object.keys(now.articles).find(
    (other) => !(other in published.articles) && now.articles[other]?.text === before.text,
  );
  const former = articles.find((other) => other.slug === renamed)?.matter?.value.formerly ?? [];
  return {
    rule: 'published-gone',
    level: 'error',
    message: withheld
      ? `The article "${slug}" was published and is ${withheld.state}, so its address would lead nowhere.`
      : `The article "${slug}" was published and is gone, so its address would lead nowhere.`,
    fix: withheld
      ? `${withheld.fix} content/articles/${slug}.mdx, and correct what is wrong in it.`
      : renamed
        ? `Write "formerly: [${[...former, slug].join(', ')}]" into content/articles/${renamed}.mdx, so that the old address leads there; or rename it back to ${slug}.mdx.`
        : Object.keys(published.articles).length === 1
          ? `Restore content/articles/${slug}.mdx, and correct what is wrong in it. To start a new publication instead, delete content/published.lock.json.`
          : `Restore content/articles/${slug}.mdx, and correct what is wrong in it.`,
    about: { kind: 'article', id: slug },
  };
}

function checkArticle(
  content: Content,
  article: ArticleFile,
  before: PublishedArticle,
  now: PublishedArticle,
): Finding[] {
  const own = (content.corrections?.value ?? []).filter(
    (correction) => correction.article === article.slug,
  );
  const corrections = listNewCorrections(before.corrections, own);
  const changed = findChangedNumbers(before, now, content.record).filter(
    (change) => !corrections.some((correction) => coversNumber(correction, change)),
  );
  if (changed.length > 0)
    return changed.map((change) =>
      reportNumber(content, article, change, before.text !== now.text),
    );
  if (before.text === now.text || corrections.length > 0) return [];
  return [
    createFinding(article.source, article.matter?.spanOf(['title']) ?? { start: 0, end: 3 }, {
      rule: 'published-words',
      level: 'warning',
      message: 'The words of this article differ from those that readers were last shown.',
      fix: 'If readers should know of it, add an entry to content/corrections.yaml; a fixed typo needs none.',
    }),
  ];
}

function reportNumber(
  content: Content,
  article: ArticleFile,
  change: ChangedNumber,
  wordsChanged: boolean,
): Finding {
  const { ref, was, is, printedAs } = change;
  const link = printedAs === undefined ? undefined : findNumberLink(article.source, printedAs);
  const inArticle = link && { source: article.source, span: link.span };
  const inRecord = findRecordedValue(content, printedAs ?? ref);
  const place = (wordsChanged ? (inArticle ?? inRecord) : (inRecord ?? inArticle)) ?? {
    source: article.source,
    span: article.matter?.spanOf(['title']) ?? { start: 0, end: 3 },
  };
  const now = printedAs === undefined ? '[removed]' : wordsChanged && link ? link.words : is;
  const says =
    printedAs === undefined
      ? `is printed there no more while the record says ${is}`
      : printedAs === ref
        ? `is ${is} now`
        : `is ${is} (num:${printedAs}) now`;
  return createFinding(place.source, place.span, {
    rule: 'published-number',
    level: 'error',
    message: `The number "${ref}" was published in ${article.source.path} as ${was}, ${says}, and no correction says so.`,
    fix: `Restore the old number, or tell readers: ${adviseCorrection(content, article.slug, was, now, ref)}`,
    about: { kind: 'number', id: ref },
  });
}

/** Writes an entry to copy; only its day and its reason have to be filled in. */
function adviseCorrection(
  { corrections, record }: Content,
  slug: string,
  old: string,
  now: string,
  ref: string,
): string {
  const id = toRecordId(ref);
  const parts = record.quantities.get(id)?.statements ?? record.breakdowns.get(id)?.rows ?? [];
  const named = ref === id || parts.some((part) => `${id}/${part.id}` === ref) ? ref : id;
  const entry = `- { date: YYYY-MM-DD, kind: error, article: ${slug}, old: ${JSON.stringify(old)}, new: ${JSON.stringify(now)}, why: "…", numbers: [${named}] }`;
  const place = corrections?.value.length
    ? 'add at the end of content/corrections.yaml'
    : 'write into content/corrections.yaml, instead of []';
  return `${place}:\n${entry}`;
}

/** The first link to the number in the file, in the front matter or in the text, with its words. */
function findNumberLink(
  { text }: SourceText,
  ref: string,
): { span: Span; words: string } | undefined {
  const middle = text.indexOf(`](num:${ref})`);
  const start = text.lastIndexOf('[', middle);
  if (middle === -1 || start === -1) return undefined;
  return {
    span: { start: start + 1, end: middle },
    words: normaliseWords(toPlainText(text.slice(start + 1, middle))),
  };
}

/** The position of the number's value in the record. */
function findRecordedValue(
  { quantities, breakdowns }: Content,
  ref: string,
): { source: SourceText; span: Span } | undefined {
  const [id, part] = ref.split('/');
  const quantity = quantities.find((file) => file.id === id);
  if (quantity) {
    const statements = quantity.value.statements ?? [];
    const index =
      part === undefined ? 0 : statements.findIndex((statement) => statement.id === part);
    const statement = statements[index];
    const path = statement
      ? ['statements', index, statement.value === undefined ? 'words' : 'value']
      : ['derivation'];
    return { source: quantity.source, span: quantity.spanOf(path) };
  }
  const breakdown = breakdowns.find((file) => file.id === id);
  if (!breakdown) return undefined;
  const index = breakdown.value.rows.findIndex((row) => row.id === part);
  const row = breakdown.value.rows[index];
  const path = row
    ? ['rows', index, ...(row.printings ? ['printings', 0, 'value'] : ['derivation'])]
    : ['remainder'];
  return { source: breakdown.source, span: breakdown.spanOf(path) };
}
