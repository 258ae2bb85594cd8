/**
 * Typing errors that are easily overlooked: a word twice, a space before a comma, no space after a
 * full stop.
 */
import { findAll } from '../../evidence/find-all.ts';
import { getSpan, walk } from '../../library/markup/article-text.ts';
import { blankQuotations } from '../../library/texts/quotation-marks.ts';
import { holdsOthersWords } from '../../library/texts/quoted-words.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields, type TextField } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

/** Words that may be repeated: "that that was", "had had". */
const doubles = 'that|had|her|is|so|very|who|do|in|on|no';

/** Includes letters of foreign names, because every word of the site is searched. */
const letters = 'A-Za-zÀ-ÖØ-öø-ɏ';

const slips: [RegExp, (slip: string) => Pick<Finding, 'message' | 'fix'>][] = [
  [
    new RegExp(
      String.raw`(?<![${letters}\d’'-])(?!(?:${doubles})\s)([a-zà-öø-ÿ]+)\s+\1(?![${letters}\d’'-])`,
      'g',
    ),
    (slip) => ({
      message: `"${slip.split(/\s/)[0]}" is repeated.`,
      fix: 'Delete one of them.',
    }),
  ],
  [
    new RegExp(String.raw`(?<=[${letters}\d)”’])[ \t]+[,;:!?.](?![${letters}\d.)(/-])`, 'g'),
    (slip) => ({
      message: `There is a space before the ${JSON.stringify(slip.trim())}.`,
      fix: 'Delete the space.',
    }),
  ],
  [
    /(?<=[a-zà-öø-ÿ]{2})(?:[.,;!?](?=[A-ZÀ-Þ][a-zà-ÿ])|[,;](?=[a-zà-ÿ]))/g,
    (slip) => ({ message: `There is no space after the "${slip}".`, fix: `Write "${slip} ".` }),
  ],
];

/** Skips quotations, which stay as printed, and code and addresses, which are not prose. */
export const checkSlips: Rule = (content) => [
  ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node, ancestors }) => {
      if (node.type !== 'text' || !node.position || ancestors.some(holdsOthersWords)) return [];
      const { start, end } = getSpan(node);
      // Another rule reports characters that are written as a code.
      const words = source.text
        .slice(start, end)
        .replace(/&#?\w+;/g, (code) => '·'.repeat(code.length));
      return findSlips(
        words,
        (index, length) => ({ start: start + index, end: start + index + length }),
        source,
      );
    }),
  ),
  ...listTextFields(content).flatMap((field) => [
    ...checkTitle(field),
    ...findSlips(
      field.text,
      (index, length) => findFragment(field, field.text.slice(index, index + length), index),
      field.file.source,
    ),
  ]),
];

/** A headline in capitals, or with a full stop. Titles of sources stay as printed. */
function checkTitle(field: TextField): Finding[] {
  const { file, path, text } = field;
  if (
    !/^(?:short_)?title$/.test(String(path.at(-1))) ||
    file.source.path.startsWith('content/sources/')
  )
    return [];
  const tell = (span: Span, message: string, fix: string) => [
    createFinding(file.source, span, { rule: 'slip', level: 'warning', message, fix }),
  ];
  if (/(?<!\.|\b\p{Lu})\.$/u.test(text))
    return tell(
      findFragment(field, '.', text.length - 1),
      'A title does not end with a full stop.',
      'Delete it.',
    );
  const spelled = text.replace(/[^\p{L}]/gu, '');
  if (
    spelled.length >= 12 &&
    spelled === spelled.toUpperCase() &&
    spelled !== spelled.toLowerCase()
  )
    return tell(
      file.spanOf(path),
      'The title is in capitals.',
      'Write it in sentence case, with one capital at the start.',
    );
  return [];
}

function findSlips(
  text: string,
  place: (index: number, length: number) => Span,
  source: SourceText,
): Finding[] {
  return slips.flatMap(([pattern, explain]) => {
    // A quick test first, because hardly any text has one. Quotations were replaced by characters
    // that are neither letters nor spaces.
    if (findAll(pattern, text).length === 0) return [];
    return findAll(pattern, blankQuotations(text, '·')).map(({ 0: slip, index }) =>
      createFinding(source, place(index, slip.length), {
        rule: 'slip',
        level: 'warning',
        ...explain(slip),
      }),
    );
  });
}
