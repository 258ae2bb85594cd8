/**
 * A laid rope as line drawing: three strands of nine yarns, whipped, its end opened into loose
 * yarns.
 *
 * Strand s winds around the axis with radius A, yarn j around its strand with radius r, the other
 * way round. A point is drawn when the yarn faces the reader and no other strand is in front of it.
 * The two pitches are chosen so that shifting by a third of a strand's turn lays every strand
 * exactly on the next one: one tile of 64 px, repeated, is the whole rope. Curves are cubic Hermite
 * pieces with exact slopes, which d3's curves only approximate. Their coordinates are relative,
 * because that is shorter: the tile is in every page.
 *
 * Units are pixels at scale one; the axis is y = 0 and x runs along it. The stylesheet has the
 * colours.
 */
import { randomLcg } from 'd3';
import { requireFinite } from './drawing.ts';

/** Outer radius of the rope. */
export const ropeRadius = 46;
/** The drawing repeats after this length, except for the red yarn. */
export const ropeTileLength = 64;

const strands = 3;
const yarnsPerStrand = 9;
const strandOrbit = 0.38 * ropeRadius;
const strandRadius = 0.62 * ropeRadius;
const strandTurn = (2 * Math.PI) / (3 * ropeTileLength);
/** 22 ninths of a turn in each turn of the strand, the other way: close to 2π/78.5. */
const yarnTurn = (strandTurn * 22) / yarnsPerStrand;

type Curve = {
  y: (x: number) => number;
  slope: (x: number) => number;
  isSeen: (x: number) => boolean;
};
type Point = readonly [x: number, y: number];

const strandPhase = (strand: number, x: number) =>
  strandTurn * x + (2 * Math.PI * strand) / strands;

function isHidden(strand: number, x: number, y: number, z: number): boolean {
  for (let other = 0; other < strands; other++) {
    if (other === strand) continue;
    const above = y - strandOrbit * Math.sin(strandPhase(other, x));
    const room = strandRadius ** 2 - above ** 2;
    if (room > 0 && strandOrbit * Math.cos(strandPhase(other, x)) + Math.sqrt(room) > z)
      return true;
  }
  return false;
}

function yarnCurve(strand: number, yarn: number): Curve {
  const start = (2 * Math.PI * yarn) / yarnsPerStrand - strand * yarnTurn * ropeTileLength;
  const turn = (x: number) => start - yarnTurn * x;
  const y = (x: number) =>
    strandOrbit * Math.sin(strandPhase(strand, x)) + strandRadius * Math.sin(turn(x));
  return {
    y,
    slope: (x) =>
      strandOrbit * strandTurn * Math.cos(strandPhase(strand, x)) -
      strandRadius * yarnTurn * Math.cos(turn(x)),
    isSeen: (x) =>
      Math.cos(turn(x)) > 0.05 &&
      !isHidden(
        strand,
        x,
        y(x),
        strandOrbit * Math.cos(strandPhase(strand, x)) + strandRadius * Math.cos(turn(x)),
      ),
  };
}

function edgeCurve(strand: number, side: 1 | -1): Curve {
  const y = (x: number) => strandOrbit * Math.sin(strandPhase(strand, x)) + side * strandRadius;
  return {
    y,
    slope: (x) => strandOrbit * strandTurn * Math.cos(strandPhase(strand, x)),
    isSeen: (x) => !isHidden(strand, x, y(x), strandOrbit * Math.cos(strandPhase(strand, x))),
  };
}

/** Rounds to a tenth and writes the number as short as SVG allows. */
function write(...numbers: number[]): string {
  let out = '';
  for (const number of numbers) {
    const text = String(Math.round(requireFinite(number, 'a coordinate')) || 0).replace(
      /^(-?)0\./,
      '$1.',
    );
    out += out && !text.startsWith('-') ? ` ${text}` : text;
  }
  return out;
}

/** The visible parts of a curve that begin in [from, to), as path data. */
function tracePath(curve: Curve, from: number, to: number, longestStep: number): string {
  const step = 0.5;
  let path = '';
  for (let x = from - step; x < to; x += step) {
    if (curve.isSeen(x) || !curve.isSeen(x + step)) continue;
    const start = x + step;
    if (start >= to) break;
    let end = start;
    while (curve.isSeen(end + step) && end - start < 400) end += step;
    if (end - start < 2) continue;
    const pieces = Math.ceil((end - start) / longestStep);
    const third = (end - start) / pieces / 3;
    path += `M${write(start, curve.y(start))}c`;
    for (let piece = 0; piece < pieces; piece++) {
      const a = start + piece * third * 3;
      const b = a + third * 3;
      const rise = curve.y(b) - curve.y(a);
      const end = [2 * third, rise - third * curve.slope(b), 3 * third, rise];
      // A piece that continues the last one smoothly has a shorter form in SVG.
      if (piece === 0) path += write(third, third * curve.slope(a), ...end);
      else path += (piece === 1 ? 's' : ' ') + write(...end);
    }
  }
  return path;
}

