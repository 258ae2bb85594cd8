import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { draw, putPicture } from '../../content/make-pictures.ts';
import type { Order, Report } from './damage.ts';
import { addCode, smallSiteFiles, writeSmallSite } from './small-site.ts';

/** The damage is always the same, so that a failure recurs until it is fixed. */
const order = { files: smallSiteFiles, runs: 2000, seed: 20_261_120 };
/** The number of damaged articles that are built together. */
const built = 60;

const root = mkdtempSync(join(tmpdir(), 'damaged-'));
// The time of a commit in 2027, so that no article is in the future, and git is not asked two
// thousand times.
const env = { ...process.env, SOURCE_DATE_EPOCH: '1800000000', GITHUB_ACTIONS: '' };
let report: Report;

beforeAll(async () => {
  await writeSmallSite(root);
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'damage.ts')],
    {
      input: JSON.stringify({ root, ...order } satisfies Order),
      encoding: 'utf8',
      env,
      timeout: 600_000,
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (status !== 0)
    throw new Error(
      `The check was brought down (${signal ?? status}) by one of the files in ${root}.\n${stderr}`,
    );
  report = JSON.parse(stdout) as Report;
}, 610_000);
afterAll(() => {
  // Nothing is assigned if the check crashed.
  if ((report as Report | undefined)?.failure === undefined)
    rmSync(root, { recursive: true, force: true });
});

describe('content damaged two thousand times', () => {
  it('always gets an answer from the check, within a second, and passes it only when it compiles', () => {
    expect(report.failure).toBeUndefined();
    expect(report.runs).toBe(order.runs);
    expect(report.slowest).toBeLessThan(1);
  });

  it('is damaged in ways that matter: much is found, and much passes', () => {
    expect(report.findings).toBeGreaterThan(2000);
    const files = new Set(report.passed.map(({ file }) => file));
    expect(report.passed.length).toBeGreaterThan(200);
    expect(files.size).toBeGreaterThan(8);
  });

  it('builds whatever the check passes', async () => {
    const articles = report.passed.filter(({ file }) => file.endsWith('.mdx')).slice(0, built);
    expect(articles.length).toBe(built);
    // Titles and summaries of articles must differ.
    articles.forEach(({ text }, index) => {
      const word = `Z${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`;
      writeFileSync(
        join(root, `content/articles/damaged-${index}.mdx`),
        text.replace('title: Every', `title: ${word} every`).replace('"Two ', `"${word}, two `),
      );
    });
    // Takes one damaged form of each other file, if all of them together still pass.
    let changed = 0;
    for (const file of smallSiteFiles.slice(1)) {
      const good = readFileSync(join(root, file));
      for (const { text } of report.passed.filter((passed) => passed.file === file).slice(0, 5)) {
        writeFileSync(join(root, file), text);
        if (checkContent(root).findings.every(({ level }) => level === 'warning')) {
          changed += 1;
          break;
        }
        writeFileSync(join(root, file), good);
      }
    }
    expect(changed).toBeGreaterThan(5);
    putPicture(root, 'secret.png', await draw(32, 32).png().toBuffer());
    const article = readFileSync(join(root, 'content/articles/everything.mdx'), 'utf8');
    writeFileSync(
      join(root, 'content/articles/secret.mdx'),
      article
        .replace('---\n', '---\ndraft: true\n')
        .replace('title: ', 'title: Secretly, ')
        .replace('bridge.png', 'secret.png'),
    );
    addCode(root);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/build/build.ts'], {
      cwd: root,
      encoding: 'utf8',
      env,
      timeout: 600_000,
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('Built ');
    expect(status).toBe(0);
    for (let index = 0; index < built; index++)
      expect(existsSync(join(root, `dist/articles/damaged-${index}/index.html`))).toBe(true);
    // The picture of the site was built too, with space reserved while it loads; that of a draft
    // was not.
    expect(readdirSync(join(root, 'dist/pictures')).sort()).toEqual([
      'bridge-64.png',
      'bridge-64.webp',
    ]);
    expect(readFileSync(join(root, 'dist/articles/everything/index.html'), 'utf8')).toMatch(
      /<source type="image\/webp" srcset="\/pictures\/bridge-64\.webp 64w"[^>]*> <img src="\/pictures\/bridge-64\.png" alt="Coloured noise, as wide as a hand\." width="64" height="48"/,
    );
  }, 610_000);
});
