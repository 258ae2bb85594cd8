import { describe, expect, it } from 'vitest';
import { hasTracking, stripTracking } from '../../../src/library/texts/web-address.ts';

describe('an address', () => {
  it.each([
    ['https://example.org/a?utm_source=x&utm_medium=y', 'https://example.org/a'],
    ['https://example.org/a?id=7&fbclid=abc#part', 'https://example.org/a?id=7#part'],
    ['https://example.org/a?gclid=1&page=2&mc_cid=3', 'https://example.org/a?page=2'],
    ['https://example.org/a?UTM_Source=x#top', 'https://example.org/a#top'],
  ])('%s loses what follows its reader', (address, clean) => {
    expect(hasTracking(new URL(address))).toBe(true);
    expect(stripTracking(address)).toBe(clean);
    expect(hasTracking(new URL(stripTracking(address)))).toBe(false);
  });

  it.each([
    'https://example.org/',
    'http://www.example.org/page.php?id=7&x=%zz',
    'https://example.org/a#?utm_source=x',
    'https://example.org/search?q=utm_source',
  ])('%s stays as it was written', (address) => {
    expect(stripTracking(address)).toBe(address);
  });
});
