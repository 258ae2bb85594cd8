/** One build of a folder at a time. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * True if the lock at `path` was free, or held by a process that has ended. Throws if it cannot be
 * written.
 */
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

/**
 * A lock that was never finished names no process. Neither does the number of a process that ended
 * and whose number was given to another.
 */
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
 * When a process started, in ticks since the system did. `ended` for a zombie: a killed process
 * that its parent has not collected yet, and that still accepts signals. Undefined on every system
 * but Linux, which alone reports it.
 */
function readStart(pid: number): string | undefined {
  try {
    // The name of the program, in brackets, may hold spaces; state and start are the 3rd and the
    // 22nd field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}
