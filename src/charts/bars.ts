/**
 * Ranked bars of countable marks: one mark a unit, a part unit inside the outline of a whole one.
 *
 * Two measures stand in two panels: side by side on a desktop, one below the other on a phone. They share a scale
 * unless a measure says what one of its marks stands for; then each panel has its own, and says so.
 * Value and label are those of the record, so that bar and label cannot differ. Shares and counts only:
 * what is below zero cannot be drawn and is reported. Names stand before the bars; where those and the values leave
 * a phone no room for bars, they stand above them.
 */
import { max, scaleLinear, tickStep } from 'd3';
import { keyOf, type BarsGroup, type BarsRow, type BarsTable, type ChartNumber } from './chart-table.ts';
import {
  findMisplacedTexts,
  requireFiniteNumbers,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type Part,
  type PlacedPath,
  type PlacedText,
  type Target,
  type TextStyle,
} from './drawing.ts';
import { balanceText, measureText, wrapText } from './text-width.ts';

/** A bar as drawn, for whoever wants to compare it with the record. */
export type Bar = {
  ref: string;
  measure: number;
  row: string;
  /** In units. */ value: number;
  part: number;
  x: number;
  y: number;
  length: number;
  /** What one mark stands for. */
  mark: number;
};
export type BarsLayout = Drawing & {
  bars: Bar[];
  /** Width of one mark with its gap. */ pitch: number;
  /** What one mark stands for, in the first panel. */ mark: number;
};

/** More marks than this in a bar are not countable; a mark then stands for more than one. */
const mostMarks = 100;
/** Beside a second panel, and alone on a desktop. */
const widestPitch = 12;
const widestAlone = 20;
const narrowestPitch = 0.5;
/** Between two panels. */
const panelGap = 34;
/** From a value to the words behind its bracket. */
const bracketRoom = 26;
const widestGroupLabel = 136;
/** On a phone the names stand above the bars when the longest bar would be shorter than this. */
const shortestLongest = 84;
/** Between two ticks. */
const tickGap = 4;

type Metrics = {
  rowHeight: number;
  lineHeight: number;
  thickness: number;
  groupGap: number;
  /** Left edge of the panels, and the right edge of the names before them. */
  left: number;
  groupWidth: number;
  labelWidth: number;
  /** Names stand above their bars, not before them. */
  above: boolean;
};

/** The drawing of a table for one frame. */
export function layoutBars(table: BarsTable, frame: Frame): BarsLayout {
  const stacked = frame.name === 'phone';
  const warnings: Misfit[] = [];
  const numbers = table.groups.flatMap((group) => group.rows.flatMap((row) => row.numbers));
  requireFiniteNumbers(numbers);
  if (numbers.some((number) => (number?.value ?? 0) < 0)) warnings.push(belowZero);
  const marks = chooseMarks(table);
  const columns = table.measures.map((_, index) => planColumn(table, frame, marks[index] ?? 1, index));
  const beside = stacked ? columns.map((column) => [column]) : [columns];
  const most = max(columns, (column) => column.units) ?? 1;
  const widest = !stacked && columns.length === 1 ? widestAlone : widestPitch;
  const choosePitch = ({ left }: Metrics) => {
    const fits = (candidate: number) =>
      beside.every(
        (row) => row.reduce((sum, column) => sum + getPanelWidth(column, candidate), (row.length - 1) * panelGap) <= frame.width - left,
      );
    let pitch = widest;
    while (pitch >= narrowestPitch && !fits(pitch)) pitch = round(pitch - 0.1);
    return pitch;
  };
  let metrics = measure(table, frame);
  let pitch = choosePitch(metrics);
  // Few marks are short however wide they are.
  if (stacked && pitch < widestPitch && most * pitch < shortestLongest) {
    metrics = { ...metrics, left: 1, labelWidth: frame.width - 8, above: true };
    pitch = choosePitch(metrics);
  }
  if (pitch < narrowestPitch) warnings.push(describeCrowding(table));

  const bars: Bar[] = [];
  const context = {
    table,
    frame,
    metrics,
    marks,
    pitch: Math.max(pitch, narrowestPitch),
    bars,
    warnings,
    most,
  };
  const parts = stacked
    ? table.measures.map((_, index) =>
        layoutPart(context, index, [{ index, left: metrics.left, right: frame.width, ...getColumn(columns, index) }]),
      )
    : [layoutPart(context, 0, placePanels(columns, metrics.left, context.pitch, frame.width))];
  return { frame: frame.name, parts, warnings, bars, pitch: context.pitch, mark: marks[0] ?? 1 };
}

