/** One build of a folder at a time. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** True when the lock at `path` was free, or held by a process that is gone. Throws when it cannot be written. */
export function takeLock(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid} ${readStart(process.pid) ?? ''}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      rmSync(path, { force: true });
      throw error;
    }
    if (isHeld(readFileSync(path, 'utf8'))) return false;
    rmSync(path, { force: true });
    return takeLock(path);
  }
}

export function releaseLock(path: string): void {
  rmSync(path, { force: true });
}

/** A lock that was never finished names nobody; a number that the system gave to another process since names nobody either. */
function isHeld(lock: string): boolean {
  const [pid = 0, start] = lock.trim().split(' ');
  if (!(Number(pid) > 0)) return false;
  const now = readStart(Number(pid));
  if (now === 'ended' || (start && now !== undefined && start !== now)) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process began, in ticks since the system did; `ended` for one that was killed and that its parent has not yet taken note
 * of, which signals still reach. Undefined on every system but Linux, which alone reports it.
 */
function readStart(pid: number): string | undefined {
  try {
    // The name of the program, in brackets, may hold spaces; state and start are the 3rd and the 22nd field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}
