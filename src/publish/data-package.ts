/**
 * Tables to download, and the file that describes them: a Data Package, version 2, as defined by
 * datapackage.org.
 */
import { createHash } from 'node:crypto';
import { formatCsv, type CsvField } from './csv.ts';
import { licence } from './licence.ts';

export type DataField = {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean';
  description: string;
};

export type DataTable = {
  name: string;
  title: string;
  description: string;
  fields: readonly DataField[];
  /** Fields whose values together identify a row. */
  key: readonly string[];
  /** Fields that hold the `id` of a row of another table. */
  links?: Readonly<Record<string, string>>;
  rows: readonly (readonly CsvField[])[];
};

export const formatTableCsv = ({ fields, rows }: DataTable): string =>
  formatCsv(
    fields.map(({ name }) => name),
    rows,
  );

/** The rows as a list of objects, with null for an empty cell. */
export function formatTableJson({ fields, rows }: DataTable): string {
  const objects = rows.map((row) =>
    Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 1)}\n`;
}

type PackageWords = {
  name: string;
  title: string;
  description: string;
  version: string | undefined;
  day: string | undefined;
  homepage: string | undefined;
};

/** The text of `datapackage.json`. The tables are in the same folder. */
export function formatDataPackage(tables: readonly DataTable[], words: PackageWords): string {
  const { day, version, homepage, ...rest } = words;
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...rest,
    ...(homepage && { homepage }),
    ...(version && { version }),
    ...(day && { created: `${day}T00:00:00Z` }),
    licenses: [{ name: 'CC-BY-4.0', title: licence.name, path: licence.address }],
    sources: [
      { title: 'The publications listed in sources.csv, each with its address where one was seen' },
    ],
    resources: tables.map(describeTable),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describeTable(table: DataTable): object {
  const { name, title, description, fields, key, links = {} } = table;
  const bytes = Buffer.from(formatTableCsv(table));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name,
    type: 'table',
    path: `${name}.csv`,
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields,
      missingValues: [''],
      primaryKey: key,
      ...(Object.keys(links).length > 0 && {
        foreignKeys: Object.entries(links).map(([field, resource]) => ({
          fields: [field],
          reference: { resource, fields: ['id'] },
        })),
      }),
    },
  };
}