/** Which words leave the bars no room: the longest note, else the values. */
function describeCrowding({ groups }: BarsTable): Misfit {
  const [longest] = groups.flatMap(({ rows }) => rows.flatMap(({ note }) => note || [])).sort((a, b) => b.length - a.length);
  if (longest !== undefined) return { kind: 'crowded', words: [longest], message: `The note "${longest}" leaves the bars no room.` };
  return { kind: 'crowded', words: [], message: 'The values leave the bars no room.', fix: 'Draw a chart of the kind range.' };
}

function hasOwnScales({ measures }: BarsTable): boolean {
  return measures.some((measure) => measure.mark !== undefined);
}

/** What a mark must stand for at least, so that those of a bar up to `top` can be counted. */
export function chooseMark(top: number): number {
  return top > mostMarks ? tickStep(0, top, mostMarks) : 1;
}

/** What one mark stands for in each panel: as given, or as few things as leave the marks countable. */
function chooseMarks(table: BarsTable): number[] {
  const tops = table.measures.map((_, index) => max(numbersOf(table, index), (number) => number.value) ?? 0);
  const common = chooseMark(max(tops) ?? 0);
  return table.measures.map(({ mark }, index) => mark ?? (hasOwnScales(table) ? chooseMark(tops[index] ?? 0) : common));
}

type Column = {
  /** Marks of the longest bar, and the room for the value behind it. */
  units: number;
  room: number;
  /** Marks of the longest bar beside each bracket or note, and the room for what stands behind that bar. */
  asides: { units: number; room: number }[];
};

function planColumn(table: BarsTable, frame: Frame, mark: number, index: number): Column {
  const count = (numbers: ChartNumber[]) => Math.max(1, Math.ceil((max(numbers, getDrawnValue) ?? 0) / mark));
  const valueRoom = (numbers: ChartNumber[]) =>
    12 + (max(numbers, (number) => measureText(number.label, frame.labelSize, 'semibold')) ?? 0);
  const all = numbersOf(table, index);
  const brackets = table.groups.flatMap(({ bracket, rows }) => {
    if (bracket?.measure !== index) return [];
    const numbers = rows.flatMap((row) => row.numbers[index] ?? []);
    const words = bracket.label.split(' ').map((word) => measureText(word, frame.smallSize));
    const width = Math.max(measureText(bracket.number.label, frame.numeralSizes[1], 'serif'), max(words) ?? 0, 84);
    return [{ units: count(numbers), room: valueRoom(numbers) + bracketRoom + width }];
  });
  const notes = table.groups.flatMap(({ rows }) =>
    rows.flatMap(({ note, numbers }) => {
      const number = numbers[index];
      if (!note || !number || numbers.findIndex(Boolean) !== index) return [];
      return [{ units: count([number]), room: valueRoom([number]) + 10 + measureText(note, frame.smallSize) }];
    }),
  );
  return { units: count(all), room: valueRoom(all), asides: [...brackets, ...notes] };
}

function getPanelWidth({ units, room, asides }: Column, pitch: number): number {
  return Math.max(units * pitch + room, ...asides.map((aside) => aside.units * pitch + aside.room));
}

type Panel = Column & { index: number; left: number; right: number };

function getColumn(columns: Column[], index: number): Column {
  return columns[index] ?? { units: 1, room: 0, asides: [] };
}

function placePanels(columns: Column[], left: number, pitch: number, width: number): Panel[] {
  let x = left;
  return columns.map((column, index) => {
    const last = index === columns.length - 1;
    const right = last ? width : x + getPanelWidth(column, pitch);
    const panel = { ...column, index, left: round(x), right: round(right) };
    x = right + panelGap;
    return panel;
  });
}

function numbersOf(table: BarsTable, index: number): ChartNumber[] {
  return table.groups.flatMap((group) => group.rows.flatMap((row) => row.numbers[index] ?? []));
}

