/** Checks that the words with which a text names what it repeats contain one of its names. */
import type { Source } from '../schema/source.ts';
import type { Statement } from '../schema/quantity.ts';

type Token = { text: string; folded: string };

function split(text: string): Token[] {
  return [...text.replace(/['’]s\b/g, '').matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => ({
    text: word,
    folded: fold(word),
  }));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word);
/**
 * Letters of scripts without capitals, in which a name may have other letters directly beside it.
 */
const isUncased = (text: string) => /\p{Lo}/u.test(text);

/** Whether `words` contain `name` in whole words, in upper or lower case. */
function holdsWords(words: string, name: string): boolean {
  if (isUncased(name)) return fold(words).includes(fold(name.trim()));
  const [text, wanted] = [split(words), split(name)];
  return (
    wanted.length > 0 &&
    text.some((_, start) =>
      wanted.every(({ folded }, step) => text[start + step]?.folded === folded),
    )
  );
}

/** Words with a capital letter: "the NPS report" has NPS. */
const listCapitals = (text: string) => split(text).filter(({ text: word }) => isCapital(word));

/** "National Parcel Service" is also NPS, "The Daily Gazette" the Daily Gazette. */
function holdsBody(words: string, name: string): boolean {
  const bare = name.replace(/^(?:the|le|la|les|el|il|der|die|das)\s/i, '');
  const initials = listCapitals(name)
    .map(({ text }) => text.charAt(0))
    .join('');
  return (
    holdsWords(words, bare) ||
    (initials.length > 2 && split(words).some(({ text }) => text === initials))
  );
}

/**
 * Whether `words` name a person by the whole name or by the surname: the last word that begins with
 * a capital letter.
 */
function holdsPerson(words: string, name: string): boolean {
  const surname = listCapitals(name).at(-1);
  return (
    holdsBody(words, name) ||
    (surname !== undefined && listCapitals(words).some(({ folded }) => folded === surname.folded))
  );
}

/** The name without additions: "Jane Doe" in "Jane Doe, head of the post office". */
const readHead = (speaker: string) => speaker.split(/,| as quoted | according to /)[0] ?? '';
const splitAuthors = (author: string) =>
  author.split(/,| and | & |;/).filter((name) => name.trim() !== '');

export type Repeated = { source: Source | undefined; statement: Statement };

/**
 * A speaker's name counts as a name of the source only if the source was not seen and is known
 * through those who repeat it.
 */
const isSpokenAlone = ({ source }: Repeated) => source?.read_as === 'not-seen';

/**
 * Names that a text may use for what it repeats: its publisher, author or aliases, or the speaker
 * if it was not seen.
 */
export function listNames(repeated: Repeated): string[] {
  const { source, statement } = repeated;
  const speaker = isSpokenAlone(repeated) && statement.speaker ? [readHead(statement.speaker)] : [];
  const names = [source?.publisher, source?.author, ...(source?.aliases ?? []), ...speaker];
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
}

/** True if `words` contain a name of what is repeated. */
export function holdsName(words: string, repeated: Repeated): boolean {
  const { source, statement } = repeated;
  const { publisher = '', author = '', aliases = [] } = source ?? {};
  return (
    holdsBody(words, publisher) ||
    aliases.some((alias) => holdsWords(words, alias)) ||
    splitAuthors(author).some((name) => holdsPerson(words, name)) ||
    (isSpokenAlone(repeated) && holdsSpeaker(words, statement))
  );
}

/** True if `words` name the speaker of the repeated statement. */
export function holdsSpeaker(words: string, { speaker }: Statement): boolean {
  return holdsPerson(words, readHead(speaker ?? ''));
}

/** Words with a capital letter that name nobody. */
const nameless = new Set(
  'the a an in on at of by from to as its his her their this that what who january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);

/**
 * True if `words` hold a name from `unseen`, our description of a text that was not seen: "a report
 * by the Gazette".
 */
export function holdsUnseenName(words: string, unseen: string): boolean {
  const names = split(unseen).filter(
    ({ text, folded }) =>
      (isCapital(text) && !nameless.has(folded)) || (isUncased(text) && text.length > 2),
  );
  return names.some(({ text }) => holdsWords(words, text));
}
