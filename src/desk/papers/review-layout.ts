/**
 * Explains a change of the content, as a sub-editor would to a colleague: the summary of a pull
 * request.
 */
import { spacedPlural } from '../../evidence/plural.ts';
import { formatDate } from '../../evidence/format.ts';
import { verdicts } from '../../schema/claim.ts';
import { correctionKinds } from '../../schema/correction.ts';
import { sourceKinds } from '../../schema/source.ts';
import { countFindings } from './copy-sheet-layout.ts';
import type { ArticleState, ArticleChange, ChartChange, Review } from './review-changes.ts';
import { nameNewSource, sayAddresses } from './say-source.ts';
import {
  code,
  heading,
  paragraph,
  strong,
  type Block,
  type DeskPage,
  type Words,
} from './desk-page.ts';
import {
  section,
  table,
  cutFindings,
  countStrongly,
  asOld,
  asNew,
  cutTable,
  mostRows,
} from './review-tables.ts';

/** The summary, ready to print. `title` names the change. */
export function layoutReview(review: Review, title: string): DeskPage {
  const { articles, findings, files, others, unread } = review;
  if (files === 0)
    return { title, blocks: [paragraph('No content file is touched.'), ...listUnread(unread)] };
  return {
    title,
    blocks: [
      listFigures(review),
      ...listUnread(unread),
      ...section('Articles', [
        ...table(['Article', 'What happens', 'Reading time', 'Words'], articles.map(sayArticle)),
      ]),
      ...layoutNumberChanges(review),
      ...section('Numbers in the articles', articles.flatMap(layoutArticleNumbers)),
      ...layoutWordChanges(review),
      ...layoutRecordChanges(review),
      ...section(
        'Other files touched',
        others.length > 0 ? [{ kind: 'list', items: others.map(code) }] : [],
      ),
      ...section('New findings of the check', findings.length > 0 ? cutFindings(findings) : []),
    ],
  };
}

type Empty = { of: string; why: string; text: string };

/** Descriptions of charts and pictures that say nothing. */
function listEmpty({ charts, findings }: Review): Empty[] {
  return [
    ...charts.flatMap(({ id, emptyDescription }) =>
      emptyDescription ? [{ of: id, ...emptyDescription }] : [],
    ),
    ...findings.flatMap(({ rule, file, line, message, fix }) =>
      rule === 'picture-alt' ? [{ of: `${file}:${line}`, why: message, text: fix }] : [],
    ),
  ];
}

/** Counts what the change touches. */
function listFigures(review: Review): Block {
  const { files, findings, uncorrected, numbers, sources, lostQuotations: lost } = review;
  const without = sources.filter(({ archived }) => archived === 'none-known');
  const empty = listEmpty(review);
  return {
    kind: 'list',
    items: [
      `${spacedPlural(files, 'content file')} touched`,
      [
        'New findings of the check: ',
        findings.length === 0 ? 'none' : strong(countFindings(findings)),
      ],
      ['Published numbers touched without a correction: ', countStrongly(uncorrected.length)],
      `Numbers added, changed or removed in the record: ${numbers.length}`,
      [
        'New sources: ',
        String(sources.length),
        ', without archived copy: ',
        countStrongly(without.length),
      ],
      ['Quotations not found: ', countStrongly(lost.length)],
      ['Descriptions that say nothing: ', countStrongly(empty.length)],
    ],
  };
}

function layoutNumberChanges({ uncorrected, numbers }: Review): Block[] {
  return [
    ...section(
      'Published numbers touched without a correction',
      table(
        ['Article', 'Number', 'Readers saw', 'Now'],
        uncorrected.map(({ slug, ref, was, is }) => [code(slug), code(ref), asOld(was), asNew(is)]),
      ),
    ),
    ...section(
      'Numbers of the record',
      table(
        ['Number', 'Was', 'Is', 'Printed by', 'In articles', 'Other fields'],
        numbers.map((number) => [
          [`${number.tag} ${number.title} `, code(number.ref)],
          number.was === number.is ? (number.was ?? '') : asOld(number.was),
          number.was === number.is ? 'the same' : asNew(number.is),
          number.derived ? 'our arithmetic' : number.sources.join('; '),
          number.articles.join(', '),
          number.fields.join(', '),
        ]),
      ),
    ),
  ];
}

