import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

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

/** Commands by their script, with the module that each runs. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const moduleOf = (script: string) => /src\/desk\/\S+\.ts$/.exec(scripts[script] ?? '')?.[0] ?? '';

it.each(['check', 'review', 'copysheet', 'strip', 'guide', 'publish:lock', 'build'])(
  '%s says how it is called, and does nothing',
  (script) => {
    const call = (...flags: string[]) =>
      spawnSync(process.execPath, [join(root, moduleOf(script)), ...flags], {
        cwd: root,
        encoding: 'utf8',
      });
    const { status, stdout } = call('--help');
    expect([status, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^npm run ${script} `))]);
    const wrong = call('--halp');
    expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([
      1,
      '',
      `Unknown option '--halp'.\n${stdout}`,
    ]);
  },
);
