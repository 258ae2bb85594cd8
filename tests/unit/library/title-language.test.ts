import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../../src/library/read-content.ts';
import { titleLanguage } from '../../../src/schema/source.ts';

const sources = [
  ...readContent(join(import.meta.dirname, '../../..')).content.record.sources.values(),
];

it('marks no title of ours as of another language', () => {
  const ours = sources.filter(({ title_ours: own, language }) => own && language !== undefined);
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.map(titleLanguage)).toEqual(ours.map(() => undefined));
});

it('marks a printed title as of the language of its source', () => {
  const printed = sources.filter(({ title_ours: own, language }) => !own && language !== undefined);
  expect(printed.map(titleLanguage)).toEqual(printed.map(({ language }) => language));
});
