/**
 * The values of a text in YAML, read by the fastest parser. It gives no positions, which are found
 * on demand. If the two parsers may differ, or the text holds something that records must not hold,
 * nothing is read here and read-yaml.ts says what is wrong. Both parsers read the same values:
 * tests/unit/library/load-values.test.ts compares the two.
 */
import { CORE_SCHEMA, load } from 'js-yaml';

/** What records must not hold, or what the parsers read differently. */
const special = new RegExp(
  [
    // Anchors, aliases, tags, and fields whose name is a list or a group of fields.
    /(?:^|[\s[{,])(?:[&*!](?=\S)|\?(?=\s))/,
    // Directives, and the ends of a document.
    /^ *(?:%|---|\.\.\.)/,
    // A note to editors, which may cut off a text by mistake.
    /[ \t]#/,
    /[\t\r\u0085\u2028\u2029\uFEFF]/,
    // Fields without a name.
    /(?:^|[\s{,[])(?:null|~)? *:(?=\s|$)/,
    // Numbers too large for a computer.
    /\de[-+]?\d{3}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
);

/** The whole text as one value; undefined if it must be read with positions. */
export function readValues(text: string): { value: unknown } | undefined {
  if (special.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}
