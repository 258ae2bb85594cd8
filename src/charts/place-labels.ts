/**
 * Chooses a place for every label among its candidates, so that none touches another. The result is
 * deterministic: the same labels always get the same places.
 */
import { randomLcg, range, shuffler, sort } from 'd3';
import type { Box } from './drawing.ts';

export type Candidate = {
  /** Lower is better. */
  cost: number;
  /** What must stay free of everything else: the words. */
  boxes: Box[];
  /** What must not cross words: stems and leaders. */
  lines: Box[];
};

export function touch(a: Box, b: Box, room = 0): boolean {
  return (
    a.left < b.right + room &&
    b.left < a.right + room &&
    a.top < b.bottom + room &&
    b.top < a.bottom + room
  );
}

/** Free room between words, between words and lines, and between lines that may not cross. */
type Rooms = { room: number; besideLines: number; betweenLines: number | undefined };

/** Written as loops, because a map calls this millions of times. */
function anyTouch(these: Box[], those: Box[], room: number): boolean {
  for (const one of these) for (const other of those) if (touch(one, other, room)) return true;
  return false;
}

function clash(a: Candidate, b: Candidate, { room, besideLines, betweenLines }: Rooms): boolean {
  return (
    anyTouch(a.boxes, b.boxes, room) ||
    anyTouch(a.boxes, b.lines, besideLines) ||
    anyTouch(b.boxes, a.lines, besideLines) ||
    (betweenLines !== undefined && anyTouch(a.lines, b.lines, betweenLines))
  );
}

/** The smallest box around a candidate. */
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

/** A clash costs more than any place: a label is left out rather than touch another. */
const clashCost = 1000;
/** The cost of a pair that keeps clashing grows, so that the search leaves a dead end. */
const growth = 150;
const rounds = 8;
const passes = 40;
/**
 * How often two labels may move together, which is slow. This is enough for all labels that can be
 * placed.
 */
const mostMoves = 60;

/**
 * The index of the candidate that each label takes, undefined if there is none left for it. Labels
 * that come first are the last to be left out. `room` is kept between words, `besideLines` between
 * words and the lines of other labels, `betweenLines` between the lines; without it they may cross.
 */
export function placeLabels(
  labels: Candidate[][],
  room = 2,
  besideLines = 1,
  betweenLines?: number,
): Choice[] {
  const all = range(labels.length);
  // Every round begins with the labels in another order. Each label then moves as long as that
  // lowers the cost.
  const byChoice = sort(all, (label) => labels[label]?.length ?? 0);
  const orders = [byChoice, all.toReversed(), all];
  const search = new Search(labels, { room, besideLines, betweenLines });
  for (let round = 0; round < rounds; round++)
    search.run(orders[round] ?? shuffler(randomLcg(round))([...byChoice]));
  return search.settle();
}

type Choice = number | undefined;

class Search {
  readonly #labels: Candidate[][];
  readonly #bounds: Box[][];
  readonly #rooms: Rooms;
  readonly #widest: number;
  #best: Choice[];
  #least = Infinity;
  #moves = 0;
  /** The candidate of each label in this round, and the extra cost of pairs that keep clashing. */
  #chosen: Choice[] = [];
  #dear = new Map<number, number>();

  constructor(labels: Candidate[][], rooms: Rooms) {
    this.#labels = labels;
    this.#bounds = labels.map((candidates) => candidates.map(surround));
    this.#rooms = rooms;
    this.#widest = Math.max(rooms.room, rooms.besideLines, rooms.betweenLines ?? 0);
    this.#best = labels.map(() => undefined);
  }