function layoutWordChanges(review: Review): Block[] {
  const { articles, sources, lostQuotations: lost } = review;
  const empty = listEmpty(review);
  return [
    ...section(
      'Quotations not found',
      table(
        ['Place', 'Words', 'What is wrong', 'How to fix it'],
        lost.map(({ finding: { file, line, message, fix }, words }) => [
          code(`${file}:${line}`),
          words,
          message,
          fix,
        ]),
      ),
    ),
    ...section('New quotations', [
      ...table(
        ['Article', 'Words', 'Kept in'],
        articles.flatMap(({ slug, quotations }) =>
          quotations.map(({ text, source }): Words[] => [
            code(slug),
            `“${text}”`,
            source ?? strong('no record'),
          ]),
        ),
      ),
    ]),
    ...section(
      'New sources',
      table(
        ['Source', 'Kind', 'Address', 'Archived copy'],
        sources.map((source) => [
          [`${nameNewSource(source)} `, code(source.id)],
          sourceKinds[source.kind],
          ...sayAddresses(source),
        ]),
      ),
    ),
    ...section(
      'Descriptions that say nothing',
      table(
        ['Of', 'Why', 'Description, or how to fix it'],
        empty.map(({ of, why, text }) => [code(of), why, text]),
      ),
    ),
  ];
}

function layoutRecordChanges({ charts, claims, corrections, records }: Review): Block[] {
  return [
    ...section('Charts', charts.flatMap(layoutChartChange)),
    ...section(
      'Claims',
      table(
        ['Claim', 'Verdict was', 'Verdict is'],
        claims.map(({ id, claim, was, is }) => [
          [code(id), ` ${claim}`],
          asOld(was && verdicts[was]),
          asNew(is && verdicts[is]),
        ]),
      ),
    ),
    ...section(
      'New corrections',
      table(
        ['Article', 'Date', 'Kind', 'It said', 'It says', 'Why'],
        corrections.map((entry) => [
          code(entry.article),
          formatDate(entry.date),
          correctionKinds[entry.kind],
          asOld(entry.old),
          asNew(entry.new),
          entry.why,
        ]),
      ),
    ),
    ...section(
      'Other fields of records',
      table(
        ['File', 'Fields'],
        records.map(({ file, fields }) => [code(file), fields.join(', ')]),
      ),
    ),
  ];
}

function listUnread(unread: string[]): Block[] {
  if (unread.length === 0) return [];
  return [
    paragraph(
      `Before this change ${spacedPlural(unread.length, 'file')} could not be read as today’s rules ask, so nothing can be said of what changed in them: ${unread.slice(0, 10).join(', ')}${unread.length > 10 ? ' …' : ''}.`,
    ),
  ];
}

const states: Record<ArticleState, Record<ArticleState, string>> = {
  absent: {
    absent: '',
    withheld: 'new, not published',
    published: 'new, published by this change',
  },
  withheld: {
    absent: 'removed, was not published',
    withheld: 'changed, not published',
    published: 'published by this change',
  },
  published: {
    absent: 'removed, was published',
    withheld: 'withdrawn: readers saw it',
    published: 'changed, published',
  },
};

function sayArticle({ slug, title, state, minutes, words }: ArticleChange): Words[] {
  const sayBoth = (
    { was, is }: { was: number | undefined; is: number | undefined },
    unit: string,
  ) =>
    was === is || was === undefined || is === undefined
      ? spacedPlural(is ?? was ?? 0, unit)
      : `${was} to ${spacedPlural(is, unit)}`;
  const said = states[state.was][state.is];
  return [
    [`${title} `, code(slug)],
    state.was !== state.is ? strong(said) : said,
    minutes.is === undefined && minutes.was === undefined
      ? 'cannot be read'
      : sayBoth(minutes, 'minute'),
    words.is === undefined && words.was === undefined ? '' : sayBoth(words, 'word'),
  ];
}

function layoutArticleNumbers({ slug, numbers, freed }: ArticleChange): Block[] {
  if (numbers.length + freed.length === 0) return [];
  return [
    heading(slug, 3),
    ...(numbers.length > 0
      ? cutTable(
          ['Number', 'It said', 'It says'],
          numbers.map(({ ref, was, is }) => [code(ref), asOld(was), asNew(is)]),
        )
      : []),
    ...(freed.length > 0
      ? [
          paragraph('Newly freed numbers:'),
          { kind: 'list' as const, items: freed.slice(0, mostRows) },
        ]
      : []),
  ];
}

function layoutChartChange({ id, state, texts, rows }: ChartChange): Block[] {
  return [
    heading(`${id}: ${state}`, 3),
    ...(texts.length > 0
      ? cutTable(
          ['Words', 'Was', 'Is'],
          texts.map(({ what, was, is }) => [what, asOld(was), asNew(is)]),
        )
      : []),
    ...(rows.length > 0
      ? cutTable(
          ['Row', 'Was', 'Is'],
          rows.map(({ label, was, is }) => [label, asOld(was), asNew(is)]),
        )
      : []),
    ...(texts.length + rows.length === 0
      ? [paragraph('Words and values are the same; the drawing may not be.')]
      : []),
  ];
}
