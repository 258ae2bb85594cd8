/** Markup in the body of a text that Markdown does not read, or drops without a message. */
import { getSpan, walk } from '../../library/markup/article-text.ts';
import type { ArticleNode, TextFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { blankQuotations } from '../../library/texts/quotation-marks.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  findPasted,
  findUnread,
  leftInBody,
  neverRead,
  filler,
  refuseMarkup,
} from './unread-markup.ts';

const signsInBody = [...neverRead, ...leftInBody];

/**
 * Reports each kind of sign once in a piece of text. Reports nothing if the markup itself has
 * mistakes, which are reported elsewhere.
 */
export function findLeftSigns({ source, tree, rest }: TextFile<unknown>): Finding[] {
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
  // Skips quotations, which keep what was printed.
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
    return [refuseMarkup(source, { start: at, end: at + found.written.length }, found)];
  });
}

/** Reports lists and tables that were pasted from a word processor or a page. */
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
  return [refuseMarkup(source, { start: from + before, end: from + line.trimEnd().length }, found)];
}

/** A line of hyphens or = below words turns them into a heading, which is easily overlooked. */
function findUnderlined(source: SourceText, heading: ArticleNode): Finding[] {
  const { start, end } = getSpan(heading);
  const written = source.text.slice(start, end);
  if (heading.depth !== 2 || /^[ \t]*#/.test(written)) return [];
  const words = written.split('\n')[0] ?? '';
  return [
    refuseMarkup(
      source,
      { start: start + written.lastIndexOf('\n') + 1, end },
      {
        message: 'These hyphens turn the words above them into a heading.',
        fix: `Write ## ${words} if it is one; else put an empty line above the hyphens.`,
      },
    ),
  ];
}

/**
 * A list that begins at this number or above is a sentence that begins with a number: 1986. A year
 * of hunger.
 */
const firstOfProse = 32;

/** Markdown numbers a list itself and ignores the numbers that were typed. */
function findRenumbered(source: SourceText, list: ArticleNode): Finding[] {
  const entries = (list.children ?? []).map((entry) => ({
    start: getSpan(entry).start,
    number: readNumber(source, entry),
  }));
  const first = entries[0]?.number;
  if (first === undefined || entries.every(({ number }) => number === 1)) return [];
  const begin = entries[0]?.start ?? 0;
  if (first >= firstOfProse)
    return [
      refuseMarkup(
        source,
        { start: begin, end: begin + String(first).length + 1 },
        {
          message: `A number and a full stop at the beginning of a line make a list, here from ${first} on.`,
          fix: `Write ${first}\\. if it is a sentence; else begin the list with 1.`,
        },
      ),
    ];
  const wrong = entries.findIndex(
    ({ number }, index) => number !== undefined && number !== first + index,
  );
  const { start, number } = entries[wrong] ?? {};
  if (start === undefined || number === undefined) return [];
  return [
    refuseMarkup(
      source,
      { start, end: start + String(number).length + 1 },
      {
        message: `Lists are numbered automatically, so readers would see ${first + wrong} here.`,
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
    refuseMarkup(
      source,
      { start: at, end },
      {
        message: 'Readers never see words after the address of a link.',
        fix: `Write ](${link.url ?? 'address'}), and put the words in the text.`,
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
    refuseMarkup(source, getSpan(definition), {
      message: !isUsed
        ? 'No link uses this address, so readers would never see it.'
        : isTwice
          ? `There is already an address called "${definition.label}", and only the first is linked.`
          : 'Readers never see words after the address of a link.',
      fix:
        isUsed && !isTwice
          ? 'Delete them, and say them in the text.'
          : 'Delete it, or write [words](address) where the link belongs.',
    }),
  ];
}

/** Reports a code block that is never closed: everything after it would be code. */
function findOpenFence(source: SourceText, node: ArticleNode): Finding[] {
  const { start, end } = getSpan(node);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(source.text.slice(start, end)) ?? [];
  const [, ...lines] = source.text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n|\r|\n/);
  if (fence === undefined || lines.at(-1)?.trim().startsWith(fence)) return [];
  const message = `What begins with ${fence} is read as code, and never ends, so everything after it is code too.`;
  const fix = `Write ${fence} on a line of its own after it, or delete the signs.`;
  return [
    createFinding(
      source,
      { start, end: start + fence.length },
      { rule: 'text-markup', level: 'error', message, fix },
    ),
  ];
}

/**
 * Reports cells of a row beyond the columns of its table, which Markdown drops without a message.
 */
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
  const message = `This row has ${inner.length + 1} cells and the head of the table has ${head}; the extra cells would not be printed.`;
  const fix =
    'Give the head one more column, write \\| for a bar that belongs to the text, or delete the extra cells.';
  return [
    createFinding(
      source,
      { start: start + lost, end },
      { rule: 'text-markup', level: 'error', message, fix },
    ),
  ];
}
