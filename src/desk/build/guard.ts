/**
 * The second line of defence after the check: applies its rules on code, tags and links again, in
 * the parser that compiles a text for the site. So code in an article stops Astro even if nobody
 * ran the check. If a plugin is in the wrong place, Astro 7 skips it with only a warning. So every
 * build gives the guard texts that it must refuse.
 */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin } from 'satteri';
import type { Plugin } from 'vite';
import type { ArticleNode } from '../../library/content.ts';
import { createSourceText } from '../../library/source-text.ts';
import { judgeMarkup } from '../rules/tag-use.ts';
import { judgeLinks } from '../rules/links.ts';
import { tagFor } from '../../schema/author-tags.ts';

/**
 * A plugin for `mdastPlugins` of Astro's processor. Throws at the first finding, with its file,
 * line and column.
 */
export const guard = defineMdastPlugin({
  name: 'guard',
  options: { position: true },
  before(root, { fileURL, source: text }) {
    const path = fileURL
      ? relative(process.cwd(), fileURLToPath(fileURL)).split(sep).join('/')
      : '';
    const source = createSourceText(path, text);
    const tree = root as ArticleNode;
    const [finding] = [...judgeMarkup(source, tree), ...judgeLinks(source, tree)].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    );
    if (!finding) return;
    const { line, column, rule, message, fix } = finding;
    throw Object.assign(new Error(`${path}:${line}:${column}  ${rule}\n${message}\n${fix}`), {
      line,
      column,
    });
  },
});

/** One text for each way to bring in code. All of them must be refused. */
export const canaries = [
  'import fs from "node:fs"',
  'export const a = 1',
  'A {process.exit(0)} B',
  '{process.exit(0)}',
  '<script>alert(1)</script>',
  'A <b>bold</b> word',
  `<${tagFor.chart} {...props} />`,
  `<${tagFor.chart} id={process.env.HOME} />`,
  `<${tagFor.freed} onclick="alert(1)">two</${tagFor.freed}>`,
  `<${tagFor.chart} id="a" client:load />`,
  `<${tagFor.chart} id="a" id="b" />`,
  '[words](javascript:alert(1))',
  '[words][r]\n\n[r]: javascript:alert(1)',
  '![words](https://example.org/a.png)',
];

/** Gives the canaries to the compiler of the texts, and stops the build if it accepts one. */
export function proveGuard(): Plugin {
  let compile: ((this: unknown, code: string, id: string) => unknown) | undefined;
  let proof: Promise<void> | undefined;
  return {
    name: 'prove-guard',
    configResolved({ plugins }) {
      const transform = plugins.find(({ name }) => name === '@mdx-js/rolldown')?.transform;
      compile = (typeof transform === 'object' ? transform.handler : transform) as typeof compile;
    },
    buildStart() {
      const given = compile;
      proof ??= prove((text) =>
        given?.call(this, text, `${process.cwd()}/content/articles/canary.mdx`),
      );
      return proof;
    },
  };
}

/**
 * Rejects unless `compile` refuses every canary with a message of the guard. It must compile the
 * text under the path content/articles/canary.mdx.
 */
export async function prove(compile: (text: string) => unknown): Promise<void> {
  for (const text of canaries) {
    const answer = await Promise.resolve(text)
      .then(compile)
      .then(String, (error: unknown) => (error as Error).message);
    if (!/^content\/articles\/canary\.mdx:\d+:\d+ {2}[a-z-]+\n/.test(answer))
      throw new Error(
        `The guard is not connected: a text that holds ${JSON.stringify(text)} would be compiled. Compare astro.config.mjs with src/desk/build/guard.ts.`,
      );
  }
}
