/** Reads path data back, in any notation: strokes, and the lines, boxes and discs among them. */

type Point = { x: number; y: number };
/** Points in order. `radius` is the radius of the stroke's arcs. */
export type Stroke = { points: Point[]; closed: boolean; radius?: number };

/** The number of values that each command takes. */
const sizes: Record<string, number> = { M: 2, L: 2, T: 2, H: 1, V: 1, Q: 4, S: 4, C: 6, A: 7, Z: 0 };

export function readPath(d: string): Stroke[] {
  const strokes: Stroke[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const name = command.toUpperCase();
    const size = sizes[name];
    if (size === undefined) throw new Error(`No path has the command ${command}: ${d}`);
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
    if (size === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % size) throw new Error(`${command}${rest} is cut short: ${d}`);
    if (name === 'Z') {
      const stroke = strokes.at(-1);
      if (stroke) stroke.closed = true;
      at = stroke?.points[0] ?? at;
    }
    for (let index = 0; index < numbers.length; index += size) {
      const own = numbers.slice(index, index + size);
      const from = command === name ? { x: 0, y: 0 } : at;
      const x = name === 'V' ? at.x : from.x + (own.at(name === 'H' ? -1 : -2) ?? Number.NaN);
      const y = name === 'H' ? at.y : from.y + (own.at(-1) ?? Number.NaN);
      // Rounds sums of steps, because binary fractions add small errors.
      at = { x: Math.round(x * 1000) / 1000, y: Math.round(y * 1000) / 1000 };
      if (name === 'M' && index === 0) strokes.push({ points: [at], closed: false });
      else strokes.at(-1)?.points.push(at);
      const stroke = strokes.at(-1);
      if (name === 'A' && stroke) stroke.radius = own[0] ?? Number.NaN;
    }
  }
  return strokes;
}

const isNear = (a: number, b: number) => Math.abs(a - b) < 0.051;
const pairs = ({ points, closed, radius }: Stroke) =>
  closed || radius !== undefined ? [] : points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));

/** Reads horizontal lines, each segment of a stroke separately. */
export function readLevels(d: string): { y: number; from: number; to: number }[] {
  return readPath(d).flatMap(pairs).flatMap(({ from, to }) => (isNear(from.y, to.y) && !isNear(from.x, to.x) ? [{ y: from.y, from: from.x, to: to.x }] : []));
}

/** Reads vertical lines, each segment of a stroke separately. */
export function readUprights(d: string): { x: number; from: number; to: number }[] {
  return readPath(d).flatMap(pairs).flatMap(({ from, to }) => (isNear(from.x, to.x) && !isNear(from.y, to.y) ? [{ x: from.x, from: from.y, to: to.y }] : []));
}

/** Reads closed boxes with horizontal and vertical sides. */
export function readBoxes(d: string): { left: number; top: number; right: number; bottom: number }[] {
  return readPath(d).flatMap(({ points, closed, radius }) => {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    const isCorner = ({ x, y }: Point) => [box.left, box.right].some((side) => isNear(side, x)) && [box.top, box.bottom].some((side) => isNear(side, y));
    return closed && radius === undefined && points.length === 4 && points.every(isCorner) ? [box] : [];
  });
}

/** Reads whole circles. */
export function readDiscs(d: string): { x: number; y: number; radius: number }[] {
  return readPath(d).flatMap(({ points, radius }) => {
    const xs = points.map(({ x }) => x);
    return radius === undefined ? [] : [{ x: (Math.min(...xs) + Math.max(...xs)) / 2, y: points[0]?.y ?? Number.NaN, radius }];
  });
}
