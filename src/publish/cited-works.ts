/**
 * Works as files that programs for references read: BibTeX, RIS, and the JSON of the Citation Style
 * Language.
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { formatDate } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { isHeld, isTalk } from '../evidence/held-source.ts';
import { titleLanguage, type Source } from '../schema/source.ts';
import { monthKeys } from '../evidence/month-names.ts';

export const citationForms = {
  bib: { name: 'BibTeX', mediaType: 'application/x-bibtex', output: 'bibtex' },
  ris: { name: 'RIS', mediaType: 'application/x-research-info-systems', output: 'ris' },
  'csl.json': {
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    output: 'data',
  },
} as const;
export type CitationForm = keyof typeof citationForms;

/** An item of the Citation Style Language, with only the fields that we fill in. */
export type CitedWork = {
  id: string;
  type: 'webpage' | 'report' | 'broadcast' | 'dataset' | 'document';
  title: string;
  author?: { literal: string }[] | undefined;
  publisher?: string | undefined;
  'container-title'?: string | undefined;
  issued?: { 'date-parts': number[][] } | undefined;
  URL?: string | undefined;
  version?: string | undefined;
  language?: string | undefined;
  note?: string | undefined;
};

/** All works in one file, in the given order, each under its id. */
export function formatCitations(works: readonly CitedWork[], form: CitationForm): string {
  // Ids are safe as they are, and letters of every script stay: the library's ASCII would lose
  // them, and with it goes its escaping.
  Object.assign(plugins.config.get('@bibtex').format, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false,
  });
  const escape = form === 'bib' ? escapeTex : (words: string) => words;
  // What is undefined is left out. In words the language knows tags, which ours are not.
  const items: unknown = JSON.parse(JSON.stringify(works), (field, value: unknown) =>
    typeof value === 'string' && !asTheyAre.has(field)
      ? escape(value.replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim())
      : value,
  );
  const text = new Cite(items, { forceType: '@csl/list+object' }).format(
    citationForms[form].output,
    { format: 'text' },
  );
  return `${(mend[form]?.(text) ?? text).trim()}\n`;
}

/** What programs read otherwise than the library writes it. */
const mend: Partial<Record<CitationForm, (text: string) => string>> = {
  // It breaks lines after seventy letters, in the midst of words and addresses; readers put spaces
  // there.
  ris: (text) => text.replace(/\n(?![A-Z][A-Z\d] {2}-)/g, ''),
  // Month and day in one field cannot be sorted by; a month in digits is printed as digits.
  bib: (text) =>
    text.replace(
      /^\tmonth = \{(?:([a-z]{3}) (\d+)|(\d+))\},$/gm,
      (_, name: string | undefined, day: string, number: string) =>
        name === undefined
          ? `\tmonth = ${monthKeys[Number(number) - 1]},`
          : `\tmonth = ${name},\n\tday = {${day}},`,
    ),
};

const asTheyAre: ReadonlySet<string> = new Set(['id', 'type', 'URL']);

/** Characters that TeX would obey, written so that it prints them. */
function escapeTex(words: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return words.replace(/[\\~^&%$#_{}]/g, (sign) => named[sign] ?? `\\${sign}`);
}

/** YYYY, YYYY-MM or YYYY-MM-DD as its parts. */
const toParts = (date: string | undefined) =>
  date === undefined ? undefined : { 'date-parts': [date.split('-').map(Number)] };

export type OwnWork = {
  id: string;
  title: string;
  kind: 'article' | 'chart';
  /** Name of the site: who writes and publishes it. */
  site: string;
  day: string | undefined;
  version: { commit: string; day: string } | undefined;
  /** The full address; undefined if the site has no address. */
  address: string | undefined;
};

/** A page of the site, in the state that the person who cites it saw. */
export function citeOwn({ id, title, kind, site, day, version, address }: OwnWork): CitedWork {
  return {
    id,
    type: kind === 'chart' ? 'dataset' : 'webpage',
    title,
    author: [{ literal: site }],
    publisher: site,
    'container-title': kind === 'article' ? site : undefined,
    issued: toParts(day ?? version?.day),
    URL: address,
    version: version?.commit,
    language: 'en',
    note: version && `Version ${version.commit}, ${formatDate(version.day)}`,
  };
}

const types: Partial<Record<Source['kind'], CitedWork['type']>> = {
  'primary-document': 'report',
  audit: 'report',
  research: 'report',
  broadcast: 'broadcast',
};

/** A source as the record has it: no field holds a name that is withheld. */
export function citeSource(id: string, source: Source): CitedWork {
  const {
    title,
    publisher,
    author,
    published,
    url,
    linked,
    original_url: original,
    kind,
    note,
  } = source;
  const held = isHeld(source);
  const address = original ?? (linked === false ? undefined : url);
  return {
    id,
    type: held ? 'document' : (types[kind] ?? 'webpage'),
    title,
    author: isTalk(source) || author === undefined ? undefined : [{ literal: author }],
    publisher: isTalk(source) ? undefined : publisher,
    'container-title': held || types[kind] ? undefined : publisher,
    issued: toParts(published),
    URL: held || address === undefined ? undefined : new URL(address).href,
    language: titleLanguage(source),
    note: note && toPlainText(note),
  };
}
