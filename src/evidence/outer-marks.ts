/** Quotation marks around a whole wording: pasted with it, but not part of it. */

/** Each opening mark with those that close it. */
const fellows: Record<string, string> = {
  '“': '”"“',
  '„': '“”"',
  '‟': '“”"',
  '"': '"”“',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‚': "‘’'",
  '‛': '‘’',
  '‘': "’'",
  '’': '’',
  "'": "'’",
  '″': '″',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '〝': '〞〟',
  '❝': '❞',
  '❛': '❜',
  '`': "`'",
};

/** The sentence around a quotation may have its full stop or comma after the mark. */
const stop = /[.,;:]$/;

/**
 * Counts the characters at the beginning and end of `text` that are marks around all of it, spaces
 * included; undefined if there are no such marks.
 */
export function findOuterMarks(text: string): { before: number; behind: number } | undefined {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trimEnd();
  const end =
    stop.test(trimmed) && fellows[text.charAt(start)]?.includes(trimmed.charAt(trimmed.length - 2))
      ? trimmed.length - 1
      : trimmed.length;
  const [open, close] = [text.charAt(start), text.charAt(end - 1)];
  if (end - start < 3 || !fellows[open]?.includes(close)) return undefined;
  const inner = text.slice(start + 1, end - 1);
  if (!inner.trim() || closesEarly(inner, open, close)) return undefined;
  const words = findOuterMarks(inner);
  const spaces = {
    before: inner.length - inner.trimStart().length,
    behind: inner.length - inner.trimEnd().length,
  };
  const more = words ?? spaces;
  return { before: start + 1 + more.before, behind: text.length - end + 1 + more.behind };
}

/** Returns the words without these marks. */
export function takeOffOuterMarks(text: string): string {
  const marks = findOuterMarks(text);
  return marks ? text.slice(marks.before, text.length - marks.behind) : text;
}

/**
 * True if the first and the last mark belong to two different quotations: “at least 40” of “2,300”.
 */
function closesEarly(inner: string, open: string, close: string): boolean {
  const isApostrophe = (at: number) =>
    /['’]/.test(inner.charAt(at)) && /\p{L}/u.test(inner.charAt(at - 1));
  let depth = 1;
  for (let at = 0; at < inner.length; at++) {
    const sign = inner.charAt(at);
    const closes = sign === close || fellows[open]?.includes(sign) === true;
    // An opening mark precedes a word, a closing mark follows it; some signs do both.
    const opens = fellows[sign] !== undefined && (at === 0 || /[\s([]/.test(inner.charAt(at - 1)));
    if (sign !== open && !closes) continue;
    if (opens || (sign === open && !closes)) depth += 1;
    else if (isApostrophe(at) && !inner.slice(at + 1).includes(open)) continue;
    else if (--depth === 0) return true;
  }
  return false;
}
