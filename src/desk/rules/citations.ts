/** The words of a link to a source name that source, and not another publisher, day or year. */
import { findWrittenDays } from '../../evidence/written-dates.ts';
import { formatDate } from '../../evidence/format.ts';
import { parseInline, toPlainText } from '../../evidence/inline.ts';
import { getSpan, getText, walk } from '../../library/markup/article-text.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Source } from '../../schema/source.ts';
import type { Rule } from './rule.ts';

type Sources = ReadonlyMap<string, ContentFile<Source>>;

export const checkCitations: Rule = (content) => {
  const sources = new Map(
    content.sources.flatMap((file) => {
      const value = content.record.sources.get(file.id);
      return value ? [[file.id, { ...file, value }] as const] : [];
    }),
  );
  const publishers = new Set(
    [...sources.values()].map(({ value }) => value.publisher.toLowerCase()),
  );
  return [
    ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
      (tree ? walk(tree) : []).flatMap(({ node }) =>
        node.type === 'link' && node.url?.startsWith('source:')
          ? judge(
              sources,
              publishers,
              source,
              () => getSpan(node),
              node.url.slice(7),
              getText(node),
            )
          : [],
      ),
    ),
    ...checkFields(content, sources, publishers),
  ];
};

function checkFields(
  content: Content,
  sources: Sources,
  publishers: ReadonlySet<string>,
): Finding[] {
  return listTextFields(content).flatMap((field) =>
    parseInline(field.text).flatMap((run) => {
      if (run.kind !== 'source') return [];
      const span = () =>
        findFragment(field, field.text.slice(run.index, run.index + run.length), run.index);
      return judge(sources, publishers, field.file.source, span, run.id, toPlainText(run.text));
    }),
  );
}

function judge(
  sources: Sources,
  publishers: ReadonlySet<string>,
  source: SourceText,
  findSpan: () => Span,
  id: string,
  words: string,
): Finding[] {
  const file = sources.get(id);
  if (!file) return [];
  const { publisher, published } = file.value;
  const told = file.source.text.toLowerCase();
  const name = words.trim().toLowerCase();
  const isOther = publishers.has(name) && !told.includes(name) && !id.includes(name);
  const strangers = [
    ...findWrittenDays(words)
      .filter(({ day, text }) => !told.includes(day) && !told.includes(text.toLowerCase()))
      .map(({ text }) => text),
    ...[...words.matchAll(/\b(?:19|20)\d\d\b/g)]
      .map(([year]) => year)
      .filter((year) => !told.includes(year)),
  ];
  // In other sentences a date is part of the story: a strike that began in 2016.
  const isCitation = name.includes(publisher.toLowerCase());
  const [wrong] = isOther ? [words.trim()] : isCitation ? strangers : [];
  if (wrong === undefined) return [];
  const right = [publisher, published && formatDate(published)].filter(Boolean).join(', ');
  const span = findSpan();
  const written = source.text.slice(span.start, span.end);
  const at = span.start + Math.max(0, written.indexOf(wrong));
  return [
    createFinding(
      source,
      { start: at, end: at + wrong.length },
      {
        rule: 'source-differs',
        level: 'error',
        message: `The words say ${wrong}, but the link leads to "${id}" (${right}).`,
        fix: isOther
          ? `Write ${publisher}, or link the source that is meant.`
          : 'Correct the words, or link the source that is meant.',
      },
    ),
  ];
}
