/**
 * The same content gives the same bytes, whatever the folder, time zone, language, clock and
 * permissions of the person who builds.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { addCode, writeSmallSite } from './small-site.ts';

const work = mkdtempSync(join(tmpdir(), 'same-bytes-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const builders = [
  { folder: 'a', umask: '022', env: { TZ: 'Asia/Baghdad', LANG: 'C', HOME: '/root' } },
  {
    folder: 'another folder/with a longer path',
    umask: '077',
    env: { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '/tmp' },
  },
];

it('builds the same site in two places', { timeout: 300_000 }, async () => {
  const sums: string[] = [];
  for (const { folder, umask, env } of builders) {
    const root = join(work, folder);
    await writeSmallSite(root);
    addCode(root);
    execFileSync(
      'sh',
      ['-c', `umask ${umask} && exec "$0" src/desk/build/build.ts`, process.execPath],
      {
        cwd: root,
        env: { ...process.env, SOURCE_DATE_EPOCH: '1795176000', NODE_ENV: '', ...env },
        stdio: 'pipe',
      },
    );
    expect(statSync(join(root, 'dist/index.html')).mode & 0o077).toBe(umask === '077' ? 0 : 0o044);
    sums.push(readFileSync(join(root, 'dist/SHA256SUMS'), 'utf8'));
  }
  expect(sums[0]?.split('\n').length).toBeGreaterThan(30);
  expect(sums[1]).toBe(sums[0]);
});
