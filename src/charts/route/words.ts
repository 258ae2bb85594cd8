/** Words of stops and legs that drawing, table and description share. */
import type { RouteLeg } from './table.ts';

/** Words for a leg that nobody could trace. */
export const notKnown = 'Not known';
export const dayNotKnown = 'day not known';

export function sayHands({ from, to }: Pick<RouteLeg, 'from' | 'to'>): string {
  return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
}
