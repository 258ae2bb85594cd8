import { expect, it } from 'vitest';
import { foreignMonths } from '../../../src/evidence/month-names.ts';

/** The names in these languages as Node has them. */
function listForeignMonths(): string[] {
  const listNames = (language: string) => {
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(new Date(Date.UTC(2014, month, 2)));
      return (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase();
    });
  };
  const languages = [
    'de',
    'fr',
    'es',
    'it',
    'nl',
    'pt',
    'pl',
    'cs',
    'hr',
    'ro',
    'sv',
    'tr',
    'ru',
    'uk',
    'ar',
    'fa',
    'ar-IQ',
  ];
  const names = languages.flatMap(listNames);
  return [...new Set(names)]
    .filter((month) => /^\p{L}[\p{L}\p{M} ]+$/u.test(month))
    .sort((a, b) => b.length - a.length);
}

it('records the names of months of other languages as Node has them', () => {
  expect(foreignMonths.split('|')).toEqual(listForeignMonths());
});
