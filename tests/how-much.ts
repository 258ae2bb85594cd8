/**
 * How much the tests ask. `npm test` runs Vitest with `--mode quick`. `npm run test:all`, and a run
 * of a single test file, ask everything. Playwright has the tag @all for the same, see
 * site/site-pages.ts.
 */
import { describe, it } from 'vitest';

export const isQuick = process.env.TESTS === 'quick';

/**
 * What `npm run test:all` alone asks. Files that build small sites or start servers are left out
 * whole: see vitest.config.ts.
 */
export const describeLater = describe.skipIf(isQuick);
export const itLater = it.skipIf(isQuick);

/** Tries of a test with random input, with fewer where somebody waits. */
export const tries = (all: number): number => (isQuick ? Math.ceil(all / 10) : all);

/** Cases that differ in little, and a few of them where somebody waits. */
export const some = <T>(all: readonly T[], few = 2): T[] =>
  all.slice(0, isQuick ? few : all.length);
