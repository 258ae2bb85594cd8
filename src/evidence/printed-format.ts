/**
 * Values and dates in words as pages and pictures print them: typeset, so that no line break
 * separates a number from its unit.
 */
import type { Amount, Unit } from '../schema/value.ts';
import * as asTyped from './format.ts';
import { typeset } from './typeset.ts';

export { formatNumber, hedgeWords, type Sayable } from './format.ts';

export const formatAmount = (value: Amount, unit: Unit): string =>
  typeset(asTyped.formatAmount(value, unit));
export const formatValue = (said: asTyped.Sayable, unit: Unit): string =>
  typeset(asTyped.formatValue(said, unit));
export const formatValueWithUnit = (said: asTyped.Sayable, unit: Unit): string =>
  typeset(asTyped.formatValueWithUnit(said, unit));
export const nameUnit = (unit: Unit): string => typeset(asTyped.nameUnit(unit));
export const formatDate = (date: string): string => typeset(asTyped.formatDate(date));
export const formatShortDate = (date: string): string => typeset(asTyped.formatShortDate(date));
export const formatDateWithWeekday = (date: string): string =>
  typeset(asTyped.formatDateWithWeekday(date));
