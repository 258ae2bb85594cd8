/**
 * The position of places on the map: an equal-area conic projection, fitted to them and clipped to
 * its frame.
 */
import {
  extent,
  geoConicEqualArea,
  geoStream,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3';
import type { Frame } from '../drawing.ts';
import type { Point } from '../pen.ts';
import type { Box, MapPlace, MapView } from './table.ts';

type Coordinates = Pick<MapPlace, 'latitude' | 'longitude'>;

/** Degrees around places that share one point. */
const least = 1;

function frameOf(points: readonly Point[]): Box {
  const [[west = 0, east = 0], [south = 0, north = 0]] = [
    extent(points, ([x]) => x),
    extent(points, ([, y]) => y),
  ];
  return west < east && south < north
    ? { west, east, south, north }
    : { west: west - least, east: east + least, south: south - least, north: north + least };
}

const cornersOf = ({ west, east, south, north }: Box): Point[] => [
  [west, south],
  [east, south],
  [west, north],
  [east, north],
];
/** Height of the frame and the margin around the outermost places, as shares of its width. */
const shapes: Record<Frame['name'], { height: number; sides: number; ends: number }> = {
  phone: { height: 0.96, sides: 0.1, ends: 0.14 },
  tablet: { height: 0.74, sides: 0.11, ends: 0.09 },
  desktop: { height: 0.64, sides: 0.13, ends: 0.09 },
};

export function getHeight({ name, width }: Frame): number {
  return Math.round(width * shapes[name].height);
}

export function createProjection(
  places: Coordinates[],
  frame: Frame,
  { always, limits }: MapView,
): GeoProjection {
  const { sides, ends } = shapes[frame.name];
  const [width, height] = [frame.width, getHeight(frame)];
  const near = places.filter(
    ({ latitude, longitude }) =>
      !limits ||
      (longitude >= limits.west &&
        longitude <= limits.east &&
        latitude >= limits.south &&
        latitude <= limits.north),
  );
  const points = near.map(({ latitude, longitude }): Point => [longitude, latitude]);
  const middle = always ?? frameOf(points);
  const coordinates = [...cornersOf(middle), ...points];
  return geoConicEqualArea()
    .parallels([
      Math.round(middle.south),
      Math.max(Math.round(middle.south) + 1, Math.round(middle.north)),
    ])
    .rotate([-Math.round((middle.west + middle.east) / 2), 0])
    .fitExtent(
      [
        [width * sides, width * ends],
        [width * (1 - sides), height - width * ends],
      ],
      { type: 'MultiPoint', coordinates },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

/** The point of a place; undefined outside the frame, or if the projection has no point for it. */
export function locate(
  { longitude, latitude }: Coordinates,
  projection: GeoProjection,
  frame: Frame,
): Point | undefined {
  const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
  return x >= 0 && y >= 0 && x <= frame.width && y <= getHeight(frame) ? [x, y] : undefined;
}

/** Ids of the places that a map of all of them would leave out. */
export function findOutside(
  places: (Coordinates & Pick<MapPlace, 'id'>)[],
  frame: Frame,
  view: MapView,
): string[] {
  const projection = createProjection(places, frame, view);
  return places.filter((place) => !locate(place, projection, frame)).map((place) => place.id);
}

/** Lines and rings of a shape in the units of the drawing. */
export function projectLines(projection: GeoProjection, shape: GeoPermissibleObjects): Point[][] {
  const lines: Point[][] = [];
  const ignore = () => undefined;
  const sink = {
    point: (x: number, y: number) => lines.at(-1)?.push([x, y]),
    lineStart: () => lines.push([]),
  };
  geoStream(
    shape,
    projection.stream({ ...sink, lineEnd: ignore, polygonStart: ignore, polygonEnd: ignore }),
  );
  return lines;
}
