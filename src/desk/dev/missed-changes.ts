/**
 * Reports changes of files that the watcher of `npm run dev` misses: a second change within a
 * moment, and changes before it has started.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The part of chokidar's watcher that is used; Vite provides it. */
type Watcher = {
  on(event: 'all', listener: (event: string, path: string) => void): unknown;
  emit(event: string, ...values: string[]): boolean;
};

/**
 * Milliseconds until a changed file is looked at again: the watcher drops a change within 50 ms of
 * the previous one.
 */
const pause = 100;

/**
 * Makes `watcher` report what it misses in `folder`: each changed file is looked at a second time.
 * The returned function looks at a single file immediately. Without it a page could show an earlier
 * save, until somebody saves again.
 */
export function reportMissed(watcher: Watcher, folder: string): (path: string) => void {
  const states = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => [
      join(folder, path),
      readState(join(folder, path)),
    ]),
  );
  const timers = new Map<string, NodeJS.Timeout>();
  const look = (path: string) => {
    const before = states.get(path);
    const now = readState(path);
    if (now === before) return;
    const event = now === undefined ? 'unlink' : before === undefined ? 'add' : 'change';
    watcher.emit(event, path);
    watcher.emit('all', event, path);
  };
  watcher.on('all', (_event, path) => {
    states.set(path, readState(path));
    clearTimeout(timers.get(path));
    timers.set(
      path,
      setTimeout(() => {
        timers.delete(path);
        look(path);
      }, pause),
    );
  });
  return look;
}

/** When the file was last written and its size; undefined if there is none. */
function readState(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.mtimeNs}-${stats.size}`;
}
