// @ts-check
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { guard, proveGuard } from './src/desk/build/guard.ts';
import { waitForCheck } from './src/desk/build/wait-for-check.ts';
import { showFindings } from './src/desk/dev/show-findings.ts';
import { markCells, nameTables } from './src/plugins/mark-cells.ts';
import { markLanguages } from './src/plugins/mark-languages.ts';
import { setAttributes, typesetProse } from './src/plugins/typeset-prose.ts';
import { writeSiteFonts } from './src/plugins/site-fonts.ts';
import { textModules } from './src/plugins/text-modules.ts';

// Astro lets variables of the shell take the place of its own of the same name: DEV=1 would show
// drafts, PROD= drop the policy.
for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE', 'ASSETS_PREFIX'])
  Reflect.deleteProperty(process.env, name);

// Where the site will stand. Both come from the environment so that one build serves any host and
// any folder. While nobody has said at which address, none is printed.
const site = process.env.SITE_URL;
const base = process.env.BASE_PATH || '/';

/** Pictures are drawn on threads of their own, so that pages need not wait for them. */
const pagesAtOnce = 4;

/** Lightning CSS: Features.MediaRangeSyntax, `(width >= 700px)`. */
const mediaRangeSyntax = 128;

const editorView = showFindings();
/**
 * The check's rules first; then the text is set, in place of the parser's own smart punctuation.
 */
const processor = satteri({
  mdastPlugins: [guard, nameTables, typesetProse],
  hastPlugins: [setAttributes, markCells, markLanguages, editorView.markLines],
  features: { smartPunctuation: false },
});
/**
 * Cuts the typefaces to what the site prints; an editor at work gets them whole.
 * @type {import('astro').AstroIntegration}
 */
const siteFonts = {
  name: 'site-fonts',
  hooks: {
    'astro:config:setup': async ({ command, config }) => {
      await waitForCheck();
      if (command === 'build' || command === 'dev')
        await writeSiteFonts(fileURLToPath(config.root), command === 'dev');
    },
  },
};

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  // A strict content security policy allows neither inline styles nor inline scripts.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: pagesAtOnce },
  markdown: { syntaxHighlight: false, processor },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx(), siteFonts, editorView.integration],
  vite: {
    plugins: [tailwindcss(), textModules(), proveGuard()],
    // Tailwind has already prefixed what its browsers need; media queries are written as browsers
    // before 2022 read them.
    build: { assetsInlineLimit: 0, cssTarget: 'esnext' },
    css: { lightningcss: { include: mediaRangeSyntax } },
  },
});
