/**
 * `npm run guide`: prints definitions of the code into the files that editors use: the tables of
 * content/README.md, and the schemas and snippets of .vscode/. A test fails while one of them is
 * out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillSection, formatFields, formatRules, formatTags } from './guide-tables.ts';
import { listSnippets } from './snippets.ts';
import { authorTags } from '../../schema/author-tags.ts';
import { getFileSchema, getRecordSchema } from '../../schema/json-schema.ts';
import { recordKinds, type RecordKind, type RecordName } from '../../schema/records.ts';
import { ruleTexts } from '../../schema/rules.ts';
import { runCommand } from '../run-command.ts';

export const guidePath = 'content/README.md';

/**
 * Every file that is printed, by its path from `root`. The guide keeps everything outside its
 * markers.
 */
export function printEditorFiles(root: string): Map<string, string> {
  const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const schemas = (Object.keys(recordKinds) as RecordName[]).map(
    (name) =>
      [getSchemaPath(name), toJson({ ...getFileSchema(name), ...listConditions(name) })] as const,
  );
  return new Map([
    [guidePath, printGuide(readFileSync(join(root, guidePath), 'utf8'))],
    ['.vscode/content.code-snippets', toJson(listSnippets(authorTags))],
    ...schemas,
  ]);
}

function listConditions(name: RecordName): object {
  const { conditions = {} }: RecordKind = recordKinds[name];
  return conditions;
}

export function getSchemaPath(name: RecordName): string {
  return `.vscode/schemas/${name}.json`;
}

function printGuide(text: string): string {
  const fields = (Object.keys(recordKinds) as RecordName[]).map((name) => {
    const { file, purpose } = recordKinds[name];
    const head = `<summary><b>${name}</b> – <code>${file.replace('*', '&lt;id&gt;')}</code> – ${purpose}</summary>`;
    return ['<details>', head, '', formatFields(getRecordSchema(name)), '', '</details>'].join(
      '\n',
    );
  });
  return [
    { name: 'tags', body: formatTags(authorTags) },
    { name: 'fields', body: fields.join('\n\n') },
    { name: 'findings', body: formatRules(ruleTexts) },
  ].reduce((guide, { name, body }) => fillSection(guide, name, body), text);
}

const usage = `npm run guide   prints the tables of content/README.md, the schemas and the snippets from the source
`;

if (import.meta.main)
  await runCommand(usage, () => {
    parseArgs();
    const root = process.cwd();
    for (const [path, text] of printEditorFiles(root)) {
      const target = join(root, path);
      if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      process.stdout.write(`Wrote ${path}.\n`);
    }
    return 0;
  });
