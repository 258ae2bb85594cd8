/** Verifies what Astro wrote, because its exit code alone cannot be trusted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { listExpectedFiles } from '../../site/expected-pages.ts';
import type { Content } from '../../library/content.ts';
import { nameStyle } from '../../site/policy.ts';
import { dropWithheld } from '../../library/withheld.ts';
import { listFilesOf } from '../dev/page-findings.ts';
import { findMissingLetters } from '../../plugins/site-fonts.ts';
import { listWritten } from './run-astro.ts';
import type { SiteFiles } from './site-files.ts';

/** `content` is what the check read, before the build. */
export type BuildOutcome = {
  root: string;
  content: Content;
  site: SiteFiles;
  code: number | null;
  log: string;
};

/** Sentences on what is wrong with the build. Empty if it may be published. */
export async function verifyBuild({
  root,
  content,
  site,
  code,
  log,
}: BuildOutcome): Promise<string[]> {
  const problems: string[] = [];
  if (code !== 0)
    problems.push(
      code === null ? 'Astro was stopped by a signal.' : `Astro ended with exit code ${code}.`,
    );
  if (!log.includes('Complete!')) problems.push('Astro never said that it was complete.');
  const errors = stripColours(log)
    .split('\n')
    .filter((line) => line.includes('[ERROR]'));
  problems.push(...errors.map((line) => `Astro’s log holds an error: ${line.trim()}`));
  if (problems.length > 0) problems.push(...findSuspects(root, stripColours(log)));
  const files = site.list();
  if (problems.length > 0 || files.length === 0) return problems;
  for (const file of listExpectedFiles(dropWithheld(content))) {
    if (!site.has(file)) problems.push(`The content promises ${file}, and it was not built.`);
  }
  for (const file of files) {
    if (file.endsWith('.html')) problems.push(...judgePage(file, site.read(file)));
    if (/\.(?:jpe?g|png|webp|gif|avif|hei[cf]|tiff?)$/i.test(file))
      problems.push(...(await judgePicture(file, join(site.folder, file))));
  }
  for (const { letter, page } of await findMissingLetters(site)) {
    problems.push(
      `${page}${sayFiles(page)} prints “${letter}”, which the fonts of the site lack. This is a mistake of the program and not of the content: plugins/site-fonts.ts must keep the letter.`,
    );
  }
  return problems;
}

/**
 * Checks that a picture says nothing about camera, place or author, and has a format that every
 * browser shows.
 */
async function judgePicture(file: string, path: string): Promise<string[]> {
  try {
    const { format, exif, xmp, iptc, comments } = await sharp(readFileSync(path)).metadata();
    const told = Object.entries({ EXIF: exif, XMP: xmp, IPTC: iptc, comments }).flatMap(
      ([name, data]) => (data ? [name] : []),
    );
    const kind = ['jpeg', 'png', 'webp'].includes(format)
      ? []
      : [`${file} is a picture of the kind ${format}, which is not published.`];
    return [...kind, ...told.map((name) => `${file} would be published with its ${name}.`)];
  } catch {
    return [`${file} is a picture that cannot be read.`];
  }
}

/**
 * Reports what no tag of a page may hold: unresolved references, inline code, resources from
 * elsewhere. Only tags are checked, not words.
 */
export function judgePage(file: string, html: string): string[] {
  const tags = (html.match(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? []).join('\n');
  const forbidden: [RegExp, string][] = [
    [/href="(?:num|source):/, 'a number or source link that was not resolved'],
    [/\sstyle="/, 'an inline style, which the content security policy blocks'],
    [/\son[a-z]+="/, 'an inline event handler'],
    [/<script(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")/, 'an inline script'],
    [
      /<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="(?:https?:)?\/\//,
      'a resource from another host',
    ],
    [
      /<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="(?:https?:)?\/\//,
      'a resource from another host',
    ],
  ];
  const found = forbidden.flatMap(([pattern, what]) => (pattern.test(tags) ? [what] : []));
  if (findForeignStyle(html)) found.push('a style that its content security policy does not name');
  return found.map((what) => `${file}${sayFiles(file)} holds ${what}.`);
}

/**
 * True if the policy of the page lacks the fingerprint of a `<style>`: browsers would ignore the
 * style.
 */
function findForeignStyle(html: string): boolean {
  const [policy = ''] = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(html) ?? [];
  return [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].some(
    ([, css = '']) => !policy.includes(nameStyle(css)),
  );
}

/** Names the files of a page, where an editor must look: ", made of content/articles/a.mdx,". */
function sayFiles(page: string): string {
  const address = page.replace(/index\.html$/, '');
  const files = page.endsWith('index.html') ? listFilesOf(`/${address}`) : [];
  return files.length > 0 ? `, made of ${files.join(' or ')},` : '';
}

/**
 * Says where Astro stopped: at the place that it names; else at the words of its message; else in
 * the pages that it was writing.
 */
function findSuspects(root: string, log: string): string[] {
  const [before = '', after = ''] = log.split(/(?=\[ERROR\]|\n *error )/, 2);
  const named = /content\/(?:[\w-]+\/)?[\w-]+\.(?:mdx|yaml|csv)(?::\d+:\d+)?/.exec(
    after || log,
  )?.[0];
  if (named) return [`It stopped at ${named}.`];
  const caught = [...log.matchAll(/Caught error rendering (\S+): (?:\w*Error: )?(.*)/g)];
  if (caught.length > 0)
    return [
      ...new Set(
        caught.flatMap(([, address = '', thrown = '']) =>
          tellPlaces(root, listFilesOf(address), thrown),
        ),
      ),
    ];
  const pages = listWritten(before).slice(-pagesAtOnce);
  return tellPlaces(
    root,
    [...new Set(pages.flatMap((page) => listFilesOf(page.replace(/index\.html$/, ''))))],
    after,
  );
}

function tellPlaces(root: string, files: readonly string[], thrown: string): string[] {
  const places = findPlaces(root, files, thrown);
  if (places.length > 0) return places.map((place) => `It stopped at ${place}.`);
  return files.length > 0 ? [`It stopped while it wrote pages of: ${files.join(', ')}.`] : [];
}

/**
 * Finds, in the files of those pages, the name that a component's message quotes: There is no
 * picture "brigde.png"; num:crates-lost/afp: …
 */
function findPlaces(root: string, files: readonly string[], thrown: string): string[] {
  const [first = ''] = thrown
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\[ERROR\]\s*$/.test(line.trim()));
  const names = [...first.matchAll(/["“]([^"“”]{2,})["”]|\b((?:num|source):[\w/-]+)/g)].flatMap(
    ([, quoted, ref]) => quoted ?? ref ?? [],
  );
  return files.flatMap((file) => {
    const path = join(root, file);
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const at = names.map((name) => findWhole(line, name)).find((column) => column !== -1);
        return at === undefined ? [] : [`${file}:${index + 1}:${at + 1}`];
      });
  });
}

/** Finds a whole name: "crates" is not found in "crates-lost". */
function findWhole(line: string, name: string): number {
  for (let at = line.indexOf(name); at !== -1; at = line.indexOf(name, at + 1))
    if (!/[\w/-]/.test(line[at - 1] ?? ' ') && !/[\w/-]/.test(line[at + name.length] ?? ' '))
      return at;
  return -1;
}

/** The same number as in astro.config.mjs. */
const pagesAtOnce = 4;

function stripColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
