/**
 * Countries and rivers for the map, in degrees. Both are Natural Earth's, in the public domain: the
 * countries come with the package `world-atlas`, rivers are in content/rivers.json, to two decimals
 * of a degree.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extent, geoContains } from 'd3';
import { merge, mesh, feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Box, Geography, MapView } from '../charts/map/table.ts';
import type { EvidenceRecord } from '../evidence/record.ts';

type Country = (Polygon | MultiPolygon) & { properties: { name: string } };

/** The countries of the map: those in content/site.yaml, otherwise those of the places. */
export function listCountries({ map, places = [] }: EvidenceRecord): string[] {
  return map?.countries ?? [...new Set(places.map(({ country }) => country))];
}

export function getView({ map }: EvidenceRecord): MapView {
  return { always: map?.always, limits: map?.limits };
}

const built = new WeakMap<EvidenceRecord, Geography>();

export function getGeography(record: EvidenceRecord): Geography {
  const geography = built.get(record) ?? buildGeography(record);
  built.set(record, geography);
  return geography;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

let atlas: Atlas | undefined;

/**
 * The atlas is read and not imported, because it would make up most of the bundle of every build.
 */
function readAtlas(): Atlas {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  return (atlas ??= JSON.parse(readFileSync(path, 'utf8')) as Atlas);
}

/** The most degrees by which a rounded point near a border may be outside its country. */
const tolerance = 0.5;

/**
 * Whether a point in degrees is in a country or beside its border; undefined for a country that
 * the atlas does not know by this name.
 */
export function isInCountry(
  name: string,
  latitude: number,
  longitude: number,
): boolean | undefined {
  const topology = readAtlas();
  const country = (topology.objects.countries.geometries as Country[]).find(
    ({ properties }) => properties.name === name || properties.name.startsWith(`${name} `),
  );
  if (!country) return undefined;
  const shape = feature(topology, country);
  const steps = [0, -tolerance, tolerance];
  return steps.some((north) =>
    steps.some((east) => geoContains(shape, [longitude + east, latitude + north])),
  );
}

/** The margin around the frame of places, in degrees, in which land is still drawn. */
const surroundings = 4;

/** Countries that may be partly in the frame, and all countries that the map is about. */
function listShown(record: EvidenceRecord, focus: readonly string[]): Country[] {
  const frame = getFrame(record);
  return listOutlines().flatMap(({ country, box }) => {
    const isSeen =
      frame &&
      box.west <= frame.east &&
      box.east >= frame.west &&
      box.south <= frame.north &&
      box.north >= frame.south;
    return isSeen || focus.includes(country.properties.name) ? country : [];
  });
}

/** The area that the map may show; undefined without places. */
function getFrame({ map, places = [] }: EvidenceRecord): Box | undefined {
  const [west, east] = extent(
    map ? [map.limits.west, map.limits.east] : places.map(({ longitude }) => longitude),
  );
  const [south, north] = extent(
    map ? [map.limits.south, map.limits.north] : places.map(({ latitude }) => latitude),
  );
  if (west === undefined || south === undefined) return undefined;
  return {
    west: west - surroundings,
    east: east + surroundings,
    south: south - surroundings,
    north: north + surroundings,
  };
}

let outlines: { country: Country; box: Box }[] | undefined;

function listOutlines(): { country: Country; box: Box }[] {
  const topology = readAtlas();
  return (outlines ??= (topology.objects.countries.geometries as Country[]).map((country) => {
    const shape =
      country.type === 'Polygon'
        ? [feature(topology, country).geometry.coordinates]
        : feature(topology, country).geometry.coordinates;
    const points = shape.flat(2);
    const [west = 0, east = 0] = extent(points, ([x = 0]) => x);
    const [south = 0, north = 0] = extent(points, ([, y = 0]) => y);
    return { country, box: { west, east, south, north } };
  }));
}

function buildGeography(record: EvidenceRecord): Geography {
  const topology = readAtlas();
  const focus = listCountries(record);
  const shown = listShown(record, focus);
  const own = shown.filter(({ properties }) => focus.includes(properties.name));
  let land: Geography['land'] | undefined;
  let focused: Geography['focus'] | undefined;
  const collection = { type: 'GeometryCollection' as const, geometries: shown };
  return {
    // Merged only when drawn, because the check does not draw them.
    get land() {
      return (land ??= merge(topology, shown));
    },
    get focus() {
      return (focused ??= merge(topology, own));
    },
    borders: mesh(topology, collection, (a, b) => a !== b),
    countries: shown.map((country) => ({
      name: country.properties.name,
      shape: feature(topology, country),
    })),
    rivers: (record.rivers?.features ?? []).map(({ properties, geometry }) => ({
      name: properties.name,
      shape: geometry,
    })),
    waters: record.map?.waters ?? [],
    view: getView(record),
  };
}
