import { z } from 'astro/zod';
import type { Meaning } from './meaning.ts';
import { readProblem, sayProblem } from './problem.ts';
import { recordKinds, type RecordKind, type RecordName } from './records.ts';

/** The part of JSON Schema that our schemas use. */
export type JsonSchema = {
  $schema?: string;
  description?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  not?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema | JsonSchema[];
  properties?: Record<string, JsonSchema>;
  propertyNames?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
};

/**
 * The shape of one record as JSON Schema (draft 7, which every code editor reads). The check covers
 * what a schema cannot express, such as that a day or an id exists.
 */
export function getRecordSchema(name: RecordName): JsonSchema {
  const schema = z.toJSONSchema(recordKinds[name].schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema: { _zod }, jsonSchema }) => {
      // A field that is not allowed. An empty schema would allow anything.
      if (_zod.def.type === 'undefined') jsonSchema.not = {};
      if (jsonSchema.pattern !== undefined)
        jsonSchema.patternErrorMessage = getPatternError(_zod.def);
    },
  }) as JsonSchema;
  sayMeanings(schema);
  const { $schema, ...shape } = schema;
  const variants = listVariants(shape);
  return { ...($schema && { $schema }), ...(variants.length > 1 ? { oneOf: variants } : shape) };
}

type Said = JsonSchema & Partial<Meaning>;

/**
 * Removes our keys for the meaning of a text, which code editors do not know, and says it in words
 * if an editor has to know it.
 */
function sayMeanings(schema: JsonSchema): void {
  for (const field of Object.values(schema.properties ?? {})) {
    const [entry = field] = [field.items ?? []].flat();
    if (
      [field, entry].some((said: Said) => said.holds === 'bound') &&
      field.description !== undefined
    )
      field.description += ' Numbers are bound.';
  }
  const { items, anyOf, oneOf, properties, propertyNames, additionalProperties: rest } = schema;
  const inner = [
    items ?? [],
    anyOf ?? [],
    oneOf ?? [],
    Object.values(properties ?? {}),
    propertyNames ?? [],
    typeof rest === 'object' ? rest : [],
  ];
  for (const each of inner.flat()) sayMeanings(each);
  const said: Said = schema;
  delete said.holds;
  delete said.names;
  delete said.around;
  delete said.compared;
}

/** The alternative shapes of a record, flattened, because completion does not look deeper. */
export function listVariants(schema: JsonSchema): JsonSchema[] {
  const options = schema.oneOf ?? schema.anyOf;
  return options ? options.flatMap(listVariants) : [schema];
}

/** The message of our schema for a text that does not fit its pattern. */
function getPatternError(def: z.core.$ZodTypeDef): string | undefined {
  if ('innerType' in def) return getPatternError((def.innerType as z.core.$ZodType)._zod.def);
  const errors = (def.checks ?? []).map(({ _zod }) =>
    _zod.def.error?.({ code: 'invalid_format', input: '', path: [] } as never),
  );
  const known = errors
    .map((error) => (typeof error === 'string' ? readProblem(error) : undefined))
    .find((error) => error !== undefined);
  return known && sayProblem(known);
}

/** The schema of the whole file, which is a list if its entries are the records. */
export function getFileSchema(name: RecordName): JsonSchema {
  const { purpose, form }: RecordKind = recordKinds[name];
  const { $schema, ...schema } = getRecordSchema(name);
  const head = { ...($schema && { $schema }), description: purpose };
  return form === 'entry' ? { ...head, type: 'array', items: schema } : { ...head, ...schema };
}
