import { stripTracking } from '../../library/texts/web-address.ts';
import { proposeId } from '../../library/texts/propose-id.ts';
import { holdings, terms } from '../../schema/held.ts';
import {
  isHeldKind,
  quotation,
  sourceKinds,
  sourceSchema,
  writtenReadings,
} from '../../schema/source.ts';
import {
  askId,
  draftFile,
  fits,
  ofWording,
  takenBy,
  yesNo,
  type Answers,
  type Form,
  type Question,
} from './form.ts';

const { shape } = sourceSchema;

const isUnseen = (reading: string | undefined) => reading === 'not-seen';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/**
 * Returns the code of a language given by its name, or with a country after it: Arabic, DE, pt-BR.
 */
function readLanguage(written: string): string {
  const [code = ''] = written.toLowerCase().split(/[-_]/);
  const named = (candidate: string) =>
    languageNames.of(candidate)?.toLowerCase() === written.toLowerCase();
  return letters.flatMap((first) => letters.map((second) => first + second)).find(named) ?? code;
}

const isHeld = (answers: Answers) => isHeldKind(answers.one('kind'));
const isTalk = (answers: Answers) => isHeld(answers) && answers.one('kind') !== 'held-document';
const isWithheld = (answers: Answers) =>
  ['name-withheld', 'background'].includes(answers.get('terms'));
const isSpoken = (answers: Answers) => ['interview', 'call'].includes(answers.get('kind'));
const not = (holds: (answers: Answers) => boolean) => (answers: Answers) => !holds(answers);

/** The message if terms are given without the person with whom they were agreed. */
const agreedWithNobody = (name: string) => (answers: Answers) =>
  isHeld(answers) && !answers.has('person')
    ? `--${name} goes with --person. Write --person "somebody who worked there", or leave both out where nothing was agreed.`
    : undefined;

/** Questions about a publication: where, under which title and by whom. */
const ofPages: Question[] = [
  {
    name: 'title',
    ask: 'Its title, as printed',
    needed: true,
    asked: not(isTalk),
    refuse: fits(shape.title),
  },
  {
    name: 'publisher',
    ask: 'Who published it; of a document that the desk holds, whose it is',
    needed: true,
    asked: not(isTalk),
    refuse: fits(shape.publisher),
  },
  { name: 'author', ask: 'Who wrote it, where a name is printed', asked: not(isTalk) },
  {
    name: 'alias',
    ask: 'Another name by which texts name it: an abbreviation, a programme, a translation',
    many: 'texts',
    asked: not(isTalk),
  },
  {
    name: 'published',
    ask: 'When it was published, as precisely as it is printed: 2015-06-02, 2015-06 or 2015',
    asked: not(isHeld),
    refuse: fits(shape.published),
  },
  {
    name: 'read-as',
    ask: 'How much of it was read',
    needed: true,
    choices: writtenReadings,
    asked: not(isHeld),
    refuse: (reading, _, answers) =>
      reading === 'whole-page' && !answers.has('url')
        ? 'A page that was read has an address. Give it, or choose what was read instead.'
        : isUnseen(reading) && answers.has('url')
          ? 'What was not seen has no address that was read. Leave the address out, or choose how much was read.'
          : undefined,
  },
];

/**
 * Questions about what the desk heard or holds: who it was, what was agreed, when, and what is
 * kept. Nothing private is asked.
 */
const ofHeld: Question[] = [
  {
    name: 'person',
    ask: 'Who it was, as readers may know: a name on the record, else a description, an officer of the army; no address, no telephone number',
    needed: isTalk,
    asked: isHeld,
    refuse: fits(shape.person),
  },
  {
    name: 'terms',
    ask: 'What was agreed with the person',
    needed: true,
    choices: terms,
    asked: (answers) => answers.has('person'),
    unasked: agreedWithNobody('terms'),
    refuse: (agreed, _, answers) =>
      agreed !== 'on-record' && /^\p{Lu}/u.test(answers.get('person'))
        ? 'The name is withheld, and the description begins like a name. Begin it with a small letter: an officer of the army.'
        : undefined,
  },
  {
    name: 'withheld-reason',
    ask: 'Why the name is withheld, one sentence for readers that reveals nothing about the person',
    needed: true,
    asked: isWithheld,
    unasked: agreedWithNobody('withheld-reason'),
    refuse: fits(shape.withheld_reason),
  },
  {
    name: 'date',
    ask: 'Day of the talk, or the date on the document; only its month or year, if the day would reveal too much',
    needed: isSpoken,
    asked: isHeld,
    refuse: fits(shape.date),
  },
  {
    name: 'received',
    ask: 'When it reached the desk',
    needed: (answers) => !answers.has('date'),
    asked: (answers) => isHeld(answers) && !isSpoken(answers),
    refuse: fits(shape.received),
  },
  {
    name: 'held',
    ask: `What the desk holds of it, with commas between: ${Object.keys(holdings).join(', ')}`,
    needed: true,
    many: 'ids',
    asked: isHeld,
    refuse: (what) => fits(shape.held)([what]),
  },
];

