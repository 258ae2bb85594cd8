/**
 * Builds the whole of a small site: what is never published, what every form of a chart says, and
 * faults.
 */
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptFolder } from '../../../src/library/kept-files.ts';
import { tableCharts } from '../../drawings/table-charts.ts';
import { findDifferences, readForms } from '../../site/chart-forms.ts';
import { describeLater, isQuick, itLater } from '../../how-much.ts';

const house = join(import.meta.dirname, '../../..');
const root = mkdtempSync(join(tmpdir(), 'whole-build-'));
const dist = join(root, 'dist');
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const write = (path: string, text: string | Uint8Array) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

const noon = Date.parse('2026-11-20T12:00Z') / 1000;
const later = Date.parse('2026-12-01T06:00Z') / 1000;

function run(args: string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  const own = {
    ...process.env,
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    SOURCE_DATE_EPOCH: String(noon),
    ...env,
  };
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: own });
}
const build = (env?: Record<string, string>) => run(['src/desk/build/build.ts'], env);
/** Builds also if nothing has changed. */
const buildAgain = () => run(['src/desk/build/build.ts', '--again']);
/** Runs Astro alone, without the check. */
const buildUnchecked = (env?: Record<string, string>) =>
  run(['node_modules/astro/bin/astro.mjs', 'build'], { NODE_ENV: 'production', ...env });

/** Every file below `folder` with its bytes, as text that can be searched. */
function readFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'latin1')] as const)
      .sort(),
  );
}

/** Lists the paths of files that contain the word, in their name or in their bytes. */
const findWord = (word: string) =>
  [...readFiles(dist)].flatMap(([path, text]) =>
    `${path} ${text}`.toLowerCase().includes(word) ? path : [],
  );

/** The articles that were written, in order. */
const planted: string[] = [];

/**
 * Writes an article that has the word in every part: file, headline, summary, findings, headings,
 * text and picture, and in every record that only this article names.
 */
async function plant(word: string, matter: string): Promise<void> {
  write(
    `content/articles/${word}-article.mdx`,
    `---
title: The headline of ${word}
short_title: Short ${word}
summary: The summary of ${word}.
${matter}
lead_number: mosul-humvees
findings:
  - The first finding of ${word}.
  - The second finding of ${word}.
---

Iraq lost [2,300 Humvees](num:mosul-humvees), wrote [Reuters](source:reuters-van-buren) and ${word}.

## A heading of ${word}

<Quote source="reuters-van-buren">a "number" & its author</Quote>

<PullQuote source="reuters-van-buren">at least 40 M1A1 main battle tanks</PullQuote>

<Chart id="regions" />

<Term id="${word}-term">words</Term> and [30 ${word}s](num:${word}-number).

<Chart id="${word}-chart" />

<Claim id="${word}-claim" />

<Picture file="${word}-picture.png" alt="A grey square that stands for ${word}, and nothing else." credit="Picture: ${word}" />

| Left | Middle | Right |
| :--- | :----: | ----: |
| a    |   b    |     c |
`,
  );
  write(
    `content/sources/${word}-source.yaml`,
    `title: A page of ${word}\npublisher: The ${word}\nkind: reporting\nurl: https://example.org/${word}\nread_as: whole-page\narchived: none-known\narchived_reason: None was looked for.\n`,
  );
  write(
    `content/quantities/${word}-number.yaml`,
    `tag: E-${50 + planted.length}\ntitle: The ${word}s\ncounts: What they count.\nsubject: losses\nunit: { kind: count, one: ${word}, many: ${word}s }\nstatements:\n  - { id: first, source: ${word}-source, value: 30 }\n`,
  );
  write(
    `content/charts/${word}-chart.yaml`,
    `kind: range\ntitle: A chart of ${word}\nsubtitle: What it draws\ndescription: A drawing of one mark on one axis, described at such length that the check has nothing to say about it.\nsources: "[A page](source:${word}-source)"\nrows:\n  - { numbers: [${word}-number] }\n`,
  );
  write(
    `content/claims/${word}-claim.yaml`,
    `made_in: ${word}-source\nclaim: The claim of ${word}.\nverdict: supported\nfinding: What was found of ${word}.\nfor: [{ source: reuters-van-buren }]\n`,
  );
  planted.push(word);
  const list = (entry: (name: string) => string) =>
    planted.map((name) => `- ${entry(name)}\n`).join('');
  write(
    'content/glossary.yaml',
    list((name) => `{ id: ${name}-term, term: ${name}, meaning: What ${name} means. }`),
  );
  write(
    'content/places.yaml',
    list(
      (name) =>
        `{ id: ${name}-place, name: Place of ${name}, country: Iraq, latitude: 36.3, longitude: 43.1 }`,
    ),
  );
  write(
    'content/events.yaml',
    list(
      (name) =>
        `{ id: ${name}-event, date: 2015-06-02, title: An event of ${name}, summary: It happened to ${name}., lane: record, sources: [${name}-source], places: [${name}-place] }`,
    ),
  );
  write(
    `content/pictures/${word}-picture.png`,
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
      .png()
      .toBuffer(),
  );
}

