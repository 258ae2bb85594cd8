/**
 * Finds a Chromium: an installed one, or the one that Playwright downloaded. The headless shell
 * comes first: 65 tests in it took 61 and 72 s, in the whole browser 132 and 109 s (in turn).
 */
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Returns the path of a browser, or undefined if there is none. CHROMIUM_PATH may name one. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  return installed ?? findDownload();
}

/** How a Chromium is started. */
export const browserFlags: readonly string[] = [
  // Chromium refuses to start its sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  // The headless shell rounds the widths of letters, as no browser of a reader does.
  '--font-render-hinting=none',
];

/** What Playwright downloads: the headless shell, in a folder beside that of the whole browser. */
function findDownload(): string | undefined {
  const whole = chromium.executablePath();
  const [downloads = '', revision = ''] = whole.split(/[\\/]chromium-(\d+)[\\/]/);
  const [shell] = globSync(
    `chromium_headless_shell-${revision}/*/{chrome-headless-shell,headless_shell}{,.exe}`,
    { cwd: downloads },
  );
  return [...(shell ? [join(downloads, shell)] : []), whole].find((path) => existsSync(path));
}
