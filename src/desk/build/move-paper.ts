/**
 * Moves all rules of `@media print` to the print stylesheet, so that no page holds them or waits
 * for them. So a template may say with a utility how a part is printed.
 */
import { createHash } from 'node:crypto';
import { parse } from 'css-tree';
import type { SiteFiles } from './site-files.ts';

/** Does nothing if the site has no print stylesheet. */
export function movePaper(site: SiteFiles): void {
  const stylesheets = site.list('.css').filter((path) => /^_astro\/[^/]*$/.test(path));
  const paper = stylesheets.find((path) => path.startsWith('_astro/print.'));
  if (!paper) return;
  const moved = new Set<string>();
  for (const path of stylesheets.filter((path) => path !== paper)) {
    const { rest, rules } = takePaper(site.read(path));
    for (const rule of rules) moved.add(rule);
    site.write(path, rest);
  }
  if (moved.size === 0) return;
  const css = site.read(paper) + [...moved].join('');
  const renamed = `_astro/print.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
  site.remove(paper);
  site.write(renamed, css);
  for (const path of site.list('.html'))
    site.change(path, (html) => html.replaceAll(paper, renamed));
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
