/**
 * The largest number in a printed value: 74,000 of “4,000 / 74,000”, 1,330,000,000 of “$1.33
 * billion”. Undefined if it has no digits. Short, because readers’ browsers load it too.
 */
export function readLargestPrinted(printed: string): number | undefined {
  const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };
  const found = [...printed.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(thousand|million|billion)?/g)];
  if (found.length === 0) return undefined;
  return Math.max(
    ...found.map(([, digits = '', scale = '']) =>
      // Rounded, because binary fractions are not exact.
      Number((Number(digits.replaceAll(',', '')) * (scales[scale] ?? 1)).toPrecision(12)),
    ),
  );
}
