/**
 * Progress of long work, as one line of the terminal that is overwritten. Nothing is written in CI
 * or into files.
 */

export type Progress = {
  /** Shows that `done` of `total` things are done, and which is next. May be called often. */
  show: (done: number, total: number, now?: string) => void;
  /** Removes the line for good. Must be called before anything else is printed. */
  end: () => void;
};

type Terminal = {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write: (text: string) => unknown;
};

/** Milliseconds: the shortest pause between two updates, and how often the seconds are updated. */
const [pause, beat] = [100, 1000];
const backToStart = '\r\u001B[K';

/**
 * Undefined if nobody watches: in CI, or if the output is not a terminal. `name` says which work is
 * running.
 */
export function createProgress(
  name: string,
  terminal: Terminal = process.stderr,
  env: NodeJS.ProcessEnv = process.env,
  clock: () => number = () => performance.now(),
): Progress | undefined {
  if (!terminal.isTTY || env.CI || env.TERM === 'dumb') return undefined;
  const start = clock();
  let last = -Infinity;
  let said = '';
  const write = () => {
    last = clock();
    const { columns = 0 } = terminal;
    const [count = '', now = ''] = said.split('\n');
    const line = `${name}: ${count}, ${Math.round((last - start) / 1000)} s  ${now}`.trimEnd();
    terminal.write(backToStart + line.slice(0, (columns === 0 ? 80 : columns) - 1));
  };
  const timer = setInterval(() => {
    if (said) write();
  }, beat).unref();
  return {
    show(done, total, now = '') {
      said = `${done} of ${total}\n${now}`;
      if (clock() - last >= pause || done === total) write();
    },
    end() {
      clearInterval(timer);
      terminal.write(backToStart);
    },
  };
}
