/**
 * Sources that the desk itself heard or holds: their names, their place among other sources, and
 * the little that readers may learn about them.
 */
import { holdings, terms } from '../schema/held.ts';
import type { Quantity } from '../schema/quantity.ts';
import { isHeldKind, type Source, type WrittenSource } from '../schema/source.ts';
import { listWords } from './format.ts';

type Kinds = Pick<WrittenSource, 'kind' | 'terms'>;

export const isHeld = ({ kind }: Pick<WrittenSource, 'kind'>): boolean => isHeldKind(kind);

/** An interview, a letter or a call: what a person said to the desk. */
export const isTalk = (source: Pick<WrittenSource, 'kind'>): boolean =>
  isHeld(source) && source.kind !== 'held-document';

/** Whether readers may not know who it was. */
export const isNameWithheld = ({ terms: agreed }: Pick<WrittenSource, 'terms'>): boolean =>
  agreed === 'name-withheld' || agreed === 'background';

/** Whether a statement in it comes from a person whose name readers do not learn. */
export const isUnnamed = (source: Kinds | undefined): boolean =>
  source !== undefined && isTalk(source) && isNameWithheld(source);

type Names = { alone: string; within: string; spoken?: string };
/**
 * The words in front of the source's person or body. `spoken`: if the person has just been named.
 */
const names: Partial<Record<WrittenSource['kind'], Names>> = {
  interview: {
    alone: 'Interview with',
    within: 'an interview with',
    spoken: 'an interview with the desk',
  },
  letter: { alone: 'Letter from', within: 'a letter from', spoken: 'a letter to the desk' },
  call: {
    alone: 'Telephone call with',
    within: 'a telephone call with',
    spoken: 'a telephone call with the desk',
  },
  'held-document': { alone: 'Document of', within: 'a document of' },
};

/** The person as published. A note beside it says if the name is withheld. */
export const readPerson = (person: string): string => person.replace(/,? name withheld\.?$/i, '');

/**
 * A source as in the record: a talk is named by its kind and person, and what the desk holds counts
 * as read.
 */
export function completeSource(written: WrittenSource): Source {
  const { title, publisher, person = '', kind, read_as: read, date, received } = written;
  if (!isHeld(written))
    return {
      ...written,
      title: title ?? '',
      publisher: publisher ?? '',
      read_as: read ?? 'not-seen',
    };
  const day = date ?? received;
  const held = {
    ...written,
    read_as: 'held' as const,
    ...(day !== undefined && { published: day }),
  };
  const words = names[kind];
  if (!words || !isTalk(written))
    return { ...held, title: title ?? '', publisher: publisher ?? '' };
  const name = `${words.alone} ${readPerson(person)}`;
  return { ...held, title: name, title_ours: true, publisher: name, author: readPerson(person) };
}

/** Statements from a talk get its person and day, unless their record says otherwise. */
export function completeStatements(
  quantity: Quantity,
  sources: ReadonlyMap<string, Source>,
): Quantity {
  if (
    !quantity.statements?.some(({ source }) => isHeld(sources.get(source) ?? { kind: 'reporting' }))
  )
    return quantity;
  const statements = quantity.statements.map((statement) => {
    const source = sources.get(statement.source);
    if (!source || !isHeld(source)) return statement;
    return {
      ...(isTalk(source) && source.author !== undefined && { speaker: source.author }),
      ...(source.published !== undefined && { published: source.published }),
      ...statement,
    };
  });
  return { ...quantity, statements };
}

/**
 * The source in a sentence, after “in”: “an interview with an officer of the army”, “The Gazette”;
 * after its own speaker, “an interview with the desk”.
 */
export function nameWithin(source: Source, speaker?: string): string {
  const words = names[source.kind];
  if (!words) return source.publisher;
  if (words.spoken && speaker !== undefined && speaker === source.author) return words.spoken;
  return nameAlone(source).replace(words.alone, words.within);
}

/**
 * The name of a source outside a sentence. A document that the desk holds is named after its owner:
 * “Document of the ministry”.
 */
export function nameAlone(source: Source): string {
  return isHeld(source) && !isTalk(source)
    ? `${names[source.kind]?.alone ?? ''} ${source.publisher}`
    : source.publisher;
}

/**
 * The name under which independent printings are counted. Everything that the desk heard or holds
 * counts as one.
 */
export const nameHand = (source: Source | undefined, id: string): string =>
  !source ? id : isHeld(source) ? '' : source.publisher;

/** “Name withheld: he may lose his post.” Undefined if no terms were agreed. */
export function sayTerms({
  terms: agreed,
  withheld_reason: reason,
}: Pick<WrittenSource, 'terms' | 'withheld_reason'>): string | undefined {
  if (agreed === undefined) return undefined;
  const words = terms[agreed];
  return reason === undefined ? words : `${words}. ${reason}`;
}

/** “Notes and recording held by the desk”. */
export function sayHolding({ held = [] }: Pick<WrittenSource, 'held'>): string {
  const words = `${listWords(held.map((what) => holdings[what]))} held by the desk`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether the person confirmed the quotations, in words. */
export function sayChecked({
  quotes_checked: checked,
}: Pick<WrittenSource, 'quotes_checked'>): string | undefined {
  if (checked === undefined) return undefined;
  return checked ? 'read back to the person and confirmed' : 'not read back to the person';
}

/**
 * The words after a source's name in a list of sources: “Name withheld. Notes held by the desk.”
 * The person who gave a document is not its author.
 */
export function sayCustody(source: Pick<WrittenSource, 'kind' | 'terms' | 'held'>): string {
  const withheld = isTalk(source) ? 'Name withheld' : 'Given by a person whose name is withheld';
  const agreed = isNameWithheld(source) ? [withheld] : [];
  return [...agreed, sayHolding(source)].map((part) => `${part}.`).join(' ');
}
