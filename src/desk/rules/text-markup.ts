/**
 * In texts of YAML files and front matter, only links, *emphasis* and <Plain> are read. Other
 * markup would be printed unchanged, and so would a sign in an article's body that lacks its
 * counterpart.
 */
import { splitCsv } from '../../charts/split-csv.ts';
import { parseInline } from '../../evidence/inline.ts';
import { getSpan, getText, walk } from '../../library/markup/article-text.ts';
import { listRecords } from '../../library/list-records.ts';
import type { ArticleNode, Content, TextFile } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import { parseMarkup } from '../../library/markup/parse-markup.ts';
import { blankQuotations, mixedMarks } from '../../library/texts/quotation-marks.ts';
import { type YamlPath, type YamlRecord } from '../../library/yaml/read-yaml.ts';
import { createSourceText, type SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields, type TextField } from '../../library/texts/text-fields.ts';
import { walkTexts } from '../../schema/meaning.ts';
import { getFieldsOfFile } from '../../schema/records.ts';
import { tagFor } from '../../schema/author-tags.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import {
  findPasted,
  findUnread,
  leftInBody,
  neverRead,
  unreadInFields,
  type Problem,
  type Unread,
} from './unread-markup.ts';

export const checkTextMarkup: Rule = (content) => {
  const fields = listTextFields(content);
  const bodies = [...content.articles, ...content.pages];
  return [
    ...fields.flatMap(checkField),
    ...checkPlainFields(content, fields),
    ...content.charts.flatMap(({ table }) => (table ? checkCells(table.source) : [])),
    ...bodies.flatMap(findLeftSigns),
  ];
};

const refuse = (source: SourceText, span: Span, { message, fix }: Problem) =>
  createFinding(source, span, { rule: 'text-markup', level: 'error', message, fix });

const signsInBody = [...neverRead, ...leftInBody];

/**
 * One finding of a kind in a piece of text. None if the markup itself has mistakes, which are
 * reported elsewhere.
 */
function findLeftSigns({ source, tree, rest }: TextFile<unknown>): Finding[] {
  if (!tree || rest) return [];
  const used = new Set(
    walk(tree).flatMap(({ node }) => (node.type === 'linkReference' ? [node.identifier] : [])),
  );
  const defined = new Set<string | undefined>();
  return walk(tree).flatMap(({ node, ancestors }) => {
    switch (node.type) {
      case 'tableRow':
        return findLostCells(source, node, ancestors.at(-1));
      case 'code':
        return findOpenFence(source, node);
      case 'heading':
        return findUnderlined(source, node);
      case 'list':
        return findRenumbered(source, node);
      case 'link':
        return findLostTitle(source, node);
      case 'definition':
        return findLostAddress(source, node, used, defined);
      case 'paragraph':
        return findPastedLines(source, node, ancestors.at(-1)?.type === 'listItem');
      case 'text':
        return node.position ? findSigns(source, node) : [];
      default:
        return [];
    }
  });
}

function findSigns(source: SourceText, node: ArticleNode): Finding[] {
  const { start, end } = getSpan(node);
  // Quotations keep what was printed.
  const words = blankQuotations(source.text.slice(start, end), filler);
  const beginsLine = /(?:^|\n)[ \t]*(?:(?:>|[-+*]|\d+[.)])[ \t]+)*$/.test(
    source.text.slice(0, start),
  );
  return signsInBody.flatMap((sign) => {
    const [found] = findUnread(words, [sign]);
    // The start of the text is the start of a line only if nothing precedes it on its line.
    if (
      !found ||
      (sign.pattern.multiline &&
        sign.pattern.source.startsWith('^') &&
        found.index === 0 &&
        !beginsLine)
    )
      return [];
    const at = start + found.index;
    return [refuse(source, { start: at, end: at + found.written.length }, found)];
  });
}

/** Lists and tables that were pasted from a word processor or a page. */
function findPastedLines(source: SourceText, paragraph: ArticleNode, isEntry: boolean): Finding[] {
  const { start, end } = getSpan(paragraph);
  const lines = source.text.slice(start, end).split('\n');
  const found = findPasted(
    lines.map((line) => line.replace(/^(?:[ \t]*>)+[ \t]?/, '').replace(/\]\([^)]*\)/g, '](…)')),
    isEntry,
  );
  if (!found) return [];
  const from = start + lines.slice(0, found.line).join('\n').length + (found.line > 0 ? 1 : 0);
  const line = lines[found.line] ?? '';
  const before = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return [refuse(source, { start: from + before, end: from + line.trimEnd().length }, found)];
}

