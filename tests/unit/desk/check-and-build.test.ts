/**
 * The build accepts everything that the check accepts: random content goes through both. Content
 * that the check refuses is left out; the rest is built together. `RANDOM_SEED` chooses other
 * content, `RANDOM_RUNS` the amount.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { draft, nameDraft, type Draft } from './random-content.ts';
import { addCode, writeSmallSite } from './small-site.ts';

const seed = Number(process.env.RANDOM_SEED ?? 20_261_128);
const runs = Number(process.env.RANDOM_RUNS ?? 160);
/** The most seconds that shrinking may take, because every try is a build. */
const patience = Number(process.env.RANDOM_PATIENCE ?? 240);
/** In 2027, so that nothing is in the future, and git is not asked for each draft. */
const time = '1800000000';

const home = mkdtempSync(join(tmpdir(), 'random-'));
/** The small site without code, and with it. */
const desk = join(home, 'desk');
const root = join(home, 'site');

beforeAll(async () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', time);
  await writeSmallSite(desk);
  addCode(root);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** Writes the drafts over the files below `folder`, and restores them afterwards. */
function withDrafts<T>(folder: string, drafts: Draft[], then: () => T): T {
  const before = new Map<string, string | undefined>();
  const put = (path: string, change: (text: string) => string) => {
    const file = join(folder, 'content', path);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (!before.has(file)) before.set(file, text);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(text ?? ''));
  };
  try {
    for (const { files, lists } of drafts) {
      for (const [path, text] of Object.entries(files)) put(path, () => text);
      for (const [name, entries] of Object.entries(lists))
        put(
          `${name}.yaml`,
          (text) => text.replace(/^\[\]\s*$/, '') + stringify(entries, { lineWidth: 0 }),
        );
    }
    return then();
  } finally {
    for (const [file, text] of before)
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
  }
}

const findErrors = (drafts: Draft[]) =>
  withDrafts(desk, drafts, () =>
    checkContent(desk).findings.filter(({ level }) => level === 'error'),
  );

/** Returns what the build reports about the drafts; empty if it builds them. */
function build(drafts: Draft[]): string {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  cpSync(join(desk, 'content'), join(root, 'content'), { recursive: true });
  return withDrafts(root, drafts, () => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: time, GITHUB_ACTIONS: '', NO_COLOR: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/build/build.ts'], {
      cwd: root,
      encoding: 'utf8',
      env,
      timeout: 900_000,
      maxBuffer: 2 ** 28,
    });
    if (status === 0 && stderr === '' && stdout.includes('Built ')) return '';
    return `exit code ${status}\n${stdout.includes('Built ') ? '' : stdout.slice(-2000)}${stderr}`;
  });
}

/**
 * Finds, in drafts that the build refuses together, one that it refuses alone. Drafts whose files
 * it names are tried first.
 */
function findGuilty(drafts: Draft[], said: string): Draft | undefined {
  const named = drafts.filter(({ files }) =>
    Object.keys(files).some((path) => said.includes(`content/${path}`)),
  );
  for (let suspects of [named, drafts]) {
    if (suspects.length === 0 || (suspects !== drafts && build(suspects) === '')) continue;
    while (suspects.length > 1) {
      const half = suspects.slice(0, Math.ceil(suspects.length / 2));
      suspects = build(half) === '' ? suspects.slice(half.length) : half;
    }
    return suspects[0];
  }
  return undefined;
}

const show = ({ files, lists }: Draft) =>
  [
    ...Object.entries(files),
    ...Object.entries(lists).map(
      ([name, entries]) => [`${name}.yaml`, stringify(entries)] as const,
    ),
  ]
    .map(([path, text]) => `--- content/${path}\n${text}`)
    .join('\n');

describe('random content', () => {
  it('is built where the check passes it', () => {
    const passed: Draft[] = [];
    const taken = new Set<string>();
    const passedAt: number[] = [];
    let run = 0;
    fc.assert(
      fc.property(draft, (one) => {
        const named = nameDraft(one, run++);
        // Entries of lists share a file with those of other drafts, and may repeat them.
        const beside =
          Object.keys(named.lists).length > 0
            ? passed.filter(({ lists }) => Object.keys(lists).length > 0)
            : [];
        if (findErrors([...beside, named]).length > 0) return;
        // Two drafts with the same file or name cannot be in one site.
        const files = Object.keys(named.files);
        if (files.some((file) => taken.has(file))) return;
        files.forEach((file) => taken.add(file));
        passed.push(named);
        passedAt.push(run - 1);
      }),
      { seed, numRuns: runs },
    );
    // A test in which nearly everything is refused proves nothing.
    expect(passed.length / runs).toBeGreaterThan(0.3);
    for (const folder of [
      'articles',
      'quantities',
      'breakdowns',
      'charts',
      'claims',
      'sources',
      'pages',
    ])
      expect(
        passed.filter(({ files }) => Object.keys(files).some((path) => path.startsWith(folder)))
          .length,
        folder,
      ).toBeGreaterThan(runs / 100);

    // Drafts that pass alone may repeat each other: one of them is removed.
    let together = passed;
    for (let errors = findErrors(together); errors.length > 0; errors = findErrors(together)) {
      const [{ file } = { file: '' }] = errors;
      const left = together.filter(
        ({ files }) => !Object.keys(files).some((path) => file === `content/${path}`),
      );
      expect(left.length, JSON.stringify(errors[0])).toBeLessThan(together.length);
      together = left;
    }
    expect(together.length).toBeGreaterThan(passed.length * 0.8);

    const said = build(together);
    if (said === '') return;
    const guilty = findGuilty(together, said);
    if (!guilty)
      throw new Error(`The check passes all these together, and the build does not.\n${said}`);
    let smallest = guilty;
    let last = build([guilty]);
    // fast-check makes the same draft again, and then smaller ones while check and build still
    // differ.
    fc.check(
      fc.property(draft, (one) => {
        const named = nameDraft(one, 0);
        if (findErrors([named]).length > 0) return;
        const answer = build([named]);
        if (answer === '') return;
        [smallest, last] = [named, answer];
        throw new Error(answer);
      }),
      {
        seed,
        path: String(passedAt[passed.indexOf(guilty)]),
        numRuns: 1,
        interruptAfterTimeLimit: patience * 1000,
      },
    );
    const unnamed = Object.keys(smallest.files).some((path) => last.includes(`content/${path}`))
      ? ''
      : ' It does not even name a file.';
    throw new Error(
      `The check passes this, and the build does not (RANDOM_SEED=${seed}).${unnamed}\n${show(smallest)}\n${last}`,
    );
  }, 1_800_000);
});
