import { Cite } from '@citation-js/core';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/library/read-content.ts';
import { citationForms, type CitationForm } from '../../../src/publish/citation-forms.ts';
import {
  citeOwn,
  citeSource,
  formatCitation,
  joinCitations,
  type CitedWork,
} from '../../../src/publish/cited-works.ts';

const article = citeOwn({
  id: 'parcels',
  title: '“Parcels” & co: 50% of <b> {x} \\ y_z, Süß, Сърбия',
  kind: 'article',
  site: 'The Desk',
  day: '2026-11-20',
  version: { commit: 'c38830d', day: '2026-11-29' },
  address: 'https://example.org/a_b/?x=1&y=2',
});
const { record } = readContent(join(import.meta.dirname, '../../..')).content;
const sources = [...record.sources].map(([id, source]) => citeSource(id, source));
const forms = Object.keys(citationForms) as CitationForm[];

type Read = {
  type: string;
  title: string;
  URL?: string;
  author?: { literal?: string; family?: string }[];
  issued?: unknown;
};
/** Parses a file with the library's own parsers. */
const readBack = (text: string) =>
  JSON.parse(new Cite(text).format('data', { format: 'text' })) as Read[];

const formatCitations = (works: CitedWork[], form: CitationForm) =>
  joinCitations(
    works.map((work) => formatCitation(work, form)),
    form,
  );

describe('a file of citations', () => {
  it('of no work is valid, and a list in JSON', () => {
    expect(forms.map((form) => [form, formatCitations([], form)])).toEqual([
      ['bib', '\n'],
      ['ris', '\n'],
      ['csl.json', '[]\n'],
    ]);
  });

  it('writes an article for BibTeX, its signs escaped and its letters kept', () => {
    expect(formatCitations([article], 'bib')).toBe(`@misc{parcels,
	author = {{The Desk}},
	year = {2026},
	month = nov,
	day = {20},
	note = {Version c38830d, 29 November 2026},
	publisher = {The Desk},
	title = {“{Parcels}” \\& co: 50\\% of ‹b› \\{x\\} \\textbackslash{} y\\_z, {S}üß, Сърбия},
	url = {https://example.org/a_b/?x=1&y=2},
}
`);
  });

  it('writes date, version and address in each form', () => {
    for (const form of forms) {
      const text = formatCitations([article], form);
      expect(text, form).toContain('c38830d');
      expect(text, form).toContain('https://example.org/a_b/?x=1&y=2');
      expect(text, form).toMatch(/2026\/11\/20|\{2026\}|2026,\s+11,\s+20/);
    }
  });

  it('gives BibTeX a month by its name, of which styles and biber know the place', () => {
    const text = formatCitations(sources, 'bib');
    const written = [...text.matchAll(/^\tmonth = (.*),$/gm)].map(([, month]) => month);
    expect(written.length).toBeGreaterThan(100);
    for (const month of written)
      expect(month).toMatch(/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/);
    const days = sources.filter(({ issued }) => issued?.['date-parts'][0]?.length === 3);
    expect(text.match(/^\tday = \{\d\d?\},$/gm)).toHaveLength(days.length);
  });

  it('invents neither an address nor a version where none is known', () => {
    const bare = citeOwn({
      id: 'a',
      title: 'A',
      kind: 'chart',
      site: 'The Desk',
      day: undefined,
      version: undefined,
      address: undefined,
    });
    for (const form of forms)
      expect(formatCitations([bare], form)).not.toMatch(/https?:|[Vv]ersion|undefined|null|\d{4}/);
  });

  it.each(forms)('every source of the record comes back from %s as it went', (form) => {
    const read = readBack(formatCitations(sources, form));
    expect(read).toHaveLength(sources.length);
    const withSpaces = (text: string | undefined) => text?.replaceAll(/[\s\u00a0]+/g, ' ').trim();
    const wrong = sources.flatMap((source, index) => {
      const back = read[index];
      const names = back?.author?.map(({ literal, family }) => literal ?? family);
      const same =
        withSpaces(back?.title) === withSpaces(source.title) &&
        back?.URL === source.URL &&
        (form === 'ris' ||
          (names?.join() ?? '') === (source.author?.map(({ literal }) => literal).join() ?? '')) &&
        (source.issued === undefined) === (back?.issued === undefined);
      return same ? [] : [`${source.title} / ${back?.title} / ${back?.URL} / ${names?.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('writes RIS whose every line is a tag, and whose every record has its type first and ends', () => {
    const text = formatCitations([article, ...sources], 'ris');
    for (const line of text.trimEnd().split('\n').filter(Boolean))
      expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-(?: .*)?$/);
    expect(text.match(/^TY {2}- /gm)).toHaveLength(sources.length + 1);
    expect(text.match(/^ER {2}-/gm)).toHaveLength(sources.length + 1);
  });
});

describe('citeSource', () => {
  it('names nobody of a talk but in the title, and no address of what is not linked', () => {
    const talk = {
      kind: 'interview',
      title: 'Interview with an officer',
      title_ours: true,
      publisher: 'Interview with an officer',
      author: 'an officer',
      person: 'an officer',
      terms: 'name-withheld',
      read_as: 'held',
    } as const;
    const cited: CitedWork = citeSource('officer', talk);
    expect(JSON.stringify(cited)).not.toMatch(/author|publisher|person/);
    const copy = {
      kind: 'reporting',
      title: 'T',
      publisher: 'P',
      read_as: 'copy',
      url: 'https://copy.example/',
      linked: false,
    } as const;
    expect(citeSource('copy', copy).URL).toBeUndefined();
  });
});
