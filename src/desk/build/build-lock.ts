/** A lock file: only one build of a folder runs at a time. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Takes the lock at `path`. True if it was free, or held by a process that has ended. Throws if it
 * cannot be written.
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
 * True if the process that the lock names still runs. False if the lock was only partly written, or
 * if its process has ended and another one has its number.
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
 * Returns when a process started, in ticks since the system started. `ended` for a zombie: a killed
 * process that its parent has not collected yet, and that still accepts signals. Undefined if it
 * cannot be read: only Linux reports it.
 */
function readStart(pid: number): string | undefined {
  try {
    // State and start are the 3rd and the 22nd field. The name of the program, in brackets, is cut
    // off because it may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}
