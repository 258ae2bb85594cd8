import { proposeId } from '../../library/texts/propose-id.ts';
import { articleSchema } from '../../schema/article.ts';
import { authorTags } from '../../schema/author-tags.ts';
import { getRecordSchema } from '../../schema/json-schema.ts';
import { formatRecord } from '../new/record-text.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { askId, fits, takenBy, type Form } from './form.ts';

const { shape } = articleSchema;

/** The sign that the rule "unfinished" looks for. A published text must not hold it. */
const toDo = (what: string) => `TODO ${what}`;

export const articleForm: Form = {
  questions: [
    { name: 'title', ask: 'Headline', needed: true, refuse: fits(shape.title) },
    {
      name: 'summary',
      ask: 'Two or three sentences below the headline',
      usual: () => toDo('Say in two or three sentences what the article finds.'),
      refuse: fits(shape.summary),
    },
    { name: 'finding', ask: 'A key finding, one sentence', many: 'texts' },
    {
      name: 'date',
      ask: 'Day of publication',
      usual: (_, { today }) => today,
      refuse: fits(shape.date),
    },
    askId(
      'Last part of its address',
      (answers) => proposeId(toPlainText(answers.get('title'))),
      (content) => takenBy(content.articles.map(({ slug: id, source }) => ({ id, source }))),
    ),
  ],
  write: (answers) => {
    const findings = answers.all('finding') ?? [];
    const missing = ['first', 'second']
      .slice(findings.length)
      .map((which) => toDo(`The ${which} key finding, one sentence.`));
    const matter = formatRecord(getRecordSchema('article'), {
      title: answers.one('title'),
      summary: answers.one('summary'),
      date: answers.one('date'),
      draft: true,
      findings: [...findings, ...missing],
    });
    const tags = Object.values(authorTags).flatMap(({ purpose, example }) => [
      `# ${example}`,
      `#   ${purpose}`,
    ]);
    const hints = [
      '# In the text, link each number to its record, and each source to its own:',
      '# [40 parcels](num:parcels-lost), as [The Gazette](source:gazette-2014) wrote.',
      '# Beside Markdown there are these tags:',
      ...tags,
    ];
    const text = [
      '---',
      matter.trimEnd(),
      ...hints,
      '---',
      '',
      toDo('Write the article here.'),
      '',
    ].join('\n');
    return [{ path: `content/articles/${answers.get('id')}.mdx`, text, added: text }];
  },
  next: () =>
    [
      'It is a draft: write it, see it with npm run dev, and take out the line "draft: true" to publish it.',
      'List everyone it names who was asked for comment under approached:, with day and answer. Without it, the article says that nobody was asked.',
    ].join('\n'),
};
