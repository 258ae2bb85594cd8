import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findMachineProblems } from '../../../src/desk/build/preflight.ts';

const root = mkdtempSync(join(tmpdir(), 'preflight-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const find = (env: Record<string, string> = {}, at = root, writes: string[] = []) =>
  findMachineProblems({ root: at, writes, env });

describe('findMachineProblems', () => {
  it.each([
    {},
    { SITE_URL: 'https://example.org' },
    { SITE_URL: 'http://localhost:4321/' },
    { SITE_URL: '' },
    { SITE_URL: 'https://[::1]:4321' },
    { SITE_URL: 'https://münchen.example' },
    { BASE_PATH: '/' },
    { BASE_PATH: '/reports/2026' },
    { BASE_PATH: '/a_b.c~d/' },
  ])('is content with %j', (env) => expect(find(env)).toEqual([]));

  it.each([
    [{ SITE_URL: 'example.org' }, 'has no protocol', 'Write SITE_URL=https://example.org'],
    [{ SITE_URL: 'example.org/reports/' }, 'has no protocol', 'Write SITE_URL=https://example.org'],
    [{ SITE_URL: 'ftp://example.org' }, 'is no address of a site', 'SITE_URL=https://example.org'],
    [{ SITE_URL: 'https://' }, 'is no address of a site', 'SITE_URL=https://example.org'],
    [
      { SITE_URL: 'https://example.org/reports/' },
      'has a path',
      'Write SITE_URL=https://example.org and BASE_PATH=/reports/',
    ],
    [{ SITE_URL: 'https://example.org?x=1' }, 'has a query', 'Write SITE_URL=https://example.org'],
    [
      { SITE_URL: 'https://example.org/#top' },
      'has a fragment',
      'Write SITE_URL=https://example.org',
    ],
    [
      { SITE_URL: 'https://me:secret@example.org' },
      'holds a name or password',
      'Write SITE_URL=https://example.org',
    ],
    [{ SITE_URL: ' https://example.org' }, 'has a space', 'Write SITE_URL=https://example.org'],
    [
      { BASE_PATH: 'https://example.org/reports/' },
      'is a whole address',
      'Write SITE_URL=https://example.org and BASE_PATH=/reports/',
    ],
    [{ BASE_PATH: '/reports/../x/' }, 'as a folder', 'BASE_PATH=/reports/'],
    [{ BASE_PATH: '/%2e%2e/' }, 'as a folder', 'BASE_PATH=/reports/'],
    [{ BASE_PATH: '/reports/?a' }, 'has a query', 'Write BASE_PATH=/reports/'],
    [{ BASE_PATH: '/#a' }, 'has a query or a fragment', 'Write BASE_PATH=/'],
    [{ BASE_PATH: '//reports/' }, 'two slashes', 'Write BASE_PATH=/reports/'],
    [{ BASE_PATH: 'reports/' }, 'does not begin with a slash', 'Write BASE_PATH=/reports/'],
    [{ BASE_PATH: '/re ports/' }, 'has " " in it', 'Use letters'],
    [{ BASE_PATH: 're ports/' }, 'has " " in it', 'Use letters'],
    [{ BASE_PATH: 'C:\\reports' }, 'is a folder of this computer', 'MSYS_NO_PATHCONV=1'],
    [{ BASE_PATH: 'C:/Program Files/Git/reports/' }, 'Git Bash', 'MSYS_NO_PATHCONV=1'],
    [{ BASE_PATH: ' /reports/' }, 'has a space at its', 'Write BASE_PATH=/reports/'],
    [{ BASE_PATH: '"/reports/"' }, 'has quotation marks', 'Write BASE_PATH=/reports/'],
    [{ BASE_PATH: ' ' }, 'has a space at its', 'or leave it out'],
    [
      { BASE_PATH: 'example.org/reports' },
      'has a host',
      'Write SITE_URL=https://example.org and BASE_PATH=/reports',
    ],
    [
      { SITE_URL: '"https://example.org"' },
      'has quotation marks',
      'Write SITE_URL=https://example.org',
    ],
    [{ SITE_URL: 'https:/example.org' }, 'has no protocol', 'Write SITE_URL=https://example.org'],
    [{ SITE_URL: 'https//example.org' }, 'has no protocol', 'Write SITE_URL=https://example.org'],
    [{ SITE_URL: 'mailto:a@example.org' }, 'has no protocol', 'Write protocol and host'],
    [{ SITE_URL: '  ' }, 'is empty', 'or leave it out'],
    [{ SITE_URL: 'https://a.org,https://b.org' }, 'is no address', 'Write protocol and host'],
    [{ SITE_URL: 'https://example..org' }, 'is no address', 'Write protocol and host'],
    [{ SITE_URL: 'https://example.org\\' }, 'is no address', 'Write protocol and host'],
    [{ BASE_PATH: 'reports?a' }, 'has a query', 'Write BASE_PATH=/reports'],
  ] as [Record<string, string>, string, string][])('says of %j that it %s', (env, message, fix) => {
    const found = find(env);
    expect(found).toHaveLength(1);
    const [name = ''] = Object.keys(env);
    expect(found[0]?.message).toContain(`${name}=`);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.fix).toContain(fix);
    // The advised values are accepted.
    const advised = [...(found[0]?.fix ?? '').matchAll(/\b(SITE_URL|BASE_PATH)=([^\s,]+)/g)];
    expect(find(Object.fromEntries(advised.map(([, key, value]) => [key, value])))).toEqual([]);
  });

  it.each(['/home/me/a#b', '/home/me/a?b', '/home/me/100%/site'])(
    'names what the tools cannot read in %s',
    (at) => {
      const found = find({}, at);
      expect(found[0]?.message).toContain(at);
      expect(found[0]?.fix).toMatch(/^Move or rename the folder/);
    },
  );

  it('is content with spaces, letters of other scripts and brackets in the path', () => {
    expect(find({}, '/home/me/my site (new) é/ابس')).toEqual([]);
  });

  it('names each folder that may not be written to', () => {
    // Root may write anywhere, except where the system itself forbids it.
    const folder = process.getuid?.() === 0 ? '/proc/none' : root;
    if (folder === root) chmodSync(root, 0o500);
    const found = find({}, root, [join(folder, 'dist'), join(folder, '.build')]);
    if (folder === root) chmodSync(root, 0o700);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(
      /^(?:You may not write to|.* lies on a disk that is read-only)/,
    );
  });
});
