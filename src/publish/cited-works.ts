/**
 * Prints works as files for reference managers: BibTeX, RIS, and the JSON of the Citation Style
 * Language (CSL).
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { formatDate } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { isHeld, isTalk } from '../evidence/held-source.ts';
import { titleLanguage, type Source } from '../schema/source.ts';
import { monthKeys } from '../evidence/month-names.ts';
import { citationForms, type CitationForm } from './citation-forms.ts';

/** An item of CSL, with only the fields that we fill in. */
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

/** One work as it stands in a file of citations, under its id: see `joinCitations`. */
export function formatCitation(work: CitedWork, form: CitationForm): string {
  // Ids are safe already. Without `asciiOnly`, the library keeps letters of every script, but no
  // longer escapes anything: `escapeTex` does.
  Object.assign(plugins.config.get('@bibtex').format, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false,
  });
  const escape = form === 'bib' ? escapeTex : (words: string) => words;
  // Undefined fields are left out. CSL reads tags in its texts; ours have none, so < and > are
  // replaced.
  const item: unknown = JSON.parse(JSON.stringify(work), (field, value: unknown) =>
    typeof value === 'string' && !asTheyAre.has(field)
      ? escape(value.replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim())
      : value,
  );
  const text = new Cite([item], { forceType: '@csl/list+object' }).format(
    citationForms[form].output,
    { format: 'text' },
  );
  return mend[form](text).replace(/^\n+|\n+$/g, '');
}

/** A file of works that `formatCitation` formatted, in the given order. */
export const joinCitations = (works: readonly string[], form: CitationForm): string =>
  form === 'csl.json'
    ? `[${works.map((work) => `\n${work}`).join(',')}${works.length > 0 ? '\n' : ''}]\n`
    : `${works.join('\n')}\n`;

/** Corrects what the library writes differently from what programs read. */
const mend: Record<CitationForm, (text: string) => string> = {
  // The library breaks lines after seventy letters, even within words and addresses, and programs
  // read each break as a space.
  ris: (text) => text.replace(/\n(?![A-Z][A-Z\d] {2}-)/g, ''),
  // Month and day in one field cannot be sorted; a month in digits would be printed as digits.
  bib: (text) =>
    text.replace(
      /^\tmonth = \{(?:([a-z]{3}) (\d+)|(\d+))\},$/gm,
      (_, name: string | undefined, day: string, number: string) =>
        name === undefined
          ? `\tmonth = ${monthKeys[Number(number) - 1]},`
          : `\tmonth = ${name},\n\tday = {${day}},`,
    ),
  // A list of one, without its brackets.
  'csl.json': (text) => text.replace(/^\[\n|\n\]\s*$/g, ''),
};

const asTheyAre: ReadonlySet<string> = new Set(['id', 'type', 'URL']);

/** Escapes characters that TeX would read as commands, so that it prints them. */
function escapeTex(words: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return words.replace(/[\\~^&%$#_{}]/g, (sign) => named[sign] ?? `\\${sign}`);
}

/** Splits YYYY, YYYY-MM or YYYY-MM-DD into its parts. */
const toParts = (date: string | undefined) =>
  date === undefined ? undefined : { 'date-parts': [date.split('-').map(Number)] };

export type OwnWork = {
  id: string;
  title: string;
  kind: 'article' | 'chart';
  /** Name of the site, which is its author and publisher. */
  site: string;
  day: string | undefined;
  version: { commit: string; day: string } | undefined;
  /** The full address; undefined if the site has no address. */
  address: string | undefined;
};

/** Cites a page of the site, in the version that the person who cites it saw. */
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

/** Cites a source as recorded: no field holds a name that is withheld. */
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
