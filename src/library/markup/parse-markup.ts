/**
 * Parses the Markdown and tags of a text. The parser stops at the first mistake in the markup. Here
 * each mistake is reported and covered up, and the rest is parsed again, so that one run of the
 * check finds them all.
 */
import { mdxToMdast } from 'satteri';
import type { Finding } from '../../schema/finding.ts';
import { getAuthorTag } from '../../schema/author-tags.ts';
import { coverWord, explainSyntaxError, type SyntaxMistake } from './explain-syntax.ts';
import type { ArticleNode, PartlyRead } from '../content.ts';
import { createFinding, type Span } from '../findings.ts';
import { endLastLine, type SourceText } from '../source-text.ts';

export type Markup = {
  /** The whole text; undefined when the parser could not read all of it. */
  tree?: ArticleNode;
  /** The parts that could be read instead. */
  rest?: PartlyRead;
  findings: Finding[];
};

/** The most mistakes that are reported. Each costs a run of the parser, and nobody reads more. */
const maximumMistakes = 20;
/**
 * The most runs of the parser. Some find only consequences of a mistake that is already reported.
 */
const maximumRuns = 50;
/** The most characters to parse in all runs together, to limit the time. */
const maximumWork = 1_000_000;

export function parseMarkup(source: SourceText): Markup {
  const first = parse(source.text);
  if (typeof first !== 'string') return { tree: first, findings: [] };
  return parseAround(source, first);
}

/** The tree, or the parser’s message if there is none. */
function parse(text: string): ArticleNode | string {
  try {
    return mdxToMdast(endLastLine(text), { features: { frontmatter: true } }) as ArticleNode;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parseAround(source: SourceText, failure: string): Markup {
  const told: { mistake: SyntaxMistake; finding: Finding }[] = [];
  const unread: Span[] = [];
  const unsure: Span[] = [];
  const begun: string[] = [];
  let text = source.text;
  let outcome: ArticleNode | string = failure;
  for (let runs = 1; typeof outcome === 'string'; runs++) {
    const mistake = explainSyntaxError(text, outcome);
    const tag = readEndTag(text, mistake);
    const isEndOfTold = tag !== undefined && takeOut(begun, tag);
    const follows =
      isEndOfTold ||
      told.some((other) => other.mistake.span.start === mistake.span.start) ||
      unread.some((span) => contains(span, mistake.span));
    // If a closing tag is misspelt, an earlier finding that the tag is not closed has the same
    // cause.
    const twin = told.findLastIndex(
      ({ mistake: { opens, rule } }) =>
        opens !== undefined && opens === mistake.closes && rule === 'unclosed-tag',
    );
    if (twin !== -1) told.splice(twin, 1);
    if (!follows)
      told.push({
        mistake,
        finding: createFinding(source, mistake.span, { level: 'error', ...pickWords(mistake) }),
      });
    if (mistake.opens !== undefined) begun.push(mistake.opens);
    const covered = isEndOfTold ? mistake.span : mistake.covered;
    unread.push(covered);
    if (isExempt(mistake.opens))
      unsure.push({ start: covered.end, end: findEndOfWords(text, covered.end) });
    const next = cover(text, covered, mistake.readAs);
    if (
      next === text ||
      told.length === maximumMistakes ||
      runs === maximumRuns ||
      (runs + 1) * text.length > maximumWork
    )
      return { findings: sayUnread(told.map(({ finding }) => finding)) };
    text = next;
    outcome = parse(text);
  }
  return { rest: { tree: outcome, unread, unsure }, findings: told.map(({ finding }) => finding) };
}

/** Name of the tag that ends at the mistake, if one does. */
function readEndTag(text: string, { rule, span }: SyntaxMistake): string | undefined {
  return rule === 'unclosed-tag'
    ? /^<\/([\w.]*)>$/.exec(text.slice(span.start, span.end))?.[1]
    : undefined;
}

/** Removes the name from the list, once. False if it is not there. */
function takeOut(names: string[], name: string): boolean {
  const index = names.indexOf(name);
  if (index !== -1) names.splice(index, 1);
  return index !== -1;
}

/** Whether a tag holds quoted or freed words, in which numbers need no link. */
const isExempt = (name: string | undefined) =>
  ['quoted', 'freed'].includes(getAuthorTag(name)?.words ?? '');

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

const pickWords = ({ rule, message, fix }: SyntaxMistake) => ({ rule, message, fix });

function cover(text: string, { start, end }: Span, readAs: string | undefined): string {
  return text.slice(0, start) + (readAs ?? coverWord(text.slice(start, end))) + text.slice(end);
}

/**
 * The end of the paragraph that holds `start`, or of the next one if nothing follows in its own.
 */
function findEndOfWords(text: string, start: number): number {
  const end = /\S[\s\S]*?(?=\n[ \t]*\n|$)/.exec(text.slice(start));
  return end ? start + end.index + end[0].length : text.length;
}

function sayUnread(findings: Finding[]): Finding[] {
  const last = findings.at(-1);
  return last
    ? [
        ...findings.slice(0, -1),
        { ...last, fix: `${last.fix}\nWhat comes after it is checked once these are fixed.` },
      ]
    : [];
}
