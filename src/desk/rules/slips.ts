/** Slips of the hand that nobody sees in the end: a word twice, a space before a comma, none behind a full stop. */
import { findAll } from '../../evidence/find-all.ts';
import { getSpan, isTag, walk } from '../../library/article-text.ts';
import { findQuoted, isBlockQuotation } from '../../library/quotations.ts';
import type { ArticleNode } from '../../library/read-content.ts';
import { createFinding, type Span } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields, type TextField } from '../../library/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

/** Words that may well follow themselves: "that that was", "had had". */
const doubles = 'that|had|her|is|so|very|who|do|in|on|no';

/** Of English and of names from elsewhere, for they are looked for in every word of the site. */
const letters = 'A-Za-zÀ-ÖØ-öø-ɏ';

const slips: [RegExp, (slip: string) => Pick<Finding, 'message' | 'fix'>][] = [
  [
    new RegExp(String.raw`(?<![${letters}\d’'-])(?!(?:${doubles})\s)([a-zà-öø-ÿ]+)\s+\1(?![${letters}\d’'-])`, 'g'),
    (slip) => ({ message: `"${slip.split(/\s/)[0]}" stands twice.`, fix: 'Take one of the two out.' }),
  ],
  [
    new RegExp(String.raw`(?<=[${letters}\d)”’])[ \t]+[,;:!?.](?![${letters}\d.)(/-])`, 'g'),
    (slip) => ({ message: `A space stands before the ${JSON.stringify(slip.trim())}.`, fix: 'Take the space out.' }),
  ],
  [
    /(?<=[a-zà-öø-ÿ]{2})(?:[.,;!?](?=[A-ZÀ-Þ][a-zà-ÿ])|[,;](?=[a-zà-ÿ]))/g,
    (slip) => ({ message: `No space stands behind the "${slip}".`, fix: `Write "${slip} ".` }),
  ],
];

/** Quotations keep what was printed, and code and addresses are no prose. */
export const checkSlips: Rule = (content) => [
  ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node, ancestors }) => {
      if (node.type !== 'text' || !node.position || ancestors.some(keeps)) return [];
      const { start, end } = getSpan(node);
      return findSlips(source.text.slice(start, end), (index, length) => ({ start: start + index, end: start + index + length }), source);
    }),
  ),
  ...listTextFields(content).flatMap(checkTitle),
  ...listTextFields(content).flatMap((field) =>
    findSlips(field.text, (index, length) => findFragment(field, field.text.slice(index, index + length), index), field.file.source),
  ),
];

function keeps(node: ArticleNode): boolean {
  return isBlockQuotation(node) || (isTag(node) && (node.name === 'Quote' || node.name === 'PullQuote'));
}

/** A headline shouts in capitals, or ends like a sentence; not that of a source, which is as printed. */
function checkTitle(field: TextField): Finding[] {
  const { file, path, text } = field;
  if (!/^(?:short_)?title$/.test(String(path.at(-1))) || file.source.path.startsWith('content/sources/')) return [];
  const tell = (span: Span, message: string, fix: string) => [
    createFinding(file.source, span, { rule: 'slip', level: 'warning', message, fix }),
  ];
  if (/(?<!\.|\b\p{Lu})\.$/u.test(text))
    return tell(findFragment(field, '.', text.length - 1), 'A title ends without a full stop.', 'Take it out.');
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length >= 12 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return tell(file.spanOf(path), 'The title stands in capitals.', 'Write it in small letters, with a capital where a sentence has one.');
  return [];
}

/** A sign that is neither letter nor space takes the place of each character of a quotation. */
function coverQuotations(text: string): string {
  return findQuoted(text).reduce((rest, { index, length }) => rest.slice(0, index) + '·'.repeat(length) + rest.slice(index + length), text);
}

function findSlips(text: string, place: (index: number, length: number) => Span, source: SourceText): Finding[] {
  return slips.flatMap(([pattern, explain]) => {
    // Hardly any text has one.
    if (findAll(pattern, text).length === 0) return [];
    return findAll(pattern, coverQuotations(text)).map(({ 0: slip, index }) =>
      createFinding(source, place(index, slip.length), { rule: 'slip', level: 'warning', ...explain(slip) }),
    );
  });
}
