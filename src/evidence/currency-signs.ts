/**
 * Signs and names of currencies, as English prints them. The tables of all currencies are slow to
 * load, so they are loaded on first use.
 */
import { isCurrency, listCurrencies } from '../schema/currency.ts';

type Names = { one: string; many: string };

const usualSigns: Record<string, string> = { usd: '$', eur: '€', gbp: '£' };
const knownSigns = new Map<string, string>();
const knownNames = new Map<string, Names>();

/**
 * Returns a function that writes the currency beside an amount. It keeps one format, because
 * creating formats is slow.
 */
function createPrinter(
  code: string,
  display: 'symbol' | 'name',
  locale: string,
): (amount: number) => string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: display,
    maximumFractionDigits: 0,
  });
  return (amount) =>
    format.formatToParts(amount).find(({ type }) => type === 'currency')?.value ??
    code.toUpperCase();
}

/** "$", "£", "CA$". If English has no sign, the code and a space: "IQD ". */
function describeSign(code: string): string {
  const found = knownSigns.get(code);
  if (found !== undefined) return found;
  const symbol = createPrinter(code, 'symbol', 'en-US')(0);
  const sign = /^[A-Z]{0,2}\p{Sc}$/u.test(symbol) ? symbol : `${code.toUpperCase()} `;
  knownSigns.set(code, sign);
  return sign;
}

function describeNames(code: string): Names {
  const found = knownNames.get(code);
  if (found) return found;
  const print = createPrinter(code, 'name', 'en-GB');
  const names = { one: print(1), many: print(2) };
  knownNames.set(code, names);
  return names;
}

/** The text before an amount: "$", "CA$", or the code and a space. */
export function getCurrencySign(code: string): string {
  return usualSigns[code] ?? describeSign(code);
}

/** "US dollar" and "US dollars". */
export function getCurrencyNames(code: string): Names {
  return describeNames(code);
}

let signs: ReadonlyMap<string, string> | undefined;

/**
 * The currency of a sign in lower case, "£", "us$", "ca$" or "¤iqd"; undefined if no currency has
 * it, or several do.
 */
export function findCurrencyOfSign(sign: string): string | undefined {
  const usual = { $: 'usd', us$: 'usd', '€': 'eur', '£': 'gbp' }[sign];
  if (usual) return usual;
  if (sign.startsWith('¤')) return isCurrency(sign.slice(1)) ? sign.slice(1) : undefined;
  // Nothing else is a sign, and the table is slow: USD$.
  if (!/^[a-z]{0,2}\p{Sc}$/u.test(sign)) return undefined;
  signs ??= new Map(listCurrencies().map((code) => [describeSign(code).toLowerCase(), code]));
  return signs.get(sign);
}

/** Nouns for money; several countries may share one. */
export const moneyNouns =
  'dollars?|euros?|pounds?(?: sterling)?|dinars?|liras?|roubles?|rubles?|francs?|rials?|riyals?|yen|yuan|rupees?|shekels?|dirhams?|pesos?|zlot(?:ys?|ych)|forints?|hryvnias?|afghanis?';
/** The currency that a noun means if no country is named. */
const usualCountries: Record<string, string> = {
  dollar: 'usd',
  euro: 'eur',
  pound: 'gbp',
  'pound sterling': 'gbp',
  yen: 'jpy',
};
const qualified = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:[\p{L}.]+ ){0,3})(${moneyNouns})(?![\p{L}\p{N}])`,
  'u',
);

let titles: Intl.DisplayNames | undefined;
const namesByNoun = new Map<string, ReadonlyMap<string, string>>();

/** The names that hold a noun, each with its code. The names of all currencies are slow to form. */
function listNames(noun: string): ReadonlyMap<string, string> {
  const found = namesByNoun.get(noun);
  if (found) return found;
  titles ??= new Intl.DisplayNames('en-GB', { type: 'currency' });
  const stem = noun.replace(/s$/, '');
  const names = new Map<string, string>();
  for (const code of listCurrencies())
    if (titles.of(code)?.toLowerCase().includes(stem))
      for (const name of Object.values(describeNames(code))) names.set(name.toLowerCase(), code);
  namesByNoun.set(noun, names);
  return names;
}

/**
 * The currency that a phrase in lower case names, such as "5 million canadian dollars". Undefined
 * if it names none, or any of several.
 */
export function findCurrencyOfName(phrase: string): string | undefined {
  const [, before = '', noun = ''] = qualified.exec(phrase) ?? [];
  if (noun === '') return undefined;
  const words = before.trim().replaceAll('.', '').split(' ').filter(Boolean);
  for (let from = 0; from < words.length; from++) {
    const code = listNames(noun).get([...words.slice(from), noun].join(' '));
    if (code) return code;
  }
  return usualCountries[noun.replace(/s(?= |$)/, '')];
}
