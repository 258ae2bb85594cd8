import { proposeId } from '../../library/texts/propose-id.ts';
import { claimSchema, evidenceSides, verdicts, type Verdict } from '../../schema/claim.ts';
import { tagFor } from '../../schema/author-tags.ts';
import {
  askId,
  draftFile,
  fits,
  refuseNumber,
  refuseSource,
  takenBy,
  type Answers,
  type Form,
} from './form.ts';

const { shape } = claimSchema;
const sidesOf = (answers: Answers) => evidenceSides[answers.get('verdict') as Verdict] ?? [];
const toEvidence = (ids: string[] | undefined) => ids?.map((source) => ({ source }));

export const claimForm: Form = {
  questions: [
    {
      name: 'made-in',
      ask: 'Which publication makes the claim: the id of a source',
      needed: true,
      refuse: refuseSource,
    },
    {
      name: 'claim',
      ask: 'The claim in our words, one sentence; numbers linked as in an article',
      needed: true,
      refuse: fits(shape.claim),
    },
    { name: 'verdict', ask: 'What the desk judges', needed: true, choices: verdicts },
    {
      name: 'finding',
      ask: 'What the record says, in one to three sentences',
      needed: true,
      refuse: fits(shape.finding),
    },
    {
      name: 'for',
      ask: 'Sources that support it: ids',
      many: 'ids',
      needed: (answers) => sidesOf(answers).join() === 'for',
      refuse: refuseSource,
    },
    {
      name: 'against',
      ask: 'Sources that differ from it: ids',
      many: 'ids',
      needed: (answers) => sidesOf(answers).includes('against') && !answers.has('for'),
      refuse: refuseSource,
    },
    {
      name: 'would-change',
      ask: 'What would change this verdict',
      needed: true,
      asked: (answers) => !['supported', 'opinion'].includes(answers.get('verdict')),
      refuse: fits(shape.would_change),
    },
    {
      name: 'number',
      ask: 'Numbers of the record that it is about: ids',
      many: 'ids',
      refuse: refuseNumber(true),
    },
    askId(
      'Name by which articles place it',
      (answers) => proposeId(answers.get('claim').replace(/\]\([^)]*\)/g, ''), 40),
      (content) => takenBy(content.claims),
    ),
  ],
  write: (answers) => [
    draftFile('claim', answers.get('id'), {
      made_in: answers.one('made-in'),
      claim: answers.one('claim'),
      verdict: answers.one('verdict'),
      finding: answers.one('finding'),
      for: toEvidence(answers.all('for')),
      against: toEvidence(answers.all('against')),
      would_change: answers.one('would-change'),
      numbers: answers.all('number'),
    }),
  ],
  next: (answers) => `Place it in an article: <${tagFor.claim} id="${answers.get('id')}" />`,
};
