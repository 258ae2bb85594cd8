/**
 * Numbers of the record as charts use them: looked up, put into words, with their sources named.
 */
import type { ChartNumber } from '../charts/chart-number.ts';
import {
  formatAmount,
  formatDate,
  formatValue,
  formatValueWithUnit,
  hedgeWords,
  nameUnit,
} from '../evidence/format.ts';
import {
  findNumber,
  getNumber,
  isFailure,
  type EvidenceRecord,
  type RecordedNumber,
} from '../evidence/record.ts';
import type { Unit } from '../schema/value.ts';

/** `bare` leaves out the sign of a share, because the heading above has it. */
export function toChartNumber(record: EvidenceRecord, ref: string, bare = false): ChartNumber {
  const number = getNumber(record, ref);
  const { quantity, statement, breakdown, unit, hedge } = number;
  const single = Array.isArray(number.value) ? undefined : number.value;
  const { sourceIds } = number;
  const sources = sourceIds.map((sourceId) => record.sources.get(sourceId));
  const published = statement?.published ?? sources[0]?.published;
  const object = statement?.object ?? '';
  const isFate = (record.fates ?? []).includes(object);
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
    label: formatValue(number, bare ? withoutSign(unit) : unit),
    unit: nameUnit(unit),
    base: formatBase(record, number),
    place: statement?.place ?? quantity?.place ?? breakdown?.place ?? '',
    object: [statement?.model, isFate ? '' : object].filter(Boolean).join(' '),
    fate: isFate ? object : '',
    date:
      (statement ? published : undefined) ?? quantity?.as_of ?? breakdown?.as_of ?? published ?? '',
    printed: statement
      ? [sources[0]?.publisher, published && formatDate(published)].filter(Boolean).join(', ')
      : '',
    sourceIds,
    sourceNames: sources.map((source, index) => source?.publisher ?? sourceIds[index] ?? ''),
    derived: number.derived,
  };
}

/** The same unit, with shares as plain numbers. */
export function withoutSign<U extends Pick<Unit, 'kind'>>(unit: U): U {
  return unit.kind === 'percent' ? { ...unit, kind: 'count' } : unit;
}

/** The whole of a breakdown's shares: "1,832 parcels". */
function formatBase(record: EvidenceRecord, { breakdown }: RecordedNumber): string {
  if (!breakdown?.base) return '';
  const base = findNumber(record, breakdown.base);
  // A base that names no number is reported for the breakdown. The check lays out the chart even
  // before that is fixed.
  return isFailure(base) ? '' : formatValueWithUnit(base, base.unit);
}
