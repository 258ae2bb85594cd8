/** Days named in a text are days of the calendar, and of the week that the text says; no record is of a day to come. */
import { findWrongDates, type WrongDate } from '../../evidence/written-dates.ts';
import { getSpan, walk } from '../../library/article-text.ts';
import { blankQuotations, holdsOthersWords } from '../../library/quotations.ts';
import type { Content } from '../../library/read-content.ts';
import { createFinding, type Span, type YamlPath, type YamlRecord } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkDates: Rule = (content) => [...checkWritten(content), ...checkAhead(content)];

/** Quotations keep what was printed. */
const checkWritten: Rule = (content) => [
  ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node, ancestors }) => {
      if (node.type !== 'text' || ancestors.some(holdsOthersWords)) return [];
      const { start, end } = getSpan(node);
      return findWrongDates(blankQuotations(source.text.slice(start, end))).map((wrong) =>
        tell(source, { start: start + wrong.index, end: start + wrong.index + wrong.length }, wrong),
      );
    }),
  ),
  ...listTextFields(content).flatMap((field) =>
    findWrongDates(blankQuotations(field.text)).map((wrong) =>
      tell(field.file.source, findFragment(field, wrong.text, wrong.index), wrong),
    ),
  ),
];

const tell = (source: SourceText, span: Span, { message, fix }: WrongDate): Finding =>
  createFinding(source, span, { rule: 'date-words', level: 'error', message, fix });

type Dated = { file: YamlRecord<unknown>; path: YamlPath; date: string | undefined };

/** Dates of records after the time of the content, and periods that end before they begin: years and months as far as they are written. */
function checkAhead(content: Content): Finding[] {
  const today = content.time === undefined ? undefined : new Date(content.time * 1000).toISOString().slice(0, 10);
  return listDates(content).flatMap(({ file, path, date }) => {
    const [first = '', last = first] = date?.split('/') ?? [];
    const refuse = (message: string, fix: string) => [
      createFinding(file.source, file.spanOf(path), { rule: 'date-order', level: 'error', message, fix }),
    ];
    if (last.slice(0, first.length) < first.slice(0, last.length))
      return refuse(`The period ends in ${last}, before it begins.`, `Write ${last}/${first}`);
    if (today === undefined || last <= today.slice(0, last.length)) return [];
    return refuse(`${last} has not come yet: the content is of ${today}.`, 'Correct the date.');
  });
}

function listDates({ sources, quantities, breakdowns, events }: Content): Dated[] {
  const statements = quantities.flatMap((file) =>
    (file.value.statements ?? []).flatMap(({ said, published }, index): Dated[] => [
      { file, path: ['statements', index, 'said'], date: said },
      { file, path: ['statements', index, 'published'], date: published },
    ]),
  );
  return [
    ...sources.map((file): Dated => ({ file, path: ['published'], date: file.value.published })),
    ...[...quantities, ...breakdowns].map((file): Dated => ({ file, path: ['as_of'], date: file.value.as_of })),
    ...statements,
    ...(events ? events.value.map(({ date }, index): Dated => ({ file: events, path: [index, 'date'], date })) : []),
  ];
}
