import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inLanguage } from '../../../src/evidence/language.ts';

it('marks the language of foreign words, and their direction where it is not ours', () => {
  for (const code of ['de', 'el', 'ja', 'ru', 'tr', 'hi'])
    expect(inLanguage(code)).toEqual({ lang: code });
  for (const code of ['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'yi'])
    expect(inLanguage(code)).toEqual({ lang: code, dir: 'rtl' });
});

it('marks nothing that is in English', () => {
  expect(inLanguage(undefined)).toEqual({});
  expect(inLanguage('en')).toEqual({});
});

it('is the one way in which components mark a language', () => {
  const root = join(import.meta.dirname, '../../../src');
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((path) =>
    path.endsWith('.astro'),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(
    files.filter((path) => /\b(?:lang|dir)=\{/.test(readFileSync(join(root, path), 'utf8'))),
  ).toEqual([]);
});
