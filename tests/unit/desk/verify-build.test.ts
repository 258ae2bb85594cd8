import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SiteFiles } from '../../../src/desk/build/site-files.ts';
import { listWritten } from '../../../src/desk/build/run-astro.ts';
import { verifyBuild } from '../../../src/desk/build/verify-build.ts';
import { listExpectedFiles } from '../../../src/site/expected-pages.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { writeSiteFonts } from '../../../src/plugins/site-fonts.ts';
import { draw, insertSegment, withCamera, xmp } from '../../content/make-pictures.ts';

const root = mkdtempSync(join(tmpdir(), 'verify-'));
const folder = join(root, 'out');
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

// Without a time, each reading of the content would start git.
vi.stubEnv('SOURCE_DATE_EPOCH', '1800000000');
afterAll(() => {
  vi.unstubAllEnvs();
});

const write = (path: string, text: string | Buffer) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

let picture: Buffer;
beforeAll(async () => {
  picture = await draw().png().toBuffer();
  cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
  await writeSiteFonts(root, false);
});

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, '.build/fonts'), join(folder, '_astro'), { recursive: true });
  for (const file of listExpectedFiles(readContent(root).content)) {
    write(file, file.endsWith('.png') ? picture : '<!doctype html><p>A page</p>');
  }
});

const verify = async (changes: { code?: number | null; log?: string } = {}) =>
  await verifyBuild({
    root,
    content: readContent(root).content,
    site: new SiteFiles(folder),
    code: 0,
    log: '12:00 [build] Complete!',
    ...changes,
  });

