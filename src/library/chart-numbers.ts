/** Numbers of the record as charts take them: looked up, put into words, with their sources named. */
import type { ChartNumber } from '../charts/chart-table.ts';
import { formatAmount, formatDate, formatValue, formatValueWithUnit, groupDigits, hedgeWords } from '../evidence/format.ts';
import { findNumber, getNumber, isFailure, type EvidenceRecord, type RecordedNumber } from '../evidence/record.ts';
import { fates } from '../schema/chart.ts';
import type { Unit } from '../schema/value.ts';

/** `decimals` fixes those of the label, for numbers that stand below one another. */
export function toChartNumber(record: EvidenceRecord, ref: string, decimals?: number): ChartNumber {
  const number = getNumber(record, ref);
  const { quantity, statement, breakdown, unit, hedge } = number;
  const single = Array.isArray(number.value) ? undefined : number.value;
  const sourceIds = number.row ? listPrinters(number) : number.sourceIds;
  const sources = sourceIds.map((sourceId) => record.sources.get(sourceId));
  const published = statement?.published ?? sources[0]?.published;
  const object = statement?.object ?? '';
  const isFate = (fates as readonly string[]).includes(object);
  const hedgeText = hedge ? hedgeWords[hedge] : '';
  return {
    ref,
    recordId: number.recordId,
    fragment: number.fragment,
    tag: number.tag,
    value: single,
    range: Array.isArray(number.value) ? number.value : undefined,
    hedge: hedgeText,
    text: number.value === undefined ? (number.words ?? '') : formatAmount(number.value, unit),
    label:
      decimals === undefined || single === undefined
        ? formatValue(number, unit)
        : [hedgeText, formatFixed(single, decimals)].filter(Boolean).join(' '),
    decimals: decimals ?? countDecimals(number.value),
    unit: nameUnit(unit),
    base: formatBase(record, number),
    place: statement?.place ?? quantity?.place ?? breakdown?.place ?? '',
    object: [statement?.model, isFate ? '' : object].filter(Boolean).join(' '),
    fate: isFate ? object : '',
    date: (statement ? published : undefined) ?? quantity?.as_of ?? breakdown?.as_of ?? published ?? '',
    printed: statement ? [sources[0]?.publisher, published && formatDate(published)].filter(Boolean).join(', ') : '',
    sourceIds,
    sourceNames: sources.map((source, index) => source?.publisher ?? sourceIds[index] ?? ''),
    derived: number.derived,
  };
}

/** Sources of a row that print its value, be it with fewer decimals; those that print another are named in the record. */
function listPrinters({ row, value }: RecordedNumber): string[] {
  const agrees = (printed: number) => Number(Number(value).toFixed(countDecimals(printed))) === printed;
  return (row?.printings ?? []).filter((printing) => agrees(printing.value)).map((printing) => printing.source);
}

/** As many decimals as the drawing has; rounded like the bar itself. */
export function formatFixed(value: number, decimals: number): string {
  return decimals > 4 ? String(value) : groupDigits(value.toFixed(decimals));
}

export function countDecimals(value: RecordedNumber['value']): number {
  return typeof value === 'number' ? (String(value).split('.')[1]?.length ?? 0) : 0;
}

/** What the shares of a breakdown are shares of: "1,832 weapons". */
function formatBase(record: EvidenceRecord, { breakdown }: RecordedNumber): string {
  if (!breakdown?.base) return '';
  const base = findNumber(record, breakdown.base);
  // That it names no number is told in the breakdown, and the check lays charts out before anybody has mended it.
  return isFailure(base) ? '' : formatValueWithUnit(base, base.unit);
}

/** The unit as a table names it: "US dollars". */
export function nameUnit(unit: Unit): string {
  return { percent: 'per cent', count: unit.many, usd: 'US dollars', eur: 'euros' }[unit.kind];
}
