/**
 * Proposes the name of a record or file from words in any language. Letters of other scripts are
 * transliterated, and no letter is lost.
 */
import anyAscii from 'any-ascii';

/** Windows reserves these names for devices, so a file with such a name cannot be opened there. */
export const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** German spells these with two letters; Turkish, which has some of them too, does not. */
const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
/** The Arabic long a, which the transliteration leaves out. */
const alef = /[اأإآٱ]/gu;

/**
 * The words in lower case, digits and hyphens, at most `length` characters long. `language` is a
 * two-letter code. Empty if the text has no letter or digit.
 */
export function proposeId(words: string, length = 48, language?: string): string {
  const ungrouped = words.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1');
  const spelt = [...ungrouped].map((letter) =>
    language === 'de' ? (german[letter] ?? spell(letter)) : spell(letter),
  );
  const id = toHyphens(spelt.join(''));
  // Some letters are transliterated only to signs, and a few are only marks once normalized.
  const lettered = [ungrouped, words].find((text) => /\p{L}/u.test(text));
  if (/[a-z]/.test(id) || lettered === undefined) return finish(id, length);
  return finish(toHyphens(lettered.replace(/\p{L}/gu, sayCode)), length);
}

function spell(letter: string): string {
  const spelt = anyAscii(letter.replace(alef, 'a'));
  return spelt === '' && /\p{Lo}/u.test(letter) ? sayCode(letter) : spelt.replace(/['`]/g, '');
}

/** A letter without a transliteration becomes its code point. */
const sayCode = (letter: string) => `-u${letter.codePointAt(0)?.toString(16) ?? ''}-`;

const toHyphens = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

function finish(id: string, length: number): string {
  const short = shorten(id, length);
  // If shortening leaves only digits, the id begins at its first letter instead.
  const lead =
    /[a-z]/.test(id) && !/[a-z]/.test(short)
      ? shorten(id.slice(id.search(/[a-z]/)), length)
      : short;
  return deviceName.test(lead) ? `${lead}-1` : lead;
}

/** Shortens an id, after a whole word if possible. */
function shorten(id: string, length: number): string {
  if (id.length <= length) return id;
  const end = id.lastIndexOf('-', length);
  return id.slice(0, end > 0 ? end : length);
}
