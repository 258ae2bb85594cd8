import { z } from 'astro/zod';
import { data, printed } from './meaning.ts';
import { problem } from './problem.ts';

/**
 * What the map of places shows: its frame, which countries it is about, the seas that it names, and
 * the rivers of content/rivers.json.
 */

const box = z
  .strictObject({
    west: z.number().min(-180).max(180).describe('Degrees east; west of Greenwich below nought.'),
    east: z.number().min(-180).max(180).describe('Degrees east.'),
    south: z
      .number()
      .min(-90)
      .max(90)
      .describe('Degrees north; south of the equator below nought.'),
    north: z.number().min(-90).max(90).describe('Degrees north.'),
  })
  .refine(
    ({ west, east, south, north }) => west < east && south < north,
    problem('This is not a frame', 'Write west below east, and south below north.'),
  );
export type MapBox = z.infer<typeof box>;

export const mapFrame = z.strictObject({
  countries: z
    .array(z.string().meta(data).min(2))
    .min(1)
    .describe(
      'Countries that it is about, by their English names: they are drawn in a shade of their own.',
    ),
  always: box.describe('What lies on it whichever places are drawn.'),
  limits: box.describe('Places beyond these stay outside it.'),
  waters: z
    .array(
      z.strictObject({
        name: z.string().meta(printed).min(2).describe('Its name in English.'),
        latitude: z.number().min(-90).max(90).describe('Degrees north.'),
        longitude: z.number().min(-180).max(180).describe('Degrees east.'),
      }),
    )
    .optional()
    .describe(
      'Seas and lakes that it names, each with a point in its water: the name is printed as near to it as there is room, and not on land.',
    ),
});
export type MapFrame = z.infer<typeof mapFrame>;

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Rivers as GeoJSON: lines with a name. */
export const riversSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({ name: z.string().meta(printed).min(2) }),
      geometry: z.strictObject({
        type: z.literal('MultiLineString'),
        coordinates: z.array(z.array(point).min(2)),
      }),
    }),
  ),
});
export type Rivers = z.infer<typeof riversSchema>;
