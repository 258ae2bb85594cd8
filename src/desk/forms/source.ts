import { stripTracking } from '../../library/web-address.ts';
import { quotation, readings, sourceKinds, sourceSchema } from '../../schema/source.ts';
import { askId, draftFile, fits, toId, type Form } from './form.ts';

const { shape } = sourceSchema;

export const sourceForm: Form = {
  questions: [
    {
      name: 'url',
      ask: 'Address of the page that was read',
      needed: true,
      tidy: stripTracking,
      refuse: (url, { content }) => {
        const twin = content.sources.find(({ value }) => value.url === url);
        return twin ? `This page is in the record already: ${twin.source.path}.` : fits(shape.url)(url);
      },
    },
    { name: 'title', ask: 'Its title, as printed', needed: true, refuse: fits(shape.title) },
    { name: 'publisher', ask: 'Who published it', needed: true, refuse: fits(shape.publisher) },
    { name: 'author', ask: 'Who wrote it, where a name is printed' },
    {
      name: 'published',
      ask: 'When it was published, as precisely as it is printed: 2015-06-02, 2015-06 or 2015',
      refuse: fits(shape.published),
    },
    { name: 'kind', ask: 'What the original work is', needed: true, choices: sourceKinds },
    { name: 'read-as', ask: 'How much of it was read', needed: true, choices: readings },
    {
      name: 'copy-of',
      ask: 'What it is a copy or translation of, in words',
      asked: (answers) => answers.one('read-as') === 'copy',
    },
    { name: 'archived', ask: 'Address of an archived copy', usual: () => 'none-known', refuse: fits(shape.archived) },
    {
      name: 'archived-reason',
      ask: 'Why no archived copy is known',
      asked: (answers) => answers.one('archived') === 'none-known',
      usual: () => 'No archived copy was looked for when the page was read.',
    },
    {
      name: 'quote',
      ask: 'A wording that articles may quote, exactly as printed, at most 25 words',
      many: 'texts',
      refuse: fits(quotation.shape.text),
    },
    askId(
      'Name by which articles cite it',
      (answers) => toId([answers.get('publisher'), answers.one('published')?.slice(0, 4) ?? ''].join(' ')),
      (content) => content.sources.map(({ id }) => id),
    ),
  ],
  write: (answers) => [
    draftFile('source', answers.get('id'), {
      title: answers.one('title'),
      publisher: answers.one('publisher'),
      author: answers.one('author'),
      published: answers.one('published'),
      kind: answers.one('kind'),
      url: answers.one('url'),
      copy_of: answers.one('copy-of'),
      read_as: answers.one('read-as'),
      archived: answers.one('archived'),
      archived_reason: answers.one('archived-reason'),
      quotes: answers.all('quote')?.map((text) => ({ text })),
    }),
  ],
  next: (answers) => `Cite it in an article: [${answers.get('publisher')}](source:${answers.get('id')})`,
};
