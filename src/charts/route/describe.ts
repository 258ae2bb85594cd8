import { sayNumber } from '../describe-number.ts';
import type { RouteTable } from './table.ts';
import { dayNotKnown, notKnown, sayHands } from './words.ts';

/** What the drawing shows, for readers who cannot see it. */
export function describeRoute({ stops, legs, days }: RouteTable): string {
  const parts = stops.flatMap((stop, index) => {
    const leg = legs[index - 1];
    const where = [
      stop.title,
      stop.title.includes(stop.place) ? '' : stop.place,
      stop.dateText || dayNotKnown,
    ]
      .filter(Boolean)
      .join(', ');
    const between =
      leg &&
      (leg.unknown
        ? `${notKnown}, drawn dashed: ${leg.unknown}.`
        : `${[leg.what, sayHands(leg)].filter(Boolean).join(' ')}.`);
    return [...(between ? [between] : []), `${where}.`];
  });
  const below = days ? [`Below it, the days one by one: ${sayNumber(days)}.`] : [];
  return ['A thread from stop to stop.', ...parts, ...below].join(' ');
}
