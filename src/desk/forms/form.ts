/** What `npm run new` asks for a kind of record, and what it writes from the answers. */
import { proposeId } from '../../library/texts/propose-id.ts';
import { takeOffOuterMarks } from '../../evidence/outer-marks.ts';
import { sayIssue } from '../../library/yaml/explain-issue.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import type { Content } from '../../library/content.ts';
import { findNearest } from '../../library/findings.ts';
import { formatEntry, formatRecord, insertEntry } from '../new/record-text.ts';
import { getRecordSchema } from '../../schema/json-schema.ts';
import { recordKinds, type RecordKind, type RecordName } from '../../schema/records.ts';

/** What a form may look at. */
export type Desk = {
  content: Content;
  /** YYYY-MM-DD. */
  today: string;
  /** An evidence tag that no record ever had. Asks git. */
  getNextTag: () => string;
};

/** Answers by the name of their question, each a list. Questions without an answer are missing. */
export class Answers {
  private readonly given = new Map<string, string[]>();

  set(name: string, answers: string[]): void {
    if (answers.length > 0) this.given.set(name, answers);
  }
  has(name: string): boolean {
    return this.given.has(name);
  }
  one(name: string): string | undefined {
    return this.given.get(name)?.[0];
  }
  /** The answer to a question that must be answered. */
  get(name: string): string {
    return this.one(name) ?? '';
  }
  /** Undefined instead of an empty list. */
  all(name: string): string[] | undefined {
    return this.given.get(name);
  }
  isYes(name: string): boolean {
    return this.one(name) === 'yes';
  }
}

export type Question = {
  /** Name of the flag. */
  name: string;
  /** The question in plain words. */
  ask: string;
  /** True if the record cannot be made without an answer, always or after some answers. */
  needed?: boolean | ((answers: Answers) => boolean);
  /** Several answers: ids on one line, or texts one after the other. */
  many?: 'ids' | 'texts';
  /** The allowed answers and what they mean. */
  choices?: Record<string, string>;
  /** The same, taken from the content. */
  choicesIn?: (content: Content) => Record<string, string> | undefined;
  /** True for further allowed answers, which are too many to list. */
  mayBe?: (answer: string) => boolean;
  /** The default if there is no answer. */
  usual?: (answers: Answers, desk: Desk) => string | undefined;
  /** False if earlier answers make the question pointless. */
  asked?: (answers: Answers) => boolean;
  /**
   * The message if it is answered although it does not apply, and another answer would make it
   * apply.
   */
  unasked?: (answers: Answers) => string | undefined;
  /** Cleans up the answer before it is kept. */
  tidy?: (answer: string) => string;
  /** The note to the editor if this changed the answer. */
  tidied?: string;
  /** What to say before the question, or if its answer is missing. */
  warn?: (answers: Answers, desk: Desk) => string | undefined;
  /** Why an answer is not accepted. */
  refuse?: (answer: string, desk: Desk, answers: Answers) => string | undefined;
};

/** A file as it will be, and the part of it that is new. */
export type Draft = { path: string; text: string; added: string };

export type Form = {
  questions: Question[];
  write: (answers: Answers, desk: Desk) => Draft[];
  /** Says in one line what to do next. */
  next: (answers: Answers, desk: Desk) => string;
};

export const yesNo = { yes: '', no: '' };

/** For questions about the words of a source: people copy the quotation marks around them too. */
export const ofWording = {
  tidy: takeOffOuterMarks,
  tidied: 'The quotation marks around the words were left out: the site sets them.',
} as const;

export const fits =
  (schema: RecordKind['schema']) =>
  (answer: unknown): string | undefined => {
    const parsed = schema.safeParse(answer);
    if (parsed.success) return undefined;
    const [issue] = parsed.error.issues;
    return issue ? sayIssue(issue, answer) : 'This cannot be used.';
  };

