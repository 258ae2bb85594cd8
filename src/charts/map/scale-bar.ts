/** A bar of 100 km in the lower left corner, true in the middle of the map. */
import { geoDistance, type GeoProjection } from 'd3';
import { getBox, round, type Box, type Frame, type PlacedText } from '../drawing.ts';
import type { Pen, Point } from '../pen.ts';
import { getHeight } from './projection.ts';

const earthRadius = 6371;

/** Returns the room that the bar takes, and a function that draws it. */
export function placeScale(
  projection: GeoProjection,
  frame: Frame,
): { box: Box; draw: (pen: Pen) => void } {
  const height = getHeight(frame);
  const middle = projection.invert?.([frame.width / 2, height / 2]) ?? [0, 0];
  const eastOf = (degrees: number): Point => [middle[0] + degrees, middle[1]];
  const kilometres = geoDistance(middle, eastOf(1)) * earthRadius;
  const [from, to] = [projection(middle), projection(eastOf(100 / kilometres))];
  const length = round(
    Math.hypot((to?.[0] ?? 0) - (from?.[0] ?? 0), (to?.[1] ?? 0) - (from?.[1] ?? 0)),
  );
  const [x, y] = frame.name === 'phone' ? [10, height - 12] : [20, height - 22];
  const text: PlacedText = {
    text: '100 km',
    x: round(x + length + 7),
    y: round(y + frame.smallSize * 0.3),
    size: frame.smallSize,
    style: 'label',
    anchor: 'start',
  };
  const draw = (pen: Pen) => {
    pen.line({ kind: 'axis' }, [x, y - 4], [x, y], [x + length, y], [x + length, y - 4]);
    pen.texts.push(text);
  };
  return { box: { left: x, top: y - 10, right: getBox(text).right, bottom: y + 6 }, draw };
}
