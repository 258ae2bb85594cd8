/**
 * Reads charts back from what readers get: from the strokes and words of an SVG, from CSV and JSON,
 * without using the layout. Tests compare the result with the record.
 */
import { parse } from 'node-html-parser';
import { geoConicEqualArea } from 'd3';
import { laneNames } from '../../src/charts/timeline/table.ts';
import { parseNumberPhrase } from '../../src/evidence/number-phrase.ts';
import { readBoxes, readDiscs, readLevels, readPath, readUprights } from './read-path.ts';

export type Path = { kind: string; role: string; d: string; dash: number[] };
export type Text = { x: number; y: number; text: string; style: string; size: number; anchor: string };
/** One SVG of a drawing, as `print-drawing.ts` and the page's component print it. */
export type PrintedSvg = { width: number; height: number; paths: Path[]; texts: Text[] };

/** Reads the SVGs of a printed drawing, one for each part. */
export function readSvgs(svg: string): PrintedSvg[] {
  return parse(svg, { lowerCaseTagName: false })
    .querySelectorAll('svg')
    .map((svg) => ({
      width: Number(svg.getAttribute('width')),
      height: Number(svg.getAttribute('height')),
      paths: svg.querySelectorAll('path').map((path) => {
        const [kind = '', role = ''] = (path.getAttribute('class') ?? '').split(' ');
        return { kind: kind.replace(/^c-/, ''), role, d: path.getAttribute('d') ?? '', dash: (path.getAttribute('stroke-dasharray') ?? '').split(' ').filter(Boolean).map(Number) };
      }),
      texts: svg.querySelectorAll('text').map((text) => ({
        x: Number(text.getAttribute('x')), y: Number(text.getAttribute('y')), text: text.text, size: Number(text.getAttribute('font-size')),
        style: (text.getAttribute('class') ?? 'c-label').replace(/^c-/, ''), anchor: text.getAttribute('text-anchor') ?? 'start',
      })),
    }));
}

/** Reads texts and strokes of a downloaded file, in which roles are colours. */
export function readFile(svg: string): { texts: string[]; strokes: string[] } {
  const root = parse(svg, { lowerCaseTagName: false });
  return { texts: root.querySelectorAll('text').map((text) => text.text), strokes: root.querySelectorAll('path').map((path) => path.getAttribute('d') ?? '') };
}

/** Reads a label as a reader would: one value, or the two of a range, with hedge and sign. */
export function readLabel(label: string): { values: number[]; hedge: string | undefined; sign: string | undefined } {
  const { values = [], hedge, sign } = parseNumberPhrase(label) ?? {};
  return { values, hedge, sign };
}

/** Applies a reader of paths to all paths of a kind. */
const find = <T>(paths: Path[], kind: string, read: (d: string) => T[]): T[] => paths.filter((path) => path.kind === kind).flatMap(({ d }) => read(d));

/**
 * Reads the positions of the marks of a timeline in years, from the axis: 2005.93. Squares are
 * events on the ground, rings events of the record.
 */
export function readTimeline({ paths, texts }: PrintedSvg): { lane: 'ground' | 'record'; years: number }[] {
  const marks = [
    ...find(paths, 'square', readBoxes).map(({ left, top }) => ({ lane: 'ground' as const, x: left + 5, y: top + 5 })),
    ...find(paths, 'ring', readDiscs).map(({ x, y }) => ({ lane: 'record' as const, x, y })),
  ];
  const yearOf = ({ text }: Text) => (/^\d{4}$/.test(text) ? Number(text) : undefined);
  /** Rows of ticks: the years of the axis, or the months of one year. */
  const ticks = find(paths, 'axis', readUprights).map(({ x, from }) => ({ x, y: from }));
  const rows = new Map<number, number[]>();
  for (const { x, y } of ticks) {
    const key = [...rows.keys()].find((known) => Math.abs(known - y) <= 2) ?? y;
    rows.set(key, [...(rows.get(key) ?? []), x]);
  }
  const axes = [...rows].map(([y, xs]) => {
    const sorted = [...new Set(xs)].sort((a, b) => a - b);
    const [left = 0] = sorted;
    const right = sorted.at(-1) ?? 0;
    // A label of a year is within the width of the year, or to the left of the line of its months.
    const named = texts.flatMap((text) => {
      const year = yearOf(text);
      return year === undefined ? [] : [{ year, ...text }];
    });
    const months = named.find(({ x, y: at }) => x < left && Math.abs(at - y) < 14);
    if (months) return { y, left, right, from: months.year, to: months.year + 1 };
    const inside = named.filter(({ x }) => x >= left - 1 && x <= right).sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y));
    const row = inside.filter((text) => Math.abs(text.y - (inside[0]?.y ?? 0)) < 1);
    const [first] = row;
    if (!first) throw new Error('No year is named beside the axis.');
    const room = (right - left) / (sorted.length - 1);
    const before = Math.floor((first.x - left) / room);
    return { y, left, right, from: first.year - before, to: first.year - before + sorted.length - 1 };
  });
  const signs = texts.filter(({ text }) => Object.values(laneNames).includes(text));
  const isSign = ({ x, y }: { x: number; y: number }) => signs.some((name) => Math.abs(name.x - x - 13) < 2 && Math.abs(name.y - name.size * 0.34 - y) < 2.5);
  const lens = find(paths, 'lens', readBoxes)[0]?.bottom;
  return marks.filter((mark) => !isSign(mark)).flatMap(({ lane, x, y }) => {
    // The strip of all years ends at the lens; below the lens, the years are enlarged.
    const candidates = lens === undefined ? axes : axes.filter((axis) => axis.y < lens === y < lens);
    const axis = candidates.sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
    // On a phone, the signs beside the words are to the left of every axis.
    if (!axis || x < axis.left) return [];
    return [{ lane, years: axis.from + ((x - axis.left) / (axis.right - axis.left)) * (axis.to - axis.from) }];
  });
}

