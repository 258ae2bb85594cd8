import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askForFont, startLimit } from '../../../src/desk/build/ask-for-font.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, '_astro'));
  mkdirSync(join(folder, 'about'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const font = 'brygada-1918-normal-common.abc.woff2';
const write = (file: string, content: string | Buffer) => writeFileSync(join(folder, file), content);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
/** Letters that compress to as many bytes and a few more. */
const noise = (bytes: number) => randomBytes(bytes).toString('base64');
const page = (words: string, path = '/') =>
  `<!doctype html><head><title>A</title><link rel="stylesheet" href="${path}_astro/site.x1.css"></head><p>${words}</p>`;

describe('a page of a built site', () => {
  it('asks for the font of its first words before its stylesheet, wherever the site stands', () => {
    write(`_astro/${font}`, randomBytes(8_000));
    write('_astro/brygada-1918-normal-latin.def.woff2', randomBytes(8_000));
    write('_astro/site.x1.css', 'p{color:red}');
    write('about/index.html', page('Few words', '/reports/'));
    askForFont(folder);
    expect(read('about/index.html')).toBe(
      page('Few words', '/reports/').replace(
        '<link rel="stylesheet"',
        `<link rel="preload" as="font" type="font/woff2" href="/reports/_astro/${font}" crossorigin><link rel="stylesheet"`,
      ),
    );
  });

  it('does not where page, stylesheet and font would be too much to begin with', () => {
    write(`_astro/${font}`, randomBytes(8_000));
    write('_astro/site.x1.css', noise(8_000));
    const long = page(noise(startLimit - 15_500));
    const short = page(noise(startLimit - 17_500));
    write('index.html', long);
    write('about/index.html', short);
    askForFont(folder);
    expect(read('index.html')).toBe(long);
    expect(read('about/index.html')).toContain('rel="preload"');
  });

  it('stays as it is without a font to ask for, without a stylesheet, or before anything was built', () => {
    write('_astro/site.x1.css', 'p{color:red}');
    write('index.html', page('Few words'));
    askForFont(folder);
    expect(read('index.html')).toBe(page('Few words'));
    write(`_astro/${font}`, randomBytes(8_000));
    write('about/index.html', '<!doctype html><p>Moved.</p>');
    askForFont(folder);
    expect(read('about/index.html')).toBe('<!doctype html><p>Moved.</p>');
    expect(() => {
      askForFont(join(folder, 'nowhere'));
    }).not.toThrow();
  });
});
