/** Words that make a number less exact, or a limit: "at least", "some", "or more". */
import type { Hedge } from '../schema/value.ts';

/**
 * A hedge as an editor wrote it. `unknown` is a hedge that no record can have, such as "fewer
 * than".
 */
export type WrittenHedge = Hedge | 'unknown';

/**
 * Patterns of written hedges, each with the hedge of the record that it means. A pattern that
 * contains another comes before it.
 */
const hedgeSynonyms: [string, WrittenHedge][] = [
  ['(?:no|not) (?:fewer|less) than', 'at-least'],
  ['(?:no|not) (?:more|greater) than', 'up-to'],
  ['at (?:the )?least', 'at-least'],
  ['a minimum of', 'at-least'],
  ['or more', 'at-least'],
  ['or so', 'about'],
  ['(?:odd|ish)', 'about'],
  ['give or take', 'about'],
  ['circa', 'about'],
  ['at (?:the )?most', 'up-to'],
  ['a maximum of', 'up-to'],
  ['or (?:fewer|less)', 'up-to'],
  ['as many as', 'as-many-as'],
  ['up to', 'up-to'],
  ['as high as', 'up-to'],
  ['more than', 'more-than'],
  ['in excess of', 'more-than'],
  ['upwards of', 'more-than'],
  ['north of', 'more-than'],
  ['over', 'more-than'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['roughly', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['some', 'about'],
  ['almost', 'almost'],
  ['nearly', 'almost'],
  ['(?:fewer|less) than', 'unknown'],
  ['(?:well |far |just )?(?:under|below|above)', 'unknown'],
  ['(?:perhaps|possibly|maybe)', 'unknown'],
  ['(?:an )?estimated', 'about'],
  ['close to', 'almost'],
  ['not', 'unknown'],
];
const hedges = hedgeSynonyms.map(([words, hedge]) => ({
  written: new RegExp(`\\b${words}\\b`),
  hedge,
}));
/** Signs that hedge a number: 25+, ~25, <25. */
const hedgeSigns: [RegExp, WrittenHedge][] = [
  [/(?<=\d)\+/, 'at-least'],
  [/[~≈]\s?(?=\p{Sc}?\d)/u, 'about'],
  [/≥\s?(?=\p{Sc}?\d)/u, 'at-least'],
  [/≤\s?(?=\p{Sc}?\d)/u, 'up-to'],
  [/>\s?(?=\p{Sc}?\d)/u, 'more-than'],
  [/<\s?(?=\p{Sc}?\d)/u, 'unknown'],
  [/±/, 'unknown'],
  [/(?<!\p{L})ca?(?:\.\s?|\s)(?=\p{Sc}?\d)/u, 'about'],
];
/**
 * Words that can only be a hedge if a number follows. "About" and "over" may belong to the verb
 * before them.
 */
const sureHedge =
  /\b(?:(?:no|not) (?:fewer|less|more|greater) than|(?:fewer|less|more) than|at (?:the )?(?:least|most)|as (?:many|high) as|in excess of|upwards of|a (?:minimum|maximum) of|approximately|roughly|almost|nearly|circa|\bca?\.)\s*$/i;

/**
 * Words that take "about" or "over": a story about, to argue over. Each includes all words that
 * begin with it.
 */
const subjects =
  'wr[io]t|report|sp[eo]\\w*k|talk|hear|read|stor(?:y|ies)|article|column|claim|question|ask|kn[eo]w|sa(?:y|id)|argu|disput|debat|doubt|t(?:ell|old)|news|statement|sentence|line|passage|paragraph|tweet|post|word|wonder|complain|warn|learn|care|concern|confus|differ|disagree|agree|fact|information|detail|rumou?r|silen|clear|vague|certain|sure|true|right|wrong|lie[sd]?|row';
/**
 * Hedges that may belong to the words before them instead, and those words: "wrote about", "handed
 * over".
 */
const eitherHedges: [RegExp, RegExp | undefined][] = [
  [/\b(?:some|perhaps|possibly|maybe|an estimated)$/i, undefined],
  [/\b(?:just|well|far) (?:under|below|above|over)$/i, undefined],
  [/\baround$/i, /\b(?:all|turn\w*|gather\w*|st(?:ood|and\w*)|dr[io]v\w*|built)$/i],
  [/\bup to$/i, /\b(?:add\w*|amount\w*|c[ao]m\w*|sum\w*|liv\w*|count\w*)$/i],
  [
    /\bover$/i,
    new RegExp(
      `\\b(?:(?:${subjects}|quarrel|f[io]ght|tak|hand|turn|sign|pass|g[ai]v|leav|spread|carr|watch|dr[io]v|fly|roll)\\w*|took|left|control|power|all|r[au]n|flew)$`,
      'i',
    ),
  ],
  [/\babout$/i, new RegExp(`\\b(?:(?:${subjects})\\w*|\\w*thing|all|what|how)$`, 'i')],
];
/** Hedges that follow a number and can mean nothing else there. */
const hedgeBehind =
  /^[*_]{0,2} (or (?:more|fewer|less|so)\b(?! than)|at (?:the )?(?:least|most)(?= ?(?:[.,;:!?)]|$)))/i;

/** A hedge next to the number; only the end of emphasis may be between them. */
export type HedgeOutside = {
  words: string;
  /** The position in the text before the number, or in the text after it. */ index: number;
};

/**
 * The hedge at the end of `text`, directly before a number. "About" and "over" count too, unless
 * they belong to the words before them.
 */
export function findHedgeBefore(text: string): HedgeOutside | undefined {
  const clean = text.replace(/\s/g, ' ').replace(/[*_]{0,2} *$/, '');
  const sure = sureHedge.exec(clean);
  if (sure) return { words: sure[0].trim(), index: sure.index };
  for (const [hedge, governing] of eitherHedges) {
    const match = hedge.exec(clean);
    if (match && !governing?.test(clean.slice(0, match.index).replace(/[*_ ]+$/, '')))
      return { words: match[0], index: match.index };
  }
  return undefined;
}

/** The hedge at the start of `text`, directly after a number. */
export function findHedgeBehind(text: string): HedgeOutside | undefined {
  const words = hedgeBehind.exec(text.replace(/\s/g, ' '))?.[1];
  return words === undefined ? undefined : { words, index: text.search(/\w/) };
}

const anyHedge = new RegExp(`\\b(?:${hedgeSynonyms.map(([words]) => words).join('|')})\\b`);

/**
 * The hedge that a phrase holds, and the phrase without it. `clean` is the whole phrase in lower
 * case, `rest` the part that is not a number.
 */
export function takeHedge(
  clean: string,
  rest: string,
): { hedge: WrittenHedge | undefined; rest: string } {
  const sign = /[+~≈≥≤<>±]|(?<!\p{L})ca?[.\s]/u.test(clean)
    ? hedgeSigns.find(([written]) => written.test(clean))
    : undefined;
  const unsigned = sign ? rest.replace(/[+~≈≥≤<>±]|(?<!\p{L})ca?(?:\.|(?=\s))/u, ' ') : rest;
  const hedged = anyHedge.test(unsigned)
    ? hedges.find(({ written }) => written.test(unsigned))
    : undefined;
  // At least about 40: no record can have both hedges.
  const both = hedged && sign && hedged.hedge !== sign[1];
  return {
    hedge: both ? 'unknown' : (hedged?.hedge ?? sign?.[1]),
    rest: hedged ? unsigned.replace(hedged.written, ' ') : unsigned,
  };
}
