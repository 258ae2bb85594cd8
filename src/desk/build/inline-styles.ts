/**
 * Replaces the links to stylesheets in each built page with the rules that its kind of page uses,
 * so that the first words need not wait. Puts their fingerprint into the page's policy. The print
 * stylesheet stays a file: no page waits for it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addUses, keepUsedRules, readUses, type Uses } from '../../publish/used-rules.ts';
import { readStylesheet, type Stylesheet } from '../../publish/read-stylesheet.ts';
import { nameStyle, policy, writePolicy } from '../../site/policy.ts';
import type { SiteFiles } from './site-files.ts';

/**
 * Links in the head. Those at the end of a page, to typefaces and the print stylesheet, stay links.
 */
const link = /<link rel="stylesheet" href="([^"]+\.css)">(?=.*<\/head>)/gs;
const script = /<script[^>]* src="([^"]+\.js)"/g;

/** Pages of one kind hold the same rules: those that any of them uses. */
type Kind = { stylesheets: string[]; files: string[]; uses: Uses; scripts: Set<string> };

/**
 * Moves the whole stylesheets to `aside`, for tests, with a list of the stylesheets of each page,
 * and the short names of utilities. Returns what could not be done. Does nothing if the site has no
 * stylesheets.
 */
export function inlineStyles(
  site: SiteFiles,
  aside: string,
  names: ReadonlyMap<string, string> = new Map(),
): string[] {
  const stylesheets = new Map(
    [...readAssets(site, '.css')].map(([name, css]): [string, StyleFile] => [
      name,
      { css, rules: readStylesheet(css) },
    ]),
  );
  if (stylesheets.size === 0) return [];
  const scripts = readAssets(site, '.js');
  const kinds = sortPages(site, stylesheets);
  const moved = new Set([...kinds.values()].flatMap((kind) => kind.stylesheets));
  // Stylesheets that stay files: the print stylesheet reads variables that pages set.
  const styles = [...stylesheets]
    .flatMap(([name, { css }]) => (moved.has(name) ? [] : [css]))
    .join('\n');
  const problems: string[] = [];
  for (const kind of kinds.values()) {
    const beside = { scripts: joinScripts(kind.scripts, scripts), styles };
    const css = kind.stylesheets
      .map((name) =>
        keepUsedRules(stylesheets.get(name)?.rules ?? readStylesheet(''), kind.uses, beside),
      )
      .join('');
    for (const path of kind.files) problems.push(...putInto(site, path, css));
  }
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  for (const name of moved) {
    writeFileSync(join(aside, name), site.read(`_astro/${name}`));
    site.remove(`_astro/${name}`);
  }
  const made = [...kinds.values()].flatMap((kind) =>
    kind.files.map((path) => [path, kind.stylesheets]),
  );
  writeFileSync(join(aside, 'pages.json'), JSON.stringify(Object.fromEntries(made)));
  writeFileSync(join(aside, 'short-names.json'), JSON.stringify(Object.fromEntries(names)));
  return problems;
}

type StyleFile = { css: string; rules: Stylesheet };

/** The files of the folder of assets, by name. */
const readAssets = (site: SiteFiles, ending: string): Map<string, string> =>
  new Map(
    site
      .list(ending)
      .filter((path) => /^_astro\/[^/]*$/.test(path))
      .map((path) => [basename(path), site.read(path)]),
  );

/**
 * Joins the scripts that pages load and those that these import: the others do nothing to the
 * pages.
 */
function joinScripts(linked: ReadonlySet<string>, scripts: ReadonlyMap<string, string>): string {
  const loaded = new Set(linked);
  for (const name of loaded)
    for (const other of scripts.keys()) if (scripts.get(name)?.includes(other)) loaded.add(other);
  return [...loaded].map((name) => scripts.get(name) ?? '').join('\n');
}

/**
 * Sorts pages by kind: articles/a/index.html and articles/b/index.html are one, articles/index.html
 * is another.
 */
function sortPages(
  site: SiteFiles,
  stylesheets: ReadonlyMap<string, StyleFile>,
): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const file of site.list('.html')) {
    const html = site.read(file);
    const linked = [...html.matchAll(link)]
      .map(([, address = '']) => basename(address))
      .filter((name) => stylesheets.has(name));
    if (linked.length === 0) continue;
    const [room = '', ...below] = file.split('/');
    const key = [below.length > 1 ? `${room}/*` : file, ...linked].join(' ');
    const kind = kinds.get(key) ?? {
      stylesheets: linked,
      files: [],
      uses: { elements: new Set(), reads: new Set() },
      scripts: new Set(),
    };
    kind.files.push(file);
    // Added at once: a large site has thousands of pages of a kind, which use the same.
    for (const name of linked)
      addUses(kind.uses, readUses(html, stylesheets.get(name)?.rules ?? readStylesheet('')));
    for (const [, address = ''] of html.matchAll(script)) kind.scripts.add(basename(address));
    kinds.set(key, kind);
  }
  return kinds;
}

function putInto(site: SiteFiles, file: string, css: string): string[] {
  const html = site.read(file);
  if (/<\/style/i.test(css))
    return [`The stylesheet of ${file} holds an end tag of HTML and cannot stand in the page.`];
  if (!html.includes(policy))
    return [`${file} has no policy of its own, and its styles would be blocked or unguarded.`];
  let first = true;
  const carried = html.replace(policy, writePolicy([nameStyle(css)])).replace(link, () => {
    const printed = first ? `<style>${css}</style>` : '';
    first = false;
    return printed;
  });
  site.write(file, carried);
  return [];
}
