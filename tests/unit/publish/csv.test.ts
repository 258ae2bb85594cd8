import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../src/publish/csv.ts';

describe('formatCsv', () => {
  it('ends every record with CRLF, the last too', () => {
    expect(formatCsv(['a', 'b'], [['x', 1]])).toBe('a,b\r\nx,1\r\n');
  });
  it('quotes commas, quotation marks and line breaks', () => {
    expect(formatCsv(['a'], [['one, two'], ['say "no"'], ['two\nlines']])).toBe(
      'a\r\n"one, two"\r\n"say ""no"""\r\n"two\nlines"\r\n',
    );
  });
  it('keeps letters of every script and leaves missing fields empty', () => {
    expect(formatCsv(['a', 'b'], [['Eroğlu العراق', undefined]])).toBe('a,b\r\nEroğlu العراق,\r\n');
  });
  it('disarms texts that a spreadsheet would run', () => {
    for (const text of ['=SUM(A1)', '+1', '-1', '@x', '\tx'])
      expect(formatCsv(['a'], [[text]])).toBe(`a\r\n'${text}\r\n`);
    expect(formatCsv(['a'], [['\r=x']])).toBe(`a\r\n"'\r=x"\r\n`);
    expect(formatCsv(['a'], [['=x,"y"']])).toBe(`a\r\n"'=x,""y"""\r\n`);
  });
  it('never touches a number', () => {
    expect(formatCsv(['a', 'b', 'c'], [[-3, 0.5, 1234567]])).toBe('a,b,c\r\n-3,0.5,1234567\r\n');
  });
  it('refuses what is not a number and records of the wrong length', () => {
    expect(() => formatCsv(['a'], [[Number.NaN]])).toThrow('not a number');
    expect(() => formatCsv(['a'], [['x', 'y']])).toThrow('A record has 2 fields, the head has 1.');
  });
});
