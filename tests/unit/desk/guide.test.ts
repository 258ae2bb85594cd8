import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { getSchemaPath, printEditorFiles } from '../../../src/desk/papers/guide.ts';
import { checkDimensions } from '../../../src/desk/rules/stated-dimensions.ts';
import { checkNaming } from '../../../src/desk/rules/named-sources.ts';
import { checkValues } from '../../../src/desk/rules/values.ts';
import { dropNotStated } from '../../../src/evidence/dimensions.ts';
import { findFrontMatter } from '../../../src/library/markup/front-matter.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { readYaml } from '../../../src/library/yaml/read-yaml.ts';
import { createSourceText } from '../../../src/library/source-text.ts';
import { claimSchema } from '../../../src/schema/claim.ts';
import {
  getFileSchema,
  getRecordSchema,
  listVariants,
  type JsonSchema,
} from '../../../src/schema/json-schema.ts';
import {
  breakdownSchema,
  quantitySchema,
  type WrittenQuantity,
} from '../../../src/schema/quantity.ts';
import { recordKinds, type RecordName } from '../../../src/schema/records.ts';
import { sourceSchema } from '../../../src/schema/source.ts';

const names = Object.keys(recordKinds) as RecordName[];
const parseFile = (path: string): unknown => {
  const text = readFileSync(path, 'utf8');
  return parse(path.endsWith('.mdx') ? (findFrontMatter(text)?.yaml ?? '') : text, {
    schema: 'core',
  });
};

describe('what is printed for editors', () => {
  it.each([...printEditorFiles(process.cwd())])('%s is up to date', (path, text) => {
    expect(
      existsSync(path) && readFileSync(path, 'utf8') === text,
      `Run "npm run guide" and commit ${path}.`,
    ).toBe(true);
  });

  it('describes every field', () => {
    const undescribed = (schema: JsonSchema, path: string): string[] =>
      listVariants(schema).flatMap((variant) =>
        Object.entries(variant.properties ?? {}).flatMap(([name, field]) => [
          ...(field.description ? [] : [`${path}.${name}`]),
          ...undescribed(
            Array.isArray(field.items) ? {} : (field.items ?? field),
            `${path}.${name}`,
          ),
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
    for (const path of paths)
      expect(schema.safeParse(parseFile(path)).error?.issues ?? [], path).toEqual([]);
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
    const good = parseFile(globSync(`content/${recordKinds[name].file}`).sort()[0] ?? '') as object;
    expect(schema.safeParse(good).success).toBe(true);
    expect(schema.safeParse({ ...good, ...change }).success).toBe(false);
  });

  it('say in our words what a text should look like', () => {
    expect(getRecordSchema('source').properties?.published).toMatchObject({
      patternErrorMessage: 'This is not a date of the calendar. Write YYYY-MM-DD, YYYY-MM or YYYY.',
    });
  });

  it('are laid over the files they are for', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
      'yaml.schemas': Record<string, string>;
    };
    const yaml = names.filter((name) => recordKinds[name].file.endsWith('.yaml'));
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(
        yaml.map((name) => [getSchemaPath(name), `content/${recordKinds[name].file}`]),
      ),
    );
  });
});

describe('the guide', () => {
  const guide = readFileSync('content/README.md', 'utf8');
  const examples = [
    ...guide.matchAll(
      /`content\/(sources|quantities|breakdowns|claims)\/([\w-]+)\.yaml`[^`]*```yaml\n([^`]*)```/g,
    ),
  ];
  const { content } = readContent(process.cwd());

  it('shows an example of each record that is a file', () => {
    expect(new Set(examples.map(([, folder]) => folder)).size).toBe(4);
  });

  it.each(examples.map(([, folder = '', id = '', text = '']) => ({ folder, id, text })))(
    'shows $folder/$id as the check wants it',
    ({ folder, id, text }) => {
      const source = createSourceText(`content/${folder}/${id}.yaml`, text);
      const schemas = {
        sources: sourceSchema,
        quantities: quantitySchema,
        breakdowns: breakdownSchema,
        claims: claimSchema,
      };
      const { record, findings } = readYaml(source, schemas[folder as keyof typeof schemas]);
      expect(findings).toEqual([]);
      if (folder !== 'quantities' || !record) return;
      const file = { ...record, id, value: record.value as WrittenQuantity };
      const quantities = new Map([[id, { ...dropNotStated(file.value), id }]]);
      const alone = {
        ...content,
        sources: [],
        quantities: [file],
        breakdowns: [],
        record: { ...content.record, quantities },
      };
      expect(
        [checkDimensions, checkNaming, checkValues]
          .flatMap((rule) => rule(alone))
          .filter((finding) => finding.file === source.path),
      ).toEqual([]);
    },
  );
});
