/**
 * The pen that every kind draws with: paths on d3's path, rounded to a tenth; texts; marks and
 * their targets.
 *
 * All strokes of one look are one path. Discs, boxes and lozenges are drawn in place with the
 * path's own commands, because d3's symbols are centred on the origin and sized by area.
 */
import { curveLinearClosed, curveStepAfter, line, link, pathRound, type Path } from 'd3';
import {
  getFace,
  round,
  type Box,
  type DotPattern,
  type Misfit,
  type DrawingPart,
  type PathKind,
  type PlacedPath,
  type PlacedText,
  type Target,
  type TextStyle,
} from './drawing.ts';
import { findMisplacedTexts } from './misplaced-texts.ts';
import { writeSteps } from './path-steps.ts';
import { measureText } from './text-width.ts';

/** What a path looks like. */
export type Look = Omit<PlacedPath, 'd'>;
export type Point = [x: number, y: number];

/** A d3 path can be used as a canvas, as its manual says, but its types do not allow it. */
const toCanvas = (path: Path) => path as unknown as CanvasRenderingContext2D;

export class Pen {
  readonly texts: PlacedText[] = [];
  readonly targets: Target[] = [];
  /** Marks, which no text may cover. */
  readonly marks: Box[] = [];
  readonly warnings: Misfit[] = [];
  readonly #id: string;
  readonly #width: number;
  readonly #size: number;
  readonly #paths = new Map<string, { look: Look; path: Path }>();
  readonly #patterns = new Map<string, DotPattern>();

  /** Begins a part of a drawing. `size` is the default size of its texts. */
  constructor(id: string, width: number, size: number) {
    this.#id = id;
    this.#width = width;
    this.#size = size;
  }

  /** The path with a certain look, to be drawn on like a canvas. */
  on(look: Look): Path {
    const key = JSON.stringify(look);
    const known = this.#paths.get(key) ?? { look, path: pathRound(1) };
    this.#paths.set(key, known);
    return known.path;
  }

  line(look: Look, ...points: Point[]): void {
    line<Point>().context(toCanvas(this.on(look)))(points);
  }

  polygon(look: Look, ...points: Point[]): void {
    line<Point>()
      .curve(curveLinearClosed)
      .context(toCanvas(this.on(look)))(points);
  }

  /** Draws a line across and then down, from one point to another. */
  link(look: Look, source: Point, target: Point): void {
    link(curveStepAfter).context(toCanvas(this.on(look)))({ source, target });
  }

  /** Corners are rounded to tenths, so that boxes with a common edge share its coordinate. */
  box(look: Look, { left, top, right, bottom }: Box): void {
    const [x, y] = [round(left), round(top)];
    this.on(look).rect(x, y, round(right) - x, round(bottom) - y);
  }

  disc(look: Look, x: number, y: number, radius: number): void {
    const path = this.on(look);
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    path.closePath();
  }

  lozenge(look: Look, x: number, y: number, reach: number): void {
    this.polygon(look, [x, y - reach], [x + reach, y], [x, y + reach], [x - reach, y]);
  }

  /** Writes a text at `x` and returns where it ends. */
  text(
    text: string,
    x: number,
    y: number,
    style: TextStyle = 'label',
    size = this.#size,
    anchor: PlacedText['anchor'] = 'start',
  ): number {
    this.texts.push({ text, x: round(x), y: round(y), size, style, anchor });
    return x + measureText(text, size, getFace(style));
  }

  /** Writes lines below one another from the baseline `y`. Returns the next baseline. */
  lines(
    lines: readonly string[],
    x: number,
    y: number,
    height: number,
    style: TextStyle = 'label',
    size = this.#size,
  ): number {
    lines.forEach((line, index) => this.text(line, x, y + index * height, style, size));
    return y + lines.length * height;
  }

  /** Adds the target of a mark: a box around its middle. */
  aim(key: string, x: number, y: number, reach: number): void {
    const [left, top, right, bottom] = [x - reach, y - reach, x + reach, y + reach].map(round) as [
      number,
      number,
      number,
      number,
    ];
    this.targets.push({ key, boxes: [{ left, top, right, bottom }] });
  }

  /** Adds the pattern of dots for a role. Returns its id. */
  pattern(pattern: Omit<DotPattern, 'id' | 'dot'>): string {
    const id = `${this.#id}-${pattern.role}`;
    this.#patterns.set(id, { id, ...pattern, dot: round(pattern.pitch * 0.7) });
    return id;
  }

  /** Returns everything that was drawn. `order` is the drawing order of the kinds of paths. */
  finish(height: number, order: readonly PathKind[] = []): DrawingPart {
    const drawn = [...this.#paths.values()].map(({ look, path }): PlacedPath => ({
      ...look,
      d: writeSteps(path.toString()),
    }));
    const part: DrawingPart = {
      id: this.#id,
      width: this.#width,
      height: Math.ceil(height),
      patterns: [...this.#patterns.values()],
      paths: drawn
        .filter(({ d }) => d !== '')
        .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
      texts: this.texts,
      targets: this.targets.map(({ key, boxes }) => ({ key, boxes: boxes.map(roundBox) })),
    };
    this.warnings.push(...findMisplacedTexts(part, this.marks));
    return part;
  }
}

function roundBox({ left, top, right, bottom }: Box): Box {
  return { left: round(left), top: round(top), right: round(right), bottom: round(bottom) };
}
