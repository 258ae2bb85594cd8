/**
 * A relay: who printed a number, one row a printing, and from whom it came.
 *
 * A thread runs from the first printing to those that passed it on: a ring where it starts, a knot where the number was
 * kept, a lozenge where something changed. A number printed without a known predecessor starts a thread of its own.
 * A link that is our inference is dashed and starts a thread too, because it accuses nobody.
 */
import { max } from 'd3';
import type { Custody, RelayRow, RelayTable } from './chart-table.ts';
import {
  aimAt,
  findMisplacedTexts,
  requireFiniteNumbers,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type PlacedPath,
  type PlacedText,
} from './drawing.ts';
import { measureText, wrapText } from './text-width.ts';

/** A printing as drawn, for whoever wants to compare it with the record. */
export type Knot = { ref: string; custody: Custody; column: number; x: number; y: number; from: number | undefined };
export type RelayLayout = Drawing & { knots: Knot[] };

export const custodyWords: Record<Custody, string> = { start: 'Starts', kept: 'Kept', changed: 'Changed', inferred: 'Our inference' };

/** What happened to the number, in one sentence: "Changed: 4,000 instead of 74,000; repeats Reuters, in the same words" */
export function sayCustody({ custody, changes, repeats }: RelayRow): string {
  const details = [...changes, repeats].filter(Boolean).join('; ');
  return details ? `${custodyWords[custody]}: ${details}` : custodyWords[custody];
}

/** More threads side by side than these leave no room for words. */
const mostColumns: Record<Frame['name'], number> = { phone: 4, desktop: 8 };
const columnPitch: Record<Frame['name'], number> = { phone: 16, desktop: 24 };
const ringRadius = 6;
const knotRadius = 4.5;
const lozengeRadius = 8;
/** Of what is pointed at, from the middle of a mark. */
const reach = 12;
/** From the thread to the words. */
const gutterGap = 12;

export function layoutRelay(table: RelayTable, frame: Frame): RelayLayout {
  requireFiniteNumbers(table.rows.map(({ number }) => number));
  const warnings: Misfit[] = [];
  const phone = frame.name === 'phone';
  const threads = assignThreads(table.rows);
  const columns = (max(threads, (thread) => thread.column) ?? 0) + 1;
  if (columns > mostColumns[frame.name]) {
    warnings.push({
      kind: 'crowded',
      words: [],
      message: `${columns} threads side by side leave no room for words.`,
      fix: 'Link to the record instead, which tells the same.',
    });
  }
  const pitch = columnPitch[frame.name];
  const left = 9 + (columns - 1) * pitch + 9 + gutterGap;
  const texts: PlacedText[] = [];
  const boxes: Box[] = [];
  const knots: Knot[] = [];
  const dividers: string[] = [];

  let y = phone ? 0 : layoutHeadings(frame, left, texts);
  const axis = phone ? [] : [`M0 ${y}H${frame.width}`];
  for (const [index, row] of table.rows.entries()) {
    if (index > 0) dividers.push(`M0 ${round(y)}H${frame.width}`);
    const thread = threads[index] ?? { column: 0, last: index };
    const x = round(9 + thread.column * pitch);
    const middle = round(y + (phone ? 20 : 26));
    knots.push({ ref: row.number.ref, custody: row.custody, column: thread.column, x, y: middle, from: row.from });
    boxes.push({ left: x - lozengeRadius, right: x + lozengeRadius, top: middle - lozengeRadius, bottom: middle + lozengeRadius });
    const bottom = phone ? layoutStacked(row, frame, left, middle, texts) : layoutAbreast(row, frame, left, middle, texts);
    y = round(Math.max(bottom, middle + lozengeRadius) + 12);
  }

  const paths: PlacedPath[] = [];
  const add = (path: Omit<PlacedPath, 'd'>, parts: string[]) => parts.length > 0 && paths.push({ ...path, d: parts.join('') });
  const links = drawLinks(knots, threads);
  add({ kind: 'thread', dash: [4, 4] }, links.inferred);
  add({ kind: 'divider' }, dividers);
  add({ kind: 'axis' }, axis);
  add({ kind: 'thread' }, links.certain);
  const at = (custody: Custody[]) => knots.filter((knot) => custody.includes(knot.custody));
  add(
    { kind: 'ring' },
    at(['start', 'inferred']).map((knot) => drawDisc(knot, ringRadius)),
  );
  add(
    { kind: 'knot' },
    at(['kept']).map((knot) => drawDisc(knot, knotRadius)),
  );
  add({ kind: 'dot', role: 'highlight' }, at(['changed']).map(drawLozenge));

  const part = {
    id: `${table.id}-${frame.name}-1`,
    width: frame.width,
    height: Math.ceil(y),
    patterns: [],
    paths,
    texts,
    targets: knots.map(({ ref, x, y: at }) => aimAt(ref, x, at, reach)),
  };
  warnings.push(...findMisplacedTexts(part, boxes));
  return { frame: frame.name, parts: [part], warnings, knots };
}

type Thread = { column: number; /** First row of the thread, and the last. */ first: number; last: number };

/** Each row's thread. Threads that do not overlap in time stand in one column. */
function assignThreads(rows: RelayRow[]): Thread[] {
  const found: Thread[] = [];
  const all: Thread[] = [];
  rows.forEach((row, index) => {
    const before = row.custody === 'start' || row.custody === 'inferred' || row.from === undefined ? undefined : found[row.from];
    const thread = before ?? { column: 0, first: index, last: index };
    thread.last = index;
    if (!before) all.push(thread);
    found.push(thread);
  });
  for (const thread of all) {
    // An inferred link is drawn above the ring, so that its column must be free from there on.
    const row = rows[thread.first];
    const from = row?.custody === 'inferred' ? Math.min(thread.first, row.from ?? thread.first) : thread.first;
    const taken = all.slice(0, all.indexOf(thread)).filter((other) => other.last >= from);
    while (taken.some((other) => other.column === thread.column)) thread.column += 1;
  }
  return found;
}

