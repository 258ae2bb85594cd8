import { describe, expect, it } from 'vitest';
import { whyWithheld } from '../../../src/library/withheld.ts';

const at = (moment: string) => Date.parse(moment) / 1000;
const noon = at('2026-11-20T12:00Z');

describe('whyWithheld', () => {
  it('keeps drafts back whatever else they say', () => {
    expect(whyWithheld({ draft: true, date: '2026-11-20' }, noon)).toBe('draft');
    expect(whyWithheld({ draft: false, date: '2026-11-20' }, noon)).toBeUndefined();
    expect(whyWithheld({ date: '2026-11-20' }, noon)).toBeUndefined();
  });

  it('lifts an embargo at its minute, or at the beginning of its day in UTC, and not before', () => {
    const embargoed = (embargo: unknown, time: string) =>
      whyWithheld({ date: '2026-12-01', embargo }, at(time));
    expect(embargoed('2026-12-01', '2026-11-30T23:59:59Z')).toBe('embargo');
    expect(embargoed('2026-12-01', '2026-12-01T00:00Z')).toBeUndefined();
    expect(embargoed('2026-12-01T06:30Z', '2026-12-01T06:29:59Z')).toBe('embargo');
    expect(embargoed('2026-12-01T06:30Z', '2026-12-01T06:30Z')).toBeUndefined();
  });

  it('lets an embargo hold that cannot be read, and one whose commit is not known', () => {
    for (const embargo of ['soon', '', true, null, '2026-02-31T00:00', 20261201, ['2020-01-01']])
      expect(whyWithheld({ date: '2026-11-20', embargo }, noon), String(embargo)).toBe('embargo');
    expect(whyWithheld({ date: '2026-11-20', embargo: '2020-01-01' }, undefined)).toBe('embargo');
  });

  it('calls a day future until it has begun somewhere on Earth', () => {
    expect(whyWithheld({ date: '2026-11-21' }, at('2026-11-20T09:59Z'))).toBe('future');
    expect(whyWithheld({ date: '2026-11-21' }, at('2026-11-20T10:00Z'))).toBeUndefined();
    expect(whyWithheld({ date: '2026-11-21' }, undefined)).toBeUndefined();
  });
});
