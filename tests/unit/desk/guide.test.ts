import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { getSchemaPath, printEditorFiles } from '../../../src/desk/guide.ts';
import { findFrontMatter } from '../../../src/library/front-matter.ts';
import { getFileSchema, getRecordSchema, listVariants, type JsonSchema } from '../../../src/schema/json-schema.ts';
import { recordKinds, type RecordName } from '../../../src/schema/records.ts';

const names = Object.keys(recordKinds) as RecordName[];
const readYaml = (path: string): unknown => {
  const text = readFileSync(path, 'utf8');
  return parse(path.endsWith('.mdx') ? (findFrontMatter(text)?.yaml ?? '') : text, { schema: 'core' });
};

describe('what is printed for editors', () => {
  it.each([...printEditorFiles(process.cwd())])('%s is up to date', (path, text) => {
    expect(existsSync(path) && readFileSync(path, 'utf8') === text, `Run "npm run guide" and commit ${path}.`).toBe(true);
  });

  it('describes every field', () => {
    const undescribed = (schema: JsonSchema, path: string): string[] =>
      listVariants(schema).flatMap((variant) =>
        Object.entries(variant.properties ?? {}).flatMap(([name, field]) => [
          ...(field.description ? [] : [`${path}.${name}`]),
          ...undescribed(Array.isArray(field.items) ? {} : (field.items ?? field), `${path}.${name}`),
        ]),
      );
    expect(names.flatMap((name) => undescribed(getRecordSchema(name), name))).toEqual([]);
  });
});

describe('the schemas for editors', () => {
  it.each(names)('accept every %s of the record', (name) => {
    const schema = z.fromJSONSchema(getFileSchema(name) as Parameters<typeof z.fromJSONSchema>[0]);
    const paths = globSync(`content/${recordKinds[name].file}`);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(schema.safeParse(readYaml(path)).error?.issues ?? [], path).toEqual([]);
  });

  it.each<[RecordName, object]>([
    ['source', { titel: 'a misspelt field' }],
    ['source', { published: '2 June 2015' }],
    ['source', { kind: 'newspaper' }],
    ['quantity', { tag: 12 }],
    ['quantity', { unit: { kind: 'count', one: 'tank' } }],
    ['chart', { kind: 'pie' }],
    ['chart', { description: 'too short' }],
    ['article', { draft: 'yes' }],
  ])('refuse a %s with %j', (name, change) => {
    const schema = z.fromJSONSchema(getFileSchema(name) as Parameters<typeof z.fromJSONSchema>[0]);
    const good = readYaml(globSync(`content/${recordKinds[name].file}`).sort()[0] ?? '') as object;
    expect(schema.safeParse(good).success).toBe(true);
    expect(schema.safeParse({ ...good, ...change }).success).toBe(false);
  });

  it('say in our words what a text should look like', () => {
    expect(getRecordSchema('source').properties?.published).toMatchObject({
      patternErrorMessage: 'This is not a date of the calendar. Write YYYY-MM-DD, YYYY-MM or YYYY.',
    });
  });

  it('are laid over the files they are for', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as { 'yaml.schemas': Record<string, string> };
    const yaml = names.filter((name) => recordKinds[name].file.endsWith('.yaml'));
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(yaml.map((name) => [getSchemaPath(name), `content/${recordKinds[name].file}`])),
    );
  });
});
