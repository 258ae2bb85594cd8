/**
 * Texts of YAML files and front matter read links, *emphasis* and <Plain>; what else looks like markup would be printed as it stands.
 * So would a sign in an article's body that lacks its counterpart.
 */
import { parseInline } from '../../evidence/inline.ts';
import { getSpan, walk } from '../../library/article-text.ts';
import { listRecords } from '../../library/list-records.ts';
import type { ArticleNode, Content, TextFile } from '../../library/read-content.ts';
import { mixedMarks } from '../../library/quotations.ts';
import { createFinding, type YamlPath, type YamlRecord } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields, type TextField } from '../../library/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkTextMarkup: Rule = (content) => {
  const fields = listTextFields(content);
  const bodies = [...content.articles, ...content.pages];
  return [...fields.flatMap(checkField), ...findStrayLinks(content, fields), ...bodies.flatMap(findLeftSigns)];
};

type Problem = Pick<Finding, 'message' | 'fix'>;

/** What is not read, and what to say about it. */
const unread: [RegExp, (match: string) => Problem][] = [
  [
    /\]\s*\(/,
    () => ({
      message: 'The address of this link is empty, holds a space or is not closed, so the link is printed as it stands.',
      fix: 'Write [words](address), the address without spaces.',
    }),
  ],
  [
    /<\/?[A-Za-z][^<>]{0,80}>?/,
    (tag) => ({
      message: /^<\/?plain\b/i.test(tag)
        ? 'This tag is not opened and closed in the same text, so it is printed as it stands.'
        : `Texts like this read no tags but <Plain>, so ${/^<\/?\w+/.exec(tag)?.[0]}> is printed as it stands.`,
      fix: /^<\/?plain\b/i.test(tag) ? 'Write <Plain>two</Plain>' : 'Take the tag out.',
    }),
  ],
  [
    /\*(?=\S)|(?<=\S)\*|__(?=\S)/,
    () => ({
      message: 'This sign of emphasis is not read here and is printed as it stands.',
      fix: 'Write *words* for emphasis, one sign on either side.',
    }),
  ],
  [
    /&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);/i,
    (name) => ({ message: `${name} is not read here, so it is printed as it stands.`, fix: 'Write the character itself.' }),
  ],
  [/`/, () => ({ message: 'Code marks are not read here, so they are printed as they stand.', fix: 'Take them out.' })],
  [/!\[/, () => ({ message: 'A text outside an article’s body holds no pictures.', fix: 'Take it out.' })],
  [/\[\^[^\]\s]+\]/, () => ({ message: 'A text outside an article’s body has no footnotes.', fix: 'Say it in the text.' })],
];

/** Signs that are left in the words of an article's body, because they lack what makes them markup. */
const left: [RegExp, Problem | ((match: string) => Problem)][] = [
  [
    /(?<![\\*])\*+(?=[^\s*])|(?<=[^\s\\*])\*+/,
    {
      message: 'This sign of emphasis is never closed, or never opened, so it is printed as it stands.',
      fix: 'Write *words* or **words**, the same signs on either side and no space inside them.',
    },
  ],
  [/(?<!\\)`/, { message: 'This code mark is never closed, so it is printed as it stands.', fix: 'Take it out.' }],
  [
    /\[[^[\]\n]*\((?:num|source|https?):/,
    { message: 'This link lacks its closing square bracket, so it is printed as it stands.', fix: 'Write [words](address)' },
  ],
  [
    /^[ \t]*[•◦▪‣·][ \t]*/m,
    {
      message: 'This sign makes no list, so its lines would run together into one paragraph.',
      fix: 'Begin the line with a hyphen and a space, as in - Words',
    },
  ],
  [
    /^#{1,6}(?=[^\s#])/m,
    { message: 'A heading needs a space behind its signs, so this is printed as it stands.', fix: 'Write ## Heading' },
  ],
  [
    /<[ \t]+\/?[A-Z][a-z]+\b[^<>\n]*>/,
    (tag) => ({
      message: 'A space stands between < and the name of the tag, so the tag is printed as it stands.',
      fix: `Write ${tag.replace(/^<[ \t]+/, '<')}`,
    }),
  ],
  [
    /(?<=\p{L}{3}|[.,;:!?)”’])[¹²³⁰⁴-⁹]+/u,
    {
      message: 'A raised digit is no footnote: it is printed, and leads nowhere.',
      fix: 'Write [^1] here, and [^1]: followed by the note on a line of its own; or take it out.',
    },
  ],
  [
    /\^\[/,
    {
      message: 'A note within the text is not read here, so it is printed as it stands.',
      fix: 'Write [^1] here, and [^1]: followed by the note on a line of its own.',
    },
  ],
  [/==(?=\S)/, { message: 'These signs mark no words here and are printed as they stand.', fix: 'Write *words* for emphasis.' }],
  [
    /(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])/,
    (name) => ({ message: `The site has no picture signs, so ${name} is printed as it stands.`, fix: 'Take it out.' }),
  ],
  [
    /\$\$|\$[^\s\d$^_\\][^$\n^_\\]*[\^_\\][^$\n]*\$/,
    { message: 'Formulas are not read here, so this is printed as it stands.', fix: 'Say it in words.' },
  ],
  [
    /^:[ \t]+\S/m,
    { message: 'A colon at the beginning of a line makes no list, so it is printed as it stands.', fix: 'Write - **Word:** what it means' },
  ],
  [
    /^\|.*\|[ \t]*$/m,
    {
      message: 'This is no table: a line of hyphens with as many columns is missing below its head.',
      fix: 'Write the head so:\n| Name | Number |\n| --- | --- |',
    },
  ],
];

