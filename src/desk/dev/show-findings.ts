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
import { findEntry, readBytes } from '../../library/read-bytes.ts';
import type { Content } from '../../library/content.ts';
import { normaliseText } from '../../library/source-text.ts';
import { countFindings } from '../papers/copy-sheet-layout.ts';
import type { Finding } from '../../schema/finding.ts';
import { formatFindings } from '../check/format-findings.ts';
import { reportMissed } from './missed-changes.ts';
import {
  clientPath,
  findingsPath,
  formatFailure,
  listFilesOf,
  listReadPaths,
  listUnread,
  sortForPage,
  type ShownFinding,
} from './page-findings.ts';

/**
 * Milliseconds until the check begins, so that several saved files need one check, and the page
 * comes first.
 */
const pause = 300;

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
            vite: { plugins: [serveFindings()], server: { hmr: { overlay: false } } },
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
      const { root } = server.config;
      // A build loads this file too, but does not need the check.
      const { checkContent } = await import('../check/run-rules.ts');
      const look = reportMissed(server.watcher, join(root, 'content'));
      const getChecked = watchContent(server, () => checkContent(root));
      const sortFor = (address: string) => {
        const { content, findings } = getChecked();
        return sortForPage(address, content, readWords(root, findings));
      };
      const exists = (path: string) => findEntry(root, path)?.isFile() ?? false;
      /** Addresses at which this server has shown a page. */
      const shown = new Set<string>();
      const judge = (address: string, page: Answer): Answer => {
        const files = listFilesOf(address);
        const isLost =
          page.status === 404 &&
          !shown.has(address) &&
          !files.some(exists) &&
          !isMissing(files, getChecked());
        // What breaks off in its middle has no end.
        const isWhole =
          !page.headers['content-type']?.includes('html') || page.body.includes('</html>');
        const isRead = listUnread(address, getChecked().content, exists).length === 0;
        if (isLost || (page.status < 400 && isWhole && isRead)) {
          if (page.status < 400) shown.add(address);
          return page;
        }
        const gone = files.some(exists) ? [] : files;
        return {
          status: 500,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: formatFailure(sortFor(address), gone),
        };
      };
      server.middlewares.use((request, response, next) => {
        // Astro has taken the site's folder off the address.
        const { pathname: address, searchParams } = new URL(request.url ?? '/', 'http://localhost');
        if (address === findingsPath) {
          response.setHeader('Content-Type', 'application/json');
          response.end(JSON.stringify(sortFor(searchParams.get('page') ?? '/')));
        } else if (request.headers.accept?.includes('text/html') && !request.headers[askedByUs]) {
          for (const file of listFilesOf(address)) look(join(root, file));
          fetchPage(server, request).then((page) => {
            const { status, headers, body } = judge(address, page);
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

/** The whole page as Astro makes it, or Astro's error. */
function fetchPage(
  server: ViteDevServer,
  { originalUrl, headers }: Connect.IncomingMessage,
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

/** What was checked last, and every file that was read since the server started. */
type Checked = { content: Content; findings: Finding[]; known: ReadonlySet<string> };

/** Whether one of the files was there before, or its whole folder is reported. */
function isMissing(files: readonly string[], { findings, known }: Checked): boolean {
  const folders = files.map((file) => dirname(file));
  return (
    files.some((file) => known.has(file)) ||
    findings.some(({ file, level }) => level === 'error' && folders.includes(file))
  );
}

/**
 * Checks immediately and after each change of the content; prints what differs from the last time.
 */
function watchContent(
  server: ViteDevServer,
  runCheck: () => Omit<Checked, 'known'>,
): () => Checked {
  const { root, logger } = server.config;
  const folder = `${root.replaceAll('\\', '/')}/content/`;
  const known = new Set<string>();
  const read = (): Checked => {
    const { content, findings } = runCheck();
    for (const path of listReadPaths(content)) known.add(path);
    return { content, findings, known };
  };
  let checked = read();
  let isOld = false;
  const check = () => {
    isOld = false;
    try {
      checked = read();
    } catch (error) {
      logger.error(
        `The check broke off: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  let printed: string | undefined;
  const print = () => {
    const { findings } = checked;
    const report =
      findings.length > 0
        ? `${formatFindings(findings, root)}\n${countFindings(findings)}.`
        : 'The check finds nothing.';
    if (report !== printed) logger.info(`\n${report}\n`);
    printed = report;
  };
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    if (!path.replaceAll('\\', '/').startsWith(folder)) return;
    isOld = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isOld) check();
      print();
      server.environments.client.hot.send('desk:findings');
    }, pause);
  });
  server.httpServer?.once('listening', () => setTimeout(print, pause));
  return () => {
    // A page was requested before the pause has ended.
    if (isOld) check();
    return checked;
  };
}

/** Findings with the words at which they point; none if the file is gone or cannot be read. */
function readWords(root: string, findings: readonly Finding[]): ShownFinding[] {
  const files = new Map<string, string>();
  const read = (path: string) => {
    const bytes = readBytes(root, path);
    return 'message' in bytes ? '' : normaliseText(bytes.toString('utf8'));
  };
  return findings.map((finding) => {
    const { file, line, column, length } = finding;
    const text = files.get(file) ?? read(file);
    files.set(file, text);
    const from = text
      .split('\n')
      .slice(line - 1)
      .join('\n');
    // The page shows the words of a link but not its address.
    const label = /\[([^\]]*)\]\($/.exec(from.slice(0, column - 1))?.[1];
    return { ...finding, words: label ?? from.slice(column - 1, column - 1 + length) };
  });
}