/** A line of hyphens or = below words turns them into a heading, which is easily overlooked. */
function findUnderlined(source: SourceText, heading: ArticleNode): Finding[] {
  const { start, end } = getSpan(heading);
  const written = source.text.slice(start, end);
  if (heading.depth !== 2 || /^[ \t]*#/.test(written)) return [];
  const words = written.split('\n')[0] ?? '';
  return [
    refuse(
      source,
      { start: start + written.lastIndexOf('\n') + 1, end },
      {
        message: 'These hyphens make a heading of the words above them.',
        fix: `Write ## ${words} if it is one; else put an empty line above the hyphens.`,
      },
    ),
  ];
}

/** Markdown numbers a list itself and ignores the numbers that were typed. */
function findRenumbered(source: SourceText, list: ArticleNode): Finding[] {
  const entries = (list.children ?? []).map((entry) => ({
    start: getSpan(entry).start,
    number: readNumber(source, entry),
  }));
  const first = entries[0]?.number;
  if (first === undefined || entries.every(({ number }) => number === 1)) return [];
  const wrong = entries.findIndex(
    ({ number }, index) => number !== undefined && number !== first + index,
  );
  const { start, number } = entries[wrong] ?? {};
  if (start === undefined || number === undefined) return [];
  return [
    refuse(
      source,
      { start, end: start + String(number).length + 1 },
      {
        message: `A list counts by itself, so readers would see ${first + wrong} here.`,
        fix: `Write ${first + wrong}., or put the number into the words of the entry.`,
      },
    ),
  ];
}

function readNumber({ text }: SourceText, entry: ArticleNode): number | undefined {
  const [, digits] =
    /^(\d{1,9})[.)]/.exec(text.slice(getSpan(entry).start, getSpan(entry).start + 12)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function findLostTitle(source: SourceText, link: ArticleNode): Finding[] {
  if (!link.title) return [];
  const { start, end } = getSpan(link);
  const at = start + source.text.slice(start, end).lastIndexOf('](');
  return [
    refuse(
      source,
      { start: at, end },
      {
        message: 'Words behind the address of a link are shown to nobody.',
        fix: `Write ](${link.url ?? 'address'}), and say the words in the text.`,
      },
    ),
  ];
}

/**
 * A line `[name]: address` that no link uses, or a second one with the same name. Neither is
 * printed.
 */
function findLostAddress(
  source: SourceText,
  definition: ArticleNode,
  used: ReadonlySet<string | undefined>,
  defined: Set<string | undefined>,
): Finding[] {
  const isTwice = defined.has(definition.identifier);
  defined.add(definition.identifier);
  const isUsed = used.has(definition.identifier);
  if (isUsed && !isTwice && !definition.title) return [];
  return [
    refuse(source, getSpan(definition), {
      message: !isUsed
        ? 'No link names this line of addresses, so nobody would see it.'
        : isTwice
          ? `There is already an address called "${definition.label}", and only the first is linked.`
          : 'Words behind the address of a link are shown to nobody.',
      fix:
        isUsed && !isTwice
          ? 'Take them out, and say them in the text.'
          : 'Delete it, or write [words](address) where the link belongs.',
    }),
  ];
}

/** A code block that is never closed: everything after it would be code. */
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
  return [
    createFinding(
      source,
      { start, end: start + fence.length },
      { rule: 'text-markup', level: 'error', message, fix },
    ),
  ];
}

/** Cells of a row beyond the columns of its table, which Markdown drops without a message. */
function findLostCells(
  source: SourceText,
  row: ArticleNode,
  table: ArticleNode | undefined,
): Finding[] {
  const head = table?.children?.[0]?.children?.length ?? 0;
  const { start, end } = getSpan(row);
  const written = source.text.slice(start, end);
  // Cells end at every bar, in code too, unless a backslash precedes it.
  const bars = [...written.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const inner = bars.filter(
    (at) => written.slice(0, at).trim() !== '' && written.slice(at + 1).trim() !== '',
  );
  const lost = inner[head - 1];
  if (lost === undefined || head === 0) return [];
  const message = `This row has ${inner.length + 1} cells and the head of the table has ${head}; what stands behind them is not printed.`;
  const fix =
    'Give the head one more column, write \\| for a bar that belongs to the text, or take out what is too much.';
  return [
    createFinding(
      source,
      { start: start + lost, end },
      { rule: 'text-markup', level: 'error', message, fix },
    ),
  ];
}

function checkField(field: TextField): Finding[] {
  const [, words] = mixedMarks.exec(field.text) ?? [];
  if (words !== undefined)
    return [
      createFinding(field.file.source, field.file.spanOf(field.path), {
        rule: 'smart-quote',
        level: 'error',
        message:
          'The text begins with a curly quotation mark and ends with a straight one, and readers would see both.',
        fix: `Write "${words}"`,
      }),
    ];
  const rest = blankQuotations(blankRead(field.text), filler);
  return findUnread(rest, [...unreadInFields, ...neverRead]).map((problem) =>
    refuse(field.file.source, findFragment(field, problem.written, problem.index), problem),
  );
}

/** Words of a chart's CSV are printed unchanged: markup in them is not read. */
function checkCells(source: SourceText): Finding[] {
  const [, ...rows] = splitCsv(source.text).records;
  return rows.flatMap((record) =>
    record.flatMap(({ text, start, end }) => {
      const [problem] = findUnread(text, [link, ...unreadInFields, ...neverRead]);
      return problem
        ? [
            refuse(
              source,
              { start, end },
              {
                message:
                  'The words of a table are printed as they stand, signs of Markdown and codes too.',
                fix:
                  toPlain(text) === text
                    ? 'Write it in words, without the sign.'
                    : `Write ${toPlain(text)}`,
              },
            ),
          ]
        : [];
    }),
  );
}

const link: Unread = { pattern: /\[[^\]]*\]\([^)]*\)/, explain: () => ({ message: '', fix: '' }) };

