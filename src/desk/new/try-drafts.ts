/** Checks new records before they are written, and writes them so that nothing is lost. */
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
  /** Findings on files that named a new record before it existed, and now differ from it. */
  waiting: string;
};

/**
 * Checks the drafts in a copy of the content. Only errors that the content does not have without
 * them count. The copy has no commits to take the time from: its time is `today`, and a later date
 * is in the future.
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
    // The site may name the new article as its lead. It is a draft at first, and the site waits for
    // it.
    const isNamed = ({ rule, about }: Finding) =>
      rule === 'unknown-article' &&
      drafts.some(({ path }) => path === `content/articles/${about?.id}.mdx`);
    const errors = added.filter((finding) => !waited.has(finding.file) && !isNamed(finding));
    const differing = added.filter(({ file }) => waited.has(file));
    // Nothing can name a source before it exists.
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
 * Findings of the same copy without the drafts. Without its commits, the content may have other
 * findings than in the project.
 */
function checkWithout(root: string, copy: string, drafts: Draft[], time: number): Finding[] {
  for (const { path } of drafts) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
    else rmSync(join(copy, path));
  }
  const { findings } = checkContent(copy, time);
  // Restore the drafts: the report shows the lines that would be written.
  for (const draft of drafts) writeDraft(copy, draft);
  return findings;
}

/** Files that named the new records before they existed. */
function listWaiting(before: Finding[], after: Finding[], drafts: Draft[]): Set<string> {
  const own = new Set(drafts.map(({ path }) => path));
  const gone = listAdded(after, before).filter(
    ({ rule, file }) => rule.startsWith('unknown-') && !own.has(file),
  );
  return new Set(gone.map(({ file }) => file));
}

/** Lists new findings by their words, because those below a new entry may have moved. */
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
