/** Finds in the words beside a number what it counts, or what it is a share of. */
import type { Unit } from '../schema/value.ts';
import { namesUnit, normalise } from './number-phrase.ts';
import type { RecordedNumber } from './record.ts';

/** Words that end the phrase a number is in, so that what follows is not what it counts. */
const phraseEnds = new Set(
  'a an the of in on at to for by from with and or but that which who is are was were has have had do did not'.split(
    ' ',
  ),
);

/**
 * True when one of the next three words of the phrase is a counted noun: "fourteen sorting halls".
 */
export function countsSomething(following: string, countedNouns: ReadonlySet<string>): boolean {
  return listFollowing(following).some((word) => countedNouns.has(word));
}

/**
 * What the words after a number count, if some record counts it but the record of this number does
 * not: "parcels" after 2,300 letters.
 */
export function findOtherNoun(
  following: string,
  countedNouns: ReadonlySet<string>,
  recorded: RecordedNumber,
): string | undefined {
  const words = listFollowing(following.replace(/[*_[\]]/g, ''));
  return words.some((word) => namesUnit(word, recorded))
    ? undefined
    : words.find((word) => countedNouns.has(word));
}

/**
 * The whole that a share in the text belongs to, if other records give shares of that whole and
 * this one does not: "letters" for a share of parcels.
 */
export function findOtherWhole(
  phrase: string,
  following: string,
  wholes: ReadonlySet<string>,
  recorded: RecordedNumber,
): string | undefined {
  const own = listWholes(recorded.unit);
  const [, rest = ''] =
    /(?:\bcent|\bpercent|%|\d)\s+of (.*)$/is.exec(
      `${phrase} ${following.replace(/[*_[\]]/g, '').trim()}`,
    ) ?? [];
  const words = listFollowing(rest.replace(/^(?:the|all|its|these|those) /i, ''));
  return own.size === 0 || words.some((word) => own.has(word))
    ? undefined
    : words.find((word) => wholes.has(word));
}

/** Words for the whole of a share, as its unit declares them: "of parcels". */
export function listWholes({ kind, also = [] }: Unit): ReadonlySet<string> {
  const named =
    kind === 'percent' ? also.flatMap((name) => /^of (.+)/.exec(normalise(name))?.[1] ?? []) : [];
  return new Set(named.flatMap((name) => name.split(' ')).filter((word) => !phraseEnds.has(word)));
}

/** The next three words of the phrase, in lower case. */
export function listFollowing(following: string): string[] {
  const [clause = ''] = following.split(/[.;:!?,()–—]/);
  const words = clause
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
    .slice(0, 3);
  const end = words.findIndex((word) => phraseEnds.has(word));
  return end === -1 ? words : words.slice(0, end);
}

/** Whether the words after a number name the thing that a recorded number counts. */
export function namesCounted(words: string, recorded: RecordedNumber): boolean {
  return listFollowing(words).some((word) => namesUnit(word, recorded));
}
