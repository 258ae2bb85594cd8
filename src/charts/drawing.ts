/**
 * A drawing as a layout returns it: every coordinate is decided, nothing is left to the browser. It
 * has roles and kinds of line, but no colours; `styles/chart.css` gives them their look.
 */
import type { Role } from '../schema/chart.ts';
import type { ChartNumber } from './chart-number.ts';
import { measureText, type Face } from './text-width.ts';

/** What a chart is drawn for. Widths and text sizes are in the units of the drawing. */
export type Frame = {
  name: 'phone' | 'tablet' | 'desktop';
  width: number;
  /** Names and values beside marks. */
  labelSize: number;
  /** Ticks, captions, notes: the smallest text. */
  smallSize: number;
  /** Panel headings. */
  headingSize: number;
  /** Numbers typeset in the serif: [leading, secondary]. */
  numeralSizes: [number, number];
};

/**
 * Each keeps the smallest text at 12 px or more as displayed: the phone drawing at 280 px and
 * wider, the tablet's at 550 px, the desktop's at 780 px, below which the stylesheet does not show
 * them. The tablet's is used only on pages that are about the chart.
 */
export const frames: Record<Frame['name'], Frame> = {
  phone: {
    name: 'phone',
    width: 296,
    labelSize: 14,
    smallSize: 13.3,
    headingSize: 15.5,
    numeralSizes: [24, 22],
  },
  tablet: {
    name: 'tablet',
    width: 640,
    labelSize: 14.5,
    smallSize: 14,
    headingSize: 16,
    numeralSizes: [32, 26],
  },
  desktop: {
    name: 'desktop',
    width: 960,
    labelSize: 15.5,
    smallSize: 15,
    headingSize: 17.5,
    numeralSizes: [38, 30],
  },
};

/** region and water are the names of countries and rivers on a map. */
export type TextStyle = 'label' | 'strong' | 'quiet' | 'tick' | 'numeral' | 'region' | 'water';

export type PlacedText = {
  x: number;
  /** Of the baseline. */
  y: number;
  text: string;
  size: number;
  style: TextStyle;
  anchor: 'start' | 'middle' | 'end';
};

/**
 * grid, divider, axis and bracket are thin lines. bar is a thick line, cut by its dashes into one
 * mark a unit; edge is below it and shows as an outline. outline is the whole unit around a part.
 * block and empty are blocks of dots; dots are single dots, drawn as dashed lines too. dot is one
 * filled dot, or another filled shape.
 *
 * On a timeline square and ring are marks, stem and thread lead from a mark to its words, lens is
 * the part that is enlarged. In a relay and a route the thread runs from mark to mark: a ring where
 * it starts, a knot where a number or a thing was passed on; a dashed one is our inference or a way
 * that nobody could follow. On a map sea, land and focus are areas; border, river and leader are
 * lines, place is a point.
 */
export type PathKind =
  | (
      | 'grid'
      | 'divider'
      | 'axis'
      | 'bracket'
      | 'bar'
      | 'edge'
      | 'outline'
      | 'block'
      | 'empty'
      | 'dots'
      | 'dot'
    )
  | ('square' | 'ring' | 'knot' | 'stem' | 'thread' | 'lens')
  | ('sea' | 'land' | 'focus' | 'border' | 'river' | 'leader' | 'place');

export type PlacedPath = {
  kind: PathKind;
  role?: Role;
  d: string;
  /** Stroke width of bar, edge and dots. */
  thickness?: number;
  /** Lengths of dash and gap. */
  dash?: [number, number];
  /** Id of the pattern that fills it. */
  pattern?: string;
};

/**
 * A tile with one dot, on a ground in the colour of its role or, if dots are large, on bare paper.
 */
export type DotPattern = { id: string; role: Role; pitch: number; dot: number; bare: boolean };

/**
 * The target of a mark: one box, or several that belong together. `key` names what it draws: a
 * number's reference, an event or a place.
 */
export type Target = { key: string; boxes: Box[] };

/**
 * One SVG element. A phone shows the parts of a drawing below one another, a tablet side by side.
 */
export type DrawingPart = {
  /** Unique on the page: chart, frame and number. */
  id: string;
  width: number;
  height: number;
  patterns: DotPattern[];
  paths: PlacedPath[];
  texts: PlacedText[];
  /** In the order in which marks are read. */
  targets?: Target[];
};

