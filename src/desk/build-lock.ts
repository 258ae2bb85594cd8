/** One build of a folder at a time. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** True when the lock at `path` was free, or held by a process that is gone. Throws when it cannot be written. */
export function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      rmSync(path, { force: true });
      throw error;
    }
    if (isRunning(Number(readFileSync(path, 'utf8')))) return false;
    rmSync(path, { force: true });
    return takeLock(path);
  }
}

export function releaseLock(path: string): void {
  rmSync(path, { force: true });
}

/** A lock that was never finished names nobody. */
function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
