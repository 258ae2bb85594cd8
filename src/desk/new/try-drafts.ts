/** New records, tried before they are written, and written so that nothing is lost. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../schema/finding.ts';
import { formatFindings } from '../check/format-findings.ts';
import type { Draft } from '../forms/form.ts';
import { checkContent } from '../check/run-rules.ts';

type Trial = {
  /** True when the drafts must not be written. */
  errors: boolean;
  report: string;
  /**
   * What differs in texts that waited for the drafts: they name a record before it is there, and
   * may say it otherwise.
   */
  waiting: string;
};

/**
 * What the check says of the drafts, tried in a copy of the content. Only errors that are not there
 * without them count. The copy has no commits to ask for its time: the drafts are written `today`,
 * and what is dated after it is in the future.
 */
export function tryDrafts(root: string, drafts: Draft[], today: string): Trial {
  const time = Date.parse(`${today}T12:00Z`) / 1000;
  const copy = mkdtempSync(join(tmpdir(), 'new-'));
  try {
    cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true });
    for (const draft of drafts) writeDraft(copy, draft);
    const found = checkContent(copy, time).findings;
    const isError = ({ level }: Finding) => level === 'error';
    const before = found.some(isError) ? checkWithout(root, copy, drafts, time) : [];
    const added = listAdded(before, found).filter(isError);
    const waited = listWaiting(before, found, drafts);
    // The site may name as its lead the article that is made now: it is a draft first, and the site
    // waits for it.
    const isNamed = ({ rule, about }: Finding) =>
      rule === 'unknown-article' &&
      drafts.some(({ path }) => path === `content/articles/${about?.id}.mdx`);
    const errors = added.filter((finding) => !waited.has(finding.file) && !isNamed(finding));
    const differing = added.filter(({ file }) => waited.has(file));
    // Nothing can name a source before it is there.
    const isNew = ({ rule, file }: Finding) =>
      rule !== 'unused-source' && drafts.some(({ path }) => path === file);
    const warnings = found.filter((finding) => !isError(finding) && isNew(finding));
    const findings = [...errors, ...warnings];
    const print = (listed: Finding[]) =>
      listed.length > 0 ? `${formatFindings(listed, copy)}\n` : '';
    return {
      errors: errors.length > 0,
      report: print(findings),
      waiting:
        differing.length > 0
          ? `\nWhat waited for it says it otherwise. Correct it there, or in the record:\n\n${print(differing)}`
          : '',
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * Findings of the same copy without the drafts: away from its commits the content may have others
 * than at home.
 */
function checkWithout(root: string, copy: string, drafts: Draft[], time: number): Finding[] {
  for (const { path } of drafts) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
    else rmSync(join(copy, path));
  }
  const { findings } = checkContent(copy, time);
  // Back again: the report shows the lines that would be written.
  for (const draft of drafts) writeDraft(copy, draft);
  return findings;
}

/** Files that named as unknown what the drafts bring. */
function listWaiting(before: Finding[], after: Finding[], drafts: Draft[]): Set<string> {
  const own = new Set(drafts.map(({ path }) => path));
  const gone = listAdded(after, before).filter(
    ({ rule, file }) => rule.startsWith('unknown-') && !own.has(file),
  );
  return new Set(gone.map(({ file }) => file));
}

/** Findings that were not there before; those below a new entry may have moved. */
function listAdded(before: Finding[], after: Finding[]): Finding[] {
  const describe = ({ rule, file, message }: Finding) => [rule, file, message].join('\n');
  const known = before.map(describe);
  return after.filter((finding) => {
    const index = known.indexOf(describe(finding));
    if (index !== -1) known.splice(index, 1);
    return index === -1;
  });
}

/** Writes the draft with the line ends that its file has. */
export function writeDraft(root: string, { path, text }: Draft): void {
  const target = join(root, path);
  const isCrlf = existsSync(target) && readFileSync(target, 'utf8').includes('\r\n');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, isCrlf ? text.replaceAll('\n', '\r\n') : text);
}
