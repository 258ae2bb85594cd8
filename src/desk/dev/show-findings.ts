/**
 * `npm run dev`: the check runs whenever a content file is saved. Its findings appear in the
 * terminal, and in the page below the paragraph they are about. A page that cannot be built shows
 * the mistake instead. None of this is in a build: see markLines and integration.
 */
import { get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { findEntry } from '../../library/read-bytes.ts';
import type { Told } from './check-beside.ts';
import { reportMissed } from './missed-changes.ts';
import { loadByNode } from './own-modules.ts';
import {
  clientPath,
  findingsPath,
  formatFailure,
  isShownUnread,
  listFilesOf,
  listUnread,
  sortForPage,
} from './page-findings.ts';

/**
 * Milliseconds until the check begins, so that several saved files need one check, and the page is
 * made first.
 */
const pause = 300;

/** The same after the start, if no page is opened: a page asks for its findings itself. */
const firstPause = 3000;

export type EditorView = {
  integration: AstroIntegration;
  /** Marks each block of a text with the line it begins in, while an editor works. */
  markLines: HastPluginEntry;
};

export function showFindings(): EditorView {
  let isDev = false;
  return {
    markLines: () => isDev && lineMarks,
    integration: {
      name: 'show-findings',
      hooks: {
        'astro:config:setup': ({ command, injectScript, updateConfig }) => {
          isDev = command === 'dev';
          if (!isDev) return;
          injectScript('page', `import '${clientPath}';`);
          // Astro's overlay shows code that an editor has never seen. The page of findings replaces
          // it.
          updateConfig({
            vite: { plugins: [serveFindings(), loadByNode()], server: { hmr: { overlay: false } } },
          });
        },
      },
    },
  };
}

const lineMarks = defineHastPlugin({
  name: 'mark-lines',
  options: { position: true },
  element: {
    filter: ['p', 'h2', 'h3', 'h4', 'li', 'tr'],
    visit(node, context) {
      const line = node.position?.start.line;
      if (line !== undefined) context.setProperty(node, 'data-line', line);
    },
  },
});

function serveFindings(): Plugin {
  return {
    name: 'serve-findings',
    async configureServer(server) {
      const { root, logger } = server.config;
      // A build loads this file too, but does not need the check.
      const { startChecker } = await import('./check-beside.ts');
      const look = reportMissed(server.watcher, join(root, 'content'));
      const { noteChange, getTold } = startChecker(root, (message) => logger.error(message));
      watchContent(server, noteChange, getTold);
      let isAsked = false;
      server.httpServer?.once('listening', () => {
        setTimeout(() => void (isAsked || loadFirstPage(server)), pause);
      });
      const sortFor = async (address: string) => {
        const { outline, findings } = await getTold();
        return sortForPage(address, outline, findings);
      };
      const exists = (path: string) => findEntry(root, path)?.isFile() ?? false;
      /** Addresses at which this server has shown a page. */
      const shown = new Set<string>();
      const judge = async (address: string, page: Answer): Promise<Answer> => {
        const files = listFilesOf(address);
        const isLost =
          page.status === 404 &&
          !shown.has(address) &&
          !files.some(exists) &&
          !isMissing(files, await getTold());
        // A page that broke off has no end tag.
        const isWhole =
          !page.headers['content-type']?.includes('html') || page.body.includes('</html>');
        const isRead = async () =>
          !isShownUnread(address) ||
          listUnread(address, (await getTold()).outline, exists).length === 0;
        if (isLost || (page.status < 400 && isWhole && (await isRead()))) {
          if (page.status < 400) shown.add(address);
          return page;
        }
        const gone = files.some(exists) ? [] : files;
        return {
          status: 500,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: formatFailure(await sortFor(address), gone),
        };
      };
      server.middlewares.use((request, response, next) => {
        // Astro has removed the site's folder from the address.
        const { pathname: address, searchParams } = new URL(request.url ?? '/', 'http://localhost');
        if (address === findingsPath) {
          response.setHeader('Content-Type', 'application/json');
          sortFor(searchParams.get('page') ?? '/').then(
            (found) => response.end(JSON.stringify(found)),
            next,
          );
        } else if (request.headers.accept?.includes('text/html') && !request.headers[askedByUs]) {
          isAsked = true;
          for (const file of listFilesOf(address)) look(join(root, file));
          fetchPage(server, request)
            .then((page) => judge(address, page))
            .then(({ status, headers, body }) => {
              response.writeHead(status, headers);
              response.end(body);
            }, next);
        } else next();
      });
    },
  };
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer | string };

/** Marks a request that the server makes to itself. */
const askedByUs = 'x-show-findings';

/** Requests the whole page from Astro, or Astro's error. */
function fetchPage(
  server: ViteDevServer,
  { originalUrl, headers }: Pick<Connect.IncomingMessage, 'originalUrl' | 'headers'>,
): Promise<Answer> {
  const bound = server.httpServer?.address() as AddressInfo;
  const host = /^(?:::|0\.0\.0\.0)$/.test(bound.address) ? 'localhost' : bound.address;
  return new Promise((resolve, reject) => {
    const asked = get(
      { host, port: bound.port, path: originalUrl, headers: { ...headers, [askedByUs]: '1' } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const {
            'transfer-encoding': _encoding,
            'content-length': _length,
            connection: _connection,
            ...kept
          } = answer.headers;
          resolve({ status: answer.statusCode ?? 500, headers: kept, body: Buffer.concat(chunks) });
        });
      },
    );
    asked.on('error', reject);
  });
}

/**
 * Makes the home page before somebody opens a page: all pages need most of its modules, and the
 * content. Its mistakes are told to whoever opens it.
 */
async function loadFirstPage(server: ViteDevServer): Promise<void> {
  await fetchPage(server, { originalUrl: server.config.base, headers: {} }).catch(() => undefined);
}

/** True if one of the files was read before, or if its whole folder has an error. */
function isMissing(files: readonly string[], { findings, known }: Told): boolean {
  const folders = files.map((file) => dirname(file));
  return (
    files.some((file) => known.has(file)) ||
    findings.some(({ file, level }) => level === 'error' && folders.includes(file))
  );
}

/**
 * Prints the report of the check after each change of the content, if it differs from the last one.
 */
function watchContent(
  { config, watcher, environments, httpServer }: ViteDevServer,
  noteChange: () => void,
  getTold: () => Promise<Told>,
): void {
  const folder = `${config.root.replaceAll('\\', '/')}/content/`;
  let printed: string | undefined;
  const print = async () => {
    const { report } = await getTold();
    if (report !== printed) config.logger.info(`\n${report}\n`);
    printed = report;
  };
  let timer: NodeJS.Timeout | undefined;
  watcher.add(folder);
  watcher.on('all', (_event, path) => {
    if (!path.replaceAll('\\', '/').startsWith(folder)) return;
    noteChange();
    clearTimeout(timer);
    timer = setTimeout(() => {
      void print().then(() => environments.client.hot.send('desk:findings'));
    }, pause);
  });
  httpServer?.once('listening', () => setTimeout(() => void print(), firstPause));
}
