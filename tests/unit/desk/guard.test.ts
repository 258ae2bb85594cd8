import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { canaries, guard, prove } from '../../../src/desk/build/guard.ts';
import { blankFrontMatter } from '../../../src/plugins/text-modules.ts';
import { cases as allCases, editFiles, toPath } from '../../content/make-site.ts';

const compile = (text: string, path = 'content/articles/canary.mdx', mdastPlugins = [guard]) =>
  mdxToJs(text, { mdastPlugins, fileURL: pathToFileURL(join(process.cwd(), path)) });
const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? join(entry.parentPath, entry.name) : [],
  );

/**
 * Returns the place at which the check reports it in this file: "content/articles/sample.mdx:10:5".
 */
function findPlace(rule: string, name: string, path: string): string | undefined {
  const told = readFileSync(toPath(rule, name), 'utf8').split('\n');
  return told
    .find((line) => line.startsWith(`${path}:`) && line.endsWith(`  error  ${rule}`))
    ?.split(' ')[0];
}

describe('the guard', () => {
  it.each(canaries)('refuses %s', async (text) => {
    await expect((async () => compile(`Words.\n\n${text}`))()).rejects.toThrow(
      /^content\/articles\/canary\.mdx:[345]:\d+ {2}[a-z-]+\n.+\n.+/,
    );
  });

  it('says file, line, column, cause and fix, counted in the file as the editor has it', async () => {
    const text = blankFrontMatter(
      '---\ntitle: A\nlayout: ./x.astro\n---\n\nWords and <Chrat id="a" />.\n',
    );
    await expect((async () => compile(text))()).rejects.toThrow(
      'content/articles/canary.mdx:6:12  unknown-tag\nThere is no author tag <Chrat>.\nDid you mean <Chart>?',
    );
  });

  it('lets every published text pass', async () => {
    const texts = listFiles('content').filter((path) => path.endsWith('.mdx'));
    expect(texts.length).toBeGreaterThan(5);
    for (const path of texts) await compile(blankFrontMatter(readFileSync(path, 'utf8')), path);
  });

  // These rules need only the text and its parser.
  const rules = [
    'code-in-article',
    'empty-attribute',
    'link',
    'missing-attribute',
    'picture-in-article',
    'tag-content',
    'tag-place',
    'unknown-attribute',
    'unknown-tag',
  ];
  const cases = allCases
    .filter(({ rule }) => rules.includes(rule))
    .flatMap(({ rule, name }) =>
      [...editFiles(rule, name)].flatMap(([path, text]) => {
        const place = path.endsWith('.mdx') ? findPlace(rule, name, path) : undefined;
        return text !== undefined && place ? [{ rule, name, text, place }] : [];
      }),
    );

  it('has cases of every rule that it shares with the check', () => {
    expect(rules.filter((rule) => !cases.some((entry) => entry.rule === rule))).toEqual([]);
  });

  it.each(cases)('stops where the check does: $rule, $name', async ({ rule, text, place }) => {
    const file = place.slice(0, place.indexOf(':'));
    await expect((async () => compile(blankFrontMatter(text), file))()).rejects.toThrow(
      `${place}  ${rule}\n`,
    );
  });
});

describe('prove', () => {
  it('is content with a compiler that has the guard', async () => {
    await prove((text) => compile(text));
  });

  it('refuses a compiler without it, and one that refuses everything for another reason', async () => {
    await expect(prove((text) => compile(text, undefined, []))).rejects.toThrow(
      'The guard is not connected: a text that holds "import fs from',
    );
    await expect(prove(() => Promise.reject(new Error('out of order')))).rejects.toThrow(
      'The guard is not connected',
    );
    await expect(prove(() => undefined)).rejects.toThrow('The guard is not connected');
  });
});
