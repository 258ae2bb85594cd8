import { stripTracking } from '../../library/texts/web-address.ts';
import { proposeId } from '../../library/texts/propose-id.ts';
import { quotation, readings, sourceKinds, sourceSchema } from '../../schema/source.ts';
import { askId, draftFile, fits, ofWording, takenBy, yesNo, type Form } from './form.ts';

const { shape } = sourceSchema;

const isUnseen = (reading: string | undefined) => reading === 'not-seen';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** The code of a language that is given by its name, or with a country behind it: Arabic, DE, pt-BR. */
function readLanguage(written: string): string {
  const [code = ''] = written.toLowerCase().split(/[-_]/);
  const named = (candidate: string) => languageNames.of(candidate)?.toLowerCase() === written.toLowerCase();
  return letters.flatMap((first) => letters.map((second) => first + second)).find(named) ?? code;
}

export const sourceForm: Form = {
  questions: [
    {
      name: 'url',
      ask: 'Address of the page that was read; without one the page prints that no address was seen',
      tidy: stripTracking,
      refuse: (url, { content }) => {
        const twin = content.sources.find(({ value }) => value.url === url);
        return twin ? `This page is in the record already: ${twin.source.path}.` : fits(shape.url)(url);
      },
    },
    { name: 'title', ask: 'Its title, as printed', needed: true, refuse: fits(shape.title) },
    { name: 'publisher', ask: 'Who published it', needed: true, refuse: fits(shape.publisher) },
    { name: 'author', ask: 'Who wrote it, where a name is printed' },
    { name: 'alias', ask: 'Another name by which texts name it: an abbreviation, a programme, a translation', many: 'texts' },
    {
      name: 'published',
      ask: 'When it was published, as precisely as it is printed: 2015-06-02, 2015-06 or 2015',
      refuse: fits(shape.published),
    },
    { name: 'kind', ask: 'What the original work is', needed: true, choices: sourceKinds },
    {
      name: 'read-as',
      ask: 'How much of it was read',
      needed: true,
      choices: readings,
      refuse: (reading, _, answers) =>
        reading === 'whole-page' && !answers.has('url')
          ? 'A page that was read has an address. Give it, or choose what was read instead.'
          : isUnseen(reading) && answers.has('url')
            ? 'What was not seen has no address that was read. Leave the address out, or choose how much was read.'
            : undefined,
    },
    {
      name: 'language',
      ask: 'Its language, where that is not English: de for German, ar for Arabic',
      tidy: readLanguage,
      refuse: fits(shape.language),
    },
    {
      name: 'title-ours',
      ask: 'Is the title above the desk’s own, in English, because none was printed',
      asked: (answers) => answers.has('language'),
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
      asked: (answers) => !isUnseen(answers.one('read-as')),
      refuse: fits(quotation.shape.text),
    },
    askId(
      'Name by which articles cite it',
      (answers) =>
        proposeId([answers.get('publisher'), answers.one('published')?.slice(0, 4) ?? ''].join(' '), 48, answers.one('language')),
      (content) => takenBy(content.sources),
    ),
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
      copy_of: answers.one('copy-of'),
      read_as: answers.one('read-as'),
      language: answers.one('language'),
      archived: answers.one('archived'),
      archived_reason: answers.one('archived-reason'),
      quotes: answers.all('quote')?.map((text) => ({ text })),
    }),
  ],
  next: (answers) =>
    [
      `Cite it in an article: [${answers.get('publisher')}](source:${answers.get('id')})`,
      ...(isUnseen(answers.one('read-as')) ? ['Let a statement that names it repeat one of its own, with basis: named.'] : []),
      ...(answers.one('archived') === 'none-known' && answers.has('url')
        ? ['No archived copy is known: let the owner of the site have one made, and write its address behind archived:.']
        : []),
    ].join('\n'),
};
