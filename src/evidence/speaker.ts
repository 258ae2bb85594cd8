/** Compares names of speakers: whether two names can mean the same one. */

/**
 * "the Service’s report, according to the article": the words before the first comma name the
 * speaker, the others describe it.
 */
function readHead(name: string): string {
  return (name.split(/,| as quoted | according to /)[0] ?? '').replace(/['’]s\b/g, '').trim();
}

/** Words that begin with a capital letter, "al-Abadi" and "Al-Abadi" as "abadi". */
function listNames(text: string): string[] {
  return (text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu) ?? [])
    .map(fold)
    .filter((name) => name !== 'al' && name !== 'el');
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The first letters of the names in a text: "National Parcel Service" gives "nps". */
function abbreviate(text: string): string {
  return listNames(text)
    .map((name) => name.charAt(0))
    .join('');
}

/**
 * Whether the written name can mean the recorded speaker: it has the last of his names, which is
 * the surname of a person, or one of the two abbreviates the other. For a speaker without a name
 * ("an officer") any word of the description is enough.
 */
export function isSameSpeaker(written: string, recorded: string): boolean {
  const head = readHead(recorded);
  const names = listNames(head);
  const last = names.at(-1);
  if (last === undefined) {
    const words = new Set(fold(written).match(/\p{L}{3,}/gu));
    return (fold(head).match(/\p{L}{3,}/gu) ?? []).some((word) => words.has(word));
  }
  const own = listNames(written);
  return (
    own.includes(last) ||
    own.includes(abbreviate(head)) ||
    (names.length === 1 && abbreviate(readHead(written)) === last)
  );
}
