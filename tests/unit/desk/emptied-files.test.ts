/**
 * Whatever happens to a file while an editor works, its page answers with the findings, and returns
 * with the file.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFindings } from '../../../src/desk/dev/page-findings.ts';
import { startDevServer, type DevServer } from './dev-server.ts';
import { addCode, writeSmallSite } from './small-site.ts';

/** One file of each kind, and the page made from it. */
const pages: Record<string, string> = {
  'articles/everything.mdx': '/articles/everything/',
  'pages/about.mdx': '/about/',
  'sources/van-buren-blog.yaml': '/sources/van-buren-blog/',
  'quantities/tanks-lost.yaml': '/numbers/tanks-lost/',
  'breakdowns/weapons-origin.yaml': '/numbers/weapons-origin/',
  'claims/tanks.yaml': '/claims/tanks/',
  'charts/guns.yaml': '/charts/guns/',
  'charts/parcels.csv': '/charts/parcels/',
  'events.yaml': '/timeline/',
  'places.yaml': '/places/',
  'glossary.yaml': '/glossary/',
  'corrections.yaml': '/corrections/',
  'site.yaml': '/',
};

/** Damages to a file. */
const damages: Record<string, (good: string) => string | undefined> = {
  emptied: () => '',
  'left with a line alone': () => '\n',
  // Cut within a name, in an article within its front matter: the first entries of a list alone
  // would still be a valid list, and half a text a valid text.
  'saved by half': (good) => {
    const matter = good.startsWith('---') ? good.slice(0, good.indexOf('\n---')) : good;
    return matter.slice(0, Math.floor(matter.length / 3)).replace(/\w:[^:]*$/, '');
  },
  'no YAML': (good) =>
    good.replace(/\n[a-z_]+: |\n {2}[a-z]+: |,/, (found) => `\n  : [${found.trim()} {`),
  deleted: () => undefined,
};

describe('npm run dev, while a file is broken', { timeout: 240_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'emptied-'));
  let server: DevServer;
  beforeAll(async () => {
    await writeSmallSite(root);
    addCode(root);
    server = await startDevServer(root, 45018, '/');
  }, 240_000);
  afterAll(() => {
    server.process.kill();
    rmSync(root, { recursive: true, force: true });
  });

  const getFindings = async (page: string) =>
    (await (
      await fetch(`${server.origin}/@desk/findings?page=${encodeURIComponent(page)}`)
    ).json()) as PageFindings;

  // Before any of these pages is shown: the server remembers addresses that it has shown.
  const folders = Object.entries(pages).flatMap(([file, page]) =>
    file.includes('/') ? [{ folder: dirname(file), file, page }] : [],
  );
  it.each(folders)('answers while $folder has another name', async ({ folder, file, page }) => {
    const path = join(root, 'content', folder);
    renameSync(path, `${path}-away`);
    await server.until(async () => (await server.getPage(page)).text.includes('cannot be shown'));
    expect((await server.getPage(page)).status).toBe(500);
    const { own, others } = await getFindings(page);
    const isSaid = [...own, ...others].some((finding) => finding.file.includes(folder));
    const { text } = await server.getPage(page);
    expect(isSaid || text.includes(`Its file is gone: content/${file}`)).toBe(true);
    renameSync(`${path}-away`, path);
    await server.until(async () => (await server.getPage(page)).status === 200);
  });

  it.each(Object.entries(pages))('answers with what is found in %s at %s', async (file, page) => {
    const path = join(root, 'content', file);
    const good = readFileSync(path, 'utf8');
    await server.until(async () => (await server.getPage(page)).status === 200);
    for (const [name, damage] of Object.entries(damages)) {
      const text = damage(good);
      if (text === undefined) rmSync(path);
      else writeFileSync(path, text);
      await server.until(async () => (await server.getPage(page)).status !== 200);
      const answer = await server.getPage(page);
      expect([name, answer.status]).toEqual([name, 500]);
      expect(answer.text, name).toContain('<h1>This page cannot be shown yet</h1>');
      // No trace of code, neither ours nor that of the tools.
      expect(answer.text, name).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
      const { own, others } = await getFindings(page);
      expect(
        [...own, ...others].some(({ level }) => level === 'error') ||
          answer.text.includes(`Its file is gone: content/${file}`),
        name,
      ).toBe(true);
      if (text !== undefined)
        expect(
          own.map((finding) => finding.file),
          name,
        ).toContain(`content/${file}`);
      writeFileSync(path, good);
      await server.until(async () => (await server.getPage(page)).status === 200);
    }
    expect(server.process.exitCode).toBeNull();
  });
});
