import { expect, test } from '@playwright/test';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { distFolder, listPages, toAddress, openPage } from './site-pages.ts';

const pages = listPages().filter((file) => !file.startsWith('embed/'));
const cards = (
  readdirSync(join(distFolder, 'cards'), { recursive: true, withFileTypes: true }) as {
    name: string;
    parentPath: string;
    isFile: () => boolean;
  }[]
)
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

function readCard(file: string): { meta: Map<string, string>; path: string } {
  const tags = openPage(file).querySelectorAll('meta[property], meta[name]');
  const meta = new Map(
    tags.flatMap((tag) =>
      [tag.getAttribute('property'), tag.getAttribute('name')].map(
        (name) => [name ?? '', tag.getAttribute('content') ?? ''] as const,
      ),
    ),
  );
  return { meta, path: meta.get('og:image')?.replace(/^https?:\/\/[^/]+/, '') ?? 'missing' };
}

test('every page has a share picture that is there, with its size and its words', () => {
  const said: readonly [string, RegExp][] = [
    ['og:image:width', /^1200$/],
    ['og:image:height', /^630$/],
    ['og:image:alt', /^.{21,}$/],
    ['twitter:card', /^summary_large_image$/],
    ['og:title', /./],
    ['og:description', /./],
    ['og:type', /./],
    ['og:site_name', /./],
    ['description', /./],
  ];
  const faults = pages.flatMap((file) => {
    const { meta, path } = readCard(file);
    return [
      ...(existsSync(join(distFolder, path)) ? [] : [`${file}: ${path}`]),
      ...said
        .filter(([name, form]) => !form.test(meta.get(name) ?? ''))
        .map(([name]) => `${file}: ${name}: ${meta.get(name) ?? 'missing'}`),
    ];
  });
  expect(faults).toEqual([]);
});

test('every article, number, claim and chart has one of its own', () => {
  const own = pages.filter((file) =>
    /^(?:articles|numbers|claims|charts)\/.+\/index\.html$/.test(file),
  );
  expect(own.length).toBeGreaterThan(100);
  expect(own.map((file) => readCard(file).path)).toEqual(
    own.map((file) => `/cards${toAddress(file).replace(/\/$/, '')}.png`),
  );
  expect(cards).toHaveLength(own.length + 1);
});

test('each is 1200 by 630, and small', async () => {
  for (const card of cards) {
    const { width, height, size = 0, format } = await sharp(card).metadata();
    expect([width, height, format], card).toEqual([1200, 630, 'png']);
    expect(size, card).toBeLessThan(80_000);
  }
});
