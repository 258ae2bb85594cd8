import { proposeId } from '../../library/texts/propose-id.ts';
import { formatValueWithUnit } from '../../evidence/format.ts';
import { isTalk } from '../../evidence/held-source.ts';
import { holdsUnseenName } from '../../evidence/naming.ts';
import { readPrintedNumber, type PrintedNumber } from '../../evidence/read-printed.ts';
import type { Content } from '../../library/content.ts';
import { quantitySchema, statement } from '../../schema/quantity.ts';
import {
  askId,
  draftFile,
  fits,
  ofWording,
  refuseSource,
  takenBy,
  type Answers,
  type Desk,
  type Form,
} from './form.ts';
import { unitQuestions, writeUnit } from './unit.ts';

const { shape } = quantitySchema;

/**
 * Reads the printed value: "at least 40" gives number and hedge, "hundreds" gives words. Empty for
 * an answer that was refused.
 */
function readNumber(answers: Answers): Partial<PrintedNumber> {
  const read = readPrintedNumber(answers.get('number'));
  return 'problem' in read ? {} : read;
}

export const quantityForm: Form = {
  questions: [
    {
      name: 'title',
      ask: 'What is counted, as a name without its value: Parcels lost on the way',
      needed: true,
      refuse: fits(shape.title),
    },
    {
      name: 'counts',
      ask: 'What exactly is counted, where and when, in one sentence',
      needed: true,
      refuse: fits(shape.counts),
    },
    {
      name: 'number',
      ask: 'The number as it was printed, with its hedge: at least 40, 20 to 24, $1.33 billion, hundreds',
      needed: true,
      ...ofWording,
      refuse: (answer) => {
        const read = readPrintedNumber(answer);
        return 'problem' in read ? read.problem : undefined;
      },
    },
    ...unitQuestions(() => true, {
      usual: (answers) => readNumber(answers).sign,
      given: (answers) =>
        readNumber(answers).value === undefined ? undefined : readNumber(answers).sign,
      noun: (answers) => readNumber(answers).noun,
    }),
    {
      name: 'source',
      ask: 'Where it was read: the id of a source',
      needed: true,
      refuse: refuseSource,
    },
    {
      name: 'speaker',
      ask: 'Whose number it is according to the source; the publisher itself where it counted, as an audit does',
    },
    {
      name: 'said',
      ask: 'When it was said, where that is not the day of publication',
      refuse: fits(statement.shape.said),
    },
    {
      name: 'published',
      ask: 'When the source printed it',
      usual: (answers, { content }) => content.record.sources.get(answers.get('source'))?.published,
      refuse: fits(statement.shape.published),
    },
    {
      name: 'wording',
      ask: 'The number in the words of the source, at most 25 of them; a hedge is kept only with them',
      ...ofWording,
      needed: (answers) => readNumber(answers).hedge !== undefined,
    },
    {
      name: 'in-english',
      ask: 'Your literal translation of that wording, at most 25 words, where it is not in English',
      ...ofWording,
      asked: (answers) => answers.has('wording'),
    },
    {
      name: 'unseen',
      ask: 'From what other text it says, or seems, to have the number, in words: a report by the Gazette',
    },
    {
      name: 'basis',
      ask: 'How that is known',
      asked: (answers) => answers.has('unseen'),
      needed: true,
      choices: {
        named: 'it names it',
        'same-words': 'its wording shows it',
        inferred: 'we think so',
      },
    },
    {
      name: 'names',
      ask: 'The words by which it names that text, as printed, at most 25 of them',
      ...ofWording,
      asked: (answers) => answers.one('basis') === 'named',
      needed: true,
      refuse: (words, _, answers) =>
        holdsUnseenName(words, answers.get('unseen'))
          ? undefined
          : `These words have no name from "${answers.get('unseen')}". Copy those that do, or choose another basis.`,
    },
    {
      name: 'subject',
      ask: 'Its heading on the page of all numbers: one of the subjects of content/site.yaml',
      needed: true,
      choicesIn: ({ site }) => site?.value.subjects,
      refuse: fits(shape.subject),
    },
    { name: 'place', ask: 'Where the counted things were' },
    {
      name: 'as-of',
      ask: 'When the count holds: 2014-06, or 2014-07/2017-11',
      refuse: fits(shape.as_of),
    },
    {
      name: 'statement',
      ask: 'Name of this statement: publisher and year',
      needed: true,
      usual: suggestStatement,
      refuse: fits(statement.shape.id),
    },
    askId(
      'Name by which articles link it',
      (answers) => proposeId(answers.get('title')),
      (content) => takenBy([...content.quantities, ...content.breakdowns]),
    ),
  ],
  write: (answers, { getNextTag }) => {
    const { value, words, hedge } = readNumber(answers);
    return [
      draftFile('quantity', answers.get('id'), {
        tag: getNextTag(),
        title: answers.one('title'),
        counts: answers.one('counts'),
        subject: answers.one('subject'),
        unit: writeUnit(answers),
        place: answers.one('place'),
        as_of: answers.one('as-of'),
        statements: [
          {
            id: answers.one('statement'),
            source: answers.one('source'),
            speaker: answers.one('speaker'),
            value,
            words,
            hedge,
            said: answers.one('said'),
            published: answers.one('published'),
            wording: answers.one('wording'),
            in_english: answers.one('in-english'),
            repeats: answers.has('unseen')
              ? {
                  unseen: answers.one('unseen'),
                  basis: answers.one('basis'),
                  names: answers.one('names'),
                }
              : undefined,
          },
        ],
      }),
    ];
  },
  next: (answers, { content }) =>
    [
      `Write it in an article: [${suggestPhrase(answers)}](num:${answers.get('id')})`,
      ...(answers.has('speaker') ||
      answers.has('unseen') ||
      isSpoken(content, answers.get('source'))
        ? []
        : [
            'Until you fill in speaker:, readers see “First source not found”. If the publisher did the counting, name it there and in counted_by:.',
          ]),
    ].join('\n'),
};

/** True if the statement was made to the desk: its speaker is the person of the source. */
function isSpoken(content: Content, id: string): boolean {
  const source = content.record.sources.get(id);
  return source !== undefined && isTalk(source);
}

function suggestStatement(answers: Answers, { content }: Desk): string {
  const publisher = content.record.sources.get(answers.get('source'))?.publisher ?? '';
  return proposeId([publisher, answers.one('published')?.slice(0, 4) ?? ''].join(' '));
}

/** Suggests the number with what is counted, in words that the check accepts in an article. */
function suggestPhrase(answers: Answers): string {
  const { value, words, hedge, noun = '' } = readNumber(answers);
  const unit = { kind: answers.get('unit'), one: answers.get('one'), many: answers.get('many') };
  const isNamed =
    noun === '' ||
    [unit.one, unit.many].some((name) => ` ${noun} `.includes(` ${name.toLowerCase()} `));
  // Words given with the number come before the thing counted: 40 sealed parcels.
  const named = isNamed
    ? unit
    : { ...unit, one: `${noun} ${unit.one}`, many: `${noun} ${unit.many}` };
  return formatValueWithUnit({ value, words, hedge }, named);
}
