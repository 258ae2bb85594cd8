import { describe, expect, it } from 'vitest';
import { createSourceText } from '../../../src/library/source-text.ts';

describe('createSourceText', () => {
  const { locate } = createSourceText('x.yaml', 'one\ntwo “é”\n\nfour');
  it('counts lines and columns from one, in UTF-16 units', () => {
    expect(locate(0)).toEqual({ line: 1, column: 1 });
    expect(locate(4)).toEqual({ line: 2, column: 1 });
    expect(locate(9)).toEqual({ line: 2, column: 6 });
    expect(locate(13)).toEqual({ line: 4, column: 1 });
  });
  it('stays inside the text', () => {
    expect(locate(-5)).toEqual({ line: 1, column: 1 });
    expect(locate(500)).toEqual({ line: 4, column: 5 });
  });
});
