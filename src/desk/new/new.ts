/**
 * `npm run new`: makes an article, source, quantity, claim, chart, event, place, term or
 * correction. It asks for what flags do not say, and writes only what has no errors in the check.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { getNextEvidenceTag } from '../../evidence/evidence-tags.ts';
import { readContent } from '../../library/read-content.ts';
import { findNearest } from '../../library/findings.ts';
import { recordKinds } from '../../schema/records.ts';
import { describeFlag, fillForm, type Terminal } from './fill-form.ts';
import type { Draft } from '../forms/form.ts';
import { forms, type FormName } from '../forms/forms.ts';
import { listKnownEvidenceTags } from './known-evidence-tags.ts';
import { explainSwallowed, readFlags } from './new-flags.ts';
import { explainFileError } from '../run-command.ts';
import { tryDrafts, writeDraft } from './try-drafts.ts';

export type NewOutcome = { code: 0 | 1; report: string };

const names = Object.keys(forms) as FormName[];
const isForm = (word: string | undefined): word is FormName => names.some((name) => name === word);
const refuse = (...lines: string[]): NewOutcome => ({
  code: 1,
  report: [...lines, 'Nothing was written.', ''].join('\n'),
});

/**
 * Makes what `args` say. Without a terminal it asks nobody, and names what is missing. `today` is
 * YYYY-MM-DD.
 */
export async function makeRecord(
  args: string[],
  terminal?: Terminal,
  today = formatToday(),
): Promise<NewOutcome> {
  const kind = await chooseForm(args, terminal);
  if (!isForm(kind)) return refuse(kind);
  const flags = readFlags(kind, args);
  if (flags.help) return { code: 0, report: describeForm(kind) };
  if (flags.problems.length > 0) return refuse(...flags.problems);

  const { root } = flags;
  const { content, findings } = readContent(root);
  const { file, form } = recordKinds[kind];
  if (
    !holdsNothing(join(root, 'content', file)) &&
    findings.some((finding) => finding.level === 'error' && finding.file === `content/${file}`)
  )
    return refuse(`content/${file} has errors. Fix them first: npm run check`);
  const desk = {
    content,
    today,
    getNextTag: () => getNextEvidenceTag(listKnownEvidenceTags(root)),
  };
  terminal?.say(
    `\nA new ${kind}. Press Enter to accept what is in [brackets] or to skip what is optional. Ctrl+C stops without writing anything.`,
  );
  const { answers, problems, notes, missing } = await fillForm(
    forms[kind],
    flags.answers,
    desk,
    terminal,
  );
  if (problems.length > 0) return refuse(...problems, ...explainSwallowed(kind, missing));

  const drafts = forms[kind].write(answers, desk);
  const taken = drafts.find(({ path }) => form !== 'entry' && existsSync(join(root, path)));
  if (taken) return refuse(`${taken.path} is there already, and nothing is overwritten.`);
  const { errors, report, waiting } = tryDrafts(root, drafts, today);
  if (errors) return refuse(report);
  const told = [...notes.map((note) => `${note}\n`), report].join('');
  if (flags.dryRun)
    return {
      code: 0,
      report: [told, ...drafts.map(showDraft), waiting, 'A dry run: nothing was written.\n'].join(
        '',
      ),
    };
  for (const draft of drafts) writeDraft(root, draft);
  const wrote = `Wrote ${drafts.map(({ path }) => path).join(' and ')}.`;
  return { code: 0, report: `${told}${wrote}\n${forms[kind].next(answers, desk)}\n${waiting}` };
}

/** True if a list does not exist yet, or holds only notes. Its first entry creates it. */
function holdsNothing(path: string): boolean {
  return (
    !existsSync(path) ||
    readFileSync(path, 'utf8')
      .replace(/^\s*#.*$/gm, '')
      .trim() === ''
  );
}

function showDraft({ path, added }: Draft): string {
  return `${path}\n\n${added.replace(/^(?=.)/gm, '  ')}\n`;
}

/** Returns the kind of record that is wanted, or a sentence that says what to write. */
async function chooseForm(args: string[], terminal: Terminal | undefined): Promise<string> {
  const word = args.find(isForm) ?? args.slice(0, 1).find((arg) => !arg.startsWith('-'));
  if (isForm(word)) return word;
  const list = `It makes: ${names.join(', ')}.`;
  if (word !== undefined) {
    const near = findNearest(word, names);
    if (word.includes(' '))
      return `Say first what is new, for example an article: npm run new -- article "${word}". ${list}`;
    return `npm run new makes no "${word}". ${near ? `Did you mean "${near}"? ` : ''}${list}`;
  }
  if (!terminal) return `Say what is new: npm run new -- source --title "…". ${list}`;
  for (;;) {
    const answer = (await terminal.ask(`What is new? ${names.join(', ')}\n> `)).trim();
    if (isForm(answer)) return answer;
    terminal.say(list);
  }
}

function describeForm(kind: FormName): string {
  const lines = forms[kind].questions.map((question) => {
    const { ask, needed, usual, choices, many } = question;
    const listed = choices ? `: ${Object.keys(choices).join(', ')}` : '';
    const often = many === 'texts' ? '; may be given several times' : '';
    return `  ${describeFlag(question)}\n      ${ask}${listed}${often}${typeof needed === 'function' ? ' (with some answers)' : needed && !usual ? '' : ' (may be left out)'}\n`;
  });
  const dryRun = '  --dry-run\n      Print what would be written, and write nothing\n';
  return `npm run new -- ${kind} asks for these, or takes them as flags:\n\n${lines.join('')}${dryRun}`;
}

/** Today in the editor's time zone, as YYYY-MM-DD. */
function formatToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

async function main(): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const reader = input.isTTY ? createInterface({ input, output }) : undefined;
  const stopped = new AbortController();
  reader?.on('close', () => stopped.abort());
  const terminal = reader && {
    ask: (text: string) => reader.question(text, { signal: stopped.signal }),
    say: (text: string) => output.write(`${text}\n`),
  };
  try {
    const { code, report } = await makeRecord(process.argv.slice(2), terminal);
    (code === 0 ? output : process.stderr).write(report);
    process.exitCode = code;
  } catch (error) {
    const told = stopped.signal.aborted
      ? '\nStopped. Nothing was written.\n'
      : explainFileError(error);
    if (told === undefined) throw error;
    process.stderr.write(told);
    process.exitCode = 1;
  } finally {
    reader?.close();
  }
}

if (import.meta.main) await main();
