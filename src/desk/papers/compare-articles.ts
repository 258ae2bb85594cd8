/** What changed in the articles: their state, their numbers and their quotations. */
import { toPlainText } from '../../evidence/inline.ts';
import { nameSource } from '../../evidence/number-custody.ts';
import type { ArticleChange, ArticleState } from './review-changes.ts';
import { countWords, estimateMinutes } from '../../library/markup/article-text.ts';
import {
  listFieldMentions,
  listTextMentions,
  type NumberMention,
} from '../../library/texts/number-mentions.ts';
import { listPublishedArticles } from '../../library/texts/published-articles.ts';
import { listQuotations } from '../../library/texts/quoted-words.ts';
import { findKept, listWordings } from '../../library/texts/kept-wordings.ts';
import type { ArticleFile, Content } from '../../library/content.ts';
import { listTextFields } from '../../library/texts/text-fields.ts';
import { subtractEntries, pairEntries } from './compare-lists.ts';

type Side = { content: Content; published: Set<string> };

export function compareArticles(old: Content, now: Content): ArticleChange[] {
  const sideOf = (content: Content): Side => ({
    content,
    published: new Set(listPublishedArticles(content).map(({ slug }) => slug)),
  });
  const [before, after] = [sideOf(old), sideOf(now)];
  const stateOf = ({ published }: Side, article: ArticleFile | undefined): ArticleState =>
    article === undefined ? 'absent' : published.has(article.slug) ? 'published' : 'withheld';
  return pairEntries(old.articles, now.articles, ({ slug }) => slug).flatMap(([was, is]) => {
    const state = { was: stateOf(before, was), is: stateOf(after, is) };
    if (was?.source.text === is?.source.text && state.was === state.is) return [];
    const [said, says] = [listMentions(old, was), listMentions(now, is)];
    const known = new Set((was ? listQuotations(was) : []).map(({ text }) => text));
    return {
      slug: (is ?? was)?.slug ?? '',
      title: toPlainText((is ?? was)?.matter?.value.title ?? ''),
      state,
      minutes: {
        was: was?.tree && estimateMinutes(was.tree),
        is: is?.tree && estimateMinutes(is.tree),
      },
      words: { was: was?.tree && countWords(was.tree), is: is?.tree && countWords(is.tree) },
      numbers: compareMentions(said, says),
      freed: subtractEntries(listFreed(says), listFreed(said), (words) => words),
      quotations: is ? listNewQuotations(now, is, known) : [],
    };
  });
}

/** Numbers of the front matter and of the text. */
export function listMentions(content: Content, article: ArticleFile | undefined): NumberMention[] {
  if (!article) return [];
  return [
    ...listFieldMentions(listTextFields(content).filter(({ file }) => file === article.matter)),
    ...listTextMentions(article),
  ];
}

function compareMentions(was: NumberMention[], is: NumberMention[]): ArticleChange['numbers'] {
  const wordsOf = (mentions: NumberMention[], ref: string) =>
    [...new Set(mentions.filter((mention) => mention.ref === ref).map(({ words }) => words))].join(
      '; ',
    ) || undefined;
  const refs = [...new Set([...was, ...is].flatMap(({ ref }) => ref ?? []))];
  return refs.flatMap((ref) => {
    const change = { ref, was: wordsOf(was, ref), is: wordsOf(is, ref) };
    return change.was === change.is ? [] : [change];
  });
}

function listFreed(mentions: NumberMention[]): string[] {
  return mentions.flatMap(({ ref, words, context }) =>
    ref === undefined ? `${words}: ${context}` : [],
  );
}

/**
 * Lists quotations whose words are not `known`, with the sources that keep them. A single word in
 * quotation marks is not a quotation.
 */
function listNewQuotations(
  content: Content,
  article: ArticleFile,
  known: ReadonlySet<string>,
): ArticleChange['quotations'] {
  const wordings = listWordings(content);
  const fresh = listQuotations(article).filter(
    ({ text }) => !known.has(text) && text.trim().includes(' '),
  );
  return fresh.map((quotation) => {
    const keepers = findKept(content, article, quotation, wordings).map(({ sourceId }) =>
      nameSource(content.record, sourceId),
    );
    return { text: quotation.text.trim(), source: [...new Set(keepers)].join('; ') || undefined };
  });
}
