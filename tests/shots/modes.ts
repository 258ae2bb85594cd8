/** The modes in which screenshots of a page are taken. */
import type { Page } from '@playwright/test';

type Look = {
  media?: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  /** Requests that fail, as a glob. */
  blocked?: string;
  /** Pages are shown without their inline styles. */
  bare?: boolean;
  /**
   * The letter size that a reader has chosen in the browser, in per cent. Breakpoints in em follow
   * it, but not a style of the root.
   */
  letters?: number;
  /** Set on the root element. */
  style?: Record<string, string>;
  /** Also print a PDF, on this paper. */
  pdf?: 'A4' | 'Letter';
};

export const modes = {
  light: { media: { colorScheme: 'light' } },
  dark: { media: { colorScheme: 'dark' } },
  'forced-colors': { media: { colorScheme: 'dark', forcedColors: 'active' } },
  'reduced-motion': { media: { reducedMotion: 'reduce' } },
  grey: { style: { filter: 'grayscale(1)' } },
  'large-text': { letters: 150 },
  'largest-text': { letters: 200 },
  'no-fonts': { blocked: '**/*.woff2' },
  'no-css': { blocked: '**/*.css', bare: true },
  'no-script': { blocked: '**/*.js' },
  print: { media: { media: 'print' }, pdf: 'A4' },
  letter: { media: { media: 'print' }, pdf: 'Letter' },
} as const satisfies Record<string, Look>;

export type Mode = keyof typeof modes;

export function isMode(name: string): name is Mode {
  return Object.hasOwn(modes, name);
}

/** Returns the look of a mode. Parts that the mode leaves out are undefined. */
export function getLook(mode: Mode): Look {
  return modes[mode];
}
