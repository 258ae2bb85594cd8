/**
 * Chooses a place for every label among the places it may take, so that none touches another.
 * No chance is involved: the same labels always end up in the same places.
 */
import type { Box } from './drawing.ts';

export type Candidate = {
  /** The less, the better. */
  cost: number;
  /** What must stay free of everything else: the words. */
  boxes: Box[];
  /** What may cross its like but no words: stems and leaders. */
  lines: Box[];
};

export function touch(a: Box, b: Box, room = 0): boolean {
  return a.left < b.right + room && b.left < a.right + room && a.top < b.bottom + room && b.top < a.bottom + room;
}

/** Written as loops: a map asks millions of times. */
function anyTouch(these: Box[], those: Box[], room: number): boolean {
  for (const one of these) for (const other of those) if (touch(one, other, room)) return true;
  return false;
}

function clash(a: Candidate, b: Candidate, room: number, besideLines: number): boolean {
  return anyTouch(a.boxes, b.boxes, room) || anyTouch(a.boxes, b.lines, besideLines) || anyTouch(b.boxes, a.lines, besideLines);
}

/** All that a candidate takes. */
function surround({ boxes, lines }: Candidate): Box {
  const around = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { left, right, top, bottom } of [...boxes, ...lines]) {
    around.left = Math.min(around.left, left);
    around.right = Math.max(around.right, right);
    around.top = Math.min(around.top, top);
    around.bottom = Math.max(around.bottom, bottom);
  }
  return around;
}

/** A clash is dearer than any place: a label gives way rather than touch another. */
const clashCost = 1000;
/** A pair that keeps clashing grows dearer, so that the search leaves the dead end it is in. */
const growth = 150;
const rounds = 8;
const passes = 40;
/** So many times two labels may move together, which is slow: enough for what can be placed at all. */
const mostMoves = 60;

/**
 * The index of the candidate that each label takes, undefined where there is none left for it.
 * Labels that come first are the last to give way. `room` is kept between words,
 * `besideLines` between words and the lines of other labels.
 */
export function placeLabels(labels: Candidate[][], room = 2, besideLines = 1): (number | undefined)[] {
  const bounds = labels.map((candidates) => candidates.map(surround));
  const reach = Math.max(room, besideLines);
  const clashes = (a: number, i: number, b: number, j: number): boolean => {
    const [around, other] = [bounds[a]?.[i], bounds[b]?.[j]];
    if (!around || !other || !touch(around, other, reach)) return false;
    const [one, two] = [labels[a]?.[i], labels[b]?.[j]];
    return one !== undefined && two !== undefined && clash(one, two, room, besideLines);
  };
  const clashesOf = (label: number, index: number, chosen: (number | undefined)[]) => {
    const found: number[] = [];
    for (const [at, other] of chosen.entries()) if (other !== undefined && at !== label && clashes(label, index, at, other)) found.push(at);
    return found;
  };
  const pair = (a: number, b: number) => Math.min(a, b) * labels.length + Math.max(a, b);
  /** What it costs a label to take a place, clashes included; Infinity as soon as that is not less than `limit`. */
  const weigh = (
    label: number,
    index: number,
    cost: number,
    chosen: (number | undefined)[],
    dear: Map<number, number>,
    limit = Infinity,
  ) => {
    let weight = cost;
    for (let at = 0; at < chosen.length && weight < limit; at++) {
      const other = chosen[at];
      if (other !== undefined && at !== label && clashes(label, index, at, other))
        weight = weight + clashCost + (dear.get(pair(label, at)) ?? 0);
    }
    return weight < limit ? weight : Infinity;
  };

  const chooseBest = (label: number, chosen: (number | undefined)[], dear: Map<number, number>): number | undefined => {
    let best: number | undefined;
    let least = Infinity;
    labels[label]?.forEach(({ cost }, index) => {
      const weight = weigh(label, index, cost, chosen, dear, least);
      if (weight < least) [best, least] = [index, weight];
    });
    return best;
  };
  /** Two labels that clash wherever either goes alone move together. */
  const chooseTogether = (a: number, b: number, chosen: (number | undefined)[], dear: Map<number, number>): void => {
    const rank = (label: number, other: number) => {
      const rest = chosen.map((index, at) => (at === other ? undefined : index));
      return (labels[label] ?? [])
        .map(({ cost }, index) => ({ index, weight: weigh(label, index, cost, rest, dear) }))
        .sort((one, two) => one.weight - two.weight);
    };
    const [ones, others] = [rank(a, b), rank(b, a)];
    let least = Infinity;
    for (const one of ones) {
      for (const other of others) {
        if (one.weight + other.weight >= least) break;
        if (clashes(a, one.index, b, other.index)) continue;
        least = one.weight + other.weight;
        [chosen[a], chosen[b]] = [one.index, other.index];
      }
    }
  };
  const total = (chosen: (number | undefined)[]) =>
    chosen.reduce<number>(
      (sum, index, label) =>
        index === undefined ? sum : sum + (labels[label]?.[index]?.cost ?? 0) + (clashesOf(label, index, chosen).length * clashCost) / 2,
      0,
    );

  // Every round begins with the labels in another order; each label then moves as long as that helps.
  const byChoice = labels.map((_, index) => index).sort((a, b) => (labels[a]?.length ?? 0) - (labels[b]?.length ?? 0) || a - b);
  const orders = [byChoice, labels.map((_, index) => labels.length - 1 - index), labels.map((_, index) => index)];
  let best: (number | undefined)[] = labels.map(() => undefined);
  let least = Infinity;
  let moves = 0;
  for (let round = 0; round < rounds; round++) {
    const order = orders[round] ?? shuffle(byChoice, round);
    const dear = new Map<number, number>();
    const chosen: (number | undefined)[] = labels.map(() => undefined);
    for (const label of order) chosen[label] = chooseBest(label, chosen, dear);
    for (let pass = 0; pass < passes; pass++) {
      const sum = total(chosen);
      if (sum < least) [best, least] = [[...chosen], sum];
      let moved = false;
      for (const label of order) {
        const index = chooseBest(label, chosen, dear);
        moved ||= index !== chosen[label];
        chosen[label] = index;
      }
      if (moved) continue;
      const stuck = chosen.flatMap((index, label) =>
        index === undefined ? [] : clashesOf(label, index, chosen).flatMap((at) => (at > label ? [{ label, at }] : [])),
      );
      if (stuck.length === 0) break;
      for (const { label, at } of stuck) {
        dear.set(pair(label, at), (dear.get(pair(label, at)) ?? 0) + growth);
        if (moves++ < mostMoves) chooseTogether(label, at, chosen, dear);
      }
    }
    const sum = total(chosen);
    if (sum < least) [best, least] = [[...chosen], sum];
  }
  for (let label = labels.length - 1; label >= 0; label--) {
    const index = best[label];
    if (index !== undefined && best.some((other, at) => other !== undefined && at !== label && clashes(label, index, at, other)))
      best[label] = undefined;
  }
  return best;
}

function shuffle(order: number[], seed: number): number[] {
  const shuffled = [...order];
  let state = seed * 2_654_435_761;
  for (let index = shuffled.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    [shuffled[index], shuffled[other]] = [shuffled[other] ?? 0, shuffled[index] ?? 0];
  }
  return shuffled;
}
