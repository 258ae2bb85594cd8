/**
 * Goes through the questions of a form: takes the answers from flags, and asks for the rest if
 * there is a terminal.
 */
import { findNearest } from '../../library/findings.ts';
import { Answers, yesNo, type Desk, type Form, type Question } from '../forms/form.ts';
import { proposeId } from '../../library/texts/propose-id.ts';

/** A dialogue with somebody, line by line. */
export type Terminal = { ask: (text: string) => Promise<string>; say: (text: string) => void };

/** `missing` are the required questions without an answer. Each is among the problems. */
type Filled = { answers: Answers; problems: string[]; notes: string[]; missing: string[] };

/**
 * Returns the answers, or what is wrong with those that were given, one line each. `notes` say how
 * answers were changed, unless the editor already knows.
 */
export async function fillForm(
  { questions }: Form,
  flags: ReadonlyMap<string, string[]>,
  desk: Desk,
  terminal: Terminal | undefined,
): Promise<Filled> {
  const answers = new Answers();
  const problems: string[] = [];
  const notes: string[] = [];
  const missing: string[] = [];
  for (const asked of questions) {
    const choices = asked.choicesIn?.(desk.content) ?? asked.choices;
    const question = { ...asked, ...(choices && { choices }) };
    const given = flags.get(question.name);
    if (question.asked && !question.asked(answers)) {
      if (given)
        problems.push(
          question.unasked?.(answers) ??
            `--${question.name} does not go with the other answers. Leave it out.`,
        );
      continue;
    }
    const read = given && readFlag(question, given, desk, answers);
    problems.push(...(read?.problems.map((problem) => `--${question.name}: ${problem}`) ?? []));
    notes.push(...(read?.notes.map((note) => `--${question.name}: ${note}`) ?? []));
    if (read) answers.set(question.name, read.answers);
    else if (terminal) answers.set(question.name, await askOne(question, desk, answers, terminal));
    else {
      const usual = question.usual?.(answers, desk);
      if (usual) answers.set(question.name, [usual]);
      // A question that depends on other answers is not missing while one of those is wrong.
      else if (isNeeded(question, answers) && !(question.usual && problems.length > 0)) {
        missing.push(question.name);
        problems.push(
          `${describeFlag(question)} is missing: ${question.warn?.(answers, desk) ?? `${question.ask}${listChoices(question)}.`}`,
        );
      }
    }
  }
  return { answers, problems, notes, missing };
}

function isNeeded({ needed = false }: Question, answers: Answers): boolean {
  return typeof needed === 'function' ? needed(answers) : needed;
}

/** `--kind audit`: how a flag is written. */
export function describeFlag({ name, choices, many }: Question): string {
  return `--${name} ${choices ? '<one of them>' : many === 'ids' ? '<id,id>' : '"…"'}`;
}

function listChoices({ choices }: Question): string {
  return choices ? `; one of ${Object.keys(choices).join(', ')}` : '';
}

type Reading = { answers: string[]; problems: string[]; notes: string[] };

function readFlag(question: Question, given: string[], desk: Desk, answers: Answers): Reading {
  const parts = question.many === 'ids' ? given.flatMap((text) => text.split(/[\s,]+/)) : given;
  const written = parts.map((part) => part.trim()).filter(Boolean);
  const tidied = written.map((part) => completeYes(question, question.tidy?.(part) ?? part));
  const notes =
    question.tidied !== undefined && written.some((part, index) => part !== tidied[index])
      ? [question.tidied]
      : [];
  if (tidied.length === 0)
    return { answers: [], problems: ['Write something after it, or leave it out.'], notes };
  if (tidied.length > 1 && !question.many)
    return { answers: [], problems: ['It is given twice. Keep one of the two.'], notes };
  return {
    answers: tidied,
    problems: tidied.flatMap((answer) => judge(question, answer, desk, answers) ?? []),
    notes,
  };
}

/** Completes y and n; any other answer stays as written. */
function completeYes({ choices }: Question, answer: string): string {
  return (
    (choices === yesNo &&
      Object.keys(yesNo).find(
        (choice) => answer !== '' && choice.startsWith(answer.toLowerCase()),
      )) ||
    answer
  );
}

/** Says why an answer is not accepted. */
function judge(
  { choices, mayBe, refuse }: Question,
  answer: string,
  desk: Desk,
  answers: Answers,
): string | undefined {
  if (choices && !Object.hasOwn(choices, answer) && !mayBe?.(answer)) {
    const [begun, ...others] = Object.keys(choices).filter((choice) => choice.startsWith(answer));
    const near =
      others.length === 0 && begun !== undefined
        ? begun
        : findNearest(answer, Object.keys(choices));
    return `"${answer}" is none of the answers. ${near ? `Did you mean "${near}"? ` : ''}Write one of: ${Object.keys(choices).join(', ')}.`;
  }
  return refuse?.(answer, desk, answers);
}

/** Asks until the answer is accepted. Asks for several texts until an empty line. */
async function askOne(
  question: Question,
  desk: Desk,
  answers: Answers,
  { ask, say }: Terminal,
): Promise<string[]> {
  const usual = question.usual?.(answers, desk);
  const kept: string[] = [];
  const warning = question.warn?.(answers, desk);
  if (warning !== undefined) say(`\n${warning}`);
  for (;;) {
    const written = (
      await ask(
        kept.length > 0
          ? 'And another, or Enter to go on\n> '
          : formatQuestion(question, usual, isNeeded(question, answers)),
      )
    ).trim();
    if (written === '' && kept.length > 0) return kept;
    if (written === '' && usual) return [usual];
    if (written === '' && !isNeeded(question, answers)) return [];
    const read = readFlag(question, [written], desk, answers);
    const [problem] = read.problems;
    if (written === '') say('There is no record without it.');
    else if (problem) say(problem);
    else {
      read.notes.forEach(say);
      kept.push(...read.answers);
    }
    if (kept.length > 0 && question.many !== 'texts') return kept;
  }
}

function formatQuestion(
  { ask, choices }: Question,
  usual: string | undefined,
  needed: boolean,
): string {
  // Leaves out a meaning that only repeats the choice.
  const explain = (choice: string, meaning: string) =>
    meaning && proposeId(meaning) !== choice ? ` – ${meaning}` : '';
  const listed = Object.entries(choices ?? {}).map(
    ([choice, meaning]) => `  ${choice}${explain(choice, meaning)}\n`,
  );
  return `\n${ask}${usual ? ` [${usual}]` : needed ? '' : ' (may be left out)'}\n${listed.join('')}> `;
}
