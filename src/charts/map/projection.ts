/** Where places lie on the map: an equal-area conic projection, fitted to them and clipped to its frame. */
import { geoConicEqualArea, geoStream, type GeoPermissibleObjects, type GeoProjection } from 'd3';
import type { Frame } from '../drawing.ts';
import type { Point } from '../pen.ts';
import type { MapPlace } from './table.ts';

type Coordinates = Pick<MapPlace, 'latitude' | 'longitude'>;

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
const shapes: Record<Frame['name'], { height: number; sides: number; ends: number }> = {
  phone: { height: 0.96, sides: 0.1, ends: 0.14 },
  desktop: { height: 0.64, sides: 0.13, ends: 0.09 },
};

export function getHeight({ name, width }: Frame): number {
  return Math.round(width * shapes[name].height);
}

export function createProjection(places: Coordinates[], frame: Frame): GeoProjection {
  const { sides, ends } = shapes[frame.name];
  const [width, height] = [frame.width, getHeight(frame)];
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
        [width * (1 - sides), height - width * ends],
      ],
      { type: 'MultiPoint', coordinates },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

/** Undefined outside the frame; a projection may have no point for a place. */
export function locate({ longitude, latitude }: Coordinates, projection: GeoProjection, frame: Frame): Point | undefined {
  const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
  return x >= 0 && y >= 0 && x <= frame.width && y <= getHeight(frame) ? [x, y] : undefined;
}

/** Ids of the places that the map of all these leaves outside. */
export function findOutside(places: (Coordinates & Pick<MapPlace, 'id'>)[], frame: Frame): string[] {
  const projection = createProjection(places, frame);
  return places.filter((place) => !locate(place, projection, frame)).map((place) => place.id);
}

/** Lines and rings of a shape in the units of the drawing. */
export function projectLines(projection: GeoProjection, shape: GeoPermissibleObjects): Point[][] {
  const lines: Point[][] = [];
  const ignore = () => undefined;
  const sink = { point: (x: number, y: number) => lines.at(-1)?.push([x, y]), lineStart: () => lines.push([]) };
  geoStream(shape, projection.stream({ ...sink, lineEnd: ignore, polygonStart: ignore, polygonEnd: ignore }));
  return lines;
}