/**
 * Reads the places of the points of a map, in degrees. Two of them with names fix the projection,
 * so that the layout is not used.
 */
export function readMap({ paths, texts }: PrintedSvg, known: { name: string; latitude: number; longitude: number }[], middle: number): { latitude: number; longitude: number }[] {
  const points = find(paths, 'place', readPath).flatMap(({ points: [point] }) => point ?? []);
  // An equal-area conic projection with standard parallels 33 and 37, around the middle of what is
  // always on the map. Scale and position follow from two points.
  const raw = geoConicEqualArea().parallels([33, 37]).rotate([-middle, 0]).scale(1).translate([0, 0]);
  const projected = known.map((place) => ({ ...place, raw: raw([place.longitude, place.latitude]) ?? [0, 0] }));
  if (points.length < 2 || projected.length < 2) return [];
  // The westernmost and easternmost points are those of the places whose names are in the drawing.
  const drawn = projected.filter(({ name }) => texts.some(({ text }) => text === name));
  const west = drawn.reduce((a, b) => (b.raw[0] < a.raw[0] ? b : a));
  const east = drawn.reduce((a, b) => (b.raw[0] > a.raw[0] ? b : a));
  const [left, right] = [points.reduce((a, b) => (b.x < a.x ? b : a)), points.reduce((a, b) => (b.x > a.x ? b : a))];
  const scale = (right.x - left.x) / (east.raw[0] - west.raw[0]);
  return points.flatMap(({ x, y }) => {
    const [longitude = Number.NaN, latitude = Number.NaN] = raw.invert?.([west.raw[0] + (x - left.x) / scale, west.raw[1] + (y - left.y) / scale]) ?? [];
    return [{ latitude, longitude }];
  });
}

/** Reads the low and high values of the marks on an axis from its two outer labelled ticks. */
export function readRange({ paths, texts }: PrintedSvg): { low: number; high: number; y: number }[] {
  const ticks = texts.filter(({ style }) => style === 'tick').sort((a, b) => a.x - b.x);
  const axis = find(paths, 'axis', readUprights)[0]?.x;
  const grid = [...new Set(find(paths, 'grid', readUprights).map(({ x }) => x))].sort((a, b) => a - b);
  const isLog = axis === undefined;
  const lines = isLog ? grid : [axis, ...grid];
  const values = ticks.map(({ text }) => readLabel(text).values[0] ?? Number.NaN);
  const [x0 = 0, x1 = 1] = [lines[0], lines[values.length - 1]];
  const [v0 = 0, v1 = 1] = [values[0], values.at(-1)];
  const invert = (x: number) => {
    const share = (x - x0) / (x1 - x0);
    return isLog ? v0 * (v1 / v0) ** share : v0 + share * (v1 - v0);
  };
  // Hollow marks are smaller rings, drawn as strokes.
  const dots = [...find(paths, 'dot', readDiscs), ...find(paths, 'bar', readDiscs)];
  const rows = new Map<number, number[]>();
  for (const { x, y } of dots) rows.set(y, [...(rows.get(y) ?? []), x]);
  return [...rows].sort(([a], [b]) => a - b).map(([y, xs]) => ({ y, low: invert(Math.min(...xs)), high: invert(Math.max(...xs)) }));
}

export type ReadBar = { value: number; label: string; x: number; y: number };

/**
 * Reads bars along their strokes, in marks and parts of marks, with the words after each. Panels
 * say what one mark is worth.
 */
export function readPrintedBars({ paths, texts }: PrintedSvg): ReadBar[] {
  // A heading may have several lines.
  const quiet = texts.filter(({ style }) => style === 'quiet').sort((a, b) => a.y - b.y);
  const scales = [...new Set(quiet.map(({ x }) => x))].flatMap((x) => {
    const words = quiet.filter((text) => text.x === x).map(({ text }) => text).join(' ');
    return [...words.matchAll(/one mark is ([\d.,]+(?:\s(?:thousand|million|billion|trillion))?)/gu)].map(([, said = '']) => ({ x, mark: readLabel(said).values[0] ?? Number.NaN }));
  });
  const strokes = paths.filter(({ kind, role }) => (kind === 'bar' && role !== 'rest') || kind === 'edge');
  return strokes
    .flatMap(({ d, dash: [width = 0, gap = 0] }) =>
      readLevels(d).map(({ from: x, y, to: end }) => {
        const pitch = Math.round((width + gap) * 10) / 10;
        const whole = Math.floor((end - x + 0.06) / pitch);
        const rest = Math.min(1, Math.max(0, end - x - whole * pitch) / width);
        // The heading of a panel begins to the left of the bar; a single panel's heading may be
        // anywhere.
        const near = scales.length > 1 ? scales.filter((scale) => scale.x <= x + 1).sort((a, b) => b.x - a.x) : scales;
        const mark = near[0]?.mark ?? 1;
        const behind = texts.filter((text) => text.style === 'strong' && text.x > end - 1 && Math.abs(text.y - y - text.size * 0.34) < 1).sort((a, b) => a.x - b.x);
        return { x, y, value: mark * (whole + rest), label: behind[0]?.text ?? '' };
      }),
    )
    .sort((a, b) => a.y - b.y || a.x - b.x);
}
