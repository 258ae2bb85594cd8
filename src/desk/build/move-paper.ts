/**
 * Moves all rules of `@media print` to the print stylesheet, so that no page holds them or waits
 * for them. So a template may say with a utility how a part is printed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'css-tree';

/** Does nothing if the site has no print stylesheet. */
export function movePaper(folder: string): void {
  const assets = join(folder, '_astro');
  const names = existsSync(assets)
    ? readdirSync(assets).filter((name) => name.endsWith('.css'))
    : [];
  const paper = names.find((name) => name.startsWith('print.'));
  if (!paper) return;
  const moved = new Set<string>();
  for (const name of names.filter((name) => name !== paper).sort()) {
    const { rest, rules } = takePaper(readFileSync(join(assets, name), 'utf8'));
    for (const rule of rules) moved.add(rule);
    writeFileSync(join(assets, name), rest);
  }
  if (moved.size === 0) return;
  const css = readFileSync(join(assets, paper), 'utf8') + [...moved].join('');
  const renamed = `print.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
  rmSync(join(assets, paper));
  writeFileSync(join(assets, renamed), css);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const html = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), html.replaceAll(`_astro/${paper}`, `_astro/${renamed}`));
  }
}

/** The rules of `@media print`, one by one, and the stylesheet without them. */
function takePaper(css: string): { rest: string; rules: string[] } {
  const stylesheet = parse(css, { positions: true, parseValue: false, parseCustomProperty: false });
  const rules: string[] = [];
  let rest = '';
  let end = 0;
  for (const node of stylesheet.type === 'StyleSheet' ? stylesheet.children.toArray() : []) {
    if (node.type !== 'Atrule' || !node.loc || !node.block) continue;
    const head = css.slice(node.loc.start.offset, node.block.loc?.start.offset);
    if (!/^@media\s+print\s*$/.test(head)) continue;
    for (const { loc } of node.block.children.toArray())
      if (loc) rules.push(css.slice(loc.start.offset, loc.end.offset));
    rest += css.slice(end, node.loc.start.offset);
    end = node.loc.end.offset;
  }
  return { rest: rest + css.slice(end), rules };
}
