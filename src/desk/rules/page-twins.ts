/** Reports two pages with the same title or description in tabs and search results. */
import { toPlainText } from '../../evidence/inline.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import { clipWords, formatDescription, longestTitle } from '../../site/page-head.ts';
import type { Rule } from './rule.ts';

/** Titles of the pages that every site has. */
export const standingTitles = [
  'Articles',
  'Charts',
  'Claims',
  'Corrections',
  'Data',
  'Glossary',
  'Numbers',
  'Page not found',
  'Places',
  'Publishers',
  'Search',
  'Sources',
  'Timeline',
  'What changed',
  'Which sources are weak',
];

/** A text of a file, and the part of it that is shown. */
type Shown = { file: YamlRecord<unknown>; field: string; words: string; shown: string };

export const checkPageTwins: Rule = (content) => [
  ...findTwins(
    listTitles(content),
    new Map(standingTitles.map((title) => [title.toLowerCase(), `the page ${title}`])),
  ),
  ...findTwins(listDescriptions(content)),
];

function listTitles({ articles, pages, charts, claims }: Content): Shown[] {
  return [
    ...pages.flatMap(({ matter }) =>
      matter ? toShown(matter, 'title', matter.value.title, cutTitle) : [],
    ),
    ...articles.flatMap(({ matter }) => {
      if (!matter) return [];
      const { title, short_title: short } = matter.value;
      return short !== undefined && toPlainText(title).length > longestTitle
        ? toShown(matter, 'short_title', short, cutTitle)
        : toShown(matter, 'title', title, cutTitle);
    }),
    ...charts.flatMap((file) => toShown(file, 'title', file.value.title, cutTitle)),
    // Claims are compared whole: nobody can choose how a claim begins.
    ...claims.flatMap((file) => toShown(file, 'claim', `Claim: ${file.value.claim}`, whole)),
  ];
}

function listDescriptions({ site, articles, pages }: Content): Shown[] {
  // The summaries of drafts may still be the same "TODO".
  const shown = articles.filter(({ withheld }) => withheld === undefined);
  const texts = [...pages, ...shown].flatMap(({ matter }) =>
    matter ? toShown(matter, 'summary', matter.value.summary, formatDescription) : [],
  );
  return [
    ...(site ? toShown(site, 'description', site.value.description, formatDescription) : []),
    ...texts,
  ];
}

const cutTitle = (title: string) => clipWords(title, longestTitle);
const whole = (text: string) => text;

function toShown(
  file: YamlRecord<unknown>,
  field: string,
  text: string,
  cut: (text: string) => string,
): Shown[] {
  const words = toPlainText(text).replaceAll(/\s+/g, ' ').trim();
  return [{ file, field, words, shown: cut(words) }];
}

/** `taken` are the titles of pages without a file, in lower case, each with its page. */
function findTwins(texts: readonly Shown[], taken = new Map<string, string>()): Finding[] {
  const first = new Map<string, Shown>();
  return texts.flatMap((text) => {
    const { file, field, words, shown } = text;
    const key = shown.toLowerCase();
    const twin = first.get(key);
    if (!twin) first.set(key, text);
    const other = twin
      ? `${twin.file.source.path} (line ${twin.file.source.locate(twin.file.spanOf([twin.field]).start).line})`
      : taken.get(key);
    if (other === undefined) return [];
    const name = field.replace('_', ' ');
    const isCut = twin !== undefined && words.toLowerCase() !== twin.words.toLowerCase();
    return [
      createFinding(file.source, file.spanOf([field]), {
        rule: 'title-taken',
        level: 'error',
        message: isCut
          ? `The ${name} begins like that of ${other}, and no more than “${shown}” is shown.`
          : `The ${name} is the same as that of ${other}.`,
        fix: isCut
          ? 'Put what is special to this page near the beginning.'
          : 'Change one of them, so that readers can tell the two apart.',
      }),
    ];
  });
}
