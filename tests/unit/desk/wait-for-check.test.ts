import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { waitingName } from '../../../src/desk/build/wait-for-check.ts';

const root = mkdtempSync(join(tmpdir(), 'wait-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const waiter = pathToFileURL(
  join(import.meta.dirname, '../../../src/desk/build/wait-for-check.ts'),
).href;
const script = join(root, 'astro.mjs');
writeFileSync(
  script,
  `import { waitForCheck } from ${JSON.stringify(waiter)};
process.stdout.write('loaded\\n');
await waitForCheck();
process.stdout.write('went on\\n');`,
);

/** Starts the script, and notes what it prints. */
function start(waits: boolean): { child: ChildProcess; said: () => string; loaded: Promise<void> } {
  const child = fork(script, {
    silent: true,
    env: { ...process.env, [waitingName]: waits ? '1' : undefined },
  });
  let text = '';
  const loaded = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      resolve();
    });
  });
  return { child, said: () => text, loaded };
}

it('waits until the build says that the check has passed, and keeps nothing open', async () => {
  const { child, said, loaded } = start(true);
  await loaded;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(said()).toBe('loaded\n');
  child.send('go');
  const [code] = (await once(child, 'close')) as [number];
  expect([code, said()]).toEqual([0, 'loaded\nwent on\n']);
});

it('ends if the build ends before', async () => {
  const { child, said, loaded } = start(true);
  await loaded;
  const end = once(child, 'exit');
  child.disconnect();
  const [code] = (await end) as [number];
  expect([code, said()]).toEqual([1, 'loaded\n']);
});

it('does not wait in any other command', async () => {
  const { child, said } = start(false);
  const [code] = (await once(child, 'close')) as [number];
  expect([code, said()]).toEqual([0, 'loaded\nwent on\n']);
});