describe('verifyBuild', () => {
  it('finds nothing wrong with a whole site', async () => {
    expect(await verify()).toEqual([]);
  });

  it('trusts neither the exit code alone nor the log alone', async () => {
    expect(await verify({ code: 1 })).toEqual(['Astro ended with exit code 1.']);
    expect(await verify({ code: null })).toEqual(['Astro was stopped by a signal.']);
    expect(await verify({ log: 'nothing more' })).toEqual([
      'Astro never said that it was complete.',
    ]);
    expect(
      await verify({
        log: '\u001b[31m[ERROR]\u001b[39m [content] Invalid content reference\nComplete!',
      }),
    ).toEqual(['Astro’s log holds an error: [ERROR] [content] Invalid content reference']);
  });

  it('misses a page that the content promises', async () => {
    rmSync(join(folder, 'articles/sample/index.html'));
    rmSync(join(folder, 'numbers/mosul-humvees.json'));
    expect(await verify()).toEqual([
      'The content promises articles/sample/index.html, and it was not built.',
      'The content promises numbers/mosul-humvees.json, and it was not built.',
    ]);
  });

  it.each([
    ['<a href="num:mosul-humvees">2,300</a>', 'a number or source link that was not resolved'],
    ['<p style="color:red">x</p>', 'an inline style'],
    ['<p onclick="x()">x</p>', 'an inline event handler'],
    ['<script>x()</script>', 'an inline script'],
    ['<img src="https://example.org/x.png">', 'a resource from another host'],
    ['<link rel="stylesheet" href="//example.org/x.css">', 'a resource from another host'],
  ])('refuses %s', async (html, what) => {
    write('index.html', html);
    expect(await verify()).toHaveLength(1);
    expect((await verify())[0]).toContain(what);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'refuses a %s that tells more than it shows, wherever it came from',
    async (kind) => {
      write('photo.' + kind, await withCamera(draw().toFormat(kind)).toBuffer());
      expect(await verify()).toEqual([`photo.${kind} would be published with its EXIF.`]);
      write('photo.' + kind, await draw().toFormat(kind).withXmp(xmp).toBuffer());
      expect(await verify()).toEqual([`photo.${kind} would be published with its XMP.`]);
      write('photo.' + kind, await draw().toFormat(kind).toBuffer());
      expect(await verify()).toEqual([]);
    },
  );

  it('refuses IPTC, a picture of another kind, and what only looks like one', async () => {
    write(
      'photo.jpg',
      insertSegment(
        await draw().jpeg().toBuffer(),
        0xed,
        'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0',
      ),
    );
    expect(await verify()).toEqual(['photo.jpg would be published with its IPTC.']);
    write('photo.jpg', await draw().gif().toBuffer());
    expect(await verify()).toEqual([
      'photo.jpg is a picture of the kind gif, which is not published.',
    ]);
    write('photo.jpg', 'no picture');
    expect(await verify()).toEqual(['photo.jpg is a picture that cannot be read.']);
  });

  it('lets data blocks and our own files pass', async () => {
    write(
      'index.html',
      '<script type="application/ld+json">{}</script><script type="module" src="/_astro/x.js"></script><a href="https://example.org/">x</a>',
    );
    expect(await verify()).toEqual([]);
  });

  it('names each letter that was left out of the fonts, Arabic ones too, and leaves those that no face has to the check', async () => {
    write('index.html', '<p>Erdo\u011fan, &#x416;, \u0634\u0645, \u6469</p>');
    const problems = await verify();
    expect(problems).toHaveLength(4);
    expect(problems[0]).toContain(
      'index.html, made of content/site.yaml, prints “ğ”, which the fonts of the site lack',
    );
    expect(problems[1]).toContain('“Ж”');
    expect(problems.slice(2).join()).toMatch(/“ش”.*“م”/);
  });

  it('judges tags, and not words about them', async () => {
    write(
      'articles/sample/index.html',
      '<p>Words: <code>style="a" onclick="b" href="num:c" &lt;script&gt;</code> and style="x"</p>',
    );
    expect(await verify()).toEqual([]);
    write('articles/sample/index.html', '<p title="a > b" style="color: red">Words</p>');
    expect(await verify()).toEqual([
      'articles/sample/index.html, made of content/articles/sample.mdx, holds an inline style, which the content security policy blocks.',
    ]);
  });

  it('says where Astro stopped: at the file that it names, else at those whose pages it was writing', async () => {
    const named = await verify({
      code: 1,
      log: '[ERROR] Expected a closing tag\n  Location:\n  /site/content/articles/sample.mdx:12:3\n',
    });
    expect(named).toContain('It stopped at content/articles/sample.mdx:12:3.');
    const log =
      '12:00 ├─ /articles/sample/index.html (+3ms)\n12:00 ├─ /numbers/mosul-humvees/index.html\n12:00 [ERROR] no number\n';
    expect(await verify({ code: 1, log })).toContain(
      'It stopped while it wrote pages of: content/articles/sample.mdx, content/quantities/mosul-humvees.yaml, content/breakdowns/mosul-humvees.yaml.',
    );
    // As Astro prints it without a terminal: a line ends only when the next page is done.
    const piped = (message: string) =>
      `00:15:38   ├─ /404.html00:15:38   ├─ /articles/sample/index.html00:15:38   ├─ /numbers/mosul-humvees/index.html00:15:39 [ERROR] Error: ${message}\n` +
      `00:15:39 [ERROR] [build] Caught error rendering /articles/sample/: Error: ${message}\n00:15:39   ├─ /articles/index.html${message}\n`;
    expect(
      await verify({ code: 1, log: piped('There is no source "reuters-van-buren".') }),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^It stopped at content\/articles\/sample\.mdx:\d+:\d+\.$/),
      ]),
    );
    expect(await verify({ code: 1, log: piped('undefined is not a function') })).toContain(
      'It stopped while it wrote pages of: content/articles/sample.mdx.',
    );
    expect(listWritten(piped('x'))).toEqual([
      '/404.html',
      '/articles/sample/index.html',
      '/numbers/mosul-humvees/index.html',
      '/articles/index.htmlx',
    ]);
    // A component's error has no file or line, and names what the component was given.
    for (const [thrown, place] of [
      [
        'num:mosul-humvees: unknown; run npm run check',
        /^It stopped at content\/articles\/sample\.mdx:10:\d+\.$/,
      ],
      [
        'There is no source "reuters-van-buren".',
        /^It stopped at content\/articles\/sample\.mdx:\d+:\d+\.$/,
      ],
    ] as const) {
      const told = await verify({ code: 1, log: log.replace('no number', thrown) });
      expect(
        told
          .filter((problem) => problem.startsWith('It stopped'))
          .every((problem) => /\.(?:mdx|yaml):\d+:\d+\.$/.test(problem)),
      ).toBe(true);
      expect(told.some((problem) => place.test(problem))).toBe(true);
    }
    const other = await verify({
      code: 1,
      log: log.replace('no number', 'There is no source "reuters".'),
    });
    expect(other.join()).toContain(
      'It stopped while it wrote pages of: content/articles/sample.mdx,',
    );
  });
});
