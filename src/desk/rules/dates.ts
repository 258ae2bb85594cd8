/**
 * Days and times in a text exist and have the right day of the week, and no record is dated in the
 * future.
 */
import { findWrongDates, type WrongDate } from '../../evidence/written-dates.ts';
import { listWords } from '../../library/markup/article-text.ts';
import { blankQuotations } from '../../library/texts/quotation-marks.ts';
import { holdsOthersWords } from '../../library/texts/quoted-words.ts';
import type { Content } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import { type YamlPath, type YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkDates: Rule = (content) => [...checkWritten(content), ...checkAhead(content)];

/** Skips quotations, which keep what was printed. */
const checkWritten: Rule = (content) => [
  ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? listWords(tree, source.text, holdsOthersWords) : []).flatMap(({ text, offsetOf }) =>
      findWrongDates(blankQuotations(text)).map((wrong) =>
        tell(
          source,
          { start: offsetOf(wrong.index), end: offsetOf(wrong.index + wrong.length - 1) + 1 },
          wrong,
        ),
      ),
    ),
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

/**
 * Dates of records after the time of the content, and periods that end before they begin. Years and
 * months are compared as precisely as they are written.
 */
function checkAhead(content: Content): Finding[] {
  // Today in the time zone where the day begins first.
  const today =
    content.time === undefined
      ? undefined
      : new Date((content.time + 14 * 3600) * 1000).toISOString().slice(0, 10);
  return listDates(content).flatMap(({ file, path, date }) => {
    const [first = '', last = first] = date?.split('/') ?? [];
    const refuse = (message: string, fix: string) => [
      createFinding(file.source, file.spanOf(path), {
        rule: 'date-order',
        level: 'error',
        message,
        fix,
      }),
    ];
    if (last.slice(0, first.length) < first.slice(0, last.length))
      return refuse(`The period ends in ${last}, before it begins.`, `Write ${last}/${first}`);
    if (today === undefined || last <= today.slice(0, last.length)) return [];
    return refuse(`${last} is in the future.`, 'Correct the date.');
  });
}

function listDates({
  sources,
  quantities,
  breakdowns,
  events,
  corrections,
  articles,
}: Content): Dated[] {
  const statements = quantities.flatMap((file) =>
    (file.value.statements ?? []).flatMap(({ said, published }, index): Dated[] => [
      { file, path: ['statements', index, 'said'], date: said },
      { file, path: ['statements', index, 'published'], date: published },
    ]),
  );
  return [
    ...sources.flatMap((file) =>
      (['published', 'date', 'received'] as const).map((key): Dated => ({
        file,
        path: [key],
        date: file.value[key],
      })),
    ),
    ...[...quantities, ...breakdowns].map((file): Dated => ({
      file,
      path: ['as_of'],
      date: file.value.as_of,
    })),
    ...statements,
    ...[events, corrections].flatMap((list) =>
      list
        ? list.value.map(({ date }, index): Dated => ({ file: list, path: [index, 'date'], date }))
        : [],
    ),
    ...articles.flatMap(({ matter }) =>
      matter
        ? [
            { file: matter, path: ['updated'], date: matter.value.updated },
            ...(matter.value.approached ?? []).map(({ when }, index): Dated => ({
              file: matter,
              path: ['approached', index, 'when'],
              date: when,
            })),
          ]
        : [],
    ),
  ];
}
