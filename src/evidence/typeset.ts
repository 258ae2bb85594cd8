/**
 * Typesets what an editor typed, as a printer would: quotation marks and apostrophes, dashes,
 * ellipses, and no-break spaces between a number and what it counts. Only marks and spaces change,
 * never words. Text that is already typeset stays unchanged. The check compares texts before
 * typesetting; pages and pictures print them after it.
 */
import { tagFor } from '../schema/author-tags.ts';
import { parseInline } from './inline.ts';
import { fullMonths, shortMonths } from './month-names.ts';

/** The replacement for the characters from `start` up to `end`. */
type Edit = { start: number; end: number; to: string };

/**
 * `He said "40 vans" - in 2,300 words` as `He said “40 vans” – in 2,300 words`, with no-break
 * spaces between numbers and nouns.
 */
export function typeset(text: string): string {
  return typesetPieces([text])[0] ?? text;
}

/**
 * Typesets the pieces of one line of text, such as those around a link, as a whole. U+FFFC
 * represents a piece that is not text.
 */
export function typesetPieces(pieces: readonly string[]): string[] {
  if (!/["'\d]|--|\.\.\.|\s[-–—]\s/.test(pieces.join(''))) return [...pieces];
  return stages.reduce(applyEdits, [...pieces]);
}

/** Each works on the result of those before it. */
const stages = [
  findDashes,
  findSpacesBeforeDashes,
  findEllipses,
  findQuotationMarks,
  findRanges,
  findTies,
];

function applyEdits(pieces: string[], find: (text: string) => Edit[]): string[] {
  // A line break in a file is a space.
  const edits = find(pieces.join('').replaceAll('\n', ' ')).sort((a, b) => a.start - b.start);
  let offset = 0;
  return pieces.map((piece) => {
    const [start, end] = [offset, offset + piece.length];
    let [set, at] = ['', start];
    for (const edit of edits) {
      if (edit.start < at || edit.end > end) continue;
      set += piece.slice(at - start, edit.start - start) + edit.to;
      at = edit.end;
    }
    offset = end;
    return set + piece.slice(at - start);
  });
}

/** The length of what precedes the words in each kind of run. */
const openers = {
  text: 0,
  emphasis: '*'.length,
  freed: `<${tagFor.freed}>`.length,
  number: '['.length,
  source: '['.length,
  link: '['.length,
};

/** A text field with links and emphasis: words are typeset, addresses stay unchanged. */
export function typesetInline(text: string): string {
  const runs = parseInline(text);
  const set = typesetPieces(runs.map((run) => run.text));
  return runs
    .map((run, index) => {
      const start = run.index + openers[run.kind];
      const end = text.slice(start + run.text.length, run.index + run.length);
      return `${text.slice(run.index, start)}${set[index] ?? ''}${end}`;
    })
    .join('');
}

/* Quotation marks */

/** Feet and inches, minutes and seconds: 5'10", 36°20'15". */
const primes = [
  /(?<=(?:°[ \u00a0]?|(?<![\d.,\p{L}]))\d{1,3})'(?=[ \u00a0]?\d{1,2}(?:\.\d+)?")/gu,
  /(?<=\d['′][ \u00a0]?\d{1,2}(?:\.\d+)?)"/g,
  /(?<=°[ \u00a0]?\d{1,2}(?:\.\d+)?)'/g,
];
const opensBefore = /[\s([{<“‘„«]/;
const mayOpenBefore = /[-–—/=…]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** Words and decades that begin with an apostrophe: '90s, 'tis. */
const elided = /^'(?:\d\ds\b|(?:tis|twas|twere|em|til|cause|n)\b)/i;

function findQuotationMarks(text: string): Edit[] {
  if (!/["']/.test(text)) return [];
  const measures = new Set(
    primes.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index)),
  );
  const open = { double: 0, single: 0 };
  /** The mark that was just typeset. Another may open directly after an opening mark. */
  let last: { at: number; to: string } | undefined;
  return [...text.matchAll(/["'“”‘’]/g)].flatMap(({ 0: mark, index }): Edit[] => {
    const before = last?.at === index - 1 ? last.to : (text[index - 1] ?? ' ');
    const to = chooseMark(text, index, mark, before, measures.has(index), open);
    if (to === '“') open.double += 1;
    if (to === '‘') open.single += 1;
    if (to === '”') open.double = Math.max(0, open.double - 1);
    if (to === '’' && open.single > 0 && !letterOrDigit.test(text[index + 1] ?? ' '))
      open.single -= 1;
    last = { at: index, to };
    return to === mark ? [] : [{ start: index, end: index + 1, to }];
  });
}

function chooseMark(
  text: string,
  index: number,
  mark: string,
  before: string,
  isMeasure: boolean,
  open: { double: number; single: number },
): string {
  if (mark !== '"' && mark !== "'") return mark;
  const isDouble = mark === '"';
  const next = text[index + 1] ?? ' ';
  const isBeforeWord = letterOrDigit.test(next);
  const isOpen = (isDouble ? open.double : open.single) > 0;
  if (isMeasure || (/\d/.test(before) && !isOpen && !isBeforeWord)) return isDouble ? '″' : '′';
  const mayOpen =
    opensBefore.test(before) || (mayOpenBefore.test(before) && isBeforeWord && !isOpen);
  const opens = mayOpen && !/[\s)\]},;:!?]/.test(next);
  if (isDouble) return opens ? '“' : '”';
  if (!opens) return '’';
  const isShortYear =
    /^'\d\d\b/.test(text.slice(index)) &&
    !/(?<=[^\s'])'(?![\p{L}\p{N}])/u.test(text.slice(index + 1));
  return elided.test(text.slice(index)) || isShortYear ? '’' : '‘';
}

/* Dashes and ellipses */

/**
 * A hyphen between spaces, and two or three hyphens, become the dash of the house style: an en dash
 * between spaces.
 */
function findDashes(text: string): Edit[] {
  const between = [
    ...text.matchAll(
      /(?<=\S)(?:[ \u00a0]+-(?=[ \u00a0])|[ \u00a0]*(?<!-)-{2,3}(?!-))+[ \u00a0]*(?=\S)/g,
    ),
  ];
  const atEnds = [...text.matchAll(/(?<!-)-{2,3}(?!-)(?<=^\s*-+)|(?<!-)-{2,3}(?=\s*$)/g)];
  return [
    ...between.map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      to: '\u00a0– ',
    })),
    ...atEnds.map(({ 0: { length }, index }) => ({ start: index, end: index + length, to: '–' })),
  ];
}

/** Makes the space before a dash a no-break space, so that no line begins with a dash. */
function findSpacesBeforeDashes(text: string): Edit[] {
  return [...text.matchAll(/(?<=\S) (?=[–—] )/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
    to: '\u00a0',
  }));
}

/** A fourth full stop ends the sentence. */
function findEllipses(text: string): Edit[] {
  return [...text.matchAll(/(?<!\.)\.{3}(?=\.?(?!\.))/g)].map(({ index }) => ({
    start: index,
    end: index + 3,
    to: '…',
  }));
}

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const range = new RegExp(
  String.raw`(?<![\p{L}\d_.,/:+–-])(${number})-(${number})(?![\p{L}\d_/:-]|[.,]\d)`,
  'gu',
);
/** A document's number follows: SIGAR 14-84, Public Law 113-291. */
const documentName =
  /(?:\b\p{Lu}{2,}|\b(?:No\.|Law|Report|Resolution|Docket|Case|Bill))[ \u00a0]$/u;

/**
 * 1980-1988, 2-3, 1980-88: from one number to a larger one. A month (2015-06) or a document's
 * number is not a range.
 */
function findRanges(text: string): Edit[] {
  return [...text.matchAll(range)].flatMap(
    ({ 0: whole, 1: left = '', 2: right = '', index }): Edit[] => {
      if (documentName.test(before(text, index)) && whole.length < '1980-1988'.length) return [];
      const [from, to] = [toNumber(left), toNumber(right)];
      // The second number may leave out the digits that it shares with the first.
      const isShortened =
        left.length >= 3 &&
        right.length < left.length &&
        toNumber(left.slice(0, -right.length) + right) > from;
      if (!(to > from || isShortened) || /^0\d/.test(right)) return [];
      const at = index + left.length;
      return [{ start: at, end: at + 1, to: '–' }];
    },
  );
}

/** The end of the text before `index`, long enough for any word that says what a number is. */
const before = (text: string, index: number) =>
  text.slice(Math.max(0, index - 'Resolutions '.length - 1), index);
const toNumber = (digits: string) => Number(digits.replaceAll(',', ''));

/* Numbers and what belongs to them */

/**
 * The most characters of a number and its noun for which a line break between them is prevented.
 */
export const longestTie = 14;

const months = `(?:${fullMonths}|${shortMonths})`;
const measures =
  '(?:hundred|thousand|million|billion|trillion|bn|per cent|percent|mm|cm|km|m|km/h|mph|kg|g|t|lb|ft|hectares?|kW|MW|MB|GB|am|pm|a\\.m\\.|p\\.m\\.|GMT|UTC)';
/** Words that a number follows: page 12, Figure 3. */
const references =
  '(?:[Pp]p?\\.|[Nn]os?\\.|[Vv]ols?\\.|[Cc]h\\.|[Ff]igs?\\.|[Pp]aras?\\.|[Pp]ages?|[Pp]aragraphs?|[Ff]igures?|[Tt]ables?|[Cc]hapters?|[Ss]ections?|[Rr]ules?|[Ss]teps?|[Vv]olumes?|Parts?|Articles?|Resolutions?|Annex|Appendix|§)';

/** Spaces at which a line never breaks, however long the words beside them are. */
const ties = [
  new RegExp(String.raw`(?<=\d) (?=(?:${measures})(?![\p{L}\p{N}]))`, 'gu'),
  /(?<=\d) (?=%)|(?<=\d[ \u00a0]?per) (?=cent\b)|(?<=\d) (?=[×x][ \u00a0]?\d)|(?<=\d[ \u00a0]?[×x]) (?=\d)|(?<=\d°) (?=[NSEW]\b)|(?<=\d) (?=°)/g,
  new RegExp(String.raw`(?<=(?<![\d.,:])\d{1,2}(?:[-–]\d{1,2})?) (?=${months}\b)`, 'g'),
  new RegExp(String.raw`(?<=\b${months}) (?=\d{1,2}(?:[,;)]| \d{4}\b|$))`, 'g'),
  new RegExp(String.raw`(?<=(?<![\p{L}\p{N}])${references}) (?=\d)`, 'gu'),
  /(?<=[$€£]) (?=\d)|(?<=\bUS) (?=\$[ \u00a0]?\d)|(?<=\b(?:USD|EUR|GBP)) (?=\d)/g,
];

/** Words after a number that are not what it counts. */
const functionWords = new Set(
  `a about above according after against ago all although an and any are as at be because been before being below between both but by
  can could did differ differs do does down due during each either even every for from further had has have he her here his how however if in
  instead into is it its itself just less like may might minus more must nor no not now of off on once only onto or our out over
  per plus rather said says shall she should since so some still than that the their them then there these they this those though
  through thus till to too toward towards under until up upon us versus via vs was we were what when where whether which while who
  whom whose will with within without would yet you your`.split(/\s+/),
);

const counted = new RegExp(
  String.raw`(?<![\p{L}\d_.,/:#+-])((?:US)?[$€£]?${number}(?:[-–]${number})?(?:bn|m|k|st|nd|rd|th)?) (\p{L}\S*)`,
  'gu',
);
/** Q7A1 vans; not the tag of a record, E-07. */
const model = /(?<![\p{L}\d_./:-])(?!E-\d)(\p{Lu}{1,3}-?\d{1,3}(?:\p{Lu}\d?)?) (\p{Ll}\S*)/gu;
/** A number before such a name, which belongs to it. */
const numberBefore = /\d(?:[\d.,]*\d)?[ \u00a0]$/;
/** A number that belongs to the word before it: Figure 3 shows. */
const taken = new RegExp(String.raw`(?<![\p{L}\p{N}])${references}[ \u00a0]$`, 'u');

function findTies(text: string): Edit[] {
  if (!/\d/.test(text)) return [];
  const spaces = ties.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index));
  const nouns = [...text.matchAll(counted), ...text.matchAll(model)].flatMap(
    ({ 1: value = '', 2: following = '', index }) => {
      const isYear = /^(?:1[5-9]|20)\d\d(?:[-–]\d+)?$/.test(value);
      const word = following.replace(/[\p{P}\ufffc]+$/u, '');
      const lead = numberBefore.exec(before(text, index))?.[0] ?? '';
      const isShort = lead.length + value.length + 1 + word.length <= longestTie;
      return isShort &&
        !isYear &&
        !functionWords.has(word.toLowerCase()) &&
        !taken.test(before(text, index))
        ? [index + value.length]
        : [];
    },
  );
  return [...new Set([...spaces, ...nouns])].map((start) => ({
    start,
    end: start + 1,
    to: '\u00a0',
  }));
}
