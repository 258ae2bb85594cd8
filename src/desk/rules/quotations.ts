/** A quotation says what its source prints, letter by letter. */
import { formatDate } from '../../evidence/format.ts';
import { getAttribute, getSpan, getText, isTag, walk } from '../../library/article-text.ts';
import type { Content, TextFile } from '../../library/read-content.ts';
import { createFinding, findNearest, type Span } from '../../library/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

const maximumWords = 25;
/** Shorter words in quotation marks name a term and quote nobody. */
const minimumWords = 3;

export const checkQuotations: Rule = (content) => {
  const wordings = listWordings(content);
  return [...content.articles, ...content.pages].flatMap((article) => (article.tree ? checkArticle(content, article, wordings) : []));
};

type Wordings = Map<string, string[]>;

/** Wordings by source: its kept quotations and the wordings of statements read in it. */
function listWordings({ sources, quantities, breakdowns }: Content): Wordings {
  const wordings: Wordings = new Map(sources.map((file) => [file.id, (file.value.quotes ?? []).map((quote) => normalise(quote.text))]));
  const add = (id: string, text: string | undefined) => text && wordings.get(id)?.push(normalise(text));
  for (const { value } of quantities) value.statements?.forEach((statement) => add(statement.source, statement.wording));
  for (const { value } of breakdowns)
    for (const row of value.rows) row.printings?.forEach((printing) => add(printing.source, printing.wording));
  for (const file of sources) wordings.get(file.id)?.push(normalise(file.value.title));
  return wordings;
}

/** Quotation marks, spaces and dashes in one form, so that only words and punctuation count. */
function normalise(text: string): string {
  return text
    .replace(/[“”„"]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The parts between ellipses, without [sic] and without the full stop or comma that the sentence around it brings. */
function splitQuotation(text: string): string[] {
  return normalise(text)
    .replace(/\s*\[sic\]/g, '')
    .split(/\s*(?:\[…\]|\[\.\.\.\]|…)\s*/)
    .map((part) => part.replace(/^"|"$/g, '').replace(/[.,;]$/, ''))
    .filter(Boolean);
}

function isKept(text: string, wordings: string[]): boolean {
  return splitQuotation(text).every((part) => wordings.some((wording) => wording.includes(part)));
}

function checkArticle(content: Content, article: TextFile<unknown>, wordings: Wordings): Finding[] {
  const findings: Finding[] = [];
  const all = [...wordings.values()].flat();
  for (const { node, ancestors } of article.tree ? walk(article.tree) : []) {
    if (isTag(node) && (node.name === 'Quote' || node.name === 'PullQuote')) {
      const id = getAttribute(node, 'source');
      const kept = id === undefined ? undefined : wordings.get(id);
      if (kept) findings.push(...judge(article, contentSpan(node), getText(node), kept, describe(content, id ?? '')));
    }
    const inQuote = ancestors.some((outer) => isTag(outer) && (outer.name === 'Quote' || outer.name === 'PullQuote'));
    if (node.type !== 'paragraph' || inQuote) continue;
    const span = getSpan(node);
    const text = article.source.text.slice(span.start, span.end);
    for (const match of text.matchAll(/“([^”]+)”|(?<!=)"([^"\n]+)"(?![\w/>])/g)) {
      const words = stripMarkup(match[1] ?? match[2] ?? '');
      if (isInsideTag(text, match.index) || words.split(/\s+/).length < minimumWords) continue;
      findings.push(
        ...judge(
          article,
          { start: span.start + match.index, end: span.start + match.index + match[0].length },
          words,
          all,
          'any source’s record',
        ),
      );
    }
  }
  return findings;
}

function isInsideTag(text: string, index: number): boolean {
  return text.lastIndexOf('<', index) > text.lastIndexOf('>', index);
}

/** Words of a quotation that holds number links or emphasis. */
function stripMarkup(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/\*/g, '');
}

function contentSpan(node: Parameters<typeof getSpan>[0]): Span {
  const first = node.children?.[0];
  return first ? { start: getSpan(first).start, end: getSpan(node.children?.at(-1) ?? first).end } : getSpan(node);
}

function describe(content: Content, id: string): string {
  const source = content.record.sources.get(id);
  return source
    ? `the record of "${id}" (${[source.publisher, source.published && formatDate(source.published)].filter(Boolean).join(', ')})`
    : `"${id}"`;
}

function judge(article: TextFile<unknown>, span: Span, text: string, kept: string[], where: string): Finding[] {
  const words = normalise(text).split(' ').length;
  if (words > maximumWords) {
    return [
      createFinding(article.source, span, {
        rule: 'quotation-long',
        level: 'error',
        message: `The quotation has ${words} words; at most ${maximumWords} are quoted.`,
        fix: 'Shorten it with …, or say it in your own words.',
      }),
    ];
  }
  if (isKept(text, kept)) return [];
  const near = findNearest(normalise(text), kept);
  return [
    createFinding(article.source, span, {
      rule: 'quotation-differs',
      level: 'error',
      message: `The wording is not kept in ${where}.`,
      fix: near
        ? `It prints: "${near}"`
        : 'Copy the wording from the source and keep it under quotes: in its file, or take the quotation marks away.',
    }),
  ];
}