function drawLinks(knots: Knot[], threads: Thread[]): { certain: string[]; inferred: string[] } {
  const certain: string[] = [];
  const inferred: string[] = [];
  knots.forEach((knot, index) => {
    const thread = threads[index];
    const last = thread && knots[thread.last];
    if (thread?.first === index && last && last !== knot) certain.push(`M${knot.x} ${knot.y}V${last.y}`);
    const from = knot.from === undefined ? undefined : knots[knot.from];
    if (knot.custody === 'inferred' && from) inferred.push(`M${from.x} ${from.y}H${knot.x}V${knot.y}`);
  });
  return { certain, inferred };
}

function drawDisc({ x, y }: Knot, radius: number): string {
  return `M${round(x - radius)} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`;
}

function drawLozenge({ x, y }: Knot): string {
  const r = lozengeRadius;
  return `M${x} ${round(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
}

type Block = { text: string; style: PlacedText['style']; size: number };

/** The words of a row in the order in which they are read. */
function listWords(row: RelayRow, frame: Frame) {
  const quiet = (text: string): Block => ({ text, style: 'quiet', size: frame.smallSize });
  const { number } = row;
  return {
    when: quiet(row.dateText || 'undated'),
    who: { text: row.publisher, style: 'strong', size: frame.headingSize } satisfies Block,
    speaker: [row.speaker && `Speaker: ${row.speaker}`].filter(Boolean).map(quiet),
    value: { text: number.label, style: 'numeral', size: frame.numeralSizes[1] - 8 } satisfies Block,
    what: [[number.object || number.unit, number.fate, number.place].filter(Boolean).join(', ')].map(quiet),
    custody: { text: custodyWords[row.custody], style: row.custody === 'kept' ? 'label' : 'strong', size: frame.labelSize } satisfies Block,
    // What differs is read before whom it repeats.
    details: [...row.changes, row.repeats].filter(Boolean).map(quiet),
  };
}

/** Writes blocks below one another from the baseline `y`; comes back with the lowest edge. */
function writeBlocks(blocks: Block[], x: number, y: number, width: number, texts: PlacedText[]): number {
  let baseline = y;
  blocks.forEach(({ text, style, size }, index) => {
    const face = style === 'numeral' ? 'serif' : style === 'strong' ? 'semibold' : 'regular';
    wrapText(text, width, size, face).forEach((line, at) => {
      if (index > 0 || at > 0) baseline += Math.round(size * (style === 'numeral' ? 1.15 : 1.35));
      texts.push({ text: line, x: round(x), y: round(baseline), size, style, anchor: 'start' });
    });
  });
  return baseline + 5;
}

/** Shares of the room beside the threads. */
const columnsAbreast = [
  { heading: 'Printed', share: 0.15 },
  { heading: 'In', share: 0.27 },
  { heading: 'As', share: 0.25 },
  { heading: 'What happened to the number', share: 0.33 },
];
const columnGap = 16;

function placeColumns(frame: Frame, left: number): { x: number; width: number }[] {
  const room = frame.width - left;
  let x = left;
  return columnsAbreast.map(({ share }, index) => {
    const column = { x, width: room * share - (index < columnsAbreast.length - 1 ? columnGap : 0) };
    x += room * share;
    return column;
  });
}

function layoutHeadings(frame: Frame, left: number, texts: PlacedText[]): number {
  placeColumns(frame, left).forEach(({ x }, index) => {
    const text = columnsAbreast[index]?.heading ?? '';
    texts.push({ text, x: round(x), y: 15, size: frame.smallSize, style: 'tick', anchor: 'start' });
  });
  return 26;
}

function layoutAbreast(row: RelayRow, frame: Frame, left: number, middle: number, texts: PlacedText[]): number {
  const words = listWords(row, frame);
  const blocks: Block[][] = [[words.when], [words.who, ...words.speaker], [words.value, ...words.what], [words.custody, ...words.details]];
  const bottoms = placeColumns(frame, left).map(({ x, width }, index) => {
    const own = blocks[index] ?? [];
    return writeBlocks(own, x, middle + (own[0]?.size ?? 0) * 0.34, width, texts);
  });
  return max(bottoms) ?? middle;
}

function layoutStacked(row: RelayRow, frame: Frame, left: number, middle: number, texts: PlacedText[]): number {
  const words = listWords(row, frame);
  const width = frame.width - left;
  const head = writeBlocks([words.when, words.who, ...words.speaker], left, middle + frame.smallSize * 0.34, width, texts);
  // Value and what it counts stand on one line where they fit.
  const baseline = head + words.value.size * 0.95;
  const [what] = words.what;
  const after = left + measureText(words.value.text, words.value.size, 'serif') + 8;
  const abreast = what !== undefined && after + measureText(what.text, what.size) <= frame.width;
  let bottom = writeBlocks(abreast ? [words.value] : [words.value, ...words.what], left, baseline, width, texts);
  if (abreast) writeBlocks([what], after, baseline, width, texts);
  bottom = writeBlocks([words.custody, ...words.details], left, bottom + frame.labelSize + 1, width, texts);
  return bottom;
}
