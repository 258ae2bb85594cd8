/** New records, tried before they are written, and written so that nothing is lost. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../schema/finding.ts';
import { formatFindings } from './format-findings.ts';
import type { Draft } from './forms/form.ts';
import { checkContent } from './run-rules.ts';

/** What the check says of the drafts, tried in a copy of the content. Only errors that are not there without them count. */
export function tryDrafts(root: string, drafts: Draft[]): { errors: boolean; report: string } {
  const copy = mkdtempSync(join(tmpdir(), 'new-'));
  try {
    cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true });
    for (const draft of drafts) writeDraft(copy, draft);
    const found = checkContent(copy).findings;
    const isError = ({ level }: Finding) => level === 'error';
    const errors = found.some(isError) ? listAdded(checkWithout(root, copy, drafts), found).filter(isError) : [];
    // Nothing can name a source before it is there.
    const isNew = ({ rule, file }: Finding) => rule !== 'unused-source' && drafts.some(({ path }) => path === file);
    const warnings = found.filter((finding) => !isError(finding) && isNew(finding));
    const findings = [...errors, ...warnings];
    return { errors: errors.length > 0, report: findings.length > 0 ? `${formatFindings(findings, copy)}\n` : '' };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Findings of the same copy without the drafts: away from its commits the content may have others than at home. */
function checkWithout(root: string, copy: string, drafts: Draft[]): Finding[] {
  for (const { path } of drafts) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
    else rmSync(join(copy, path));
  }
  const { findings } = checkContent(copy);
  // Back again: the report shows the lines that would be written.
  for (const draft of drafts) writeDraft(copy, draft);
  return findings;
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
