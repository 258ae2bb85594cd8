import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { releaseLock, takeLock } from '../../../src/desk/build/build-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const lock = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(lock, { force: true }));

describe('the lock of a build', () => {
  it('is held while its process runs, and free again after it', () => {
    expect(takeLock(lock)).toBe(true);
    expect(takeLock(lock)).toBe(false);
    releaseLock(lock);
    expect(takeLock(lock)).toBe(true);
  });

  it('is free at once when its process was killed, even while nobody has taken note of that', async () => {
    // The shell starts a process, which is killed, and never waits for it.
    const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(String(line).trim());
    writeFileSync(lock, String(pid));
    expect(takeLock(lock)).toBe(false);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => takeLock(lock), { timeout: 5000 }).toBe(true);
    shell.kill('SIGKILL');
  });

  it.runIf(process.platform === 'linux')(
    'is free when the system has given its number to another process',
    () => {
      expect(takeLock(lock)).toBe(true);
      const [pid = '', start = ''] = readFileSync(lock, 'utf8').split(' ');
      writeFileSync(lock, `${pid} ${Number(start) - 1}`);
      expect(takeLock(lock)).toBe(true);
    },
  );

  it.each(['', 'abc', '0', '-1', '999999999'])('that says “%s” names nobody', (text) => {
    writeFileSync(lock, text);
    expect(takeLock(lock)).toBe(true);
  });
});
