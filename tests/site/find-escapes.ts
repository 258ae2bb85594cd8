/** Finds addresses in a built site that leave its folder or lead nowhere, in any kind of file. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'node-html-parser';

const texts = /\.(?:html|xml|json|webmanifest|svg|css|js|txt|md|csv|bib|ris)$|^_headers$/;
const attributes = ['href', 'src', 'poster', 'action', 'data-index', 'xlink:href'];
const lists = ['srcset', 'imagesrcset'];

/** `site` is the whole address of its home page, with the last slash. */
export function findEscapes(folder: string, site: string): string[] {
  const { origin, pathname: base } = new URL(site);
  const ids = new Map<string, ReadonlySet<string>>();
  const faults: string[] = [];

  /** Returns what is wrong if the site has no such file, or the file no such anchor. */
  const judge = (path: string, from: string): string | undefined => {
    if (!path.startsWith(base)) return `leaves ${base}`;
    const [whole = '', place = ''] = path.split('#');
    const [asked = ''] = whole.split('?');
    const inside = decodeURI(asked.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
    const found = statSync(join(folder, inside), { throwIfNoEntry: false });
    if (!found?.isFile()) return 'is not there';
    if (place === '' || !inside.endsWith('.html') || from.includes('!')) return undefined;
    if (!ids.has(inside)) ids.set(inside, listIds(readFileSync(join(folder, inside), 'utf8')));
    return ids.get(inside)?.has(decodeURIComponent(place)) ? undefined : 'has no such place';
  };

  /** Resolves an address as a browser does in this file, and checks it. */
  const check = (file: string, what: string, address: string) => {
    if (address === '' || /^[a-z][\w+.-]*:/i.test(address)) return;
    const at = posix.join(base, file).replace(/(^|\/)index\.html$/, '$1');
    const url = new URL(address, `${origin}${at}`);
    const fault =
      url.origin === origin
        ? judge(`${url.pathname}${url.search}${url.hash}`, file)
        : address.startsWith('//')
          ? 'leaves its host'
          : undefined;
    if (fault) faults.push(`${file}: ${what} ${address} ${fault}`);
  };

  for (const { file, text } of listTexts(folder)) {
    // Feeds, sitemaps, data and citations have absolute addresses of the site.
    const whole = new RegExp(`${origin.replaceAll('.', '\\.')}[^\\s"'<>()\\\\{}\\]|]*`, 'g');
    // In markup that is escaped within markup, the closing quotation mark is an entity.
    const plain = text.replaceAll('&amp;', '&').replace(/&(?:quot|#34|#39|lt|gt);/g, '"');
    for (const [found] of plain.matchAll(whole)) {
      const fault = judge(found.slice(origin.length).replace(/[.,;:]+$/, ''), file);
      if (fault) faults.push(`${file}: ${found} ${fault}`);
    }
    for (const [what, address] of listAddresses(file, text)) check(file, what, address);
  }
  return [...new Set(faults)];
}

function* listTexts(folder: string): Generator<{ file: string; text: string }> {
  for (const path of readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.split(sep).join('/');
    if (texts.test(file)) yield { file, text: readFileSync(join(folder, path), 'utf8') };
    if (!file.endsWith('.zip')) continue;
    for (const [entry, bytes] of Object.entries(unzipSync(readFileSync(join(folder, path)))))
      if (texts.test(entry))
        yield { file: `${file}!${entry}`, text: Buffer.from(bytes).toString('utf8') };
  }
}

const listIds = (html: string) =>
  new Set(
    parse(html)
      .querySelectorAll('[id]')
      .map(({ id }) => id),
  );

/** Lists addresses without a host, and those that must have one. */
function* listAddresses(file: string, text: string): Generator<[string, string]> {
  if (file.includes('!')) return;
  if (/\.(?:html|svg)$/.test(file)) {
    const page = parse(text);
    for (const name of attributes)
      for (const element of page.querySelectorAll(`[${name.replace(':', '\\:')}]`))
        yield [name, element.getAttribute(name) ?? ''];
    for (const name of lists)
      for (const element of page.querySelectorAll(`[${name}]`))
        for (const part of (element.getAttribute(name) ?? '').split(','))
          yield [name, part.trim().split(/\s+/)[0] ?? ''];
    for (const block of page.querySelectorAll('script[type="application/ld+json"]'))
      for (const [, address = ''] of block.text.matchAll(/"(\/[^"]*)"/g))
        yield ['data block', `//without-host${address}`];
    for (const meta of page.querySelectorAll('meta[content^="/"]'))
      yield ['meta', `//without-host${meta.getAttribute('content') ?? ''}`];
  }
  if (/\.(?:html|css|svg)$/.test(file))
    for (const [, , address = ''] of text.matchAll(/url\((["']?)([^)"']*)\1\)/g))
      if (!address.startsWith('#')) yield ['url()', address];
  if (file.endsWith('.js'))
    for (const [, address = ''] of text.matchAll(/["'`](\/_astro\/[^"'`]+)["'`]/g))
      yield ['script', address];
  if (file.endsWith('.webmanifest')) {
    const manifest = JSON.parse(text) as {
      start_url: string;
      scope: string;
      icons: { src: string }[];
    };
    yield ['start_url', manifest.start_url];
    yield ['scope', manifest.scope];
    for (const { src } of manifest.icons) yield ['icon', src];
  }
  if (file.endsWith('datapackage.json'))
    for (const { path } of (JSON.parse(text) as { resources: { path: string }[] }).resources)
      yield ['resource', path];
  if (file.endsWith('.xml'))
    for (const [, address = ''] of text.matchAll(/(?:<loc>|<link>|<id>| href=")(\/[^<"]*)/g))
      yield ['feed or map', `//without-host${address}`];
  if (file === '_headers')
    for (const line of text.split('\n'))
      if (line.startsWith('/') && !line.endsWith('*')) yield ['rule', line];
}