/** The value; zero where only words were printed. */
function getDrawnValue(number: ChartNumber): number {
  return Math.max(0, number.value ?? 0);
}

function measure(table: BarsTable, frame: Frame): Metrics {
  const stacked = frame.name === 'phone';
  const rows = table.groups.flatMap((group) => group.rows);
  const widestLabel = Math.round(frame.width * (stacked ? 0.4 : 0.2));
  const labelLines = rows.flatMap((row) =>
    wrapText(row.label, widestLabel, frame.labelSize, getLabelFace(row)).map((line) =>
      measureText(line, frame.labelSize, getLabelFace(row)),
    ),
  );
  const labelWidth = Math.ceil(max(labelLines) ?? 0);
  const groupLines = stacked
    ? []
    : table.groups.flatMap((group) =>
        balanceText(group.label, widestGroupLabel, frame.smallSize).map((line) => measureText(line, frame.smallSize)),
      );
  const groupWidth = groupLines.length ? Math.ceil((max(groupLines) ?? 0) + 20) : 0;
  return {
    rowHeight: stacked ? 21 : 25,
    lineHeight: Math.round(frame.smallSize * 1.2),
    thickness: stacked ? 13 : 16,
    groupGap: stacked ? 8 : 9,
    groupWidth,
    labelWidth,
    left: groupWidth + labelWidth + 10,
    above: false,
  };
}

function getLabelFace(row: BarsRow) {
  return row.role === 'highlight' ? ('semibold' as const) : ('regular' as const);
}

type Context = {
  table: BarsTable;
  frame: Frame;
  metrics: Metrics;
  marks: number[];
  pitch: number;
  bars: Bar[];
  warnings: Misfit[];
  most: number;
};

