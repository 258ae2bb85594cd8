import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PageFindings } from '../../../src/desk/dev/page-findings.ts';
import { startDevServer, type DevServer } from './dev-server.ts';
import { showFindings } from '../../../src/desk/dev/show-findings.ts';

const house = join(import.meta.dirname, '../../..');

/** Runs the hook as Astro does for a command, and returns what it requested. */
async function setUp(command: 'dev' | 'build') {
  const { integration, markLines } = showFindings();
  const [injectScript, updateConfig] = [vi.fn(), vi.fn()];
  await integration.hooks['astro:config:setup']?.({ command, injectScript, updateConfig } as never);
  return {
    injectScript,
    updateConfig,
    marks: typeof markLines === 'function' && markLines({} as never),
  };
}

describe('what an editor sees', () => {
  it('is no part of a build', async () => {
    const { injectScript, updateConfig, marks } = await setUp('build');
    expect(marks).toBe(false);
    expect(injectScript).not.toHaveBeenCalled();
    expect(updateConfig).not.toHaveBeenCalled();
    expect((await setUp('dev')).marks).toBeTruthy();
  });
});

describe('npm run dev', { timeout: 120_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'dev-'));
  const article = join(root, 'content/articles/sample.mdx');
  let good = '';
  let server: DevServer;
  let origin: DevServer['origin'];
  let until: DevServer['until'];
  let getPage: DevServer['getPage'];

  beforeAll(async () => {
    for (const path of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(join(house, path), join(root, path), { recursive: true });
    cpSync(join(house, 'tests/content/_base/content'), join(root, 'content'), { recursive: true });
    symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction');
    good = readFileSync(article, 'utf8').replace('---\n', '---\ndraft: true\n');
    writeFileSync(article, good);
    server = await startDevServer(root, 45017, '/reports/');
    ({ origin, until, getPage } = server);
  }, 120_000);
  afterAll(() => {
    server.process.kill();
    rmSync(root, { recursive: true, force: true });
  });

  const getFindings = async () =>
    (await (
      await fetch(`${new URL(origin).origin}/@desk/findings?page=/articles/sample/`)
    ).json()) as PageFindings;
  const rulesOf = async () => (await getFindings()).own.map(({ rule }) => rule);

  it('shows a draft, its paragraphs with their lines and the script that shows what is found', async () => {
    const { status, text } = await getPage('/articles/sample/');
    expect(status).toBe(200);
    expect(text).toContain('Draft');
    expect(text).toMatch(/<p data-line="11">/);
    const injected = await (
      await fetch(new URL(/src="([^"]*astro:scripts\/page[^"]*)"/.exec(text)?.[1] ?? '', origin))
    ).text();
    expect(injected).toContain('/src/desk/dev/findings-panel.client.ts');
    expect((await getFindings()).file).toBe('content/articles/sample.mdx');
    const script = await fetch(new URL('/src/desk/dev/findings-panel.client.ts', origin));
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript']);
  });

  it('finds a mistake when the file is saved, in the page and in the terminal, and shows the page all the same', async () => {
    writeFileSync(article, good.replace('2,300 Humvees', '2,400 Humvees'));
    await until(async () => (await rulesOf()).includes('number-differs'));
    expect((await getFindings()).own[0]).toMatchObject({ line: 11, words: '2,400 Humvees' });
    await until(() =>
      server.getLog().includes('content/articles/sample.mdx:11:12  error  number-differs'),
    );
    const { status, text } = await getPage('/articles/sample/');
    expect([status, text.includes('2,400')]).toEqual([200, true]);
  });

  it('shows a number that the record does not have as mere words', async () => {
    writeFileSync(article, good.replace('num:mosul-humvees', 'num:nothing'));
    await until(async () => (await rulesOf()).includes('unknown-number'));
    expect((await getFindings()).own[0]?.words).toBe('2,300 Humvees');
    expect((await getPage('/articles/sample/')).status).toBe(200);
  });

  it('tells of the mistake instead of a page that cannot be made, and makes it when it is mended', async () => {
    for (const bad of [
      good.replace('title:', 'titel:'),
      good.replace('Iraq lost', '{Iraq lost'),
      good.replace('Iraq lost', '<Chrat id="a" />'),
    ]) {
      writeFileSync(article, bad);
      await until(async () => (await getPage('/articles/sample/')).status === 500);
      const { text } = await getPage('/articles/sample/');
      expect(text).toContain('This page cannot be shown yet');
      expect(text).toContain('"/src/desk/dev/findings-panel.client.ts"');
      await until(async () => (await rulesOf()).length > 0);
      writeFileSync(article, good);
      await until(async () => (await getPage('/articles/sample/')).status === 200);
    }
    expect(server.process.exitCode).toBeNull();
  });

  it('hands on what is no page as it is', async () => {
    const answer = await fetch(`${origin}/numbers/mosul-humvees.json`, {
      headers: { accept: 'text/html' },
    });
    expect(await answer.json()).toMatchObject({ id: 'mosul-humvees' });
  });

  it('leaves an address that is nobody’s to the page of lost addresses', async () => {
    const { status, text } = await getPage('/articles/nobody/');
    expect(status).toBe(404);
    expect(text).not.toContain('cannot be shown yet');
  });

  it('starts again when a module that Node has loaded is changed, and shows the change', async () => {
    const path = join(root, 'src/evidence/standing.ts');
    const code = readFileSync(path, 'utf8');
    expect((await getPage('/numbers/machine-guns/')).text).not.toContain('Judged: ');
    writeFileSync(path, `${code}\nexport const half = ;`);
    await until(() => server.getLog().includes('src/evidence/standing.ts cannot be loaded.'));
    expect((await getPage('/numbers/machine-guns/')).status).toBe(200);
    writeFileSync(path, code.replaceAll("label: '", "label: 'Judged: "));
    await until(() => server.getLog().includes('src/evidence/standing.ts has changed.'));
    const read = async () => (await getPage('/numbers/machine-guns/').catch(() => undefined))?.text;
    await until(async () => (await read())?.includes('Judged: ') ?? false);
  });
});
