/** Goes through the questions of a form: takes what flags answer, asks for the rest where somebody is there to be asked. */
import { findNearest } from '../library/read-yaml.ts';
import { Answers, toId, type Desk, type Form, type Question } from './forms/form.ts';

/** Somebody who answers, line by line. */
export type Terminal = { ask: (text: string) => Promise<string>; say: (text: string) => void };

/** The answers, or what is wrong with those that were given, one line each. */
export async function fillForm(
  { questions }: Form,
  flags: ReadonlyMap<string, string[]>,
  desk: Desk,
  terminal: Terminal | undefined,
): Promise<{ answers: Answers; problems: string[] }> {
  const answers = new Answers();
  const problems: string[] = [];
  for (const question of questions) {
    const given = flags.get(question.name);
    if (question.asked && !question.asked(answers)) {
      if (given) problems.push(`--${question.name} does not go with the other answers. Leave it out.`);
      continue;
    }
    const read = given && readFlag(question, given, desk, answers);
    problems.push(...(read?.problems.map((problem) => `--${question.name}: ${problem}`) ?? []));
    if (read) answers.set(question.name, read.answers);
    else if (terminal) answers.set(question.name, await askOne(question, desk, answers, terminal));
    else {
      const usual = question.usual?.(answers, desk);
      if (usual) answers.set(question.name, [usual]);
      // What follows from other answers is not missed while one of those is wrong.
      else if (isNeeded(question, answers) && !(question.usual && problems.length > 0))
        problems.push(`${describeFlag(question)} is missing: ${question.ask}${listChoices(question)}.`);
    }
  }
  return { answers, problems };
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

type Reading = { answers: string[]; problems: string[] };

function readFlag(question: Question, given: string[], desk: Desk, answers: Answers): Reading {
  const parts = question.many === 'ids' ? given.flatMap((text) => text.split(/[\s,]+/)) : given;
  const tidied = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => completeChoice(question, question.tidy?.(part) ?? part));
  if (tidied.length === 0) return { answers: [], problems: ['Write something behind it, or leave it out.'] };
  if (tidied.length > 1 && !question.many) return { answers: [], problems: ['It is given twice. Keep one of the two.'] };
  return { answers: tidied, problems: tidied.flatMap((answer) => judge(question, answer, desk, answers) ?? []) };
}

/** The one choice that begins like this. */
function completeChoice({ choices = {}, mayBe }: Question, answer: string): string {
  if (mayBe?.(answer)) return answer;
  const [only, ...others] = Object.keys(choices).filter((choice) => choice.startsWith(answer));
  return only && others.length === 0 ? only : answer;
}

/** Why an answer does not do. */
function judge({ choices, mayBe, refuse }: Question, answer: string, desk: Desk, answers: Answers): string | undefined {
  if (choices && !Object.hasOwn(choices, answer) && !mayBe?.(answer)) {
    const near = findNearest(answer, Object.keys(choices));
    return near ? `"${answer}" is none of the answers. Did you mean "${near}"?` : `Write one of: ${Object.keys(choices).join(', ')}.`;
  }
  return refuse?.(answer, desk, answers);
}

/** Asks until the answer will do; for several texts until an empty line. */
async function askOne(question: Question, desk: Desk, answers: Answers, { ask, say }: Terminal): Promise<string[]> {
  const usual = question.usual?.(answers, desk);
  const kept: string[] = [];
  for (;;) {
    const written = (
      await ask(kept.length > 0 ? 'And another, or Enter to go on\n> ' : formatQuestion(question, usual, isNeeded(question, answers)))
    ).trim();
    if (written === '' && kept.length > 0) return kept;
    if (written === '' && usual) return [usual];
    if (written === '' && !isNeeded(question, answers)) return [];
    const read = readFlag(question, [written], desk, answers);
    const [problem] = read.problems;
    if (written === '') say('There is no record without it.');
    else if (problem) say(problem);
    else kept.push(...read.answers);
    if (kept.length > 0 && question.many !== 'texts') return kept;
  }
}

function formatQuestion({ ask, choices }: Question, usual: string | undefined, needed: boolean): string {
  // A meaning that only repeats the choice says nothing.
  const explain = (choice: string, meaning: string) => (meaning && toId(meaning) !== choice ? ` – ${meaning}` : '');
  const listed = Object.entries(choices ?? {}).map(([choice, meaning]) => `  ${choice}${explain(choice, meaning)}\n`);
  return `\n${ask}${usual ? ` [${usual}]` : needed ? '' : ' (may be left out)'}\n${listed.join('')}> `;
}