  /** Runs one round. */
  run(order: readonly number[]): void {
    this.#dear = new Map();
    this.#chosen = this.#labels.map(() => undefined);
    for (const label of order) this.#chosen[label] = this.#chooseBest(label);
    for (let pass = 0; pass < passes; pass++) {
      this.#remember();
      if (this.#moveEach(order)) continue;
      const stuck = this.#listStuck();
      if (stuck.length === 0) break;
      for (const [label, other] of stuck) {
        const pair = this.#pair(label, other);
        this.#dear.set(pair, (this.#dear.get(pair) ?? 0) + growth);
        if (this.#moves++ < mostMoves) this.#chooseTogether(label, other);
      }
    }
    this.#remember();
  }

  /** Returns the best of all rounds. Labels that still clash are left out. */
  settle(): Choice[] {
    this.#chosen = this.#best;
    for (let label = this.#best.length - 1; label >= 0; label--) {
      const index = this.#best[label];
      if (index !== undefined && this.#clashesOf(label, index).length > 0)
        this.#best[label] = undefined;
    }
    return this.#best;
  }

  #remember(): void {
    let total = 0;
    for (const [label, index] of this.#chosen.entries())
      if (index !== undefined)
        total +=
          (this.#labels[label]?.[index]?.cost ?? 0) +
          (this.#clashesOf(label, index).length * clashCost) / 2;
    if (total < this.#least) [this.#best, this.#least] = [[...this.#chosen], total];
  }

  #moveEach(order: readonly number[]): boolean {
    let isMoved = false;
    for (const label of order) {
      const index = this.#chooseBest(label);
      isMoved ||= index !== this.#chosen[label];
      this.#chosen[label] = index;
    }
    return isMoved;
  }

  #listStuck(): [number, number][] {
    return this.#chosen.flatMap((index, label) => {
      if (index === undefined) return [];
      return this.#clashesOf(label, index).flatMap((other): [number, number][] =>
        other > label ? [[label, other]] : [],
      );
    });
  }

  #clashes(a: number, i: number, b: number, j: number): boolean {
    const [around, other] = [this.#bounds[a]?.[i], this.#bounds[b]?.[j]];
    if (!around || !other || !touch(around, other, this.#widest)) return false;
    const [one, two] = [this.#labels[a]?.[i], this.#labels[b]?.[j]];
    return one !== undefined && two !== undefined && clash(one, two, this.#rooms);
  }

  #clashesOf(label: number, index: number): number[] {
    const found: number[] = [];
    for (const [at, other] of this.#chosen.entries())
      if (other !== undefined && at !== label && this.#clashes(label, index, at, other))
        found.push(at);
    return found;
  }

  #pair(a: number, b: number): number {
    return Math.min(a, b) * this.#labels.length + Math.max(a, b);
  }

  /** The cost of a label in a place, clashes included. Infinity as soon as it reaches `limit`. */
  #weigh(label: number, index: number, cost: number, limit = Infinity): number {
    let weight = cost;
    for (let at = 0; at < this.#chosen.length && weight < limit; at++) {
      const other = this.#chosen[at];
      if (other !== undefined && at !== label && this.#clashes(label, index, at, other))
        weight += clashCost + (this.#dear.get(this.#pair(label, at)) ?? 0);
    }
    return weight < limit ? weight : Infinity;
  }

  #chooseBest(label: number): Choice {
    let best: Choice;
    let least = Infinity;
    this.#labels[label]?.forEach(({ cost }, index) => {
      const weight = this.#weigh(label, index, cost, least);
      if (weight < least) [best, least] = [index, weight];
    });
    return best;
  }

  /** Moves two labels together if moving only one of them never avoids the clash. */
  #chooseTogether(a: number, b: number): void {
    const [ones, others] = [this.#rank(a, b), this.#rank(b, a)];
    let least = Infinity;
    for (const one of ones) {
      for (const other of others) {
        if (one.weight + other.weight >= least) break;
        if (this.#clashes(a, one.index, b, other.index)) continue;
        least = one.weight + other.weight;
        [this.#chosen[a], this.#chosen[b]] = [one.index, other.index];
      }
    }
  }

  /** The places of a label, the cheapest first, without regard to the other label. */
  #rank(label: number, other: number): { index: number; weight: number }[] {
    const kept = this.#chosen[other];
    this.#chosen[other] = undefined;
    const ranked = (this.#labels[label] ?? []).map(({ cost }, index) => ({
      index,
      weight: this.#weigh(label, index, cost),
    }));
    this.#chosen[other] = kept;
    return ranked.sort((one, two) => one.weight - two.weight);
  }
}
