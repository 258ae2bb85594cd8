/** Lists the article’s own text for its copy sheet, each part with its place in the file. */
import { toPlainText } from '../../evidence/inline.ts';
import { nameSource } from '../../evidence/number-custody.ts';
import type { CopyQuotation, CopySheet, CopyText, Place } from './copy-sheet.ts';
import {
  getAttribute,
  getSpan,
  getTag,
  getText,
  isTag,
  listNamed,
  walk,
} from '../../library/markup/article-text.ts';
import type { ReadArticle } from '../../library/texts/published-articles.ts';
import { listQuotations } from '../../library/texts/quoted-words.ts';
import { findKept, findSpeaker, listWordings } from '../../library/texts/kept-wordings.ts';
import type { Content } from '../../library/content.ts';
import type { SourceText } from '../../library/source-text.ts';

export function placeOf(source: SourceText, offset: number): Place {
  return { file: source.path, line: source.locate(offset).line };
}

export function readMatter({ source, matter }: ReadArticle): CopyText[] {
  const { title, short_title, summary, findings } = matter.value;
  const read = (what: string, path: (string | number)[], text: string | undefined): CopyText[] =>
    text === undefined
      ? []
      : [{ ...placeOf(source, matter.spanOf(path).start), what, text: toPlainText(text) }];
  return [
    ...read('Headline', ['title'], title),
    ...read('Short title', ['short_title'], short_title),
    ...read('Summary', ['summary'], summary),
    ...findings.flatMap((text, index) => read('Key finding', ['findings', index], text)),
  ];
}

/** Headings, and the titles of notes. */
export function readHeadings({ source, tree }: ReadArticle): CopyText[] {
  return [...walk(tree)].flatMap(({ node }): CopyText[] => {
    const at = placeOf(source, getSpan(node).start);
    if (node.type === 'heading') return [{ ...at, what: 'Heading', text: getText(node) }];
    const title = isTag(node) ? getAttribute(node, 'title') : undefined;
    return title === undefined
      ? []
      : [{ ...at, what: `Title of a ${node.name?.toLowerCase()}`, text: title }];
  });
}

export function readPassages({ source, tree }: ReadArticle): CopySheet['passages'] {
  return [...walk(tree)].flatMap(({ node }) =>
    ['opinion', 'inference'].includes(getTag(node)?.words ?? '')
      ? [
          {
            ...placeOf(source, getSpan(node).start),
            kind: node.name ?? '',
            by: getAttribute(node, 'by') ?? '',
            text: getText(node).trim(),
          },
        ]
      : [],
  );
}

export function readPictures({ source, tree }: ReadArticle): CopySheet['pictures'] {
  return [...walk(tree)].flatMap(({ node }) => {
    const [alt, credit = ''] = ['alt', 'credit'].map((name) => getAttribute(node, name));
    return listNamed(node, 'pictures').map((picture) => ({
      ...placeOf(source, getSpan(node).start),
      picture,
      alt,
      caption: getText(node).trim(),
      credit,
    }));
  });
}

/** Up to this many words in quotation marks are a term, not a quotation. */
const mostWordsOfTerm = 2;

export function readQuotations(content: Content, article: ReadArticle): CopyQuotation[] {
  const { record } = content;
  const wordings = listWordings(content);
  return listQuotations(article).map((quotation) => {
    const { span, text, sourceId, by } = quotation;
    const speaker = sourceId === undefined ? undefined : findSpeaker(content, sourceId, text);
    const kept = findKept(content, article, quotation, wordings);
    return {
      ...placeOf(article.source, span.start),
      text: text.trim(),
      by: by ?? speaker ?? '',
      kept: kept.map((wording) => ({
        source: nameSource(record, wording.sourceId),
        wording: wording.text,
        at: wording.at ?? '',
      })),
      term: sourceId === undefined && text.trim().split(/\s+/).length <= mostWordsOfTerm,
    };
  });
}
