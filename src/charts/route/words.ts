/** Words of stops and legs that drawing, table and description share. */
import type { RouteLeg } from './table.ts';

/** Of a leg that nobody could follow. */
export const notKnown = 'Not known';
export const dayNotKnown = 'day not known';

export function sayHands({ from, to }: Pick<RouteLeg, 'from' | 'to'>): string {
  return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
}