type RopeTile = { yarns: string; edges: string };

let tile: RopeTile | undefined;

/**
 * Path data of one tile: every yarn, and the outlines of the strands. Repeat it every
 * `ropeTileLength`. It is always the same.
 */
export const traceRopeTile = (): RopeTile => (tile ??= traceTile());

function traceTile(): RopeTile {
  let yarns = '';
  let edges = '';
  for (let strand = 0; strand < strands; strand++) {
    for (let yarn = 0; yarn < yarnsPerStrand; yarn++)
      yarns += tracePath(yarnCurve(strand, yarn), 0, ropeTileLength, 40);
    for (const side of [1, -1] as const)
      edges += tracePath(edgeCurve(strand, side), 0, ropeTileLength, 64);
  }
  return { yarns, edges };
}

/** Path data of the visible parts of the red yarn between two places along the rope. */
export function traceRogueYarn(from: number, to: number): string {
  return tracePath(yarnCurve(0, 4), from, to, 40);
}

/**
 * Ten turns of twine over the end of the rope, from `x` on, and the outline of the area that they
 * cover.
 */
export function traceWhipping(x: number, width = 36): { turns: string; outline: string } {
  const half = ropeRadius + 1;
  const turns = Array.from(
    { length: 10 },
    (_, turn) => `M${write(x + (turn * width) / 9 - 1.5, -half)}q${write(5, half, 3, 2 * half)}`,
  );
  return {
    turns: turns.join(''),
    outline: `M${write(x - 1.5, -half)}q${write(5, half, 3, 2 * half)}h${write(width)}q${write(2, -half, -3, -2 * half)}z`,
  };
}

/**
 * Loose ends of yarns to the right of `x`, the longest about `reach` long; one path each, back to
 * front. The seed was chosen by eye.
 */
export function traceLooseYarns(x: number, count: number, reach: number, seed = 358_034): string[] {
  // Seeded, so that every build draws the same.
  const random = randomLcg(seed);
  return Array.from({ length: count }, (_, index) => {
    const height = (((index * 7) % count) / (count - 1)) * 2 - 1;
    const y = height * ropeRadius * 0.86;
    const length = reach * (0.3 + 0.7 * random() ** 1.3);
    const spread = height * length * 0.16 + (random() - 0.5) * length * 0.5;
    const sway = (random() - 0.5) * length * 0.5;
    return `M${write(x, y)}c${write(length * 0.32, -sway * 0.3, length * 0.6, spread * 0.5 + sway, length, spread)}`;
  });
}

/** Distances of the home page's drawing; the stylesheet's rows agree with them. */
export const homeRope = {
  firstRow: 231,
  rowPitch: 90,
  axis: 91,
  whippingStart: -353,
  whippingEnd: -317,
} as const;

/**
 * One yarn for each row of numbers, from the whipping to the row's middle at x = 0. y = 0 is the
 * axis.
 */
export function traceYarnsToRows(count: number): string[] {
  return Array.from({ length: count }, (_, row) => {
    const share = count > 1 ? row / (count - 1) : 0;
    const start: Point = [homeRope.whippingEnd, ropeRadius * (-0.5 + 1.35 * share)];
    const end = homeRope.firstRow - homeRope.axis + row * homeRope.rowPitch;
    return `M${write(...start)}C${write(-105 - 20 * share, start[1] - 12 + 26 * share, -125 - 70 * share, end, 0, end)}`;
  });
}

/**
 * Where the yarn of each row hangs to the left of the numbers on a narrow page. The yarn of the
 * first row is the nearest.
 */
export function hangingX(row: number): number {
  return 47 - 6.3 * row;
}

/** Yarns of a hanging rope whose axis is x = 27, from its whipping at `top` down to `bottom`. */
export function traceHangingYarns(count: number, top: number, bottom: number): string[] {
  return Array.from({ length: count }, (_, row) => {
    const x = 27 + 15 * (1 - (2 * row) / Math.max(1, count - 1));
    const drop = bottom - top;
    return `M${write(x, top)}C${write(x, top + drop * 0.5, hangingX(row), bottom - drop * 0.6, hangingX(row), bottom)}`;
  });
}
