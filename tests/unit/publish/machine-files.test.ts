import { describe, expect, it } from 'vitest';
import { formatJsonLd } from '../../../src/publish/json-ld.ts';
import { formatRobots, modelCrawlers } from '../../../src/publish/robots.ts';
import { formatSecurityContact } from '../../../src/publish/security-contact.ts';
import { formatSitemap } from '../../../src/publish/sitemap.ts';

describe('formatJsonLd', () => {
  it('lets no title end its block, and says the same when it is read', () => {
    const title = 'A </script><!-- <script> & \u2028 "B"';
    const text = formatJsonLd({ '@type': 'Dataset', name: title, version: undefined });
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: title,
    });
  });
});

describe('formatRobots', () => {
  it('lets everybody in, and says where the map is once it has an address', () => {
    expect(formatRobots(false, undefined)).toBe('User-agent: *\nAllow: /\n');
    expect(formatRobots(false, 'https://example.org/sitemap.xml')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n',
    );
  });
  it('asks crawlers of models to stay away, in one group', () => {
    const groups = formatRobots(true, undefined).split('\n\n');
    expect(groups).toHaveLength(2);
    expect(groups[1]?.trim().split('\n')).toEqual([
      ...modelCrawlers.map((name) => `User-agent: ${name}`),
      'Disallow: /',
    ]);
  });
});

describe('formatSecurityContact', () => {
  it('holds for a year from the day of the content, also from a leap day', () => {
    const text = formatSecurityContact({
      contact: 'desk@example.org',
      day: '2028-02-29',
      address: 'https://example.org/.well-known/security.txt',
    });
    expect(text).toBe(
      'Contact: mailto:desk@example.org\nExpires: 2029-02-28T00:00:00Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n',
    );
  });
  it('names no address while there is none', () => {
    expect(
      formatSecurityContact({ contact: 'desk@example.org', day: '2026-11-29', address: undefined }),
    ).not.toContain('http');
  });
});

describe('formatSitemap', () => {
  it('lists pages, with the day of a change where one is known', () => {
    expect(
      formatSitemap([
        { address: 'https://example.org/?a=1&b=2', changed: undefined },
        { address: 'https://example.org/articles/a/', changed: '2026-11-20' },
      ]),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.org/?a=1&amp;b=2</loc></url>
  <url><loc>https://example.org/articles/a/</loc><lastmod>2026-11-20</lastmod></url>
</urlset>
`);
  });
});
