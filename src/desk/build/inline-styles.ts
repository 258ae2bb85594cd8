/**
 * Puts into each page of a built site the rules that its kind of page uses, with their fingerprint
 * in the page's policy, in place of the link to a stylesheet for which the first words would wait.
 * The sheet of paper stays a file: no page waits for it.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, sep } from 'node:path';
import { joinUses, keepUsedRules, readUses, type Uses } from '../../publish/used-rules.ts';
import { readStylesheet, type Stylesheet } from '../../publish/read-stylesheet.ts';
import { nameStyle, policy, writePolicy } from '../../site/policy.ts';

const link = /<link rel="stylesheet" href="([^"]+\.css)">/g;

/** Pages of one kind carry the same rules: those that any of them uses. */
type Kind = { sheets: string[]; files: string[]; uses: Uses[]; scripted: boolean };

/**
 * The whole stylesheets go to `aside`, for tests, with the names of those that each page was made
 * with. Says what could not be done. Does nothing where the folder was never written.
 */
export function inlineStyles(folder: string, aside: string): string[] {
  const assets = join(folder, '_astro');
  if (!existsSync(assets)) return [];
  const sheets = readSheets(assets);
  const beside = {
    scripts: readAssets(assets, '.js').join('\n'),
    // What no page carries: the sheet of paper reads variables that pages set.
    styles: '',
  };
  const kinds = sortPages(folder, sheets);
  const moved = new Set([...kinds.values()].flatMap((kind) => kind.sheets));
  beside.styles = [...sheets]
    .flatMap(([name, { css }]) => (moved.has(name) ? [] : [css]))
    .join('\n');
  const problems: string[] = [];
  for (const kind of kinds.values()) {
    const all = { ...beside, scripts: kind.scripted ? beside.scripts : '' };
    const uses = joinUses(kind.uses);
    const css = kind.sheets
      .map((name) => keepUsedRules(sheets.get(name)?.rules ?? readStylesheet(''), uses, all))
      .join('');
    for (const file of kind.files) problems.push(...putInto(join(folder, file), file, css));
  }
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  for (const name of moved) renameSync(join(assets, name), join(aside, name));
  const made = [...kinds.values()].flatMap((kind) =>
    kind.files.map((file) => [file.split(sep).join('/'), kind.sheets]),
  );
  writeFileSync(join(aside, 'pages.json'), JSON.stringify(Object.fromEntries(made)));
  return problems;
}

type Sheet = { css: string; rules: Stylesheet };

function readSheets(assets: string): Map<string, Sheet> {
  return new Map(
    readdirSync(assets)
      .filter((name) => name.endsWith('.css'))
      .map((name) => {
        const css = readFileSync(join(assets, name), 'utf8');
        return [name, { css, rules: readStylesheet(css) }];
      }),
  );
}

function readAssets(assets: string, ending: string): string[] {
  return readdirSync(assets)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(assets, name), 'utf8'));
}

/** articles/a/index.html and its like are one kind, articles/index.html is another. */
function sortPages(folder: string, sheets: ReadonlyMap<string, Sheet>): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.html'))
    .sort();
  for (const file of files) {
    const html = readFileSync(join(folder, file), 'utf8');
    const linked = [...html.matchAll(link)]
      .map(([, address = '']) => basename(address))
      .filter((name) => sheets.has(name));
    if (linked.length === 0) continue;
    const [room = '', ...below] = file.split(sep);
    const key = [below.length > 1 ? `${room}/*` : file, ...linked].join(' ');
    const kind = kinds.get(key) ?? { sheets: linked, files: [], uses: [], scripted: false };
    kind.files.push(file);
    kind.uses.push(
      ...linked.map((name) => readUses(html, sheets.get(name)?.rules ?? readStylesheet(''))),
    );
    kind.scripted ||= /<script[^>]* src=/.test(html);
    kinds.set(key, kind);
  }
  return kinds;
}

function putInto(path: string, file: string, css: string): string[] {
  const html = readFileSync(path, 'utf8');
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
  writeFileSync(path, carried);
  return [];
}
