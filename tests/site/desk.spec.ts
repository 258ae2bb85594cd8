import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { distFolder } from './site-pages.ts';

test('nothing that an editor sees at work is published', () => {
  const texts = (readdirSync(distFolder, { recursive: true }) as string[]).filter((path) =>
    /\.(?:html|css|js|json|xml|svg)$/.test(path),
  );
  expect(texts.length).toBeGreaterThan(100);
  const marks = /data-line=|desk-(?:bar|finding|words)|@desk\/|src\/desk\/|data-desk|@vite\/client/;
  expect(texts.filter((path) => marks.test(readFileSync(join(distFolder, path), 'utf8')))).toEqual(
    [],
  );
});
