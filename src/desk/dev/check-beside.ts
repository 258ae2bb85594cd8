/** Runs the check of `npm run dev` on a separate thread, so that no page waits for it. */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { normaliseText } from '../../library/source-text.ts';
import { readBytes } from '../../library/read-bytes.ts';
import type { Finding } from '../../schema/finding.ts';
import { checkContent } from '../check/run-rules.ts';
import { formatFindings } from '../check/format-findings.ts';
import { countFindings } from '../papers/copy-sheet-layout.ts';
import { readOutline, type ContentOutline, type ShownFinding } from './page-findings.ts';

/** The result of one check. */
type Answer = {
  findings: ShownFinding[];
  outline: ContentOutline;
  /** The findings as the terminal prints them. */
  report: string;
};

/** The same, with every file that was read since the server started. */
export type Told = Answer & { known: ReadonlySet<string> };

export type Checker = {
  /** A file of the content has changed. */
  noteChange: () => void;
  /** The result of a check that began after the last change. */
  getTold: () => Promise<Told>;
};

/**
 * Starts the first check only when somebody asks for its result, so that the first page is not
 * slowed down. If a check fails, `say` gets the error, and the last result stays valid.
 */
export function startChecker(root: string, say: (message: string) => void): Checker {
  const startWorker = () => {
    const started = new Worker(new URL(import.meta.url), { workerData: { checkedRoot: root } });
    // Ends with the server.
    started.unref();
    return started;
  };
  let worker = startWorker();
  const known = new Set<string>();
  const ask = async (): Promise<Answer | string> => {
    worker.postMessage('check');
    try {
      const [answer] = (await once(worker, 'message')) as [Answer | string];
      return answer;
    } catch (error) {
      // The thread has ended, for example out of memory: the next check gets a new one.
      worker = startWorker();
      return describe(error);
    }
  };
  const check = async (before: Told | undefined): Promise<Told> => {
    const answer = await ask();
    if (typeof answer === 'string') {
      say(`The check broke off: ${answer}`);
      return before ?? { findings: [], outline: { read: [], parts: {} }, report: '', known };
    }
    for (const path of answer.outline.read) known.add(path);
    return { ...answer, known };
  };
  let last: Promise<Told> | undefined;
  let isOld = false;
  return {
    noteChange: () => (isOld = true),
    getTold() {
      if (last && isOld) last = last.then(check);
      isOld = false;
      return (last ??= check(undefined));
    },
  };
}

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Adds to each finding the words that it points at: none if the file is missing or cannot be read.
 */
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

function tell(root: string): Answer {
  const { content, findings } = checkContent(root);
  return {
    findings: readWords(root, findings),
    outline: readOutline(content),
    report:
      findings.length > 0
        ? `${formatFindings(findings, root)}\n${countFindings(findings)}.`
        : 'The check finds nothing.',
  };
}

const given = workerData as { checkedRoot?: string } | null;
if (!isMainThread && given?.checkedRoot !== undefined) {
  const root = given.checkedRoot;
  parentPort?.on('message', () => {
    try {
      parentPort?.postMessage(tell(root));
    } catch (error) {
      parentPort?.postMessage(describe(error));
    }
  });
}
