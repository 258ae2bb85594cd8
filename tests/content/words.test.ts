import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isQuick } from '../how-much.ts';
import { cases as all, makeSite } from './make-site.ts';

/**
 * None of our code reads our own messages: without their words, the same is found, left out and
 * fixed.
 */
/** While somebody waits, one case of each rule: what reads a message, reads it of the rule. */
const cases = isQuick ? all.filter(({ rule }, index) => rule !== all[index - 1]?.rule) : all;
const here = import.meta.dirname;
const house = join(here, '../..');
const workshop = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }), 120_000);

type Told = Record<string, { places: string[]; changes: string[]; mended: string }>;

/** Checks and fixes a copy of every case, with the words of messages or without them. */
function tell(folder: string, takesOut: boolean): Told {
  const loaded = takesOut ? [`--import=${join(here, 'take-out-words.mjs')}`] : [];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...loaded, join(here, 'list-findings.ts'), folder], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Told;
}

describe('the check without the words of its messages', () => {
  const told: { as: Told; without: Told } = { as: {}, without: {} };

  beforeAll(async () => {
    for (const side of ['as', 'without'])
      for (const { rule, name } of cases) {
        const root = join(workshop, side, rule, name);
        writeFileSync(join(root, '_time'), await makeSite(rule, name, root));
      }
    told.as = tell(join(workshop, 'as'), false);
    told.without = tell(join(workshop, 'without'), true);
  }, 600_000);

  it('finds the same at the same places in every case, leaves the same out, and mends the same', () => {
    expect(Object.keys(told.as)).toHaveLength(cases.length);
    expect(told.without).toEqual(told.as);
  });

  it('has much to find and something to mend', () => {
    expect(Object.values(told.as).filter(({ places }) => places.length > 0).length).toBeGreaterThan(cases.length - 5);
    expect(Object.values(told.as).filter(({ changes }) => changes.length > 0).length).toBeGreaterThan(isQuick ? 0 : 5);
  });
});

describe('the source', () => {
  /** A field or variable with a message that is used for more than printing it. */
  const readers = [
    /(?<!error\??\.)\b(?:message|fix|cause|cure)\??\.(?:match|matchAll|includes|startsWith|endsWith|indexOf|search|split|slice)\(/,
    /\.(?:test|exec)\((?:\w+\.)?(?<!error\.)(?:message|fix|cause|cure)\)/,
    /\b(?:message|fix|cause|cure) [!=]== (?!undefined\b)/,
  ];

  it('asks no message what it says', () => {
    const paths = (readdirSync(join(house, 'src'), { recursive: true }) as string[]).filter((path) => /\.(?:ts|astro|mjs)$/.test(path));
    const found = paths.flatMap((path) =>
      readFileSync(join(house, 'src', path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (readers.some((pattern) => pattern.test(line)) ? [`src/${path}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(paths.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });

  it.each(["if (/x/.test(message)) return 1;", 'finding.message.includes("x")', 'fix === shorten', '/^a/.exec(finding.fix)'])(
    'would be found to read %s',
    (line) => {
      expect(readers.some((pattern) => pattern.test(line))).toBe(true);
    },
  );
});
