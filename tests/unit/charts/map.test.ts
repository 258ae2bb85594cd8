import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3';
import { describe, expect, it } from 'vitest';
import {
  frames,
  getBox,
  round,
  type Frame,
  type DrawingPart,
  type PathKind,
} from '../../../src/charts/drawing.ts';
import { describeMap } from '../../../src/charts/map/describe.ts';
import { layoutMap } from '../../../src/charts/map/layout.ts';
import { densify } from '../../../src/charts/map/lines.ts';
import { createProjection, findOutside } from '../../../src/charts/map/projection.ts';
import type { Point } from '../../../src/charts/pen.ts';
import type { MapPlace } from '../../../src/charts/map/table.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { getGeography } from '../../../src/drawings/geography.ts';
import { readPath } from '../../drawings/read-path.ts';

const makePlace = (
  name: string,
  latitude: number,
  longitude: number,
  more: Partial<MapPlace> = {},
): MapPlace => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  latitude,
  longitude,
  strong: false,
  note: '',
  ...more,
});

const places = [
  makePlace('Mosul', 36.34, 43.13, {
    strong: true,
    note: 'A sentence about what happened here in two years',
  }),
  makePlace('Tal Afar', 36.38, 42.45),
  makePlace('Sinjar', 36.32, 41.88),
  makePlace('Gwer', 36.04, 43.49),
  makePlace('Al Shura', 36, 43.22),
  makePlace('Soran Azaz', 36.57, 37.21, { strong: true, note: 'Another sentence' }),
  makePlace('Marea', 36.48, 37.19),
  makePlace('Baghdad', 33.31, 44.37),
  makePlace('Paris', 48.86, 2.35),
  makePlace('Washington', 38.9, -77.04),
];

const { record } = readContent(join(import.meta.dirname, '../../..')).content;
const geography = getGeography(record);
/** The places of the published map, half of them with a note. */
const ownPlaces = (record.places ?? []).map(({ id, name, latitude, longitude }, index) =>
  makePlace(name, latitude, longitude, {
    id,
    strong: index % 2 === 0,
    note: index % 2 === 0 ? 'A sentence about what happened here in two years' : '',
  }),
);
const draw = (rows: MapPlace[], frame: Frame) =>
  layoutMap({ id: 'sample', rows, geography }, frame);
const textsOf = (part: DrawingPart | undefined) => part?.texts.map(({ text }) => text) ?? [];

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutMap on a %s', (frame) => {
  const layout = draw(places, frames[frame]);
  const [part] = layout.parts;

  it('draws every place inside the frame at its projected point, and names it', () => {
    const projection = createProjection(places, frames[frame], geography.view);
    expect(layout.points.map(({ id }) => id)).toEqual(places.slice(0, 8).map(({ id }) => id));
    for (const point of layout.points) {
      const place = places.find(({ id }) => id === point.id);
      const [x = 0, y = 0] = projection([place?.longitude ?? 0, place?.latitude ?? 0]) ?? [];
      expect([point.x, point.y]).toEqual([round(x), round(y)]);
      const drawn = readPath(part?.paths.find(({ kind }) => kind === 'place')?.d ?? '').map(
        ({ points: [first] }) => first,
      );
      expect(drawn).toContainEqual({ x: point.x, y: point.y });
      expect(textsOf(part)).toContain(place?.name);
    }
  });

  it('names what lies outside instead of drawing it', () => {
    expect(layout.outside).toEqual(['paris', 'washington']);
    expect(findOutside(places, frames[frame], geography.view)).toEqual(layout.outside);
    expect(textsOf(part)).not.toContain('Paris');
  });

  it('places every text: nothing clipped, nothing over something else', () => {
    expect(layout.warnings).toEqual([]);
  });

  it('clips countries and rivers to the frame, in tenths, and stays light', () => {
    for (const { kind, d } of part?.paths ?? []) {
      expect(d).not.toMatch(/\d\.\d{2}|NaN/);
      if (!['land', 'focus', 'border', 'river'].includes(kind)) continue;
      const points = readPath(d).flatMap((stroke) => stroke.points);
      expect(points.length, kind).toBeGreaterThan(3);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(-0.2);
        expect(y).toBeGreaterThanOrEqual(-0.2);
        expect(x).toBeLessThanOrEqual((part?.width ?? 0) + 0.2);
        expect(y).toBeLessThanOrEqual((part?.height ?? 0) + 0.2);
      }
    }
    expect(gzipSync(JSON.stringify(layout.parts)).length).toBeLessThan(10_000);
  });

  it('sets no word over a river, and lets no two lines meet that lead to names', () => {
    for (const { parts } of [layout, draw(ownPlaces, frames[frame])]) {
      const [drawn] = parts;
      const strokesOf = (kind: PathKind) =>
        (drawn?.paths.filter((path) => path.kind === kind) ?? []).flatMap(({ d }) =>
          readPath(d).map(({ points }) =>
            densify(
              points.map(({ x, y }): Point => [x, y]),
              1,
            ),
          ),
        );
      const water = strokesOf('river').flat();
      expect(water.length).toBeGreaterThan(100);
      for (const text of drawn?.texts ?? []) {
        const { left, right, top, bottom } = getBox(text);
        const over = water.some(([x, y]) => x > left && x < right && y > top && y < bottom);
        expect({ text: text.text, over }).toEqual({ text: text.text, over: false });
      }
      const leaders = strokesOf('leader');
      for (const [index, one] of leaders.entries())
        for (const other of leaders.slice(index + 1))
          for (const [x, y] of one)
            expect(
              Math.min(...other.map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y))),
            ).toBeGreaterThan(1.5);
    }
  });

  it('names countries and rivers where room is left', () => {
    expect(textsOf(part)).toEqual(
      expect.arrayContaining(['Iraq', 'Syria', 'Turkey', 'Tigris', 'Euphrates', '100 km']),
    );
  });

  it('has north above and east on the right', () => {
    const at = (id: string) => layout.points.find((point) => point.id === id) ?? { x: 0, y: 0 };
    expect(at('mosul').y).toBeLessThan(at('baghdad').y);
    expect(at('marea').x).toBeLessThan(at('mosul').x);
  });

  it('draws the country without any place, and a single one', () => {
    expect(draw([], frames[frame]).warnings).toEqual([]);
    expect(draw(places.slice(0, 1), frames[frame]).points).toHaveLength(1);
  });

  it('reports a name for which there is no room', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      makePlace(`A village of a long name ${index}`, 36 + index / 1000, 43),
    );
    expect(
      draw(crowd, frames[frame])
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain('There is no room for the name');
    expect(draw([makePlace('Endless'.repeat(40), 36, 43)], frames[frame]).warnings).toHaveLength(1);
  });

  it('comes out the same every time', () => {
    expect(draw(places, frames[frame])).toEqual(layout);
  });
});

