/**
 * The values of a text in YAML, read by the quickest parser, which knows no places: those are looked for when somebody asks. Where
 * the two parsers may differ, and where no record may hold what is there, nothing is read here; read-yaml.ts says what is wrong
 * then. What is read here is what the other parser reads: tests/unit/library/load-values.test.ts compares the two.
 */
import { CORE_SCHEMA, load } from 'js-yaml';

/** What no record may hold, or what the parsers take for different things. */
const special = new RegExp(
  [
    // Anchors, aliases, tags, and fields that are named by more than a word.
    /(?:^|[\s[{,])(?:[&*!](?=\S)|\?(?=\s))/,
    // Directives, and the ends of a document.
    /^ *(?:%|---|\.\.\.)/,
    // A note to editors, which may cut off a text that was meant whole.
    /[ \t]#/,
    /[\t\r\u0085\u2028\u2029\uFEFF]/,
    // Fields without a name.
    /(?:^|[\s{,])(?:null|~)? *:(?=\s|$)/,
    // Numbers that no computer holds.
    /\de[-+]?\d{3}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
);

/** The whole text as one value; undefined if it must be read with its places. */
export function readValues(text: string): { value: unknown } | undefined {
  if (special.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}