export type Drawing = {
  frame: Frame['name'];
  parts: DrawingPart[];
  /** What could not be placed; empty for a drawing that may be published. */
  warnings: Misfit[];
};

/** Something in a table that a drawing cannot show. */
export type Misfit = {
  kind:
    | 'crowded'
    | 'mark-outside'
    | 'negative'
    | 'no-room'
    | 'not-drawable'
    | 'on-mark'
    | 'outside'
    | 'overlap'
    | 'sum'
    | 'too-high'
    | 'too-long';
  /** The words of the table that it is about. */
  words: readonly string[];
  message: string;
  /**
   * Missing if words must be shorter, because the drawing does not know which file they come from.
   */
  fix?: string;
};

/**
 * Why a table cannot be drawn at all, in a sentence for the editor. `words` are the words of the
 * table that it is about.
 */
export class NotDrawable extends Error {
  readonly words: readonly string[];

  constructor(message: string, words: readonly string[] = []) {
    super(message);
    this.words = words;
  }
}

/**
 * The value itself. Throws if it is not a finite number: drawn at zero, it would be a wrong mark
 * that nobody notices. `what` names it.
 */
export function requireFinite(value: number, what: string, words: readonly string[] = []): number {
  if (!Number.isFinite(value))
    throw new NotDrawable(`There is no place in a drawing for ${what}: it is ${value}.`, words);
  return value;
}

/** Throws if one of the numbers has a value that is not a finite number. */
export function requireFiniteNumbers(numbers: readonly (ChartNumber | undefined)[]): void {
  for (const number of numbers)
    for (const value of number?.range ?? [number?.value])
      if (value !== undefined)
        requireFinite(
          value,
          number?.ref ? `"${number.ref}"` : `a number (${number?.text ?? ''})`,
          number?.ref ? [number.ref] : [],
        );
}

/** The one place where coordinates are rounded: to a tenth of a unit. */
export function round(coordinate: number): number {
  return requireFinite(Math.round(coordinate * 10) / 10, 'a coordinate') || 0;
}

/**
 * The same drawing with its texts and targets on whole units. Nobody sees the tenths, and they make
 * up a tenth of its size.
 */
export function settleTexts(drawing: Drawing): Drawing {
  const settle = (text: PlacedText) => ({
    ...text,
    x: Math.round(requireFinite(text.x, `"${text.text}"`, [text.text])),
    y: Math.round(requireFinite(text.y, `"${text.text}"`, [text.text])),
  });
  const settleTarget = ({ key, boxes }: Target): Target => ({
    key,
    boxes: boxes.map(({ left, top, right, bottom }) => {
      const [x, y] = [Math.round(left), Math.round(top)];
      return {
        left: x,
        top: y,
        right: x + Math.max(1, Math.round(right - left)),
        bottom: y + Math.max(1, Math.round(bottom - top)),
      };
    }),
  });
  for (const { id, width, height, paths } of drawing.parts) {
    requireFinite(width * height, `the size of ${id}`);
    for (const { kind, d } of paths)
      if (/NaN|Infinity|undefined|\de[-+]?\d/.test(d))
        throw new NotDrawable(`A line of ${id} (${kind}) runs to no place: ${d}.`);
  }
  return {
    ...drawing,
    parts: drawing.parts.map((part) => ({
      ...part,
      texts: part.texts.map(settle),
      targets: part.targets?.map(settleTarget) ?? [],
    })),
  };
}

export type Box = { left: number; top: number; right: number; bottom: number };

export function getFace(style: TextStyle): Face {
  if (style === 'numeral' || style === 'region' || style === 'water') return 'serif';
  return style === 'strong' ? 'semibold' : 'regular';
}

/** A mark as a target: a box whose sides are `reach` away from its middle. */
export function aimAt(key: string, x: number, y: number, reach: number): Target {
  return {
    key,
    boxes: [
      {
        left: round(x - reach),
        top: round(y - reach),
        right: round(x + reach),
        bottom: round(y + reach),
      },
    ],
  };
}

/**
 * The room that a text takes, from its tallest letter to its lowest. `width` is that of the text,
 * if it is known.
 */
export function getBox(
  { x, y, text, size, style, anchor }: PlacedText,
  width = measureText(text, size, getFace(style)),
): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - size * 0.72, right: left + width, bottom: y + size * 0.2 };
}
