/** The forms for events, places, terms and corrections: entries of a list that is one file. */
import { proposeId } from '../../library/texts/propose-id.ts';
import { correctionKinds, correctionSchema } from '../../schema/correction.ts';
import { eventSchema, placeSchema, termSchema } from '../../schema/event.ts';
import {
  askId,
  draftEntry,
  fits,
  refuseNumber,
  refusePlace,
  refuseSource,
  takenIn,
  yesNo,
  type Answers,
  sayUnknown,
  type Form,
  type Question,
} from './form.ts';
import { tagFor } from '../../schema/author-tags.ts';

const numbers: Question = {
  name: 'number',
  ask: 'Numbers of the record that it is about: ids',
  many: 'ids',
  refuse: refuseNumber(true),
};
const toNumber = (answers: Answers, name: string) => Number(answers.get(name));
const refuseNoNumber = (answer: string) => {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(answer)) return undefined;
  // Corrects 36,34 and 36.34° N, but not degrees with minutes, which are another number.
  const [, degrees, decimals = ''] = /^(-?\d+)([.,]\d+)?\s*°?\s*[NE]?$/i.exec(answer.trim()) ?? [];
  return `Write degrees as digits with a point: ${degrees === undefined ? '36.34' : `${Number(degrees)}${decimals.replace(',', '.')}`}.`;
};

export const eventForm: Form = {
  questions: [
    {
      name: 'title',
      ask: 'What happened, in a few words',
      needed: true,
      refuse: fits(eventSchema.shape.title),
    },
    {
      name: 'date',
      ask: 'When, as precisely as it is known: 2014-06-10, 2014-06 or 2014',
      needed: true,
      refuse: fits(eventSchema.shape.date),
    },
    {
      name: 'summary',
      ask: 'One or two sentences on it',
      needed: true,
      refuse: fits(eventSchema.shape.summary),
    },
    {
      name: 'lane',
      ask: 'Did it happen on the ground, or was it put on record',
      needed: true,
      choices: { ground: 'it happened', record: 'it was counted, said or published' },
    },
    {
      name: 'source',
      ask: 'Where it was read: ids of sources',
      needed: true,
      many: 'ids',
      refuse: refuseSource,
    },
    { name: 'place', ask: 'Where: ids of places', many: 'ids', refuse: refusePlace },
    numbers,
    {
      name: 'major',
      ask: 'Is it one of the few that the drawing names',
      choices: yesNo,
      usual: () => 'no',
    },
    askId(
      'Name of the entry',
      (answers) => proposeId(answers.get('title').replace(/\]\([^)]*\)/g, ''), 40),
      (content) => takenIn(content.events),
    ),
  ],
  write: (answers, { content }) => [
    draftEntry(
      'event',
      {
        id: answers.one('id'),
        date: answers.one('date'),
        title: answers.one('title'),
        summary: answers.one('summary'),
        lane: answers.one('lane'),
        sources: answers.all('source'),
        places: answers.all('place'),
        numbers: answers.all('number'),
        major: answers.isYes('major') || undefined,
      },
      content.events,
      ({ date }) => String(date) > answers.get('date'),
    ),
  ],
  next: () => 'It is now on the timeline, and in charts of the kind timeline.',
};

export const placeForm: Form = {
  questions: [
    {
      name: 'name',
      ask: 'Name of the place, as the site writes it',
      needed: true,
      refuse: fits(placeSchema.shape.name),
    },
    {
      name: 'country',
      ask: 'Country that it is in',
      needed: true,
      refuse: fits(placeSchema.shape.country),
    },
    {
      name: 'latitude',
      ask: 'Degrees north, rounded: 36.34',
      needed: true,
      refuse: refuseNoNumber,
    },
    {
      name: 'longitude',
      ask: 'Degrees east, rounded: 43.13',
      needed: true,
      refuse: refuseNoNumber,
    },
    { name: 'also', ask: 'Another spelling', many: 'texts' },
    {
      name: 'note',
      ask: 'What happened there that the record needs',
      refuse: fits(placeSchema.shape.note),
    },
    askId(
      'Name by which events and maps name it',
      (answers) => proposeId(answers.get('name')),
      (content) => takenIn(content.places),
    ),
  ],
  write: (answers, { content }) => [
    draftEntry(
      'place',
      {
        id: answers.one('id'),
        name: answers.one('name'),
        country: answers.one('country'),
        also: answers.all('also'),
        latitude: toNumber(answers, 'latitude'),
        longitude: toNumber(answers, 'longitude'),
        note: answers.one('note'),
      },
      content.places,
    ),
  ],
  next: (answers) => `Name it in an event: places: [${answers.get('id')}]`,
};

export const termForm: Form = {
  questions: [
    {
      name: 'term',
      ask: 'The word that is explained',
      needed: true,
      refuse: fits(termSchema.shape.term),
    },
    {
      name: 'meaning',
      ask: 'What it means, in one to three sentences',
      needed: true,
      refuse: fits(termSchema.shape.meaning),
    },
    { name: 'also', ask: 'Another form of it', many: 'texts' },
    askId(
      'Name by which articles link it',
      (answers) => proposeId(answers.get('term')),
      (content) => takenIn(content.glossary),
    ),
  ],
  write: (answers, { content }) => [
    draftEntry(
      'term',
      {
        id: answers.one('id'),
        term: answers.one('term'),
        also: answers.all('also'),
        meaning: answers.one('meaning'),
      },
      content.glossary,
      ({ id }) => String(id) > answers.get('id'),
    ),
  ],
  next: (answers) =>
    `Link it in an article: <${tagFor.term} id="${answers.get('id')}">${answers.get('term')}</${tagFor.term}>`,
};

export const correctionForm: Form = {
  questions: [
    {
      name: 'article',
      ask: 'Which article: the name of its file, without .mdx',
      needed: true,
      refuse: (slug, { content }) => {
        const known = content.articles
          .filter(({ withheld }) => !withheld)
          .map((article) => article.slug);
        return known.includes(slug)
          ? undefined
          : `${sayUnknown('published article', slug.replace(/\.mdx$/, ''), known)} There are: ${known.join(', ')}.`;
      },
    },
    {
      name: 'old',
      ask: 'The words as readers saw them, without links',
      needed: true,
      refuse: fits(correctionSchema.shape.old),
    },
    {
      name: 'new',
      ask: 'The words as they are in the article now, without links, or [removed]',
      needed: true,
      refuse: (words, _, answers) =>
        words === answers.get('old')
          ? 'These are the old words. Write what it says now.'
          : fits(correctionSchema.shape.new)(words),
    },
    { name: 'kind', ask: 'What kind of change it is', needed: true, choices: correctionKinds },
    {
      name: 'why',
      ask: 'Why it was changed; numbers linked as in an article',
      needed: true,
      refuse: fits(correctionSchema.shape.why),
    },
    {
      name: 'number',
      ask: 'Numbers that were changed: ids',
      many: 'ids',
      refuse: refuseNumber(true),
    },
    {
      name: 'date',
      ask: 'Day of the correction',
      usual: (_, { today }) => today,
      refuse: fits(correctionSchema.shape.date),
    },
  ],
  write: (answers, { content }) => [
    draftEntry(
      'correction',
      {
        date: answers.one('date'),
        kind: answers.one('kind'),
        article: answers.one('article'),
        old: answers.one('old'),
        new: answers.one('new'),
        why: answers.one('why'),
        numbers: answers.all('number'),
      },
      content.corrections,
    ),
  ],
  next: () => 'Readers see it in the article and on the page Corrections.',
};
