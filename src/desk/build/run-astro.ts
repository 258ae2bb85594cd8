/**
 * Runs Astro's own commands with the environment that every build of the site shares: no telemetry,
 * no time zone, no locale.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { waitingName } from './wait-for-check.ts';

const astroBin = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin',
  'astro.mjs',
);

/**
 * The cache of compiled packages for `npm run dev`. A build does not use it: each would add its own
 * bundle, under another path.
 */
const compiledCode = join(import.meta.dirname, '../../../node_modules/.cache/compiled-code');

export type AstroRun = {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  /** The signal that asked us to stop, which was passed on to Astro. */
  signal: 'SIGINT' | 'SIGTERM' | undefined;
  /** Everything it printed, in order. */
  log: string;
};

/** Gets the output of Astro as it arrives. */
type Show = (text: string, stream: NodeJS.WriteStream) => void;

export type StartedAstro = {
  /** Lets it go on after it has loaded its packages, and waits for its end. */
  finish: (show: Show) => Promise<AstroRun>;
  /** Ends it if nobody has let it go on. */
  stop: () => Promise<unknown>;
};

/** Runs `astro …args`. Its output goes to `show` as it arrives. */
export const runAstro = (args: string[], show: Show): Promise<AstroRun> =>
  startAstro(args).finish(show);

/**
 * Starts `astro …args`. With `waits`, it reads nothing of the content before `finish`: see
 * wait-for-check.ts.
 */
export function startAstro(args: string[], waits = false): StartedAstro {
  // Overrides the caller's environment: with NODE_ENV=test or DEV=1 a build would act as an
  // editor's server and show drafts.
  const mode = args[0] === 'dev' ? 'development' : 'production';
  const child = spawn(process.execPath, [astroBin, ...args], {
    env: {
      ...process.env,
      NODE_ENV: mode,
      DEV: undefined,
      PROD: undefined,
      MODE: undefined,
      SSR: undefined,
      ASTRO_TELEMETRY_DISABLED: '1',
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      ...(args[0] === 'dev' && { NODE_COMPILE_CACHE: compiledCode }),
      [waitingName]: waits ? '1' : undefined,
    },
    stdio: ['inherit', 'pipe', 'pipe', ...(waits ? (['ipc'] as const) : [])],
  });
  const said: [string, NodeJS.WriteStream][] = [];
  let show: Show = (...line) => said.push(line);
  let log = '';
  const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
    const text = chunk.toString('utf8');
    log += text;
    show(text, stream);
  };
  child.stdout?.on('data', keep(process.stdout));
  child.stderr?.on('data', keep(process.stderr));
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  let isFree = false;
  return {
    async finish(given) {
      isFree = true;
      show = given;
      for (const line of said) show(...line);
      let stopped: AstroRun['signal'];
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.on(signal, () => {
          stopped = signal;
          child.kill(signal);
        });
      // If it has ended, its exit code says so.
      if (child.connected) child.send('go', () => undefined);
      return { code: await end, log, signal: stopped };
    },
    async stop() {
      if (isFree) return;
      child.kill('SIGKILL');
      await end;
    },
  };
}

/**
 * Files that Astro has written, according to its log. Outside of a terminal, the time of the next
 * line follows without a space.
 */
export function listWritten(log: string): string[] {
  return [...log.matchAll(/[├└]─ (\/\S*?)(?=\d\d:\d\d:\d\d|\s|$)/g)].map(([, page = '']) => page);
}
