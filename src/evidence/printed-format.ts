/**
 * Values and dates in words as pages and pictures print them: typeset, so that no line break
 * separates a number from its unit.
 */
import type { Amount, Unit } from '../schema/value.ts';
import * as plain from './format.ts';
import { typeset } from './typeset.ts';

export { formatNumber, hedgeWords, type Sayable } from './format.ts';

export const formatAmount = (value: Amount, unit: Unit): string =>
  typeset(plain.formatAmount(value, unit));
export const formatValue = (said: plain.Sayable, unit: Unit): string =>
  typeset(plain.formatValue(said, unit));
export const formatValueWithUnit = (said: plain.Sayable, unit: Unit): string =>
  typeset(plain.formatValueWithUnit(said, unit));
export const nameUnit = (unit: Unit): string => typeset(plain.nameUnit(unit));
export const formatDate = (date: string): string => typeset(plain.formatDate(date));
export const formatShortDate = (date: string): string => typeset(plain.formatShortDate(date));
export const formatDateWithWeekday = (date: string): string =>
  typeset(plain.formatDateWithWeekday(date));
