/**
 * The arguments of `npm run new`: which kind of record, answers as flags, and whether to write at
 * all.
 */
import { parseArgs } from 'node:util';
import { findNearest } from '../../library/findings.ts';
import { forms, type FormName } from '../forms/forms.ts';
import { isTakenByNpm } from '../run-command.ts';

export type NewFlags = {
  answers: Map<string, string[]>;
  dryRun: boolean;
  help: boolean;
  root: string;
  /** What cannot be understood, one line each. */
  problems: string[];
};

const own = {
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean' },
  root: { type: 'string' },
} as const;

/** A text without a flag answers the form's first question. */
export function readFlags(kind: FormName, args: string[]): NewFlags {
  const { questions } = forms[kind];
  const { values, tokens, positionals } = parseArgs({
    args,
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...own,
      ...Object.fromEntries(
        questions.map(({ name }) => [name, { type: 'string', multiple: true } as const]),
      ),
    },
  });
  const [lead, ...others] = positionals.toSpliced(positionals.indexOf(kind), 1);
  const problems = others
    .map(
      (word) => `"${word}" is not part of a flag. Put a text of several words in quotation marks.`,
    )
    .slice(0, 1);
  const answers = new Map<string, string[]>(
    lead !== undefined && questions[0] ? [[questions[0].name, [lead]]] : [],
  );
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name in own) continue;
    const swallowsNext = !token.inlineValue && token.value?.startsWith('--');
    if (!questions.some(({ name }) => name === token.name))
      problems.push(sayUnknown(kind, token.rawName));
    else if (swallowsNext || token.value === undefined)
      problems.push(`${token.rawName}: Write something after it, or leave it out.`);
    else answers.set(token.name, [...(answers.get(token.name) ?? []), token.value]);
  }
  const root = typeof values.root === 'string' ? values.root : process.cwd();
  return {
    answers,
    dryRun: values['dry-run'] === true || isTakenByNpm('dry-run'),
    help: values.help === true,
    root,
    problems,
  };
}

function sayUnknown(kind: FormName, written: string): string {
  const near = findNearest(written.replace(/^-+/, ''), [
    ...Object.keys(own),
    ...forms[kind].questions.map(({ name }) => name),
  ]);
  return `There is no ${written} for a new ${kind}. ${near ? `Did you mean --${near}?` : `All of them: npm run new -- ${kind} --help`}`;
}

/**
 * npm keeps flags for itself unless two hyphens precede them. Returns a line that says so if that
 * happened. `missing` are names of flags.
 */
export function explainSwallowed(kind: FormName, missing: readonly string[]): string[] {
  return missing.some(isTakenByNpm)
    ? [`npm keeps flags for itself unless two hyphens come before them: npm run new -- ${kind} --…`]
    : [];
}
