import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/desk/check/run-rules.ts';
import { makeRecord } from '../../src/desk/new/new.ts';

/**
 * Follows the first page of the editor's guide: its commands in order, then its text instead of the
 * line TODO.
 */
const guide = readFileSync('content/README.md', 'utf8');
const page = guide.slice(0, guide.indexOf('## Contents'));
const commands = [...page.matchAll(/```sh\n(.*?)```/gs)]
  .flatMap(([, text = '']) => text.trim().split('\n'))
  .filter((line) => line.startsWith('npm run new -- '))
  .map((line) =>
    [...line.slice('npm run new -- '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    ),
  );
const text = /```mdx\n(.*?)```/s.exec(page)?.[1] ?? '';
const article = 'content/articles/a-night-without-parcels.mdx';

const workshop = mkdtempSync(join(tmpdir(), 'first-page-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

/** Makes a newsroom that has published nothing yet, and whose site names a lead article. */
function makeEmpty(root: string): void {
  cpSync('content/pages', join(root, 'content/pages'), { recursive: true });
  for (const name of readdirSync(join(root, 'content/pages')))
    writeFileSync(
      join(root, 'content/pages', name),
      `---\ntitle: A page, ${name}\nsummary: What ${name} says.\n---\n\nWhat there is to say.\n`,
    );
  for (const list of ['events', 'places', 'glossary', 'corrections'])
    writeFileSync(join(root, `content/${list}.yaml`), '[]\n');
  const site = [
    'name: The Parcel Desk',
    'description: Who lost which parcels.',
    'contact: desk@example.org',
    'subjects: { losses: What was lost }',
    'lead: a-night-without-parcels',
    'lead_numbers: [parcels-lost-in-a-night]',
  ];
  writeFileSync(join(root, 'content/site.yaml'), `${site.join('\n')}\n`);
}

const problems = (root: string) =>
  checkContent(root).findings.filter(({ rule }) => rule !== 'no-contact');

describe('the first page of the editor’s guide', () => {
  it('is short enough to be read', () => {
    expect(page.split('\n').length).toBeLessThanOrEqual(80);
    expect(commands.map(([kind]) => kind)).toEqual(['source', 'quantity', 'article']);
  });

  it('names a subject that this newsroom has', () => {
    const { subjects } = parse(readFileSync('content/site.yaml', 'utf8')) as {
      subjects: Record<string, string>;
    };
    const [, subject = ''] = /--subject (\S+)/.exec(page) ?? [];
    expect(Object.keys(subjects)).toContain(subject);
  });

  it('leads from nothing to a published article', async () => {
    const root = join(workshop, 'newsroom');
    mkdirSync(join(root, 'content'), { recursive: true });
    makeEmpty(root);
    for (const command of commands) {
      const { code, report } = await makeRecord(
        [...command, '--root', root],
        undefined,
        '2026-11-20',
      );
      expect(code, report).toBe(0);
    }
    const path = join(root, article);
    const draft = readFileSync(path, 'utf8');
    expect(draft).toContain('draft: true\n');
    const written = draft.replace(/^TODO.*$/m, text);
    writeFileSync(
      path,
      written.replace(
        'at least 40 parcels](num:parcels-lost-in-a-night) in',
        '50 parcels](num:parcels-lost-in-a-night) in',
      ),
    );
    expect(problems(root).map(({ rule }) => rule)).toContain('number-differs');
    writeFileSync(path, written.replace('draft: true\n', ''));
    expect(problems(root)).toEqual([]);
  });
});
