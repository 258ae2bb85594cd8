/**
 * The downloadable tables, and whether they match their description. The schema is that of Data
 * Package 2.0 from github.com/frictionlessdata/datapackage, in the public domain.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/library/read-content.ts';
import {
  formatDataPackage,
  formatTableCsv,
  formatTableJson,
} from '../../../src/publish/data-package.ts';
import { listDataTables } from '../../../src/site/data-tables.ts';
import { tableNames } from '../../../src/site/data-paths.ts';

const { content } = readContent(process.cwd());
const tables = listDataTables(content);
const words = {
  name: 'a-site',
  title: 'A site',
  description: 'Its record.',
  version: 'c0ffee1',
  day: '2015-06-02',
  homepage: 'https://example.org/',
};
const text = formatDataPackage(tables, words);
type Resource = { name: string; path: string; bytes: number; hash: string };
const descriptor = JSON.parse(text) as { resources: Resource[] };

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, 'data-package-schema.json'), 'utf8'),
) as Record<string, unknown>;
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  schema,
);

/** Returns the errors by the published schema. */
const judge = (given: unknown): string[] =>
  validate(given)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

it('is a data package by the published schema, which refuses what is none', () => {
  expect(judge(descriptor)).toEqual([]);
  expect(judge({ ...descriptor, resources: [] })).not.toEqual([]);
  expect(judge({ ...descriptor, licenses: [{}] })).not.toEqual([]);
});

it('describes the files that lie beside it, to the byte', () => {
  expect(descriptor.resources.map(({ name }) => name)).toEqual([...tableNames]);
  for (const [index, { path, name, bytes, hash }] of descriptor.resources.entries()) {
    const csv = Buffer.from(tables[index] ? formatTableCsv(tables[index]) : '');
    expect(path).toBe(`${name}.csv`);
    expect([bytes, hash]).toEqual([
      csv.length,
      `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    ]);
  }
});

describe.each(tables)('the table $name', (table) => {
  const column = (name: string) => table.fields.findIndex((field) => field.name === name);

  it('holds values of the types it says, and each row once', () => {
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows)
      for (const [index, { name, type }] of table.fields.entries()) {
        const cell = row[index];
        if (cell === undefined) continue;
        expect(typeof cell, `${name} of ${String(row[0])}`).toBe(type);
      }
    const keys = table.rows.map((row) => table.key.map((name) => row[column(name)]).join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names only rows that are there', () => {
    for (const [field, target] of Object.entries(table.links ?? {})) {
      const ids = new Set(tables.find(({ name }) => name === target)?.rows.map(([id]) => id));
      const lost = table.rows.map((row) => row[column(field)]).filter((id) => !ids.has(id));
      expect(lost).toEqual([]);
    }
  });

  it('says the same as JSON', () => {
    const objects = JSON.parse(formatTableJson(table)) as Record<string, unknown>[];
    expect(objects.map((object) => Object.values(object))).toEqual(
      table.rows.map((row) => table.fields.map((_, index) => row[index] ?? null)),
    );
  });
});

it('gives away no wording of others', () => {
  const wordings = [...content.record.quantities.values()].flatMap(({ statements = [] }) =>
    statements.flatMap(({ wording }) => wording ?? []),
  );
  const printed = [...content.record.breakdowns.values()].flatMap(({ rows }) =>
    rows.flatMap(({ printings = [] }) => printings.flatMap(({ wording }) => wording ?? [])),
  );
  // A wording of only a few words may also be a value or a name.
  const long = [...wordings, ...printed].filter((wording) => wording.split(/\s+/).length > 5);
  expect(long.length).toBeGreaterThan(50);
  // A headline names a work, as in every list of sources.
  const given = tables
    .map((table) => formatTableCsv(table.name === 'sources' ? { ...table, rows: [] } : table))
    .join('\n');
  expect(long.filter((wording) => given.includes(wording.replaceAll('"', '""')))).toEqual([]);
});
