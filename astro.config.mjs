// @ts-check
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';

// Where the site will stand. Both come from the environment so that one build serves any host and any folder.
const site = process.env.SITE_URL || 'https://chain-of-custody.example';
const base = process.env.BASE_PATH || '/';

/**
 * Records are read from the disk for every request; a saved one reloads the page of an editor at work.
 * @type {import('vite').Plugin}
 */
const reloadOnSave = {
  name: 'reload-on-save',
  configureServer({ watcher, ws, config }) {
    const content = `${config.root.replaceAll('\\', '/')}/content/`;
    watcher.add(content);
    watcher.on('all', (_event, path) => {
      if (path.replaceAll('\\', '/').startsWith(content)) ws.send({ type: 'full-reload' });
    });
  },
};

export default defineConfig({
  site,
  base,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  // A strict content security policy allows neither inline styles nor inline scripts.
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx()],
  vite: {
    plugins: [tailwindcss(), reloadOnSave],
    // Tailwind has already prefixed what its browsers need.
    build: { assetsInlineLimit: 0, cssTarget: 'esnext' },
  },
});