/** Suggests publisher and year, or for a talk its kind and the person as published. */
function suggestId(answers: Answers): string {
  const name = isTalk(answers)
    ? [
        answers.get('kind'),
        answers
          .get('person')
          .replace(/^(?:the|an?|one) /i, '')
          .split(',')[0] ?? '',
      ]
    : [answers.get('publisher')];
  const year =
    (answers.one('published') ?? answers.one('date') ?? answers.one('received'))?.slice(0, 4) ?? '';
  return proposeId([...name, year].join(' '), 48, answers.one('language'));
}

export const sourceForm: Form = {
  questions: [
    {
      name: 'url',
      ask: 'Address of the page that was read; none for what the desk itself heard or holds. A page without one prints that none was seen',
      tidy: stripTracking,
      refuse: (url, { content }) => {
        const twin = content.sources.find(({ value }) => value.url === url);
        return twin
          ? `This page is in the record already: ${twin.source.path}.`
          : fits(shape.url)(url);
      },
    },
    {
      name: 'kind',
      ask: 'What the original work is',
      needed: true,
      choices: sourceKinds,
      refuse: (kind, _, answers) =>
        isHeldKind(kind) && answers.has('url')
          ? 'What the desk itself heard or holds has no address. Leave the address out, or choose the kind of what was published.'
          : undefined,
    },
    ...ofPages,
    ...ofHeld,
    {
      name: 'language',
      ask: 'Its language, where that is not English: de for German, ar for Arabic',
      tidy: readLanguage,
      refuse: fits(shape.language),
    },
    {
      name: 'title-ours',
      ask: 'Is the title above the desk’s own, in English, because none was printed',
      asked: (answers) => answers.has('language') && !isTalk(answers),
      choices: yesNo,
      usual: () => 'no',
    },
    {
      name: 'copy-of',
      ask: 'What it is a copy or translation of, in words',
      asked: (answers) => answers.one('read-as') === 'copy',
    },
    {
      name: 'archived',
      ask: 'Address of an archived copy; to have one made is the owner’s work',
      asked: not(isHeld),
      usual: () => 'none-known',
      refuse: fits(shape.archived),
    },
    {
      name: 'archived-reason',
      ask: 'Why no archived copy is known',
      asked: (answers) => answers.one('archived') === 'none-known',
      usual: (answers) =>
        isUnseen(answers.one('read-as'))
          ? 'It was not seen; no recording or copy was looked for.'
          : 'No archived copy was looked for when the page was read.',
    },
    {
      name: 'quote',
      ask: 'A wording that articles may quote, exactly as printed, at most 25 words',
      many: 'texts',
      ...ofWording,
      asked: (answers) =>
        !isUnseen(answers.one('read-as')) && answers.one('terms') !== 'background',
      refuse: fits(quotation.shape.text),
    },
    {
      name: 'quotes-checked',
      ask: 'Was the person read these words, and confirmed them',
      needed: true,
      choices: yesNo,
      asked: (answers) => isSpoken(answers) && answers.has('quote'),
    },
    askId('Name by which articles cite it', suggestId, (content) => takenBy(content.sources)),
  ],
  write: (answers) => [
    draftFile('source', answers.get('id'), {
      title: answers.one('title'),
      title_ours: answers.isYes('title-ours') || undefined,
      publisher: answers.one('publisher'),
      author: answers.one('author'),
      aliases: answers.all('alias'),
      published: answers.one('published'),
      kind: answers.one('kind'),
      url: answers.one('url'),
      person: answers.one('person'),
      terms: answers.one('terms'),
      withheld_reason: answers.one('withheld-reason'),
      date: answers.one('date'),
      received: answers.one('received'),
      held: answers.all('held'),
      copy_of: answers.one('copy-of'),
      read_as: answers.one('read-as'),
      language: answers.one('language'),
      archived: answers.one('archived'),
      archived_reason: answers.one('archived-reason'),
      quotes: answers.all('quote')?.map((text) => ({ text })),
      quotes_checked: answers.has('quotes-checked') ? answers.isYes('quotes-checked') : undefined,
    }),
  ],
  next: (answers) =>
    [
      `Cite it in an article: [${answers.one('publisher') ?? answers.get('person')}](source:${answers.get('id')})`,
      ...(isUnseen(answers.one('read-as'))
        ? ['Let a statement that names it repeat one of its own, with basis: named.']
        : []),
      ...(answers.one('archived') === 'none-known' && answers.has('url')
        ? [
            'There is no archived copy. Ask the owner of the site to have one made, and write its address after archived:.',
          ]
        : []),
    ].join('\n'),
};
