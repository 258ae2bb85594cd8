/** Named points, and the land that they lie on. */
import type { GeoPermissibleObjects } from 'd3';
import type { Named } from '../chart-number.ts';

export type MapPlace = {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Whether its name is set in bold. */
  strong: boolean;
  /** Words below the name, where there is room for them; empty for none. */
  note: string;
};

/** Shapes in degrees. */
export type Geography = {
  land: GeoPermissibleObjects;
  /** The countries that the map is about, together. */
  focus: GeoPermissibleObjects;
  /** Lines between countries. */
  borders: GeoPermissibleObjects;
  countries: { name: string; shape: GeoPermissibleObjects }[];
  rivers: { name: string; shape: GeoPermissibleObjects }[];
  view: MapView;
};

/** In degrees. */
export type Box = { west: number; east: number; south: number; north: number };

/** What lies on the map whichever places are drawn, and beyond what they stay outside: everything fits where nothing is said. */
export type MapView = { always?: Box | undefined; limits?: Box | undefined };

/** Its events are named with their dates, the earliest first. */
export type MapRow = MapPlace & { country: string; events: Named[] };

export type MapTable = { kind: 'map'; id: string; rows: MapRow[]; geography: Geography };
