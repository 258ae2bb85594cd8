import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** Test files in which the words are found: what a test uses says what it costs. */
const findTests = (words: RegExp) =>
  globSync('tests/{unit,drawings}/**/*.test.ts').filter((path) =>
    words.test(readFileSync(path, 'utf8')),
  );
/**
 * They build a whole site or start a server, most of them several: `npm run test:all` alone waits
 * for them.
 */
const late = findTests(/\bdev-server\.ts'|\baddCode\b/);
/**
 * They start a build, a server or a command, or change what modules hold for the test behind them.
 */
const build = [
  ...new Set([...findTests(/node:child_process|\bvi\.mock\(|\bprocess\.chdir\(/), ...late]),
];
/** They check or read a whole content, draw pictures, cut fonts, or try random input. */
const content = findTests(
  /\b(?:run-rules|read-content)\.ts'|'(?:sharp|harfbuzzjs)'|\bnumRuns\b/,
).filter((path) => !build.includes(path));

/** With TESTS=later, as in `.ci/run`, files that `npm test` asks whole are not asked again. */
const whole = process.env.TESTS === 'later' ? listWhole() : [];

function listWhole(): string[] {
  return globSync('tests/**/*.test.ts').filter(
    (path) =>
      !late.includes(path) && !/ from '[./]+\/how-much\.ts'/.test(readFileSync(path, 'utf8')),
  );
}

export default defineConfig(({ mode }) => ({
  test: {
    environment: 'node',
    exclude: [...configDefaults.exclude, ...whole],
    // Times of a busy machine; what hangs, hangs longer.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than Vitest takes of two cores.
    maxWorkers: '100%',
    env: {
      // `npm test` says `--mode quick`: see tests/how-much.ts.
      TESTS: mode,
      // Commands that tests start compile our code once: they take half of the processor's time.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled-code'),
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,drawings}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...build, ...content],
          // The modules are read once for all files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'content',
          include: ['tests/content/*.test.ts', ...content],
          // Ten of these files took 42 s of the processor with modules of their own, and take 25.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: build,
          exclude: [...configDefaults.exclude, ...(mode === 'quick' ? late : [])],
        },
      },
    ],
  },
}));
