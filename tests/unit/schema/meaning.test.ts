import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { text } from '../../../src/schema/fields.ts';
import { getRecordSchema } from '../../../src/schema/json-schema.ts';
import {
  around,
  bound,
  data,
  idOf,
  mapTexts,
  printed,
  readField,
  walkTexts,
  type Field,
} from '../../../src/schema/meaning.ts';
import {
  getFields,
  getFieldsOfFile,
  recordKinds,
  type RecordName,
} from '../../../src/schema/records.ts';

const kinds = Object.keys(recordKinds) as RecordName[];

/** Lists every nested field with its path. */
function listFields(field: Field, path = ''): { path: string; field: Field }[] {
  return [
    { path, field },
    ...[...(field.fields ?? [])].flatMap(([key, inner]) => listFields(inner, `${path}.${key}`)),
    ...(field.each ? listFields(field.each, `${path}[]`) : []),
  ];
}
const listUnsaid = (field: Field) =>
  listFields(field).flatMap(({ path, field: { unsaid } }) => (unsaid ? path : []));

describe('what a field holds', () => {
  it('is said of every text of every record', () => {
    expect(kinds.flatMap((kind) => listUnsaid(getFields(kind)).map((path) => kind + path))).toEqual(
      [],
    );
    expect(
      kinds.flatMap((kind) => listFields(getFields(kind)).filter(({ field }) => field.meaning))
        .length,
    ).toBeGreaterThan(150);
  });

  it('is missed in a field that is added without it, wherever it is added', () => {
    const shapes = [
      z.strictObject({
        title: text,
        motto: z.string().optional().describe('Nobody said what it is.'),
      }),
      z.strictObject({ rows: z.array(z.strictObject({ motto: z.string() })) }),
      z.strictObject({ mottos: z.array(z.string().min(2)) }),
      z.strictObject({ by: z.record(z.string(), z.string()) }),
      z.union([
        z.strictObject({ id: z.string().meta(data) }),
        z.strictObject({ id: z.string().meta(data), motto: z.string() }),
      ]),
    ];
    expect(shapes.map((shape) => listUnsaid(readField(shape)))).toEqual([
      ['.motto'],
      ['.rows[].motto'],
      ['.mottos[]'],
      ['.by[]'],
      ['.motto'],
    ]);
  });

  it('goes by its path, not by its bare name', () => {
    const meaningOf = (kind: RecordName, ...path: string[]) =>
      path.reduce<Field | undefined>(
        (field, key) => field?.fields?.get(key) ?? field?.each?.fields?.get(key),
        getFields(kind),
      );
    expect(meaningOf('chart', 'sources')?.meaning).toMatchObject(around(bound));
    expect(meaningOf('event', 'sources')?.each?.meaning).toMatchObject(idOf('sources'));
    expect(meaningOf('source', 'title')?.meaning?.holds).toBe('name');
    expect(meaningOf('article', 'title')?.meaning?.holds).toBe('bound');
    expect(meaningOf('chart', 'base')?.meaning).toMatchObject(printed);
    expect(meaningOf('breakdown', 'base')?.meaning).toMatchObject(idOf('numbers'));
    expect(meaningOf('source', 'quotes', 'at')?.meaning).toMatchObject({
      holds: 'foreign',
      compared: true,
    });
    expect(meaningOf('chart', 'stops', 'at')?.meaning).toMatchObject(idOf('places'));
  });

  it('refuses two meanings for one path', () => {
    const shape = z.union([
      z.strictObject({ a: z.string().meta(bound) }),
      z.strictObject({ a: z.string().meta(data) }),
    ]);
    expect(() => readField(shape)).toThrow('The field a is said to be bound and data');
  });

  it('is found for every kind of file', () => {
    expect(getFieldsOfFile('content/claims/some-claim.yaml')).toBe(getFields('claim'));
    expect(getFieldsOfFile('content/pages/about.mdx')).toBe(getFields('page'));
    expect(getFieldsOfFile('content/places.yaml')?.each).toBe(getFields('place'));
    expect(getFieldsOfFile('content/site.yaml')).toBe(getFields('site'));
    expect(getFieldsOfFile('content/charts/some-table.csv')).toBeUndefined();
  });

  it('is told for texts that stand where a list of them belongs, and for lists where a text does', () => {
    const { fields = new Map<string, Field>() } = getFields('article');
    const tell = (value: unknown) =>
      [...walkTexts(value, { unsaid: false, fields })].map(({ path, meaning }) => [
        path.join('.'),
        meaning?.holds,
      ]);
    expect(tell({ findings: 'One.', summary: ['One.', 'Two.'], nobody: 'knows' })).toEqual([
      ['findings', 'bound'],
      ['summary.0', 'bound'],
      ['summary.1', 'bound'],
      ['nobody', undefined],
    ]);
  });

  it('changes texts alone', () => {
    const record = {
      title: 'a',
      tag: 'E-07',
      unit: { kind: 'count', one: 'a', many: 'b' },
      statements: [{ id: 'a', value: 7 }],
      more: null,
    };
    const changed = mapTexts(record, getFields('quantity'), (words, meaning) =>
      meaning && meaning.holds !== 'data' ? `${words}!` : words,
    );
    expect(changed).toEqual({
      ...record,
      title: 'a!',
      unit: { kind: 'count', one: 'a!', many: 'b!' },
    });
  });

  it('is said to editors in words, and never in keys that only we know', () => {
    const schemas = kinds.map((kind) => JSON.stringify(getRecordSchema(kind)));
    expect(schemas.join('').match(/"(?:holds|compared|around)":/g)).toBeNull();
    const { properties = {} } = getRecordSchema('article');
    expect(properties['summary']?.description).toMatch(/ Numbers are bound\.$/);
    expect(properties['findings']?.description).toMatch(/ Numbers are bound\.$/);
    expect(properties['date']?.description).not.toContain('bound');
  });
});
