/**
 * How much the tests cover. `npm test` runs Vitest with `--mode quick`. `npm run test:all`, and a
 * run of a single test file, test everything. `.ci/run`, after `npm test`, runs again only files
 * that import this one: see vitest.config.ts. In Playwright, the tag @all has the same meaning: see
 * site/site-pages.ts.
 */
import { describe, it } from 'vitest';

export const isQuick = process.env.TESTS === 'quick';

/**
 * Only `npm run test:all` runs these tests. Files that build small sites or start servers are left
 * out completely: see vitest.config.ts.
 */
export const describeLater = describe.skipIf(isQuick);
export const itLater = it.skipIf(isQuick);

/** The number of runs of a test with random input, fewer when somebody is waiting. */
export const tries = (all: number): number => (isQuick ? Math.ceil(all / 10) : all);

/** Cases that differ only a little, or a few of them when somebody is waiting. */
export const some = <T>(all: readonly T[], few = 2): T[] =>
  all.slice(0, isQuick ? few : all.length);