/** One finding of a kind in a piece of text; none where the markup has mistakes, which are told. */
function findLeftSigns({ source, tree, rest }: TextFile<unknown>): Finding[] {
  if (!tree || rest) return [];
  return walk(tree).flatMap(({ node, ancestors }) => {
    if (node.type === 'tableRow') return findLostCells(source, node, ancestors.at(-1));
    if (node.type === 'code') return findOpenFence(source, node);
    if (node.type !== 'text' || !node.position) return [];
    const { start, end } = getSpan(node);
    const words = source.text.slice(start, end);
    // Every one of them holds one of these, and hardly any words do.
    if (!/[*`[•◦▪‣·#|<¹²³⁰⁴-⁹=:$]/.test(words)) return [];
    return left.flatMap(([pattern, explain]) => {
      const match = pattern.exec(words);
      // What stands at the start of the text stands at the start of a line only where the line begins with it.
      if (!match || (pattern.multiline && match.index === 0 && !/(?:^|\n)[ \t]*$/.test(source.text.slice(0, start)))) return [];
      const at = start + match.index;
      const written = match[0].trimEnd();
      const problem = typeof explain === 'function' ? explain(written) : explain;
      return [createFinding(source, { start: at, end: at + written.length }, { rule: 'text-markup', level: 'error', ...problem })];
    });
  });
}

/** Lines of code whose fence is never closed: all that follows would be code. */
function findOpenFence(source: SourceText, node: ArticleNode): Finding[] {
  const { start, end } = getSpan(node);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(source.text.slice(start, end)) ?? [];
  const [, ...lines] = source.text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n|\r|\n/);
  if (fence === undefined || lines.at(-1)?.trim().startsWith(fence)) return [];
  const message = `What begins with ${fence} is read as code, and it never ends, so all that follows is code too.`;
  const fix = `Write ${fence} on a line of its own behind it, or take out the signs.`;
  return [createFinding(source, { start, end: start + fence.length }, { rule: 'text-markup', level: 'error', message, fix })];
}

/** What a row has more of than its table has columns: Markdown leaves it out without a word. */
function findLostCells(source: SourceText, row: ArticleNode, table: ArticleNode | undefined): Finding[] {
  const head = table?.children?.[0]?.children?.length ?? 0;
  const { start, end } = getSpan(row);
  const written = source.text.slice(start, end);
  // As cells are told apart: by every bar, those in code too, but for one behind a backslash.
  const bars = [...written.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const inner = bars.filter((at) => written.slice(0, at).trim() !== '' && written.slice(at + 1).trim() !== '');
  const lost = inner[head - 1];
  if (lost === undefined || head === 0) return [];
  const message = `This row has ${inner.length + 1} cells and the head of the table has ${head}; what stands behind them is not printed.`;
  const fix = 'Give the head one more column, write \\| for a bar that belongs to the text, or take out what is too much.';
  return [createFinding(source, { start: start + lost, end }, { rule: 'text-markup', level: 'error', message, fix })];
}

function checkField(field: TextField): Finding[] {
  const [, words] = mixedMarks.exec(field.text) ?? [];
  if (words !== undefined)
    return [
      createFinding(field.file.source, field.file.spanOf(field.path), {
        rule: 'smart-quote',
        level: 'error',
        message: 'The text begins with a curly quotation mark and ends with a straight one, and readers would see both.',
        fix: `Write "${words}"`,
      }),
    ];
  const rest = blankRead(field.text);
  return unread.flatMap(([pattern, explain]) => {
    const match = pattern.exec(rest);
    if (!match) return [];
    return [
      createFinding(field.file.source, findFragment(field, match[0], match.index), {
        rule: 'text-markup',
        level: 'error',
        ...explain(match[0]),
      }),
    ];
  });
}

/** Takes the place of a sign that is read. */
const filler = '·';

/** The text without the signs that are read: its words stay where they are. */
function blankRead(text: string): string {
  return parseInline(text).reduce((rest, run) => {
    if (run.kind === 'text') return rest;
    const before = run.kind === 'plain' ? '<Plain>'.length : 1;
    const behind = run.length - before - run.text.length;
    return rest.slice(0, run.index) + filler.repeat(before) + run.text + filler.repeat(behind) + rest.slice(run.index + run.length);
  }, text);
}

/** Links in fields that print their words alone: names, labels, places. */
function findStrayLinks(content: Content, fields: readonly TextField[]): Finding[] {
  const nameOf = (file: YamlRecord<unknown>, path: YamlPath) => `${file.source.path} ${path.join('.')}`;
  const read = new Set(fields.map((field) => nameOf(field.file, field.path)));
  const matters = [...content.articles, ...content.pages].flatMap(({ matter }) => matter ?? []);
  const files: YamlRecord<unknown>[] = [...listRecords(content), ...matters];
  return files.flatMap((file) =>
    listStrings(file.value, []).flatMap(({ path, text }) => {
      const link = /\[[^\]]*\]\((?:num|source|https?):[^)]*\)|<\/?Plain>/.exec(text);
      if (!link || read.has(nameOf(file, path))) return [];
      const message = `The field "${String(path.findLast((part) => typeof part === 'string') ?? '')}" prints its words alone, so this would be printed as it stands.`;
      const span = findFragment({ file, path, text }, link[0], link.index);
      return [createFinding(file.source, span, { rule: 'text-markup', level: 'error', message, fix: `Write ${toWords(link[0])}` })];
    }),
  );
}

const toWords = (link: string) => /^\[([^\]]*)/.exec(link)?.[1] ?? 'the words without the tag';

/** Every text of a record with its path. Wordings are other people's and stay as printed. */
function listStrings(value: unknown, path: YamlPath): { path: YamlPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'quotes' || key === 'wording' ? [] : listStrings(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
