/** Quotation marks of every kind in a text, and what is between them. */
import { findAll } from '../../evidence/find-all.ts';

/**
 * Double and single marks, typed or typeset, and those of other languages. A typed mark opens
 * before a word and closes after one, so the gap between two quotations does not count as one. A
 * single mark between two letters, after a word (the carriers’ parcels) or before a shortened one
 * ('90s, 'twas) is an apostrophe.
 */
const pairs: string[] = [
  String.raw`“([^”]+)”`,
  String.raw`[„‟]([^“”„‟]+)[“”]`,
  String.raw`«\s*([^«»]+?)\s*»`,
  String.raw`»\s*([^«»]+?)\s*[«»]`,
  String.raw`”([^“”]+)”`,
  String.raw`‹\s*([^‹›]+?)\s*›`,
  String.raw`›\s*([^‹›]+?)\s*[‹›]`,
  String.raw`[‚‛]((?:[^‘’‚‛]|(?<=\p{L})’(?=\p{L}))+)[‘’]`,
  String.raw`[「『〝❝❛]([^「-』〝-〟❛-❞]+)[」』〞〟❞❜]`,
  String.raw`(?<![\w″])[″＂]([^″＂]+)[″＂]`,
  String.raw`(?<!=)"(?![\s,.;:!?)])([^"]+)(?<![\s(])"(?![\w/>])`,
  String.raw`(?:${'``'}|,,|(?<!')'')((?:[^${'`'}']|'(?!'))+)(?:''(?!')|")`,
  String.raw`‘(?!\d\ds\b)((?:[^‘’“”"]|(?<=\p{L})’(?=\p{L}))+)’(?!\p{L})`,
  String.raw`(?<![\p{L}\p{N}=])['’](?![\s,.;:!?)’]|\d\ds\b|(?:tis|twas|twere|em|til|cause|n)\b)((?:[^'‘’“”"]|(?<=\p{L})['’](?=\p{L}))+)(?<![\s(])['’](?![\p{L}\p{N}/>])`,
];
/** What each of these pairs begins with. An apostrophe within a word begins none of them. */
const opening = String.raw`["“”„‟«»‹›‚‘‛「『〝❝❛″＂${'`'}]|,,|''|(?<![\p{L}\p{N}=])['’]`;
/**
 * It asks for an opening mark first, because it would otherwise try every pair at every letter: 60
 * ms of the check of our content.
 */
const quoted = new RegExp(`(?=${opening})(?:${pairs.join('|')})`, 'gu');
const anyOpening = new RegExp(opening, 'u');

/** Signs that open or close a quotation, among other uses. */
const anyMark = /["“”„‟«»‹›‚‘‛「」『』〝〞〟❝❞❛❜＂]|'{2}|,,/gu;

/**
 * One of these alone is a foot, an inch, or part of a word from another language: 6" and Ba‘ath.
 */
const noMark = /(?<=\d)["']+$|(?<=\p{L})‘$/u;

/** A text between a curly and a straight mark, which were meant as the quotes of YAML. */
export const mixedMarks = /^[“”„]([^“”„"]*)"$/;

/** Finds quotation marks without a counterpart in a text of a record. */
export function findStray(text: string): { index: number; length: number }[] {
  if (!/["“”„‟«»‹›‚‘‛「」『』〝〞〟❝❞❛❜＂]|'{2}|,,/u.test(text) || mixedMarks.test(text)) return [];
  const rest = blankQuotations(
    text.replace(/\]\([^)\s]*\)|`[^`]*`/g, (address) => '·'.repeat(address.length)),
    '·',
  );
  return findAll(anyMark, rest)
    .filter((match) => !noMark.test(rest.slice(0, match.index + match[0].length)))
    .map((match) => ({ index: match.index, length: match[0].length }));
}

/** Words in quotation marks; `words` are without marks and markup. */
export function findQuoted(text: string): { index: number; length: number; words: string }[] {
  // A quick test first, because few texts have one.
  if (!anyOpening.test(text)) return [];
  return findAll(quoted, text).map((match) => {
    return {
      index: match.index,
      length: match[0].length,
      words: stripMarkup(
        match.slice(1).find((words: string | undefined) => words !== undefined) ?? '',
      ),
    };
  });
}

/**
 * Replaces quotations with filler: their words are somebody else's, and the rule on quotations
 * checks them.
 */
export function blankQuotations(text: string, filler = ' '): string {
  return findQuoted(text).reduce(
    (rest, { index, length }) =>
      rest.slice(0, index) + filler.repeat(length) + rest.slice(index + length),
    text,
  );
}

/** Words without the quotation marks around them. */
export function takeOutMarks(text: string): string {
  return text.trim().replace(/^["“”'‘’„‟«»‹›‚‛]\s*(.*?)\s*["”'’“‘»«›‹]$/s, '$1');
}

/** The words of a quotation without links, tags and emphasis. */
export function stripMarkup(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/\*/g, '');
}