export function sayUnknown(what: string, id: string, known: readonly string[]): string {
  const near = findNearest(id, known);
  return `There is no ${what} called "${id}".${near ? ` Did you mean "${near}"?` : ''}`;
}

export function refuseSource(id: string, { content }: Desk): string | undefined {
  return content.record.sources.has(id)
    ? undefined
    : `${sayUnknown('source', id, [...content.record.sources.keys()])} A new one is made with: npm run new -- source`;
}

export function refusePlace(id: string, { content }: Desk): string | undefined {
  const known = (content.places?.value ?? []).map((place) => place.id);
  return known.includes(id)
    ? undefined
    : `${sayUnknown('place', id, known)} A new one is made with: npm run new -- place`;
}

export function refuseQuantity(id: string, { content }: Desk): string | undefined {
  return content.record.quantities.has(id)
    ? undefined
    : sayUnknown('quantity', id, [...content.record.quantities.keys()]);
}

/**
 * Refuses a reference that is not a number of the record. With `whole`, it may also name a record
 * with several numbers.
 */
export const refuseNumber =
  (whole = false) =>
  (ref: string, { content: { record } }: Desk): string | undefined => {
    const found = findNumber(record, ref);
    if (!isFailure(found)) return undefined;
    if (found.problem === 'unknown-record')
      return sayUnknown('quantity or breakdown', found.id, found.known);
    if (found.problem === 'unknown-entry')
      return sayUnknown(`number in "${found.id}"`, found.entry, found.known);
    return whole
      ? undefined
      : `"${ref}" holds several numbers. Write one of: ${found.known.map((part) => `${found.id}/${part}`).join(', ')}.`;
  };

/** Names that are taken, each with its file. */
export type Taken = ReadonlyMap<string, string>;

export const takenBy = (files: readonly { id: string; source: { path: string } }[]): Taken =>
  new Map(files.map(({ id, source }) => [id, source.path]));

/** The same for entries of a list. */
export const takenIn = (
  list: { value: readonly { id: string }[]; source: { path: string } } | undefined,
): Taken => new Map((list?.value ?? []).map(({ id }) => [id, list?.source.path ?? '']));

/**
 * The last question of a form: the name of the record. If the name is taken, the record may exist
 * already.
 */
export function askId(
  ask: string,
  suggest: (answers: Answers) => string,
  listTaken: (content: Content) => Taken,
): Question {
  return {
    name: 'id',
    ask,
    needed: true,
    usual: (answers, { content }) => {
      const id = suggest(answers);
      return id === '' || listTaken(content).has(id) ? undefined : id;
    },
    warn: (answers, { content }) => {
      const id = suggest(answers);
      const path = listTaken(content).get(id);
      return path === undefined
        ? undefined
        : `"${id}" is there already: ${path}. If it is the same, use it and make no other; if not, give this one a name of its own.`;
    },
    refuse: (id, { content }) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
        return `A name has only lower-case letters, digits and single hyphens, for example ${proposeId(id) || 'parcels-lost'}.`;
      const path = listTaken(content).get(id);
      return path === undefined
        ? undefined
        : `"${id}" is taken already, in ${path}, and nothing is overwritten. Choose another name.`;
    },
  };
}

/** Drafts a record as a separate file. */
export function draftFile(kind: RecordName, id: string, value: object): Draft {
  const text = formatRecord(getRecordSchema(kind), value);
  return { path: `content/${recordKinds[kind].file.replace('*', id)}`, text, added: text };
}

/**
 * Drafts a record as an entry of its list, in front of the first entry for which `follows` is true.
 */
export function draftEntry(
  kind: RecordName,
  value: object,
  list: { source: { text: string } } | undefined,
  follows: (entry: Record<string, unknown>) => boolean = () => false,
): Draft {
  const added = formatEntry(getRecordSchema(kind), value);
  return {
    path: `content/${recordKinds[kind].file}`,
    text: insertEntry(list?.source.text ?? '', added, follows),
    added,
  };
}
