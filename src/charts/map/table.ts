/** Named points, and the land around them. */
import type { GeoPermissibleObjects } from 'd3';
import type { Named } from '../chart-number.ts';

export type MapPlace = {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Whether its name is printed in bold. */
  strong: boolean;
  /** Words below the name, if there is room for them. May be empty. */
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
  /** Seas and lakes, each with a point in its water. */
  waters: { name: string; latitude: number; longitude: number }[];
  view: MapView;
};

/** In degrees. */
export type Box = { west: number; east: number; south: number; north: number };

/**
 * The area that the map always shows, and the limits beyond which places are left out. Without
 * limits every place fits.
 */
export type MapView = { always?: Box | undefined; limits?: Box | undefined };

/** Its events are named with their dates, the earliest first. */
export type MapRow = MapPlace & { country: string; events: Named[] };

export type MapTable = { kind: 'map'; id: string; rows: MapRow[]; geography: Geography };
