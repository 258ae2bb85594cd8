/**
 * How wide a text is, without a browser: advance widths of the site's own fonts, in thousandths of
 * the text size.
 *
 * Measured once from the `latin` and `latin-ext` files of Archivo Narrow (weights 400 and 600) and
 * Brygada 1918 (weight 600), kerning off. Letters with accents are as wide as their base letters in
 * these fonts. Widths of other scripts are guessed generously, so that a label gets too much room
 * rather than too little.
 */

export type Face = 'regular' | 'semibold' | 'serif';

/** Printable ASCII, from the space to the tilde. */
const ascii: Record<Face, readonly number[]> = {
  // prettier-ignore
  regular: [
    228, 228, 291, 456, 456, 729, 547, 157, 273, 273, 319, 479, 228, 273, 228, 228, 456, 456, 456, 456, 456, 456, 456,
    456, 456, 456, 228, 228, 479, 479, 479, 456, 832, 547, 547, 592, 592, 547, 501, 638, 592, 228, 410, 547, 456, 683,
    592, 638, 547, 638, 592, 547, 501, 592, 547, 774, 547, 547, 501, 228, 228, 228, 385, 456, 0, 456, 456, 410, 456,
    456, 228, 456, 456, 228, 182, 410, 182, 683, 456, 456, 456, 456, 273, 410, 228, 456, 410, 592, 410, 410, 410, 274,
    213, 274, 479,
  ],
  // prettier-ignore
  semibold: [
    228, 258, 355, 456, 456, 729, 577, 182, 273, 273, 319, 479, 228, 273, 228, 228, 456, 456, 456, 456, 456, 456, 456,
    456, 456, 456, 258, 258, 479, 479, 479, 486, 811, 577, 577, 592, 592, 547, 501, 638, 592, 228, 440, 577, 486, 683,
    592, 638, 547, 638, 592, 547, 501, 592, 547, 774, 547, 547, 501, 258, 228, 258, 447, 456, 0, 456, 486, 440, 486,
    456, 258, 486, 486, 228, 212, 440, 212, 713, 486, 486, 486, 486, 303, 440, 258, 486, 440, 622, 440, 440, 410, 304,
    224, 304, 479,
  ],
  // prettier-ignore
  serif: [
    216, 208, 379, 714, 605, 869, 754, 210, 303, 303, 486, 510, 213, 389, 208, 392, 608, 500, 586, 578, 635, 584, 590,
    555, 564, 590, 208, 213, 501, 510, 501, 468, 939, 709, 686, 685, 752, 625, 573, 737, 773, 384, 437, 719, 597, 912,
    742, 749, 619, 749, 710, 605, 632, 722, 688, 992, 673, 654, 587, 301, 392, 301, 517, 409, 143, 546, 605, 510, 619,
    531, 349, 555, 637, 322, 310, 597, 313, 947, 645, 569, 616, 609, 478, 472, 382, 611, 527, 785, 560, 525, 508, 310,
    245, 310, 510,
  ],
};

const others = 'ßÆæØøŒœĐđŁłı–—‘’“”…•€·×½';
const otherWidths: Record<Face, readonly number[]> = {
  // prettier-ignore
  regular: [
    501, 820, 729, 638, 456, 820, 774, 592, 456, 456, 182, 228, 456, 820, 182, 182, 273, 273, 820, 287, 456, 228, 479,
    683,
  ],
  // prettier-ignore
  semibold: [
    501, 820, 729, 638, 486, 820, 774, 592, 486, 486, 212, 228, 456, 820, 212, 212, 363, 363, 820, 287, 456, 228, 479,
    683,
  ],
  // prettier-ignore
  serif: [
    637, 912, 814, 749, 569, 1039, 896, 752, 619, 616, 313, 322, 501, 800, 213, 213, 392, 392, 631, 288, 772, 208,
    470, 807,
  ],
};

/** For letters of other alphabets, and for ideographs and emoji. */
const unknownWidth = 640;
const wideWidth = 1000;

function getWidth(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0;
  const inAscii = ascii[face][(code === 0xa0 ? 0x20 : code) - 0x20];
  if (inAscii !== undefined) return inAscii;
  if (/\p{Mark}|\p{Default_Ignorable_Code_Point}/u.test(character)) return 0;
  const known = otherWidths[face][others.indexOf(character)];
  if (known !== undefined) return known;
  return /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Extended_Pictographic}/u.test(
    character,
  )
    ? wideWidth
    : unknownWidth;
}

/** Widths already added up: a layout tries the same words in hundreds of places. */
const added: Record<Face, Map<string, number>> = {
  regular: new Map(),
  semibold: new Map(),
  serif: new Map(),
};
const maximumAdded = 20_000;

function addWidths(text: string, face: Face): number {
  const known = added[face].get(text);
  if (known !== undefined) return known;
  if (added[face].size >= maximumAdded) added[face].clear();
  let thousandths = 0;
  for (const character of text.normalize('NFD')) thousandths += getWidth(character, face);
  added[face].set(text, thousandths);
  return thousandths;
}

/** Width of `text` in the unit of `size`. */
export function measureText(text: string, size: number, face: Face = 'regular'): number {
  return (addWidths(text, face) / 1000) * size;
}

/** Words, or a line of them; its width in thousandths of the text size. */
type Run = { text: string; thousandths: number };

function splitWords(text: string, face: Face): Run[] {
  return text
    .split(/[ \n]+/)
    .flatMap((word) => (word ? { text: word, thousandths: addWidths(word, face) } : []));
}

function fillLines(words: readonly Run[], width: number, size: number, face: Face): Run[] {
  const space = addWidths(' ', face);
  const lines: Run[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const thousandths = (line?.thousandths ?? 0) + space + word.thousandths;
    if (line && (thousandths / 1000) * size <= width)
      lines[lines.length - 1] = { text: `${line.text} ${word.text}`, thousandths };
    else lines.push(word);
  }
  return lines;
}

/**
 * Breaks `text` between words into lines of at most `width`. A word that is wider than that has its
 * own line.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  face: Face = 'regular',
): string[] {
  return fillLines(splitWords(text, face), width, size, face).map((line) => line.text);
}

/** Like wrapText, with lines of about equal length: as narrow as the number of lines allows. */
export function balanceText(
  text: string,
  width: number,
  size: number,
  face: Face = 'regular',
): string[] {
  const words = splitWords(text, face);
  let lines = fillLines(words, width, size, face);
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    const tried = fillLines(words, narrower, size, face);
    if (
      tried.length > lines.length ||
      tried.some(({ thousandths }) => (thousandths / 1000) * size > width)
    )
      break;
    lines = tried;
  }
  return lines.map((line) => line.text);
}
