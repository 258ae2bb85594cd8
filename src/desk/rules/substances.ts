/**
 * Keeps the ingredients of explosives out of the content, quotations included: readers need neither
 * their names nor their proportions, which may help somebody to make them. General words, such as
 * explosives, chemical precursors, fertiliser or detonators, are allowed.
 *
 * The list is the same for every investigation, and no file of the content removes a name from it;
 * `never_named` in site.yaml adds what one investigation must not name.
 */
import { listSourceTexts } from '../../library/list-records.ts';
import { createFinding } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Rule } from './rule.ts';

/** Names as a newspaper would print them. `_` matches a space, a hyphen or nothing. */
const names = [
  '(?:ammonium|potassium|sodium|calcium|urea|barium)_nitrates?',
  '(?:potassium|sodium|ammonium|barium)?_(?:per)?chlorates?',
  'hydrogen_peroxide',
  '(?:tri)?acetone_(?:tri)?peroxide',
  'acetone',
  'alumini?um_(?:powder|paste|flakes?)',
  '(?:nitric|sulph?uric|sulfuric|picric)_acid',
  'nitro_?(?:methane|glycerine?|cellulose|benzene)',
  'hexam(?:ethylenetetr)?amine',
  'trinitrotoluene',
  'semtex',
  'red_phosphorus',
  '(?:lead|silver)_azide',
  'fulminate',
].map((name) => name.replaceAll('_?', '[\\s-]?').replaceAll('_', '[\\s-]*'));
/** Found only in capitals, because in lower case they may be other words. */
const acronyms = [
  'ANFO',
  'HMTD',
  'PETN',
  'RDX',
  'HMX',
  'TATP',
  'TNT',
  'NH4NO3',
  'KNO3',
  'KClO3',
  'H2O2',
];

const substance = new RegExp(`(?<![\\w])(?:${names.join('|')})(?![\\w])`, 'giu');
/**
 * A quick test: each of those names holds one of these, in lower case or with the long s of old
 * prints.
 */
const trace =
  /nitrate|chlorate|peroxide|acetone|alumin|acid|nitro|hexam|semtex|phosphorus|azide|fulminate|ſ/i;
const acronym = new RegExp(`(?<![\\w])(?:${acronyms.join('|')})(?![\\w])`, 'gu');

/** A sentence that holds all three says how something is made. */
const mixing = /\b(?:mix\w*|blend\w*|recipe|combin\w+|compos(?:ed|ition))\b/i;
const ingredient =
  /\b(?:fuel|diesel|oil|sugar|fertili[sz]er|oxidi[sz]er|acid|peroxide|charcoal|sul(?:ph|f)ur|powder)s?\b/i;
const proportion =
  /\d+(?:\.\d+)?\s?(?::|to|\/)\s?\d+|\d+(?:\.\d+)?\s?(?:%|per\s?cent|parts?|grams?|kilos?|kilograms?|kg|g|litres?|liters?)\b/i;

export const checkSubstances: Rule = (content) => {
  const list = content.site?.source;
  const kept = readNeverNamed(content.site?.value.never_named ?? []);
  return listSourceTexts(content).flatMap((source) => [
    ...judge(source),
    // The list itself is not a text for readers.
    ...(kept && source !== list ? findNeverNamed(source, kept) : []),
  ]);
};

/** Matches letters as written, ignoring case. Any space or hyphen matches any other, or none. */
function readNeverNamed(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const patterns = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .trim()
        .split(/[\s-]+/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[\\s-]*'),
    );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?:['’]?s)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

function findNeverNamed(source: SourceText, kept: RegExp) {
  return [...source.text.matchAll(kept)].map(({ 0: name, index }) =>
    createFinding(
      source,
      { start: index, end: index + name.length },
      {
        rule: 'explosive-substance',
        level: 'error',
        message: `"${name.replace(/\s+/g, ' ')}" is listed under never_named in content/site.yaml: this site never names it.`,
        fix: 'Write a general word; in a quotation, replace it with […].',
      },
    ),
  );
}

function judge(source: SourceText) {
  // We cannot choose the address of a page.
  const text = source.text.replace(/https?:\/\/[^\s)"'>]+/g, (address) =>
    ' '.repeat(address.length),
  );
  const refuse = (start: number, length: number, message: string, fix: string) =>
    createFinding(
      source,
      { start, end: start + length },
      { rule: 'explosive-substance', level: 'error', message, fix },
    );
  const named = [
    ...(trace.test(text) ? text.matchAll(substance) : []),
    ...text.matchAll(acronym),
  ].map(({ 0: name, index }) =>
    refuse(
      index + name.length - name.trimStart().length,
      name.trim().length,
      `"${name.trim().replace(/\s+/g, ' ')}" is an ingredient of explosives, which this site does not name.`,
      'Write "explosives", "chemical precursors" or "fertiliser"; in a quotation, replace it with […].',
    ),
  );
  if (!mixing.test(text)) return named;
  const mixed = [...text.matchAll(/[^.!?\n]+(?:\n(?!\s*\n)[^.!?\n]+)*(?:\.(?=\d)[^.!?\n]+)*/g)]
    .filter(
      ({ 0: sentence }) =>
        mixing.test(sentence) && ingredient.test(sentence) && proportion.test(sentence),
    )
    .map(({ 0: sentence, index }) => {
      const found = mixing.exec(sentence);
      return refuse(
        index + (found?.index ?? 0),
        found?.[0].length ?? 1,
        'The sentence gives the proportions of a mixture, which this site does not publish.',
        'Leave the ingredients and their proportion out: "chemicals that can be made into explosives".',
      );
    });
  return [...named, ...mixed];
}
