/**
 * What a text of a record *is*, stated once where the field is defined: `.meta(bound)`. Everything
 * else follows from it: typesetting, the rules on numbers, letters and markup, the words of charts,
 * references, the guide, and the JSON schemas of code editors.
 */
import type { z } from 'astro/zod';

/** What a text means for printing, typesetting and checking. */
export type Holds =
  /** Our sentences: printed, with links, and each number bound to a record or freed. */
  | 'bound'
  /** Our words alone, such as labels: printed unchanged, without links. */
  | 'printed'
  /** A title or name as others print it: no rule reads it as ours. */
  | 'name'
  /** The words of others. */
  | 'foreign'
  /**
   * Ids, addresses, dates, codes and forms that are looked up or compared: never typeset, never
   * printed as a sentence.
   */
  | 'data';

/** Kinds of records that others name by their ids. */
export const mentionKinds = [
  'numbers',
  'sources',
  'charts',
  'claims',
  'events',
  'places',
  'terms',
] as const;
export type MentionKind = (typeof mentionKinds)[number];

export type Meaning = {
  holds: Holds;
  /** For an id: what it names. */
  names?: MentionKind;
  /** For a chart: printed around the drawing, not in it. */
  around?: true;
  /** Compared letter by letter, so it is not typeset with the rest of the record. */
  compared?: true;
};

export const bound = { holds: 'bound' } as const satisfies Meaning;
export const printed = { holds: 'printed' } as const satisfies Meaning;
export const name = { holds: 'name' } as const satisfies Meaning;
export const foreign = { holds: 'foreign' } as const satisfies Meaning;
export const data = { holds: 'data' } as const satisfies Meaning;
/** An id of a record of this kind, or of a part of one. */
export const idOf = (kind: MentionKind) =>
  ({ holds: 'data', names: kind }) as const satisfies Meaning;
export const around = <M extends Meaning>(meaning: M) =>
  ({ ...meaning, around: true }) as const satisfies Meaning;

/**
 * A field with everything below it: the fields of a group, the entries of a list, the values of a
 * free-form map.
 */
export type Field = {
  meaning?: Meaning | undefined;
  /** True if it may be a text, but its meaning is not given. */
  unsaid: boolean;
  fields?: Map<string, Field>;
  each?: Field;
};

type Node = z.core.$ZodType;

const read = new WeakMap<Node, Field>();

/**
 * The fields of a shape, or of all alternatives. Throws if two alternatives give one path two
 * meanings.
 */
export function readField(schema: Node): Field {
  const known = read.get(schema);
  if (known) return known;
  const field = build(schema, '');
  read.set(schema, field);
  return field;
}

function build(schema: Node, path: string, above?: Meaning): Field {
  const own = readMeaning(schema) ?? above;
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;
  // Zod has more types than a record uses.
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return build(def.innerType as Node, path, own);
    case 'array':
      return { unsaid: false, each: build(def.element as Node, `${path}[]`, own) };
    case 'record':
      return { unsaid: false, each: build(def.valueType as Node, `${path}.*`, own) };
    case 'object': {
      const shape = Object.entries(def.shape as Record<string, Node>);
      return {
        unsaid: false,
        fields: new Map(
          shape.map(([key, inner]) => [key, build(inner, path ? `${path}.${key}` : key)]),
        ),
      };
    }
    case 'union':
      return (def.options as Node[])
        .map((option) => build(option, path, own))
        .reduce((one, other) => merge(one, other, path));
    case 'string':
      return { meaning: own, unsaid: own === undefined };
    case 'enum':
    case 'literal':
      return { meaning: own ?? data, unsaid: false };
    default:
      return { meaning: own, unsaid: false };
  }
}

function readMeaning(schema: Node): Meaning | undefined {
  const meta = (schema as z.ZodType).meta() as Partial<Meaning> | undefined;
  return meta?.holds === undefined ? undefined : (meta as Meaning);
}

function merge(one: Field, other: Field, path: string): Field {
  const [mine, theirs] = [one.meaning, other.meaning];
  if (
    mine &&
    theirs &&
    (mine.holds !== theirs.holds || mine.names !== theirs.names || mine.around !== theirs.around)
  )
    throw new Error(
      `The field ${path} is said to be ${mine.holds} and ${theirs.holds}: give it one meaning in every shape.`,
    );
  const fields = new Map(one.fields);
  for (const [key, field] of other.fields ?? []) {
    const known = fields.get(key);
    fields.set(key, known ? merge(known, field, path ? `${path}.${key}` : key) : field);
  }
  const each =
    one.each && other.each ? merge(one.each, other.each, `${path}[]`) : (one.each ?? other.each);
  const both = { meaning: mine ?? theirs, unsaid: one.unsaid || other.unsaid };
  return { ...both, ...(fields.size > 0 && { fields }), ...(each && { each }) };
}

/**
 * The field of an entry. A single text in place of a list, and a list in place of a text, are
 * accepted.
 */
export function stepInto(field: Field | undefined, key: string | number): Field | undefined {
  return typeof key === 'number'
    ? (field?.each ?? field)
    : (field?.fields?.get(key) ?? field?.each);
}

export type PathStep = string | number;

/**
 * Every text below `value`, whose shape is `field`, with its path and meaning. The meaning of a
 * text in an unknown field is undefined.
 */
export function* walkTexts(
  value: unknown,
  field: Field | undefined,
  path: PathStep[] = [],
): Generator<{ path: PathStep[]; text: string; meaning: Meaning | undefined }> {
  if (typeof value === 'string')
    yield { path, text: value, meaning: field?.meaning ?? field?.each?.meaning };
  else if (Array.isArray(value)) {
    for (const [index, inner] of (value as unknown[]).entries())
      yield* walkTexts(inner, stepInto(field, index), [...path, index]);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* walkTexts(inner, stepInto(field, key), [...path, key]);
}

/** A copy of `value` with every text replaced by what `change` makes of it. */
export function mapTexts<T>(
  value: T,
  field: Field | undefined,
  change: (text: string, meaning: Meaning | undefined) => string,
): T {
  if (typeof value === 'string') return change(value, field?.meaning) as T;
  if (Array.isArray(value))
    return value.map((entry: unknown, index) =>
      mapTexts(entry, stepInto(field, index), change),
    ) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      mapTexts(inner, stepInto(field, key), change),
    ]),
  ) as T;
}
