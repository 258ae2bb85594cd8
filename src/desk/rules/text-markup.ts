/**
 * In texts of YAML files and front matter, only links, *emphasis* and <Plain> are read. Other
 * markup would be printed unchanged. For bodies of texts, see body-markup.ts.
 */
import { splitCsv } from '../../charts/split-csv.ts';
import { parseInline } from '../../evidence/inline.ts';
import { getText } from '../../library/markup/article-text.ts';
import { listRecords } from '../../library/list-records.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { parseMarkup } from '../../library/markup/parse-markup.ts';
import { blankQuotations, mixedMarks } from '../../library/texts/quotation-marks.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import { createSourceText, type SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields, type TextField } from '../../library/texts/text-fields.ts';
import { walkTexts } from '../../schema/meaning.ts';
import { getFieldsOfFile } from '../../schema/records.ts';
import { tagFor } from '../../schema/author-tags.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import {
  findUnread,
  neverRead,
  unreadInFields,
  type Unread,
  filler,
  refuseMarkup,
} from './unread-markup.ts';
import { findLeftSigns } from './body-markup.ts';

export const checkTextMarkup: Rule = (content) => {
  const fields = listTextFields(content);
  const bodies = [...content.articles, ...content.pages];
  return [
    ...fields.flatMap(checkField),
    ...checkUnmarkedFields(content, fields),
    ...content.charts.flatMap(({ table }) => (table ? checkCells(table.source) : [])),
    ...bodies.flatMap(findLeftSigns),
  ];
};

function checkField(field: TextField): Finding[] {
  const [, words] = mixedMarks.exec(field.text) ?? [];
  if (words !== undefined)
    return [
      createFinding(field.file.source, field.file.spanOf(field.path), {
        rule: 'smart-quote',
        level: 'error',
        message:
          'The text begins with a curly quotation mark and ends with a straight one, and readers would see both.',
        fix: `Write "${words}"`,
      }),
    ];
  const rest = blankQuotations(blankRead(field.text), filler);
  return findUnread(rest, [...unreadInFields, ...neverRead]).map((problem) =>
    refuseMarkup(field.file.source, findFragment(field, problem.written, problem.index), problem),
  );
}

/** Reports markup in a chart's CSV, whose words are printed unchanged. */
function checkCells(source: SourceText): Finding[] {
  const [, ...rows] = splitCsv(source.text).records;
  return rows.flatMap((record) =>
    record.flatMap(({ text, start, end }) => {
      const [problem] = findUnread(text, [link, ...unreadInFields, ...neverRead]);
      return problem
        ? [
            refuseMarkup(
              source,
              { start, end },
              {
                message: 'The cells of a table are printed as typed, Markdown and codes included.',
                fix:
                  toBareWords(text) === text
                    ? 'Write it in words, without the sign.'
                    : `Write ${toBareWords(text)}`,
              },
            ),
          ]
        : [];
    }),
  );
}

const link: Unread = { pattern: /\[[^\]]*\]\([^)]*\)/, explain: () => ({ message: '', fix: '' }) };

/** The words of a cell without their marks. */
function toBareWords(text: string): string {
  return (
    getText(parseMarkup(createSourceText('', text)).tree ?? { type: 'text', value: text }).trim() ||
    'the words alone'
  );
}

/** Blanks the markup that is read, so that the words keep their positions. */
function blankRead(text: string): string {
  return parseInline(text).reduce((rest, run) => {
    if (run.kind === 'text') return rest;
    const before = run.kind === 'freed' ? `<${tagFor.freed}>`.length : 1;
    const behind = run.length - before - run.text.length;
    return (
      rest.slice(0, run.index) +
      filler.repeat(before) +
      run.text +
      filler.repeat(behind) +
      rest.slice(run.index + run.length)
    );
  }, text);
}

const linkOrFreed = new RegExp(
  `\\[[^\\]]*\\]\\((?:num|source|https?):[^)]*\\)|</?${tagFor.freed}>`,
);

/** Reports markup in fields that print plain words: names, labels, places. */
function checkUnmarkedFields(content: Content, fields: readonly TextField[]): Finding[] {
  const nameOf = (file: YamlRecord<unknown>, path: YamlPath) =>
    `${file.source.path} ${path.join('.')}`;
  const read = new Set(fields.map((field) => nameOf(field.file, field.path)));
  const matters = [...content.articles, ...content.pages].flatMap(({ matter }) => matter ?? []);
  const files: YamlRecord<unknown>[] = [...listRecords(content), ...matters];
  return files.flatMap((file) =>
    [...walkTexts(file.value, getFieldsOfFile(file.source.path))].flatMap(
      ({ path, text, meaning }) => {
        // Wordings are other people's and stay as printed.
        if (meaning?.holds === 'foreign' || read.has(nameOf(file, path))) return [];
        const name = path.findLast((part) => typeof part === 'string') ?? '';
        const field = { file, path, text };
        const link = linkOrFreed.exec(text);
        if (link) {
          const message = `The field "${name}" takes plain words, so this would be printed as typed.`;
          return [
            refuseMarkup(file.source, findFragment(field, link[0], link.index), {
              message,
              fix: `Write ${toWords(link[0])}`,
            }),
          ];
        }
        if (meaning?.holds !== 'printed') return [];
        return findUnread(text, [...unreadInFields, ...neverRead]).map((problem) =>
          refuseMarkup(file.source, findFragment(field, problem.written, problem.index), problem),
        );
      },
    ),
  );
}

const toWords = (link: string) => /^\[([^\]]*)/.exec(link)?.[1] ?? 'the words without the tag';