/** The words of a cell without their marks. */
function toPlain(text: string): string {
  return (
    getText(parseMarkup(createSourceText('', text)).tree ?? { type: 'text', value: text }).trim() ||
    'the words alone'
  );
}

/** Takes the place of a sign that is read. */
const filler = '·';

/** Blanks the markup that is read, so that the words keep their positions. */
function blankRead(text: string): string {
  return parseInline(text).reduce((rest, run) => {
    if (run.kind === 'text') return rest;
    const before = run.kind === 'plain' ? `<${tagFor.freed}>`.length : 1;
    const behind = run.length - before - run.text.length;
    return (
      rest.slice(0, run.index) +
      filler.repeat(before) +
      run.text +
      filler.repeat(behind) +
      rest.slice(run.index + run.length)
    );
  }, text);
}

const linkOrFreed = new RegExp(
  `\\[[^\\]]*\\]\\((?:num|source|https?):[^)]*\\)|</?${tagFor.freed}>`,
);

/** Marks in fields that print plain words: names, labels, places. */
function checkPlainFields(content: Content, fields: readonly TextField[]): Finding[] {
  const nameOf = (file: YamlRecord<unknown>, path: YamlPath) =>
    `${file.source.path} ${path.join('.')}`;
  const read = new Set(fields.map((field) => nameOf(field.file, field.path)));
  const matters = [...content.articles, ...content.pages].flatMap(({ matter }) => matter ?? []);
  const files: YamlRecord<unknown>[] = [...listRecords(content), ...matters];
  return files.flatMap((file) =>
    [...walkTexts(file.value, getFieldsOfFile(file.source.path))].flatMap(
      ({ path, text, meaning }) => {
        // Wordings are other people's and stay as printed.
        if (meaning?.holds === 'foreign' || read.has(nameOf(file, path))) return [];
        const name = String(path.findLast((part) => typeof part === 'string') ?? '');
        const field = { file, path, text };
        const link = linkOrFreed.exec(text);
        if (link) {
          const message = `The field "${name}" prints its words alone, so this would be printed as it stands.`;
          return [
            refuse(file.source, findFragment(field, link[0], link.index), {
              message,
              fix: `Write ${toWords(link[0])}`,
            }),
          ];
        }
        if (meaning?.holds !== 'printed') return [];
        return findUnread(text, [...unreadInFields, ...neverRead]).map((problem) =>
          refuse(file.source, findFragment(field, problem.written, problem.index), problem),
        );
      },
    ),
  );
}

const toWords = (link: string) => /^\[([^\]]*)/.exec(link)?.[1] ?? 'the words without the tag';
