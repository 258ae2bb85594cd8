/** Runs `npm run dev` for a test: the server of a site below `root`, and its answers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

export type DevServer = {
  process: ChildProcess;
  /** The address of the site, without a slash at the end. */
  origin: string;
  getLog: () => string;
  /** Repeats the question until the answer is yes. */
  until: (holds: () => boolean | Promise<boolean>) => Promise<void>;
  getPage: (path: string) => Promise<{ status: number; text: string }>;
};

export async function startDevServer(root: string, port: number, base: string): Promise<DevServer> {
  // In tests, Astro would not start its server.
  const { VITEST: _, ...env } = process.env;
  const server = spawn(process.execPath, ['src/desk/dev/serve.ts', 'dev', '--port', String(port)], {
    cwd: root,
    env: { ...env, BASE_PATH: base },
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const until = async (holds: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 500; tries += 1) {
      if (await holds()) return;
      await wait(200);
    }
    throw new Error(`It did not come to that.\n${log.slice(-4000)}`);
  };
  await until(() => /http:\/\/localhost:\d+/.test(log));
  const origin = `${/http:\/\/localhost:\d+/.exec(log)?.[0] ?? ''}${base.replace(/\/$/, '')}`;
  const getPage = async (path: string) => {
    const answer = await fetch(`${origin}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, text: await answer.text() };
  };
  return { process: server, origin, getLog: () => log, until, getPage };
}
