/**
 * A map of named points in Iraq and Syria: where places lie, not who held them.
 *
 * An equal-area conic projection, fitted to the places in and around the two countries and clipped to its frame.
 * Every place inside the frame gets a point and its name; countries and rivers are named where room is left.
 */
import type { MapPlace } from './chart-table.ts';
import { geoConicEqualArea, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3';
import {
  aimAt,
  findMisplacedTexts,
  frames,
  getBox,
  requireFinite,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type Part,
  type PathKind,
  type PlacedPath,
  type PlacedText,
  type TextStyle,
} from './drawing.ts';
import { placeLabels, touch, type Candidate } from './place-labels.ts';
import { balanceText, measureText } from './text-width.ts';

/** Shapes in degrees. */
export type Geography = {
  land: GeoPermissibleObjects;
  /** The countries that the map is about, together. */
  focus: GeoPermissibleObjects;
  /** Lines between countries. */
  borders: GeoPermissibleObjects;
  countries: { name: string; shape: GeoPermissibleObjects }[];
  rivers: { name: string; shape: GeoPermissibleObjects }[];
};

export type PlacedPoint = { id: string; x: number; y: number };
export type MapLayout = Drawing & {
  points: PlacedPoint[];
  /** Ids of the places that lie outside the frame. */
  outside: string[];
};

type Point = [number, number];

/** What always lies inside, in degrees east and north: the country between Aleppo and Baghdad. */
const core: Point[] = [
  [37, 33.2],
  [44.6, 33.2],
  [37, 37],
  [44.6, 37],
];
/** Places within these bounds widen the map; those beyond them stay outside. */
const bounds = { west: 35.5, east: 48.7, south: 29, north: 38 };
/** Height of the frame, and its room around the outermost places, as shares of its width. */
const shapes: Record<Frame['name'], { height: number; sides: number; ends: number; tolerance: number; point: number }> = {
  phone: { height: 0.96, sides: 0.1, ends: 0.14, tolerance: 1.2, point: 7 },
  desktop: { height: 0.64, sides: 0.13, ends: 0.09, tolerance: 1.5, point: 9 },
};
const kilometresPerDegree = 111.195;

export function createProjection(places: Pick<MapPlace, 'latitude' | 'longitude'>[], frame: Frame): GeoProjection {
  const { height, sides, ends } = shapes[frame.name];
  const [width, tall] = [frame.width, Math.round(frame.width * height)];
  const near = places.filter(
    ({ latitude, longitude }) =>
      longitude >= bounds.west && longitude <= bounds.east && latitude >= bounds.south && latitude <= bounds.north,
  );
  const coordinates = [...core, ...near.map(({ latitude, longitude }): Point => [longitude, latitude])];
  return geoConicEqualArea()
    .parallels([33, 37])
    .rotate([-41, 0])
    .fitExtent(
      [
        [width * sides, width * ends],
        [width * (1 - sides), tall - width * ends],
      ],
      { type: 'MultiPoint', coordinates },
    )
    .clipExtent([
      [0, 0],
      [width, tall],
    ]);
}

/** Collects what d3 draws: lines of points. */
class Collector {
  readonly lines: { points: Point[]; closed: boolean }[] = [];
  beginPath(): void {
    // One path is collected throughout.
  }
  arc(): void {
    // Points are drawn by us.
  }
  moveTo(x: number, y: number): void {
    this.lines.push({ points: [[x, y]], closed: false });
  }
  lineTo(x: number, y: number): void {
    this.lines.at(-1)?.points.push([x, y]);
  }
  closePath(): void {
    const last = this.lines.at(-1);
    if (last) last.closed = true;
  }
}

function project(projection: GeoProjection, shape: GeoPermissibleObjects): Collector['lines'] {
  const collector = new Collector();
  geoPath(projection, collector)(shape);
  return collector.lines;
}

/** A path in steps of tenths, without the points that lie closer together than `tolerance`. */
function toPath(lines: Collector['lines'], tolerance: number): string {
  let d = '';
  for (const { points, closed } of lines) {
    const kept: Point[] = [];
    points.forEach((point, index) => {
      const last = kept.at(-1);
      const isEnd = index === points.length - 1;
      if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < tolerance) {
        if (!isEnd || kept.length < 2) return;
        kept.pop();
      }
      kept.push(point);
    });
    if (kept.length < (closed ? 3 : 2)) continue;
    let [x, y] = [0, 0];
    kept.forEach((point, index) => {
      const [nextX, nextY] = point.map((coordinate) => Math.round(requireFinite(coordinate, 'a coordinate') * 2)) as Point;
      const [dx, dy] = [(nextX - x) / 2, (nextY - y) / 2];
      if (index === 0) d += `M${dx} ${dy}l`;
      else if (dx || dy) d += `${/l$/.test(d) ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
      [x, y] = [nextX, nextY];
    });
    if (closed) d += 'z';
  }
  return d.replaceAll(/(^|[ l-])0\./g, '$1.').replaceAll(' -', '-');
}

/** Undefined outside the frame; a projection may have no point for a place. */
function locate({ longitude, latitude }: Pick<MapPlace, 'latitude' | 'longitude'>, projection: GeoProjection, frame: Frame) {
  const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
  const isInside = x >= 0 && y >= 0 && x <= frame.width && y <= Math.round(frame.width * shapes[frame.name].height);
  return isInside ? ([x, y] satisfies Point) : undefined;
}

/** Ids of the places that the map of all these leaves outside. */
export function findOutside(places: Pick<MapPlace, 'id' | 'latitude' | 'longitude'>[], frame: Frame): string[] {
  const projection = createProjection(places, frame);
  return places.filter((place) => !locate(place, projection, frame)).map((place) => place.id);
}

export function layoutMap(id: string, places: MapPlace[], geography: Geography, frame: Frame): MapLayout {
  const { height: share, tolerance, point: pointSize } = shapes[frame.name];
  const [width, height] = [frame.width, Math.round(frame.width * share)];
  const projection = createProjection(places, frame);
  const warnings: Misfit[] = [];
  const texts: PlacedText[] = [];
  const points: (PlacedPoint & { place: MapPlace })[] = [];
  const outside: string[] = [];
  for (const place of places) {
    requireFinite(place.latitude, `the latitude of ${place.id}`);
    requireFinite(place.longitude, `the longitude of ${place.id}`);
    const point = locate(place, projection, frame);
    if (point) points.push({ id: place.id, x: round(point[0]), y: round(point[1]), place });
    else outside.push(place.id);
  }

  const rivers = geography.rivers.map(({ name, shape }) => ({ name, lines: project(projection, shape) }));
  const water = rivers.flatMap(({ lines }) => lines.flatMap(({ points: line }) => densify(line)));
  const borders = project(projection, geography.borders);
  const scale = placeScale(projection, frame, height);
  const half = pointSize / 2;
  const dots = points.map(({ x, y }): Box => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }));
  const inside = { left: 5, top: 5, right: width - 5, bottom: height - 5 };
  const fixed = [...dots, scale.box];
  const isFree = (box: Box, taken: Box[], room: number) =>
    box.left >= inside.left &&
    box.right <= inside.right &&
    box.top >= inside.top &&
    box.bottom <= inside.bottom &&
    !taken.some((other) => touch(box, other, room));
  const countWater = createCounter(water);
  const countBorder = createCounter(borders.flatMap(({ points: line }) => densify(line)));

  // Places: close to the point if possible, else further off with a line that leads there.
  const labels = points.map(({ x, y, place }, index) =>
    listBlocks(place, frame).flatMap(({ block, cost }) =>
      listPositions(x, y, half, block, frame).flatMap((position): (Candidate & { position: Position; block: Block })[] => {
        if (!isFree(position.box, fixed, 2)) return [];
        const leader =
          position.leader && densify(position.leader).map(([px, py]) => ({ left: px - 1, right: px + 1, top: py - 1, bottom: py + 1 }));
        if (leader && dots.some((dot, at) => at !== index && touchesAny(dot, leader, 2))) return [];
        // A name nearer to another point would be read as that one's.
        const near = Math.min(measureGap(position.box, x, y), 12) + pointSize;
        const astray = points.filter((other, at) => at !== index && isNearer(position.box, other.x, other.y, near)).length;
        const crossing = astray * 40 + countWater(position.box) * 0.4 + countBorder(position.box) * 0.15;
        return [{ cost: cost + position.cost + crossing, boxes: [position.box], lines: leader ?? [], position, block }];
      }),
    ),
  );
  const capped = labels.map((candidates) => [...candidates].sort((a, b) => a.cost - b.cost).slice(0, 500));
  const chosen = placeLabels(capped, 3);
  const taken = [...fixed];
  const leaders: string[] = [];
  points.forEach(({ place }, index) => {
    const candidate = capped[index]?.[chosen[index] ?? -1];
    if (!candidate) {
      warnings.push({
        kind: 'no-room',
        words: [place.name],
        message: `There is no room for the name "${place.name}" beside its point.`,
        fix: 'Leave a place out, or shorten the name.',
      });
      return;
    }
    taken.push(...candidate.boxes, ...candidate.lines);
    const { position, block } = candidate;
    if (position.leader) {
      const [[x1, y1], [x2, y2]] = position.leader;
      leaders.push(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
    }
    block.lines.forEach((line, at) => {
      const x =
        position.anchor === 'start'
          ? position.box.left
          : position.anchor === 'end'
            ? position.box.right
            : (position.box.left + position.box.right) / 2;
      texts.push({
        ...line,
        x: round(x),
        y: round(position.box.top + block.firstBaseline + at * block.lineHeight),
        anchor: position.anchor,
      });
    });
  });

  const part: Part = {
    id: `${id}-${frame.name}`,
    width,
    height,
    patterns: [],
    paths: [],
    texts: [...texts, scale.text],
    targets: points.map(({ id: own, x, y }) => aimAt(own, x, y, 10)),
  };
  warnings.push(...findMisplacedTexts(part, dots));

  // Rivers, then countries, where the places leave room.
  const nameLand = (): PlacedText[] => {
    const placed: PlacedText[] = [];
    const name = (
      text: string,
      style: TextStyle,
      size: number,
      centres: { x: number; y: number; cost: number }[],
      fits: (box: Box) => boolean,
    ) => {
      const boxAt = ({ x, y }: { x: number; y: number }) =>
        getBox({ text, style, size, x: round(x), y: round(y + size * 0.26), anchor: 'middle' });
      const best = centres
        .sort((a, b) => a.cost - b.cost)
        .find((centre) => {
          const box = boxAt(centre);
          return isFree(box, taken, 6) && fits(box);
        });
      if (!best) return;
      taken.push(boxAt(best));
      placed.push({ text, style, size, x: round(best.x), y: round(best.y + size * 0.26), anchor: 'middle' });
    };
    for (const river of rivers) {
      const size = frame.smallSize;
      const reach = measureText(river.name, size, 'serif') / 2 + 7;
      const line = river.lines.flatMap(({ points: own }) => densify(own, 8));
      const centres = line.flatMap(([x, y]) =>
        [-reach, reach].map((aside) => ({ x: x + aside, y, cost: Math.hypot(x - width * 0.55, y - height * 0.55) })),
      );
      name(river.name, 'water', size, centres, (box) => countWater(box) === 0);
    }
    for (const country of geography.countries) {
      const lines = project(projection, country.shape);
      const [area, [middleX, middleY]] = measureLines(lines);
      if (area < width * height * 0.012) continue;
      const centres: { x: number; y: number; cost: number }[] = [];
      for (let x = 10; x < width; x += 10)
        for (let y = 10; y < height; y += 8) centres.push({ x, y, cost: Math.hypot(x - middleX, y - middleY) });
      name(country.name, 'region', frame.headingSize, centres, (box) => {
        const corners: Point[] = [box.left - 6, (box.left + box.right) / 2, box.right + 6].flatMap((x): Point[] => [
          [x, box.top - 6],
          [x, box.bottom + 6],
        ]);
        return corners.every((corner) => contains(lines, corner)) && countWater(box) === 0;
      });
    }
    return placed;
  };

  const frameBox = `M0 0H${width}V${height}H0z`;
  const draw = (): PlacedPath[] =>
    (
      [
        ['sea', frameBox],
        ['land', toPath(project(projection, geography.land), tolerance)],
        ['focus', toPath(project(projection, geography.focus), tolerance)],
        ['border', toPath(borders, tolerance)],
        ['river', rivers.map(({ lines }) => toPath(lines, tolerance)).join('')],
        ['leader', leaders.join('')],
        ['place', points.map(({ x, y }) => `M${x} ${y}h0`).join('')],
        ['axis', scale.d],
        ['grid', frameBox],
      ] as [PathKind, string][]
    )
      .filter(([, d]) => d !== '')
      .map(([kind, d]) => (kind === 'place' ? { kind, d, thickness: pointSize } : { kind, d }));
  // The check asks whether the names of places have room. What stands where they leave some is for those who print it.
  let drawn: Part | undefined;
  const whole = () => (drawn ??= { ...part, paths: draw(), texts: [...texts, ...nameLand(), scale.text] });
  const parts = [
    {
      ...part,
      get paths() {
        return whole().paths;
      },
      get texts() {
        return whole().texts;
      },
    },
  ];
  return { frame: frame.name, parts, warnings, points: points.map(({ id: own, x, y }) => ({ id: own, x, y })), outside };
}

type Block = {
  lines: { text: string; size: number; style: TextStyle }[];
  width: number;
  height: number;
  lineHeight: number;
  firstBaseline: number;
};

/** The name with and without its note; a phone has no room for notes. */
function listBlocks(place: MapPlace, frame: Frame): { block: Block; cost: number }[] {
  const style: TextStyle = place.strong ? 'strong' : 'label';
  const lineHeight = Math.round(frame.labelSize * 1.12);
  const toBlock = (note: string[]): Block => {
    const lines = [
      { text: place.name, size: frame.labelSize, style },
      ...note.map((text) => ({ text, size: frame.smallSize, style: 'quiet' as const })),
    ];
    const width = Math.max(
      ...lines.map(({ text, size, style: own }) => measureText(text, size, own === 'strong' ? 'semibold' : 'regular')),
    );
    return {
      lines,
      width,
      height: (lines.length - 1) * lineHeight + frame.labelSize * 0.92,
      lineHeight,
      firstBaseline: frame.labelSize * 0.72,
    };
  };
  const plain = { block: toBlock([]), cost: 0 };
  if (!place.note || frame.name === 'phone') return [plain];
  // Without the note only where it would touch something: it stands in the list too.
  return [
    ...[190, 150].map((width) => ({ block: toBlock(balanceText(place.note, width, frame.smallSize)), cost: 0 })),
    { ...plain, cost: 120 },
  ];
}

type Position = { box: Box; anchor: PlacedText['anchor']; cost: number; leader: [Point, Point] | undefined };

function listPositions(x: number, y: number, half: number, { width, height, lines }: Block, frame: Frame): Position[] {
  const positions: Position[] = [];
  const add = (left: number, top: number, anchor: PlacedText['anchor'], cost: number, leader?: [Point, Point]) =>
    positions.push({ box: { left, top, right: left + width, bottom: top + height }, anchor, cost, leader });
  const gap = half + 3;
  const first = frame.labelSize * 0.46;
  // Beside the point, its name level with it; then above and below.
  for (const [shift, cost] of [
    [0, 0],
    [-6, 2],
    [6, 2],
    [-11, 5],
    [11, 5],
  ] as const) {
    add(x + gap, y - first + shift, 'start', cost);
    add(x - gap - width, y - first + shift, 'end', cost + 1);
  }
  for (const [share, cost] of [
    [0.5, 4],
    [0.25, 5],
    [0.75, 5],
    [0, 7],
    [1, 7],
  ] as const) {
    const anchor = lines.length > 1 ? (share < 0.5 ? 'start' : share > 0.5 ? 'end' : 'middle') : 'start';
    add(x - width * share, y - gap - height + 1, anchor, cost);
    add(x - width * share, y + gap + 1, anchor, cost);
  }
  // Further off, at the end of a line.
  for (const reach of [10, 16, 24, 34, 46, 60]) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn / 16) * 2 * Math.PI;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const [endX, endY] = [x + cos * (half + reach), y + sin * (half + reach)];
      const left = Math.abs(cos) < 0.3 ? endX - width / 2 : cos > 0 ? endX + 2 : endX - width - 2;
      const top = Math.abs(cos) < 0.3 ? (sin < 0 ? endY - height - 1 : endY + 2) : endY - first;
      add(left, top, cos < -0.3 ? 'end' : 'start', 12 + reach, [
        [x + cos * (half + 1), y + sin * (half + 1)],
        [endX, endY],
      ]);
    }
  }
  return positions;
}

/** How far a point lies from a box. */
function measureGap({ left, right, top, bottom }: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Whether a box touches one of those that a line is made of, from end to end. */
function touchesAny(box: Box, line: Box[], room: number): boolean {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to) return false;
  const around = {
    left: Math.min(from.left, to.left),
    right: Math.max(from.right, to.right),
    top: Math.min(from.top, to.top),
    bottom: Math.max(from.bottom, to.bottom),
  };
  return touch(around, box, room) && line.some((one) => touch(one, box, room));
}

/** Whether a point lies less than `gap` from a box. */
function isNearer(box: Box, x: number, y: number, gap: number): boolean {
  // Most lie far away on one axis alone.
  const isFar = box.left - x >= gap || x - box.right >= gap || box.top - y >= gap || y - box.bottom >= gap;
  return !isFar && measureGap(box, x, y) < gap;
}

/** Side of a cell into which points are sorted, so that few have to be looked at. */
const cellSize = 24;

/** Counts the points that lie in a box or less than 2 px beside it. */
function createCounter(points: Point[]): (box: Box) => number {
  const cells = new Map<number, Point[]>();
  const cellOf = (at: number) => Math.floor(at / cellSize);
  const keyOf = (column: number, row: number) => column * 10_000 + row;
  for (const point of points) {
    const key = keyOf(cellOf(point[0]), cellOf(point[1]));
    const cell = cells.get(key);
    if (cell) cell.push(point);
    else cells.set(key, [point]);
  }
  return (box) => {
    let count = 0;
    const [left, right, top, bottom] = [box.left - 2, box.right + 2, box.top - 2, box.bottom + 2];
    for (let column = cellOf(left); column <= cellOf(right); column++)
      for (let row = cellOf(top); row <= cellOf(bottom); row++)
        for (const [x, y] of cells.get(keyOf(column, row)) ?? []) if (x > left && x < right && y > top && y < bottom) count += 1;
    return count;
  };
}

/** Points along a line, at most `step` apart. */
function densify(points: Point[], step = 3): Point[] {
  const dense: Point[] = [];
  let [fromX, fromY] = points[0] ?? [0, 0];
  for (const [x, y] of points) {
    const count = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / step));
    for (let at = 1; at <= count; at++) dense.push([fromX + ((x - fromX) * at) / count, fromY + ((y - fromY) * at) / count]);
    [fromX, fromY] = [x, y];
  }
  return dense;
}

/** Area and middle of closed lines. */
function measureLines(lines: Collector['lines']): [area: number, middle: Point] {
  let [area, sumX, sumY] = [0, 0, 0];
  for (const { points } of lines) {
    points.forEach(([x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
      const cross = x * nextY - nextX * y;
      area += cross / 2;
      sumX += ((x + nextX) * cross) / 6;
      sumY += ((y + nextY) * cross) / 6;
    });
  }
  return [Math.abs(area), area ? [sumX / area, sumY / area] : [0, 0]];
}

function contains(lines: Collector['lines'], [x, y]: Point): boolean {
  let crossings = 0;
  for (const { points } of lines) {
    points.forEach(([x1, y1], index) => {
      const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) crossings++;
    });
  }
  return crossings % 2 === 1;
}

/** A bar of 100 km in the lower left corner, true in the middle of the map. */
function placeScale(projection: GeoProjection, frame: Frame, height: number): { d: string; text: PlacedText; box: Box } {
  const [longitude, latitude] = projection.invert?.([frame.width / 2, height / 2]) ?? [41, 35];
  const east = longitude + 100 / (kilometresPerDegree * Math.cos((latitude * Math.PI) / 180));
  const [from, to] = [projection([longitude, latitude]), projection([east, latitude])];
  const length = round(Math.hypot((to?.[0] ?? 0) - (from?.[0] ?? 0), (to?.[1] ?? 0) - (from?.[1] ?? 0)));
  const [x, y] = frame.name === 'phone' ? [10, height - 12] : [20, height - 22];
  const text: PlacedText = {
    text: '100 km',
    x: round(x + length + 7),
    y: round(y + frame.smallSize * 0.3),
    size: frame.smallSize,
    style: 'label',
    anchor: 'start',
  };
  return { d: `M${x} ${y - 4}v4h${length}v-4`, text, box: { left: x, top: y - 10, right: getBox(text).right, bottom: y + 6 } };
}

/** What the map shows, for whoever does not see it: a draft without counts, which the record would have to bind. */
export function describeMap(places: (MapPlace & { country: string })[]): string {
  const outside = findOutside(places, frames.desktop);
  const drawn = places.filter((place) => !outside.includes(place.id));
  const countries = [...new Set(drawn.map((place) => place.country))];
  const named = countries.map((country) => {
    // From north to south.
    const names = drawn.filter((place) => place.country === country).sort((a, b) => b.latitude - a.latitude);
    return `In ${country}, from north to south: ${join(names.map(({ name }) => name))}.`;
  });
  const away = places.filter((place) => outside.includes(place.id)).map(({ name }) => name);
  return [
    `A map of ${join(countries)} with the rivers Tigris and Euphrates and places as points.`,
    ...named,
    ...(away.length ? [`Outside the frame: ${join(away)}.`] : []),
  ].join(' ');
}

function join(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