beforeAll(async () => {
  for (const path of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(house, path), join(root, path), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction');
  cpSync(join(house, 'tests/content/_base/content'), join(root, 'content'), { recursive: true });
  const source = 'content/sources/reuters-van-buren.yaml';
  const quote = `  - text: 'a "number" & its author'\n    by: Somebody's office, as quoted\n`;
  write(source, readFileSync(join(root, source), 'utf8').trimEnd() + `\n${quote}`);
  for (const page of ['about', 'accessibility', 'methodology', 'privacy'])
    write(
      `content/pages/${page}.mdx`,
      `---\ntitle: The page ${page}\nsummary: What stands on the page ${page}.\n---\n\nWords.\n`,
    );
  for (const [id, { yaml, csv }] of Object.entries(tableCharts)) {
    write(`content/charts/${id}.yaml`, yaml.replace(/^title: .*/m, `title: The table ${id}`));
    write(`content/charts/${id}.csv`, csv);
  }
  await plant('quailshown', 'date: 2026-11-19');
  await plant('quaildraft', 'date: 2026-11-19\ndraft: true');
  await plant('quailembargo', 'date: 2026-11-20\nembargo: 2026-12-01T06:00Z');
}, 120_000);

describe('a site with articles that are withheld', () => {
  it('holds nothing of a draft and of an embargo, in no file and no file name', () => {
    const { status, stdout, stderr } = build();
    expect(`${stderr}${stdout}`).toContain('Built ');
    expect(status).toBe(0);
    // The same search finds what is published: in the article, lists, the home page, the number
    // that the article prints, and its picture.
    expect(findWord('quailshown')).toEqual(
      expect.arrayContaining([
        join('articles', 'quailshown-article', 'index.html'),
        join('articles', 'index.html'),
        'index.html',
        join('numbers', 'mosul-humvees', 'index.html'),
        join('sources', 'reuters-van-buren', 'index.html'),
        join('charts', 'regions', 'index.html'),
        join('pictures', 'quailshown-picture-8.png'),
        join('charts', 'quailshown-chart', 'index.html'),
        join('charts', 'quailshown-chart.svg'),
        join('embed', 'quailshown-chart', 'index.html'),
        join('cards', 'charts', 'quailshown-chart.png'),
        join('claims', 'quailshown-claim', 'index.html'),
        join('numbers', 'quailshown-number', 'index.html'),
        join('sources', 'quailshown-source', 'index.html'),
        join('glossary', 'index.html'),
        join('timeline', 'index.html'),
        join('places', 'index.html'),
      ]),
    );
    for (const word of ['quaildraft', 'quailembargo']) expect(findWord(word)).toEqual([]);
  }, 120_000);

  it('stays as it is if nothing has changed', () => {
    const before = readFiles(dist);
    const { status, stdout } = build();
    expect(status).toBe(0);
    expect(stdout).toMatch(/0 errors, .*\nNothing has changed since the last build: .*dist holds/);
    expect(readFiles(dist)).toEqual(before);
  }, 60_000);

  itLater(
    'is built again if somebody changed one of its pages',
    () => {
      const before = readFiles(dist);
      writeFileSync(join(dist, 'articles/index.html'), 'another page');
      expect(build().stdout).toContain('\nBuilt ');
      expect(readFiles(dist)).toEqual(before);
    },
    120_000,
  );

  it('sets the columns of a table as its colons say, without a style in the page', () => {
    const page = readFileSync(join(dist, 'articles/quailshown-article/index.html'), 'utf8');
    // Utilities have short names.
    const [, middle, end] =
      /<td class="(\w+)"[^>]*>\s*b\s*<\/td>\s*<td class="(\w+)"[^>]*>\s*c/.exec(page) ?? [];
    expect(page).toContain(`.${middle}{text-align:center}`);
    expect(page).toContain(`.${end}{text-align:end}`);
    expect(page).not.toMatch(/<t[dh][^>]*style=/);
  });

  it('gives a quotation to whom the record of its source names beside it, else to the author', () => {
    const page = readFileSync(join(dist, 'articles/quailshown-article/index.html'), 'utf8');
    expect(page).toMatch(
      /“?a “number” &(amp;)? its author[\s\S]{0,200}<b>Somebody’s office, as quoted<\/b>, in /,
    );
    expect(page).toMatch(/<dt[^>]*>Said by<\/dt>\s*<dd[^>]*>Peter Van Buren<\/dd>/);
  });

  itLater(
    'keeps back a future article too when nobody ran the check, and shows the embargoed one from its minute on',
    async () => {
      await plant('quailfuture', 'date: 2026-12-03');
      expect(build().stdout).toContain('future-date');
      expect(buildUnchecked().status).toBe(0);
      for (const word of ['quaildraft', 'quailembargo', 'quailfuture'])
        expect(findWord(word)).toEqual([]);
      expect(buildUnchecked({ SOURCE_DATE_EPOCH: String(later) }).status).toBe(0);
      expect(findWord('quailembargo')).toContain(
        join('articles', 'quailembargo-article', 'index.html'),
      );
      for (const word of ['quaildraft', 'quailfuture']) expect(findWord(word)).toEqual([]);
      rmSync(join(root, 'content/articles/quailfuture-article.mdx'));
      rmSync(join(root, 'content/pictures/quailfuture-picture.png'));
    },
    120_000,
  );
});

describeLater('variables of the shell', () => {
  it('cannot make a build show what is withheld, or leave out the security policy', () => {
    expect(buildUnchecked({ DEV: '1', PROD: '', BASE_URL: '/elsewhere/' }).status).toBe(0);
    expect(findWord('quaildraft')).toEqual([]);
    const home = readFiles(dist).get('index.html') ?? '';
    expect(home).toContain('Content-Security-Policy');
    expect(home).not.toContain('/elsewhere/');
    const { status, stdout, stderr } = buildUnchecked({ NODE_ENV: 'development' });
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain('NODE_ENV is "development". Take it away');
  });
});

describeLater('an article with code in it', () => {
  it('stops Astro, with file, line and column, when nobody ran the check', async () => {
    await plant('quailcode', 'date: 2026-11-19');
    const path = join(root, 'content/articles/quailcode-article.mdx');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nWords {process.exit(0)} more.\n`);
    const { status, stdout, stderr } = buildUnchecked();
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain(
      'content/articles/quailcode-article.mdx:34:7  brace-in-text',
    );
    rmSync(path);
    rmSync(join(root, 'content/pictures/quailcode-picture.png'));
  }, 60_000);
});

describe('a chart with a table of its own', () => {
  beforeAll(() => {
    // The first site is still there if nothing else was built since.
    if (!isQuick) expect(build().status).toBe(0);
  }, 120_000);

  it.each(Object.keys(tableCharts))('says the same in page, CSV, JSON and SVG: %s', (id) => {
    expect(findDifferences(readForms(dist, id))).toEqual([]);
  });

  it('says what its table says, value by value', () => {
    for (const [id, { values }] of Object.entries(tableCharts))
      expect(
        readForms(dist, id).json.rows.map(({ value }) => value ?? undefined),
        id,
      ).toEqual(values.flat());
  });
});

describeLater('what is kept from build to build', () => {
  const kept = join(root, keptFolder);
  const article = 'content/articles/quailshown-article.mdx';

  it('draws one card for one article that was changed', () => {
    expect(build().status).toBe(0);
    const before = new Set(readdirSync(kept));
    const text = readFileSync(join(root, article), 'utf8');
    write(
      article,
      text.replace('title: The headline of quailshown', 'title: The headlines of quailshown'),
    );
    expect(build().status).toBe(0);
    const drawn = readdirSync(kept).filter((name) => !before.has(name));
    expect(drawn).toHaveLength(1);
    const card = readFileSync(join(dist, 'cards/articles/quailshown-article.png'));
    expect(readFileSync(join(kept, drawn[0] ?? '')).includes(card)).toBe(true);
    write(article, text);
  }, 120_000);

  it('publishes nothing kept that is damaged, or another’s', () => {
    expect(build().status).toBe(0);
    const good = readFiles(dist);
    const sound = readFiles(kept);
    const names = [...sound.keys()];
    expect(names.length).toBeGreaterThan(20);
    for (const [index, name] of names.entries()) {
      const bytes = Buffer.from(sound.get(name) ?? '', 'latin1');
      const last = bytes.length - 1;
      // One of three files is cut short, one has a different last byte, one is replaced by its
      // neighbour.
      if (index % 3 === 0) writeFileSync(join(kept, name), bytes.subarray(0, last));
      else if (index % 3 === 1)
        writeFileSync(join(kept, name), bytes.fill(bytes.readUInt8(last) ^ 1, last));
      else writeFileSync(join(kept, name), sound.get(names[index - 1] ?? '') ?? '', 'latin1');
    }
    rmSync(join(root, '.build/fonts'), { recursive: true });
    expect(buildAgain().status).toBe(0);
    expect(readFiles(dist)).toEqual(good);
  }, 120_000);
});

describeLater('faults', () => {
  let good: Map<string, string>;
  beforeAll(() => {
    expect(build().status).toBe(0);
    good = readFiles(dist);
  }, 60_000);

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'leave the last site as it was at %s, at any moment',
    async (signal) => {
      for (const moment of [0, 150, 600, 1100, 1700, 2400]) {
        const child = spawn(process.execPath, ['src/desk/build/build.ts', '--again'], {
          cwd: root,
          stdio: 'ignore',
          env: { ...process.env, SOURCE_DATE_EPOCH: String(noon) },
        });
        const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
        await wait(moment);
        child.kill(signal);
        const [code, by] = await ended;
        // A build may finish before the signal comes.
        expect(
          code === 0 ||
            by === signal ||
            code === { SIGKILL: 137, SIGTERM: 143, SIGINT: 130 }[signal],
          `${code} ${by}`,
        ).toBe(true);
        expect(readFiles(dist)).toEqual(good);
      }
      expect(existsSync(`${dist}.new`)).toBe(false);
    },
    120_000,
  );

  it('leave nothing behind that the next build does not clear away', () => {
    expect(buildAgain().status).toBe(0);
    expect(readFiles(dist)).toEqual(good);
    // The fonts stay, because an editor's server may be reading them. So do the complete
    // stylesheets, for tests, and the files that the next build needs.
    expect(readdirSync(join(root, '.build'))).toEqual(['fonts', 'kept', 'last-build', 'styles']);
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  }, 60_000);
});
