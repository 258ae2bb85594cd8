import { describe, expect, it } from 'vitest';
import { absoluteHref, href, joinBase } from '../../../src/site/href.ts';

describe('joinBase', () => {
  it('adds the folder of the site once, with or without its last slash', () => {
    expect(joinBase('/', '/numbers/')).toBe('/numbers/');
    expect(joinBase('/reports', '/numbers/')).toBe('/reports/numbers/');
    expect(joinBase('/reports/', '/numbers/')).toBe('/reports/numbers/');
    expect(joinBase('/reports/', '/')).toBe('/reports/');
  });
});

describe('absoluteHref', () => {
  it('names the whole address', () => {
    expect(absoluteHref('/numbers/', new URL('https://example.org'))).toBe(
      `https://example.org${href('/numbers/')}`,
    );
  });

  it('invents no host while none is known', () => {
    expect(absoluteHref('/numbers/', undefined)).toBe(href('/numbers/'));
  });
});
