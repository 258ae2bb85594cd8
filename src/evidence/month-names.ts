/** Names of months as used in dates, in English and in other languages. */

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The usual short forms in lower case: jan to dec. */
export const monthKeys = monthNames.map((name) => name.slice(0, 3).toLowerCase());

/** Alternatives for a pattern: the names, and the usual short forms of the longer ones. */
export const fullMonths = monthNames.join('|');
export const shortMonths = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';

export const months = String.raw`(?:(?:${fullMonths})\b|(?:${shortMonths})\b\.?)`;

/** Months of the Hijri calendar, as spelt in English. */
export const hijriMonths = String.raw`(?:Muharram|Safar|Rabi['’]? (?:al-)?(?:[Aa]wwal|[Tt]hani|I{1,2})|Jumada(?:[ -](?:al-)?\p{L}+)?|Rajab|Sha['’]?a?ban|Ramadan|Shawwal|Dhu(?:l| al)-(?:Qa['’]?da|Hijja)h?)`;

export const dayOfMonth = String.raw`(?:3[01]|[12]\d|0?[1-9])`;

/**
 * Lists the names of months as written after a day in languages that our sources quote, without
 * those that are also English words.
 */
export function listForeignMonths(): string[] {
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
