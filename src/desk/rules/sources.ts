/**
 * Each source has one record, which something names, and a safe address. A title that we gave it
 * is in English.
 */
import { isHeld } from '../../evidence/held-source.ts';
import { parseInline } from '../../evidence/inline.ts';
import { listSourceIds } from '../../library/markup/article-text.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import type { YamlPath } from '../../library/yaml/read-yaml.ts';
import {
  findAddressProblem,
  findUnfitAddress,
  stripTracking,
} from '../../library/texts/web-address.ts';
import { listRecords } from '../../library/list-records.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenSource } from '../../schema/source.ts';
import { refuseField, type Rule } from './rule.ts';
import { checkArchive, checkOriginal, normaliseAddress } from './archived-copies.ts';

export const checkSources: Rule = (content) => {
  const named = listNamedSources(content);
  return [
    ...content.sources.flatMap((file) => [
      // What the desk heard or holds has neither address nor archived copy. Another rule reports
      // those.
      ...(isHeld(file.value)
        ? []
        : [checkAddresses, checkTitle, checkArchive, checkOriginal, checkHosts].flatMap((check) =>
            check(file),
          )),
      ...(named.has(file.id) ? [] : [sayUnused(file)]),
    ]),
    ...findTwice(content.sources),
    ...checkRepository(content),
  ];
};

const addressFields = ['url', 'original_url', 'archived'] as const;

function checkAddresses(file: ContentFile<WrittenSource>): Finding[] {
  return addressFields.flatMap((key) => {
    const address = file.value[key];
    if (address === undefined || address === 'none-known') return [];
    // An archived copy keeps the whole address of its page, tracking included.
    const problem = findAddressProblem(key === 'archived' ? stripTracking(address) : address);
    return problem ? [refuseField(file, [key], 'link', problem.message, problem.fix)] : [];
  });
}

/** The scripts of languages that are not written in Latin letters. */
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  be: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  bn: /\p{Script=Bengali}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  hy: /\p{Script=Armenian}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ka: /\p{Script=Georgian}/u,
  ko: /\p{Script=Hangul}/u,
  mk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
};

const titleCure =
  'Write the title as printed, or, where none was seen, add a line "title_ours: true".';

/**
 * A title that we gave is in English. Marked as another language, it would be read aloud wrongly.
 */
function checkTitle(file: ContentFile<WrittenSource>): Finding[] {
  const { title = '', title_ours: ours, language = '', note = '' } = file.value;
  if (ours || title === '') return [];
  const say = (path: YamlPath, message: string) => [
    refuseField(file, path, 'title-language', message, titleCure),
  ];
  if (scripts[language]?.test(title) === false)
    return say(
      ['title'],
      `The language is ${nameLanguage(language)}, but the title is not in its letters.`,
    );
  if (/\btitle is (?:our|read off)\b/i.test(note))
    return say(['note'], 'The note says that the title is ours, but the record does not.');
  return [];
}

const nameLanguage = (code: string) =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;

/**
 * A host that is not meant for readers is named but not linked, and cannot be the address of the
 * original.
 */
function checkHosts(file: ContentFile<WrittenSource>): Finding[] {
  const { url, linked, original_url: original } = file.value;
  const tell = (key: 'url' | 'original_url', address: string | undefined, fix: string) => {
    const message = address === undefined ? undefined : findUnfitAddress(address);
    return message === undefined ? [] : [refuseField(file, [key], 'unfit-host', message, fix)];
  };
  return [
    ...(linked === false
      ? []
      : tell('url', url, 'Add a line "linked: false", or give the public address of the page.')),
    ...tell(
      'original_url',
      original,
      'Delete the line, unless a page or an index prints another address of the original.',
    ),
  ];
}

function checkRepository({ site }: Content): Finding[] {
  const problem =
    site?.value.repository === undefined ? undefined : findAddressProblem(site.value.repository);
  return site && problem
    ? [refuseField(site, ['repository'], 'link', problem.message, problem.fix)]
    : [];
}

/** Reports the same page under two ids: it would count as two sources that agree. */
function findTwice(sources: ContentFile<WrittenSource>[]): Finding[] {
  const first = new Map<string, ContentFile<WrittenSource>>();
  return sources.flatMap((file) => {
    if (file.value.url === undefined) return [];
    const address = normaliseAddress(file.value.url);
    const other = first.get(address);
    if (!other) first.set(address, file);
    return other
      ? [
          refuseField(
            file,
            ['url'],
            'source-twice',
            `${other.source.path} has the same address, so one source would count as two.`,
            `Use source: ${other.id}, and delete this file.`,
          ),
        ]
      : [];
  });
}

function sayUnused(file: ContentFile<WrittenSource>): Finding {
  return refuseField(
    file,
    [file.value.title === undefined ? 'kind' : 'title'],
    'unused-source',
    'No article, number, event, claim or chart names this source.',
    `Name it where it is used, or delete ${file.source.path}.`,
  );
}

/** Ids of the sources that are named outside their own file. */
function listNamedSources(content: Content): Set<string> {
  const texts = [...content.articles, ...content.pages];
  const files = [
    ...listRecords({ ...content, sources: [] }),
    ...texts.flatMap(({ matter }) => matter ?? []),
  ];
  return new Set([
    ...texts.flatMap(({ tree }) => (tree ? listSourceIds(tree) : [])),
    ...files.flatMap(({ value }) => listNames(value)),
    ...content.sources.flatMap(({ value }) => listNames([value.note, value.rests_on, value.weak])),
    ...content.charts.flatMap(
      ({ table }) => table?.rows.flatMap((row) => row.sources.map(({ id }) => id)) ?? [],
    ),
  ]);
}

/** Every value of a record that may be the id of a source, and every source that its texts link. */
function listNames(value: unknown): string[] {
  if (typeof value === 'string') {
    const runs = value.includes('source:') ? parseInline(value) : [];
    return [value, ...runs.flatMap((run) => (run.kind === 'source' ? [run.id] : []))];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : listNames(inner)));
}
