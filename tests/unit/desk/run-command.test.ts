import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explainFileError } from '../../../src/desk/run-command.ts';
import { some } from '../../how-much.ts';

const root = join(import.meta.dirname, '../../..');

it('a reader who closes the pipe early, as head does, sees no stack, and the exit code stays', async () => {
  const command = `
    import { runCommand } from './src/desk/run-command.ts';
    await runCommand('', async () => {
      for (let line = 0; line < 50; line++) {
        process.stdout.write('x'.repeat(100_000));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return 1;
    });`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', command], {
    cwd: root,
  });
  child.stdout.once('data', () => child.stdout.destroy());
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(errors).toBe('');
  expect(code).toBe(1);
});

/** Commands by script, with the module that each runs. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const moduleOf = (script: string) => /src\/desk\/\S+\.ts$/.exec(scripts[script] ?? '')?.[0] ?? '';

const commands = ['check', 'review', 'copysheet', 'strip', 'guide', 'publish:lock', 'build'];
const call = (script: string, ...flags: string[]) =>
  spawnSync(process.execPath, [join(root, moduleOf(script)), ...flags], {
    cwd: root,
    encoding: 'utf8',
  });

it.each(some(commands))('%s says how it is called, and does nothing', (script) => {
  const { status, stdout, stderr } = call(script, '--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(new RegExp(`^npm run ${script} `));
});

it.each(commands)('%s says so if it does not know a flag, and does nothing', (script) => {
  const { status, stdout, stderr } = call(script, '--halp');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(new RegExp(`^Unknown option '--halp'\\.\nnpm run ${script} `));
});

it.each([
  ['build', 'again', [], true],
  ['check', 'fix', [], true],
  ['publish:lock', 'dry-run', [], true],
  // The flag has come to the command too.
  ['build', 'out', ['--out=x'], false],
] as const)('%s, its --%s taken by npm, called with %j, says so: %s', (script, flag, flags, is) => {
  const empty = mkdtempSync(join(tmpdir(), 'run-command-'));
  const { stderr } = spawnSync(process.execPath, [join(root, moduleOf(script)), ...flags], {
    cwd: empty,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_lifecycle_event: script,
      [`npm_config_${flag.replace('-', '_')}`]: 'true',
    },
  });
  rmSync(empty, { recursive: true });
  expect(
    stderr.includes(`npm takes --${flag} for itself. Write: npm run ${script} -- --${flag}\n`),
  ).toBe(is);
});

it('publish:lock writes nothing if npm took its --dry-run', () => {
  const site = mkdtempSync(join(tmpdir(), 'run-command-'));
  cpSync(join(root, 'tests/content/_base'), site, { recursive: true });
  const { stdout } = spawnSync(process.execPath, [join(root, moduleOf('publish:lock'))], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1800000000', npm_config_dry_run: 'true' },
  });
  expect(stdout).toMatch(/^Would write content\/published\.lock\.json\.$/m);
  expect(existsSync(join(site, 'content/published.lock.json'))).toBe(false);
  rmSync(site, { recursive: true });
});

it('says which file it could not write, without a stack', () => {
  const site = mkdtempSync(join(tmpdir(), 'run-command-'));
  cpSync(join(root, 'tests/content/_base'), site, { recursive: true });
  // This write fails for every user, including root.
  writeFileSync(join(site, 'copysheets'), 'a file');
  const callThere = (path: string, ...flags: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, path), ...flags], {
      cwd: site,
      encoding: 'utf8',
      env: { ...process.env, SOURCE_DATE_EPOCH: '1800000000' },
    });
    return { status, stderr };
  };
  expect(callThere(moduleOf('copysheet'), 'sample')).toEqual({
    status: 1,
    stderr: `There is a file in place of a folder: ${join(site, 'copysheets')}.\nMove the file away, or give it another name.\n`,
  });
  expect(callThere('src/desk/dev/serve.ts', 'preview')).toEqual({
    status: 1,
    stderr: 'There is no site in dist/ yet.\nBuild it first: npm run build\n',
  });
  rmSync(site, { recursive: true });
});

it.each([
  ['EACCES', 'You may not write to /a/b.'],
  ['EPERM', 'You may not write to /a/b.'],
  ['EROFS', '/a/b lies on a disk that is read-only.'],
  ['ENOSPC', 'The disk is full: /a/b cannot be written.'],
  ['EISDIR', '/a/b is a folder, and a file belongs there.'],
])('explains %s', (code, cause) => {
  const told = explainFileError(Object.assign(new Error('x'), { code, path: '/a/b' }));
  expect(told?.split('\n')).toEqual([cause, expect.stringMatching(/^[A-Z].*\.$/), '']);
});

it('leaves our own mistakes their stack', () => {
  expect(explainFileError(new TypeError('x'))).toBeUndefined();
  expect(explainFileError(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBeUndefined();
});
