/**
 * Characters that are written as a code, `&#x34;` in an article or `"\u202e"` in YAML: readers see
 * the character, but no rule on numbers, quotations or characters reads it. Each file must hold the
 * characters themselves, except those that Markdown needs as a code.
 */
import { isScalar, parseDocument, visit } from 'yaml';
import { mdxToMdast } from 'satteri';
import { getSpan, getText, walk } from '../../library/markup/article-text.ts';
import { findFrontMatter } from '../../library/markup/front-matter.ts';
import { listSourceTexts } from '../../library/list-records.ts';
import type { ArticleNode, TextFile } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkCodedCharacters: Rule = (content) => [
  ...[...content.articles, ...content.pages].flatMap(checkText),
  ...listSourceTexts(content).flatMap(checkYaml),
];

/** Signs that need a code, because they would begin a tag or a code. */
const needed = new Set(['&amp;', '&lt;', '&gt;']);
/** Within an attribute, quotation marks need a code too, because they would end it. */
const neededInTag = new Set([...needed, '&quot;', '&apos;', '&#34;', '&#39;']);

const reference = /(?<!\\)(?:&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)+/gi;
/**
 * Needless backslashes: between letters and digits, or before a quotation mark, these signs have no
 * meaning in Markdown.
 */
const needless = /(?<=[\p{L}\p{N}])\\[,.\-–—:;'"%/](?=[\p{L}\p{N}])|\\["'](?!\\)/gu;

function checkText({ source, tree }: TextFile<unknown>): Finding[] {
  if (!tree || !/&[#\w]+;|\\/.test(source.text)) return [];
  const nodes = walk(tree).map(({ node }) => node);
  const code = nodes
    .filter(({ type }) => type === 'code' || type === 'inlineCode' || type === 'yaml')
    .map(getSpan);
  const tags = nodes.flatMap((node) =>
    node.attributes?.length ? [openingOf(node, source.text)] : [],
  );
  const isIn = (spans: Span[], at: number) =>
    spans.some(({ start, end }) => start <= at && at < end);
  return [
    ...[...source.text.matchAll(reference)].flatMap(({ 0: written, index }) => {
      const isNeeded = (one: string) =>
        (isIn(tags, index) ? neededInTag : needed).has(one.toLowerCase());
      if (isIn(code, index) || written.split(/(?<=;)/).every(isNeeded)) return [];
      const character = decode(written);
      // Not a code: "AT&T; and others".
      if (character === written && /\w/.test(source.text.charAt(index - 1))) return [];
      return [tell(source, { start: index, end: index + written.length }, written, character)];
    }),
    ...[...source.text.matchAll(needless)].flatMap(({ 0: written, index }) =>
      isIn(code, index)
        ? []
        : [
            createFinding(
              source,
              { start: index, end: index + written.length },
              {
                rule: 'coded-character',
                level: 'error',
                message: `The backslash before ${written.slice(1)} has no meaning here, and hides the words from the check.`,
                fix: `Write ${written.slice(1)} alone.`,
              },
            ),
          ],
    ),
  ];
}

/** The opening tag of a node, up to its first child. */
function openingOf(node: ArticleNode, text: string): Span {
  const { start, end } = getSpan(node);
  const [first] = node.children ?? [];
  return {
    start,
    end: first
      ? getSpan(first).start
      : text.slice(start, end).endsWith('/>')
        ? end
        : start + text.slice(start, end).indexOf('>'),
  };
}

/** What a reader would see; the code itself if it is not a name of a character. */
function decode(written: string): string {
  return getText(mdxToMdast(`${written}\n`) as ArticleNode);
}

/** Escapes that texts in double quotes need: a quotation mark, a backslash, the end of a line. */
const neededEscape = /^\\(?:["\\/ ]|n|\n)/;
/** A quick test for other escapes, because few files have one. */
const otherEscape = /\\(?!["\\/ n\n])/;
const escape = /(?:\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))+|\\[\s\S]/g;

function checkYaml(source: SourceText): Finding[] {
  const isText = source.path.endsWith('.mdx');
  const { yaml = '', offset = 0 } = isText
    ? (findFrontMatter(source.text) ?? {})
    : { yaml: source.text };
  if (source.path.endsWith('.csv') || !otherEscape.test(yaml)) return [];
  const findings: Finding[] = [];
  visit(parseDocument(yaml, { schema: 'core', uniqueKeys: false, prettyErrors: false }), {
    Scalar: (_, node) => {
      if (!isScalar(node) || node.type !== 'QUOTE_DOUBLE' || !node.range) return;
      const [start, end] = node.range;
      for (const { 0: written, index } of yaml.slice(start, end).matchAll(escape)) {
        if (neededEscape.test(written)) continue;
        const at = offset + start + index;
        findings.push(
          tell(source, { start: at, end: at + written.length }, written, unescape(written)),
        );
      }
    },
  });
  return findings;
}

function unescape(written: string): string {
  try {
    const value: unknown = parseDocument(`"${written}"`, { schema: 'core' }).toJS();
    return typeof value === 'string' ? value : written;
  } catch {
    return written;
  }
}

function tell(source: SourceText, span: Span, written: string, character: string): Finding {
  const isPrinted = character === written;
  const isSeen =
    /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(character) &&
    !/[\p{Default_Ignorable_Code_Point}\uFFFD]/u.test(character);
  const isSpace = /^\s+$/u.test(character);
  return createFinding(source, span, {
    rule: 'coded-character',
    level: 'error',
    message: isPrinted
      ? `${written} does not name a character, so it would be printed as typed.`
      : `${written} is a code for a character, and the check cannot read codes.`,
    fix: isPrinted
      ? 'Delete it, or type the character you mean.'
      : isSeen
        ? `Write ${character}`
        : isSpace
          ? 'Write a space.'
          : 'Delete it.',
  });
}
