/**
 * Aligns texts as readers see them with what editors wrote: `&#x34;&#x30;` and `2\.300` are 40 and
 * 2.300, and findings point at what was written.
 */

const reference = /^&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]*);/i;

/**
 * The position in `written` of each character of `read`, which the parser made from it, and of the
 * end. Line breaks of the file may be indented. Undefined if the two texts do not match.
 */
export function alignText(written: string, read: string): number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (let index = 0; index < read.length; index++) {
    const character = read.charAt(index);
    while (
      written.charAt(at) !== character &&
      /\s/.test(written.charAt(at)) &&
      !written.startsWith('&', at)
    )
      at += 1;
    const [whole] = reference.exec(written.slice(at, at + 40)) ?? [];
    const isEscape =
      written.charAt(at) === '\\' &&
      written.charAt(at + 1) === character &&
      !read.startsWith('\\\\', index);
    places.push(at);
    if (whole !== undefined && !read.startsWith(whole, index)) {
      // A character outside the basic plane counts as two.
      if (/[\uD800-\uDBFF]/.test(character)) {
        places.push(at);
        index += 1;
      }
      at += whole.length;
    } else if (isEscape) at += 2;
    else if (written.charAt(at) === character) at += 1;
    else return undefined;
  }
  places.push(at);
  return places;
}

/** Characters that change a number beside them, by the names of their references. */
const named: Record<string, string> = {
  ...{
    minus: '−',
    ndash: '–',
    mdash: '—',
    hyphen: '‐',
    dash: '‐',
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
  },
  ...{
    pound: '£',
    euro: '€',
    dollar: '$',
    yen: '¥',
    cent: '¢',
    curren: '¤',
    percnt: '%',
    permil: '‰',
    plus: '+',
    plusmn: '±',
    num: '#',
  },
  ...{
    lt: '<',
    gt: '>',
    le: '≤',
    ge: '≥',
    ap: '≈',
    asymp: '≈',
    sim: '∼',
    equals: '=',
    comma: ',',
    period: '.',
    sol: '/',
    deg: '°',
  },
  ...{
    frac12: '½',
    half: '½',
    frac14: '¼',
    frac34: '¾',
    sup1: '¹',
    sup2: '²',
    sup3: '³',
    times: '×',
    amp: '&',
    quot: '"',
    apos: "'",
  },
};

/**
 * The text with each reference replaced by its character, padded to the same length. `side` says at
 * which end of the reference the character is put.
 */
export function readReferences(text: string, side: 'start' | 'end'): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const character =
        name === undefined
          ? code <= 0x10ffff
            ? String.fromCodePoint(code)
            : undefined
          : named[name];
      if (character === undefined) return whole;
      return side === 'start' ? character.padEnd(whole.length) : character.padStart(whole.length);
    },
  );
}
