/**
 * A page that asks readers to write needs an address: a small site is built with a contact and
 * without one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCode, writeSmallSite } from './small-site.ts';

const root = mkdtempSync(join(tmpdir(), 'contact-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Builds the site and returns the words of every page, by its path. */
function buildPages(): Map<string, string> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/build/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      SOURCE_DATE_EPOCH: '1795780800',
    },
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
  const pages = (readdirSync(join(root, 'dist'), { recursive: true }) as string[]).filter((path) =>
    path.endsWith('.html'),
  );
  return new Map(
    pages.map((path) => {
      const main = parse(readFileSync(join(root, 'dist', path), 'utf8')).querySelector('main');
      return [path.replaceAll('\\', '/'), main?.text.replace(/\s+/g, ' ') ?? ''];
    }),
  );
}

const asks = /\b(?:tell us|write to (?!yet)|reply|replies)\b/i;
const site = join(root, 'content/site.yaml');

beforeAll(async () => {
  await writeSmallSite(root);
  addCode(root);
  // What the about page says on reports and replies. The rest of it names sources that the small
  // site does not have.
  const [said = ''] =
    /<Contact>.*?<\/Contact>/s.exec(readFileSync('content/pages/about.mdx', 'utf8')) ?? [];
  const about = join(root, 'content/pages/about.mdx');
  writeFileSync(about, `${readFileSync(about, 'utf8')}\n${said}\n`);
  const article = join(root, 'content/articles/everything.mdx');
  writeFileSync(
    article,
    `${readFileSync(article, 'utf8')}\nIt may be so. <Contact>If you know, tell us.</Contact>\n`,
  );
});

describe('a site without a contact', () => {
  let pages: Map<string, string>;
  beforeAll(() => {
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^contact: .*\n/m, ''));
    pages = buildPages();
  }, 60_000);

  it('asks nobody to write, on no page', () => {
    expect(
      [...pages]
        .filter(([, words]) => asks.test(words))
        .map(([path, words]) => `${path}: ${asks.exec(words)?.[0]}`),
    ).toEqual([]);
  });

  it('says that no address is named yet where it would stand', () => {
    const silent = ['about', 'corrections', 'claims', 'claims/tanks', 'articles/everything'].filter(
      (path) =>
        !pages.get(`${path}/index.html`)?.includes('This site names no address to write to yet.'),
    );
    expect(silent).toEqual([]);
    expect(pages.get('articles/everything/index.html')).toContain(
      'Nobody named in this article was approached before publication.',
    );
  });
});

describe('a site with a contact', () => {
  let pages: Map<string, string>;
  const wordsOf = (path: string) => pages.get(`${path}/index.html`) ?? '';
  beforeAll(() => {
    writeFileSync(
      site,
      `${readFileSync(site, 'utf8')}contact: desk@example.org\ndesk_names: [A. Writer, B. Editor]\n`,
    );
    const article = join(root, 'content/articles/everything.mdx');
    const asked =
      'approached:\n  - { who: C. Reporter, when: 2015-06-20, answer: none }\n  - { who: D. Editor, when: 2015-06-21, answer: It was a slip. }\n';
    writeFileSync(
      article,
      readFileSync(article, 'utf8').replace('findings:\n', `${asked}findings:\n`),
    );
    const record = join(root, 'content/quantities/all-vehicles.yaml');
    const replied =
      'replies:\n  - { by: C. Reporter, date: 2015-07-01, text: They were never counted together. }\n';
    writeFileSync(record, `${readFileSync(record, 'utf8')}${replied}`);
    pages = buildPages();
  }, 60_000);

  it('prints a reply on the record that it is about', () => {
    expect(wordsOf('numbers/all-vehicles')).toMatch(
      /Replies ?C\. Reporter 1.July 2015 ?They were never counted together\./,
    );
  });

  it('asks, and names the address wherever it does', () => {
    const pathsThatAsk = [...pages].filter(([, words]) => asks.test(words)).map(([path]) => path);
    expect(pathsThatAsk.length).toBeGreaterThan(4);
    for (const path of ['about', 'corrections', 'claims', 'articles/everything'])
      expect(wordsOf(path)).toContain('Write to desk@example.org.');
    expect([...pages.values()].filter((words) => words.includes('names no address'))).toEqual([]);
    expect(wordsOf('articles/everything')).toContain('If you know, tell us.');
    expect(wordsOf('claims/tanks')).toContain('Whoever is named may reply');
  });

  it('says who reads a report or reply, where it is printed and by when', () => {
    expect(wordsOf('about')).toContain('read by A. Writer and B. Editor');
    expect(wordsOf('about')).toMatch(/within two weeks/);
    expect(wordsOf('about')).toMatch(/printed in its writer’s words/);
  });

  it('prints who was asked and what came, and no longer that nobody was', () => {
    for (const path of ['articles/everything', 'claims']) {
      expect(wordsOf(path)).toMatch(/C\. Reporter, 20.June 2015: no answer came\./);
      expect(wordsOf(path)).toMatch(/D\. Editor, 21.June 2015: It was a slip\./);
      expect(wordsOf(path)).not.toContain('Nobody');
    }
  });
});
