/** Currencies by their ISO 4217 codes, in lower case as in units: usd, eur, gbp, iqd. */
const codes = Intl.supportedValuesOf('currency').map((code) => code.toLowerCase());
const known: ReadonlySet<string> = new Set(codes);

export function isCurrency(code: string): boolean {
  return known.has(code);
}

export function listCurrencies(): readonly string[] {
  return codes;
}