it('writes a note beside the name where there is room for it', () => {
  const words = (frame: 'phone' | 'desktop') =>
    textsOf(draw(places, frames[frame]).parts[0]).join(' ');
  expect(words('desktop')).toContain('Another sentence');
  expect(words('phone')).not.toContain('Another sentence');
});

it('widens the map for a place further south', () => {
  const basra = makePlace('Basra', 30.5, 47.8);
  expect(draw([...places, basra], frames.desktop).points.map(({ id }) => id)).toContain('basra');
});

it('describes itself, from north to south', () => {
  const words = describeMap({
    rows: places.map((place) => ({
      ...place,
      country: place.longitude > 41 ? 'Iraq' : 'Syria',
      events: [],
    })),
    geography,
  });
  expect(words).toContain('In Iraq, from north to south: Tal Afar, Mosul');
  expect(words).toContain('Outside the frame: Paris and Washington.');
});

describe('a map of another part of the world', () => {
  const towns = [
    { id: 'bergen', name: 'Bergen', country: 'Norway', latitude: 60.39, longitude: 5.32 },
    { id: 'uppsala', name: 'Uppsala', country: 'Sweden', latitude: 59.86, longitude: 17.64 },
  ];
  const empty = { sources: new Map(), quantities: new Map(), breakdowns: new Map() };
  const rows = towns.map((town) => ({ ...town, strong: true, note: '', events: [] }));

  it('shows the countries of its places, all of these, and no river, where the site says nothing of its frame', () => {
    const north = getGeography({ ...empty, places: towns });
    const names = north.countries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Norway', 'Sweden', 'Denmark']));
    expect(names).not.toContain('Iraq');
    for (const frame of ['phone', 'desktop'] as const) {
      const layout = layoutMap({ id: 'north', rows, geography: north }, frames[frame]);
      expect(layout.points.map(({ id }) => id)).toEqual(['bergen', 'uppsala']);
      expect(layout.warnings).toEqual([]);
    }
    expect(describeMap({ rows, geography: north })).toBe(
      'A map of Norway and Sweden with places as points. In Norway, from north to south: Bergen. In Sweden, from north to south: Uppsala.',
    );
  });

  it.each(['phone', 'tablet', 'desktop'] as const)(
    'names a sea in its water and off land, on a %s',
    (frame) => {
      const box = { west: 2, east: 19, south: 57, north: 62 };
      const waters = [
        { name: 'North Sea', latitude: 58.5, longitude: 4 },
        {
          name: `Sea of a name that is ${'far too long '.repeat(14)}`.trim(),
          latitude: 58,
          longitude: 3,
        },
      ];
      const north = getGeography({
        ...empty,
        places: towns,
        map: { countries: ['Norway', 'Sweden'], always: box, limits: box, waters },
      });
      const [part] = layoutMap({ id: 'north', rows, geography: north }, frames[frame]).parts;
      const names = part?.texts.filter(({ style }) => style === 'water') ?? [];
      expect(names.map(({ text }) => text).join(' ')).toBe('North Sea');
      const projection = createProjection(rows, frames[frame], north.view);
      for (const { x, y } of names) {
        const point = projection.invert?.([x, y]);
        expect(point).toBeDefined();
        if (point) expect(geoContains(north.land, point)).toBe(false);
      }
    },
  );

  it('draws one place alone', () => {
    const alone = getGeography({ ...empty, places: towns.slice(0, 1) });
    const layout = layoutMap(
      { id: 'alone', rows: rows.slice(0, 1), geography: alone },
      frames.phone,
    );
    expect(layout.points).toHaveLength(1);
    expect(layout.points[0]?.x).toBeCloseTo(frames.phone.width / 2, -1);
  });
});
