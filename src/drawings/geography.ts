/**
 * Countries and rivers for the map, in degrees. Both are Natural Earth's, in the public domain: the countries come with
 * the package `world-atlas`, the two rivers are kept here, to two decimals of a degree.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3';
import { merge, mesh, feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import rivers from './data/rivers.json' with { type: 'json' };
import type { Geography } from '../charts/map/table.ts';

type Country = (Polygon | MultiPolygon) & { properties: { name: string } };

/** The countries that the places of the record lie in, and their neighbours: all that the frame can show. */
const focus = ['Iraq', 'Syria'];
const neighbours = [
  'Turkey',
  'Iran',
  'Jordan',
  'Lebanon',
  'Israel',
  'Palestine',
  'Saudi Arabia',
  'Kuwait',
  'Cyprus',
  'N. Cyprus',
  'Armenia',
  'Azerbaijan',
  'Georgia',
  'Egypt',
];

let cached: Geography | undefined;

export function getGeography(): Geography {
  cached ??= buildGeography();
  return cached;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

let atlas: Atlas | undefined;

/** The atlas is read, not imported: bundled into every build, it would be most of it. */
function readAtlas(): Atlas {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  return (atlas ??= JSON.parse(readFileSync(path, 'utf8')) as Atlas);
}

/** Degrees by which a rounded point near a border may miss its country. */
const tolerance = 0.5;

/** Whether a point in degrees lies in a country or beside its border; undefined for a country that the atlas does not know by this name. */
export function isInCountry(name: string, latitude: number, longitude: number): boolean | undefined {
  const topology = readAtlas();
  const country = (topology.objects.countries.geometries as Country[]).find(
    ({ properties }) => properties.name === name || properties.name.startsWith(`${name} `),
  );
  if (!country) return undefined;
  const shape = feature(topology, country);
  const steps = [0, -tolerance, tolerance];
  return steps.some((north) => steps.some((east) => geoContains(shape, [longitude + east, latitude + north])));
}

function buildGeography(): Geography {
  const topology = readAtlas();
  const all = topology.objects.countries.geometries as Country[];
  const shown = all.filter(({ properties }) => [...focus, ...neighbours].includes(properties.name));
  const own = shown.filter(({ properties }) => focus.includes(properties.name));
  let land: Geography['land'] | undefined;
  let focused: Geography['focus'] | undefined;
  const collection = { type: 'GeometryCollection' as const, geometries: shown };
  return {
    // Merged when they are drawn: the check does not draw them.
    get land() {
      return (land ??= merge(topology, shown));
    },
    get focus() {
      return (focused ??= merge(topology, own));
    },
    borders: mesh(topology, collection, (a, b) => a !== b),
    countries: shown.map((country) => ({ name: country.properties.name, shape: feature(topology, country) })),
    rivers: rivers.features.map(({ properties, geometry }) => ({
      name: properties.name,
      shape: { type: 'MultiLineString', coordinates: geometry.coordinates },
    })),
  };
}