function layoutPart(context: Context, number: number, panels: Panel[]): Part {
  const { table, frame, metrics, pitch, warnings } = context;
  const texts: PlacedText[] = [];
  const marks: Box[] = [];
  const targets: Target[] = [];
  const add = (text: string, x: number, y: number, style: TextStyle, anchor: PlacedText['anchor'] = 'start', size = frame.labelSize) => {
    texts.push({ text, x: round(x), y: round(y), style, anchor, size });
  };

  // Headings: the measure, what it is a share of, and the ticks.
  const headings = panels.map((panel) => layoutHeading(context, panel));
  const headingBottom = max(headings, (heading) => heading.bottom) ?? 0;
  for (const heading of headings) texts.push(...heading.texts);
  const tickY = headingBottom + frame.smallSize * 0.8 + 8;
  const rowsTop = tickY + 8;

  const slots = placeRows(context, rowsTop);
  const bottom = (slots.at(-1)?.bottom ?? rowsTop) + 4;

  const gap = pitch - getMarkWidth(pitch);
  const lines = new Map<string, PlacedPath>();
  const draw = (path: Omit<PlacedPath, 'd'>, d: string) => {
    const key = `${path.kind} ${path.role ?? ''}`;
    const known = lines.get(key);
    if (known) known.d += d;
    else lines.set(key, { ...path, d });
  };

  // Lines of the grid do not cross names above the bars.
  const stretches = metrics.above
    ? slots.map((slot) => ({ from: slot.middle - metrics.rowHeight / 2, to: slot.middle + metrics.rowHeight / 2 }))
    : [{ from: tickY + 5, to: bottom }];
  for (const panel of panels) {
    const mark = context.marks[panel.index] ?? 1;
    const step = chooseTickStep(context, panel, mark);
    const scale = scaleLinear()
      .domain([0, panel.units])
      .range([panel.left, panel.left + panel.units * pitch]);
    for (let tick = 0; tick <= panel.units + 1e-9; tick += step) {
      const x = round(scale(tick));
      if (tick > 0) for (const { from, to } of stretches) draw({ kind: 'grid' }, `M${x} ${round(from)}V${round(to)}`);
      add(table.say(toTick(tick * mark)), x, tickY, 'tick', tick === 0 && x < 8 ? 'start' : 'middle', frame.smallSize);
    }
    // On a phone the group's label stands where the axis would run: the axis pauses there.
    const [first, ...labelled] = slots.filter(
      (slot, index) => index === 0 || (slot.firstOfGroup && frame.name === 'phone' && slot.group.label),
    );
    const starts = [first?.group.label && frame.name === 'phone' ? first.top : tickY + 5, ...labelled.map((slot) => slot.top - 2)];
    starts.forEach((start, index) =>
      draw({ kind: 'axis' }, `M${panel.left} ${round(start)}V${round(labelled[index]?.groupTop ?? bottom)}`),
    );
  }

  for (const [index, slot] of slots.entries()) {
    if (index > 0 && slot.firstOfGroup) draw({ kind: 'divider' }, `M0 ${round(slot.groupTop)}H${frame.width}`);
    if (slot.firstOfGroup) {
      const groupLines =
        frame.name === 'phone' ? [slot.group.label].filter(Boolean) : balanceText(slot.group.label, widestGroupLabel, frame.smallSize);
      const y =
        frame.name === 'phone'
          ? slot.groupTop + metrics.groupGap + frame.smallSize * 0.8
          : slot.top + metrics.rowHeight / 2 + frame.smallSize * 0.34;
      groupLines.forEach((line, lineIndex) => add(line, 0, y + lineIndex * metrics.lineHeight, 'tick', 'start', frame.smallSize));
    }
    const labelLines = wrapText(slot.row.label, metrics.labelWidth + 0.5, frame.labelSize, getLabelFace(slot.row));
    const firstLine = metrics.above
      ? slot.top + frame.labelSize
      : slot.middle + frame.labelSize * 0.34 - ((labelLines.length - 1) * (metrics.lineHeight + 1)) / 2;
    const [x, anchor] = metrics.above ? ([metrics.left + 6, 'start'] as const) : ([metrics.left - 10, 'end'] as const);
    labelLines.forEach((line, lineIndex) => {
      add(line, x, firstLine + lineIndex * (metrics.lineHeight + 1), getLabelFace(slot.row) === 'semibold' ? 'strong' : 'label', anchor);
    });
    for (const panel of panels) slot.ends[panel.index] = layoutBar(context, number, panel, slot, gap, draw, add, marks, targets);
  }

  for (const group of table.groups) {
    const own = slots.filter((slot) => slot.group === group);
    const panel = panels.find((candidate) => candidate.index === group.bracket?.measure);
    if (group.bracket && panel) layoutBracket(context, panel, own, group.bracket, draw, add, targets);
  }

  const order: PlacedPath['kind'][] = ['grid', 'divider', 'edge', 'bar', 'outline', 'axis', 'bracket'];
  const paths = [...lines.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const part: Part = {
    id: `${table.id}-${frame.name}-${number + 1}`,
    width: frame.width,
    height: Math.ceil(bottom),
    patterns: [],
    paths,
    texts,
    targets,
  };
  warnings.push(...findMisplacedTexts(part, marks));
  return part;
}

type Slot = {
  group: BarsGroup;
  row: BarsRow;
  firstOfGroup: boolean;
  groupTop: number;
  top: number;
  bottom: number;
  /** Of the bar. */ middle: number;
  /** Right edge of what stands in the row, by measure. */ ends: number[];
};

function placeRows({ table, frame, metrics }: Context, from: number): Slot[] {
  const slots: Slot[] = [];
  let y = from;
  for (const group of table.groups) {
    const groupTop = y;
    y += metrics.groupGap;
    if (frame.name === 'phone' && group.label) y += frame.smallSize * 1.35;
    const firstTop = y;
    for (const [index, row] of group.rows.entries()) {
      const lines = wrapText(row.label, metrics.labelWidth + 0.5, frame.labelSize, getLabelFace(row)).length;
      const labelHeight = (metrics.above ? lines : lines - 1) * (metrics.lineHeight + 1);
      const bottom = y + metrics.rowHeight + labelHeight;
      const middle = metrics.above ? bottom - metrics.rowHeight / 2 : (y + bottom) / 2;
      slots.push({ group, row, firstOfGroup: index === 0, groupTop, top: y, bottom, middle, ends: [] });
      y = metrics.above ? bottom + 4 : bottom;
    }
    const groupLines = frame.name === 'phone' ? 0 : balanceText(group.label, widestGroupLabel, frame.smallSize).length;
    y = Math.max(y, firstTop + groupLines * metrics.lineHeight + 8) + metrics.groupGap;
  }
  return slots;
}

/** In marks: as many ticks as stand beside one another. */
function chooseTickStep({ table, frame, pitch, most }: Context, panel: Panel, mark: number): number {
  const isOwn = hasOwnScales(table);
  for (let count = 4; count > 0; count -= 1) {
    const step = isOwn ? tickStep(0, panel.units * mark, count) / mark : Math.max(1, tickStep(0, most, count));
    const widths = Array.from({ length: Math.floor(panel.units / step) + 1 }, (_, index) =>
      measureText(table.say(toTick(index * step * mark)), frame.smallSize),
    );
    if (widths.slice(1).every((width, index) => step * pitch >= (width + (widths[index] ?? 0)) / 2 + tickGap)) return step;
  }
  return Infinity;
}

function getMarkWidth(pitch: number): number {
  return Math.max(0.3, round(pitch * 0.8));
}

function layoutHeading({ table, frame, marks }: Context, panel: Panel): { texts: PlacedText[]; bottom: number } {
  const { label, unit } = table.measures[panel.index] ?? { label: '', unit: '' };
  const mark = marks[panel.index] ?? 1;
  const words = mark === 1 ? unit : `${unit}; one mark is ${table.say(mark)}`;
  const left = frame.name === 'phone' ? 0 : panel.left;
  const width = frame.name === 'phone' ? frame.width : panel.right - left;
  const put = (text: string, x: number, y: number, style: 'strong' | 'quiet'): PlacedText => {
    return { text, x: round(x), y: round(y), size: style === 'strong' ? frame.headingSize : frame.smallSize, style, anchor: 'start' };
  };
  const names = wrapText(label, width, frame.headingSize, 'semibold');
  const first = frame.headingSize * 0.8 + 2;
  const headings = names.map((line, index) => put(line, left, first + index * Math.round(frame.headingSize * 1.25), 'strong'));
  const y = first + (names.length - 1) * Math.round(frame.headingSize * 1.25);
  const after = left + measureText(names.at(-1) ?? '', frame.headingSize, 'semibold') + 8;
  if (frame.name === 'phone' && after + measureText(words, frame.smallSize) <= frame.width)
    return { texts: [...headings, put(words, after, y, 'quiet')], bottom: y + 4 };
  const lineHeight = Math.round(frame.smallSize * 1.25);
  const lines = wrapText(words, width, frame.smallSize);
  return {
    texts: [...headings, ...lines.map((line, index) => put(line, left, y + (index + 1) * lineHeight + 2, 'quiet'))],
    bottom: y + lines.length * lineHeight + 6,
  };
}

type Draw = (path: Omit<PlacedPath, 'd'>, d: string) => void;
type Add = (text: string, x: number, y: number, style: TextStyle, anchor?: PlacedText['anchor'], size?: number) => void;

/** Draws one bar with its value; comes back with the right edge of what it wrote. */
function layoutBar(
  context: Context,
  part: number,
  panel: Panel,
  slot: Slot,
  gap: number,
  draw: Draw,
  add: Add,
  marks: Box[],
  targets: Target[],
): number {
  const { frame, metrics, pitch, bars } = context;
  const { middle } = slot;
  const mark = context.marks[panel.index] ?? 1;
  const number = slot.row.numbers[panel.index];
  const baseline = middle + frame.labelSize * 0.34;
  if (!number) {
    add('–', panel.left + 6, baseline, 'quiet');
    return panel.left + 16;
  }
  const value = getDrawnValue(number);
  const units = value / mark;
  const markWidth = getMarkWidth(pitch);
  const whole = Math.floor(units + 1e-9);
  const rest = units - whole < 1e-9 ? 0 : units - whole;
  const x = round(panel.left + gap / 2);
  const length = value === 0 ? 0 : Math.max(whole * pitch - (rest ? 0 : gap) + rest * markWidth, 0.3);
  const { role } = slot.row;
  const [top, y] = [middle - metrics.thickness / 2, round(middle)];
  let end = panel.left;
  if (length > 0) {
    const line = (from: number) => `M${round(from)} ${y}H${round(x + length)}`;
    if (role === 'rest') {
      draw({ kind: 'edge', role, thickness: metrics.thickness, dash: [markWidth, round(gap)] }, line(x));
      const inset = Math.min(0.7, markWidth / 4);
      if (length > 2 * inset)
        draw(
          { kind: 'bar', role, thickness: metrics.thickness - 1.4, dash: [round(markWidth - 2 * inset), round(gap + 2 * inset)] },
          `M${round(x + inset)} ${y}H${round(x + length - inset)}`,
        );
    } else {
      draw({ kind: 'bar', role, thickness: metrics.thickness, dash: [markWidth, round(gap)] }, line(x));
    }
    if (rest) {
      const left = round(x + whole * pitch + 0.4);
      draw(
        { kind: 'outline', role },
        `M${left} ${round(top + 0.4)}h${round(markWidth - 0.8)}v${round(metrics.thickness - 0.8)}h${round(0.8 - markWidth)}z`,
      );
    }
    end = x + (whole + (rest ? 1 : 0)) * pitch - gap;
    bars.push({ ref: number.ref, measure: panel.index, row: slot.row.label, value, part, x, y, length, mark });
    marks.push({ left: x, top, right: end, bottom: top + metrics.thickness });
  }
  add(number.label, end + 7, baseline, 'strong');
  let right = end + 7 + measureText(number.label, frame.labelSize, 'semibold');
  const half = metrics.rowHeight / 2;
  targets.push({
    key: keyOf(number, slot.row.label, context.table.measures[panel.index]?.id ?? ''),
    boxes: [{ left: panel.left, top: round(middle - half), right: round(right), bottom: round(middle + half) }],
  });
  if (slot.row.note && slot.row.numbers.findIndex(Boolean) === panel.index) {
    add(slot.row.note, right + 10, baseline, 'quiet', 'start', frame.smallSize);
    right += 10 + measureText(slot.row.note, frame.smallSize);
    if (right > panel.right)
      context.warnings.push({ kind: 'too-long', words: [slot.row.note], message: `The note "${slot.row.note}" is too long.` });
  }
  return right;
}

function layoutBracket(
  context: Context,
  panel: Panel,
  slots: Slot[],
  bracket: NonNullable<BarsGroup['bracket']>,
  draw: Draw,
  add: Add,
  targets: Target[],
): void {
  const { frame } = context;
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return;
  const x = round((max(slots, (slot) => slot.ends[panel.index]) ?? panel.left) + 16);
  const [top, bottom] = [first.top + 3, last.bottom - 3];
  draw({ kind: 'bracket' }, `M${round(x - 5)} ${round(top)}H${x}V${round(bottom)}H${round(x - 5)}`);
  const size = frame.numeralSizes[1];
  const lineHeight = Math.round(frame.smallSize * 1.2);
  const room = panel.right - x - 9;
  const lines = balanceText(bracket.label, Math.min(room, 150), frame.smallSize);
  const height = size * 0.72 + lines.length * lineHeight + 2;
  const y = (top + bottom) / 2 - height / 2 + size * 0.72;
  add(bracket.number.label, x + 9, y, 'numeral', 'start', size);
  lines.forEach((line, index) => add(line, x + 9, y + (index + 1) * lineHeight + 2, 'quiet', 'start', frame.smallSize));
  const wide = measureText(bracket.number.label, size, 'serif');
  targets.push({
    key: keyOf(bracket.number, '', ''),
    boxes: [{ left: round(x - 5), top: round(y - size * 0.76), right: round(x + 9 + wide), bottom: round(y + size * 0.1) }],
  });
  if (height > bottom - top + 12)
    context.warnings.push({
      kind: 'too-high',
      words: [bracket.label],
      message: `The words "${bracket.label}" are higher than the rows of their bracket.`,
      fix: 'Shorten them.',
    });
}

/** A tick without what binary fractions add to it: 0.3, not 0.30000000000000004. */
const toTick = (value: number) => Number(value.toPrecision(12));

const belowZero: Misfit = {
  kind: 'negative',
  words: [],
  message: 'A value below zero cannot be drawn as marks.',
  fix: 'Leave the row out.',
};
