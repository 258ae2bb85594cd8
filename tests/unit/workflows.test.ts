import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { keptFolder } from '../../src/library/kept-files.ts';

type Step = {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
};
type Job = {
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  needs?: string | string[];
  steps: Step[];
};
type Workflow = { on: Record<string, unknown>; permissions: unknown; jobs: Record<string, Job> };

const folder = join(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ id: `${name}: ${id}`, job })),
);
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as { scripts: object })
    .scripts,
);

describe('the workflows', () => {
  it.each(workflows)(
    '$name pins each action by its commit, and says which version that is',
    ({ text }) => {
      const uses = text.split('\n').filter((line) => /\buses:/.test(line));
      expect(uses.length).toBeGreaterThan(0);
      for (const line of uses)
        expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      // One commit for each action, so that an update forgets none.
      expect(new Set(uses.map((line) => line.replace(/.*uses: /, ''))).size).toBe(
        new Set(uses.map((line) => /uses: ([^@]+)/.exec(line)?.[1])).size,
      );
    },
  );

  it.each(workflows)(
    '$name gives nothing away to a pull request of an outsider',
    ({ workflow, text }) => {
      expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
      expect(Object.keys(workflow.on)).not.toContain('workflow_run');
      expect(workflow.permissions).toEqual({});
      expect(text).not.toMatch(/\$\{\{[^}]*\bsecrets\b/);
      // Text from outsiders, such as a branch's name, is never pasted into a script.
      for (const { job } of jobs)
        for (const { run } of job.steps) expect(run ?? '').not.toContain('${{');
    },
  );

  it.each(jobs)(
    '$id keeps no password on the disk, and runs no package where it may write',
    ({ job }) => {
      for (const { uses, with: options } of job.steps)
        if (uses?.startsWith('actions/checkout@'))
          expect(options?.['persist-credentials']).toBe(false);
      const writes = Object.values(job.permissions ?? {}).includes('write');
      expect(job.permissions).toBeDefined();
      if (writes)
        for (const { run } of job.steps)
          expect(run ?? '').not.toMatch(/\bnp[mx]\b|\bnode\b|\.ci\/run/);
    },
  );

  it('try the site in Firefox and WebKit before it is published', async () => {
    const { engines, build } =
      workflows.find(({ name }) => name === 'site.yml')?.workflow.jobs ?? {};
    const commands = engines?.steps.map(({ run }) => run ?? '') ?? [];
    expect(commands).toContain('npx playwright install --with-deps firefox webkit');
    const smoke = engines?.steps.find(({ run }) => run?.startsWith('npx playwright test'));
    expect(smoke?.run).toBe('npx playwright test --project firefox --project webkit');
    expect(build?.needs).toContain('engines');
    // The engines in its variable are those that the configuration runs.
    vi.stubEnv('ENGINES', smoke?.env?.ENGINES ?? '');
    const { default: config } = await import('../../playwright.config.ts');
    expect(config.projects?.map(({ name }) => name)).toEqual(['chromium', 'firefox', 'webkit']);
    for (const { name, testMatch } of config.projects ?? [])
      expect(testMatch).toBe(name === 'chromium' ? undefined : 'engines.spec.ts');
  });

  it('keep pictures and fonts from build to build, wherever a site is built', () => {
    const builds = jobs.filter(({ job }) =>
      job.steps.some(({ run }) => /npm run build|\.ci\/run/.test(run ?? '')),
    );
    expect(builds.length).toBeGreaterThan(2);
    for (const { id, job } of builds) {
      const cache = job.steps.find(({ uses }) => uses?.startsWith('actions/cache@'));
      expect(cache?.with?.path, id).toBe(keptFolder);
      // Pictures of charts contain their addresses, so each job has separate pictures.
      expect(cache?.with?.key, id).toBe(
        `${String(cache?.with?.['restore-keys'])}\${{ github.sha }}`,
      );
      expect(cache?.with?.key, id).toContain('${{ github.job }}');
      // The cache is restored before the build.
      const at = (wanted: RegExp) =>
        job.steps.findIndex(({ uses, run }) => wanted.test(`${uses} ${run}`));
      expect(at(/actions\/cache@/), id).toBeLessThan(at(/npm run build|\.ci\/run/));
    }
  });

  it('call only scripts that there are', () => {
    const called = jobs.flatMap(({ job }) =>
      job.steps.flatMap(({ run }) =>
        [...(run ?? '').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]),
      ),
    );
    expect(called).toContain('review');
    expect(called.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
  });

  it('do what the README says: the tests as it has them, then all of them, within the time that it names', () => {
    const read = (path: string) => readFileSync(join(folder, '../..', path), 'utf8');
    const [readme, ci] = [read('README.md'), read('.ci/run')];
    const { scripts: commands } = JSON.parse(read('package.json')) as {
      scripts: Record<string, string>;
    };
    const tests = /^(npm ci && npm test)\b/m.exec(readme)?.[1] ?? 'nothing';
    const lines = ci.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual([
      'set -euo pipefail',
      'cd "$(dirname "$0")/.."',
      `${tests} || exit 1`,
      // What `npm test` has asked is not asked again: `--grep` is the opposite of what it says to
      // Playwright, and TESTS leaves out the files that it gave to Vitest whole.
      'TESTS=later npm run test:all -- --grep @all',
      ...['types', 'lint', 'format:check'].map((script) => `npm run ${script}`),
    ]);
    // Only these files ask more without `--mode quick`.
    expect(globSync('tests/**/*.ts').filter((path) => /\bTESTS\b/.test(read(path)))).toEqual([
      'tests/how-much.ts',
      'tests/unit/workflows.test.ts',
    ]);
    expect(
      globSync('tests/**/*.ts').filter(
        (path) => !path.endsWith('.test.ts') && read(path).includes('/how-much.ts'),
      ),
    ).toEqual([]);
    for (const name of ['test', 'test:all', 'types', 'lint', 'format:check'])
      expect(scripts).toContain(name);
    expect(readme).toContain(
      '`.ci/run` runs `npm ci && npm test`, then what `npm run test:all` asks more, types, linter and formatter',
    );
    // Only these two options leave tests out of `npm test`; the other commands leave out none.
    expect([commands['test:unit'], commands['test:site']]).toEqual([
      'vitest run --mode quick',
      'node tests/site/install-browser.ts && playwright test --grep-invert @all',
    ]);
    expect(commands['test:all']).toBe(
      'vitest run && npm run build && node tests/site/install-browser.ts && playwright test',
    );
    const { test } = workflows.find(({ name }) => name === 'site.yml')?.workflow.jobs ?? {};
    expect(test?.steps.map(({ run }) => run)).toContain('bash .ci/run');
    const promised =
      Number(/`npm run test:all` takes (\d+) minutes or less/.exec(readme)?.[1]) +
      Number(/Takes (\d+) minutes or less/.exec(readme)?.[1]);
    expect(promised).toBeLessThanOrEqual(45);
    expect(test?.['timeout-minutes']).toBeGreaterThanOrEqual(promised);
  });
});
