/**
 * Reports each name in a file that no record has: what it is, what was probably meant, and where it
 * should be.
 */
import { findNumber, isFailure, type EvidenceRecord } from '../../evidence/record.ts';
import { formatDate } from '../../evidence/format.ts';
import type { Content } from '../../library/content.ts';
import { createFinding, findNearest, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { About, Finding } from '../../schema/finding.ts';

/** What a finding says about an unknown name. */
type Naming = {
  /** What it names, in words: "published article". */
  what: string;
  known: readonly string[];
  /** What to do if no known name is similar. */
  otherwise: string;
  /** Describes the record that was probably meant, in a few words. */
  describe?: (id: string) => string | undefined;
};

type Kind = Exclude<About['kind'], 'number' | 'page'>;

/** The position of the name, which is searched only if it is unknown. */
type Place = Span | (() => Span);

const toSpan = (place: Place) => (typeof place === 'function' ? place() : place);

/** Reports the id unless a record of this kind has it. */
export function findUnknown(
  content: Content,
  kind: Kind,
  source: SourceText,
  place: Place,
  id: string,
): Finding[] {
  // A quick test: sources are named more often than all others together.
  if (kind === 'source' && content.record.sources.has(id)) return [];
  const { what, known, otherwise, describe } = namings[kind](content, id);
  if (known.includes(id)) return [];
  const near = findNearest(id, known);
  const described = near === undefined ? undefined : describe?.(near);
  return [
    createFinding(source, toSpan(place), {
      rule: `unknown-${kind}`,
      level: 'error',
      message: `There is no ${what} called "${id}".`,
      fix:
        near === undefined
          ? otherwise
          : `Did you mean "${near}"${described ? ` (${described})` : ''}?`,
      about: { kind, id },
    }),
  ];
}

const idsOf = (entries: readonly { id: string }[] | undefined) =>
  (entries ?? []).map(({ id }) => id);

const namings: Record<Kind, (content: Content, id: string) => Naming> = {
  source: ({ record: { sources } }, id) => ({
    what: 'source',
    known: [...sources.keys()],
    otherwise: `Add content/sources/${id}.yaml, or use an id of the list on /sources/.`,
    describe: (near) => {
      const { title, publisher, published } = sources.get(near) ?? {};
      return [title, publisher, published && formatDate(published)].filter(Boolean).join(', ');
    },
  }),
  chart: ({ charts }, id) => ({
    what: 'chart',
    known: idsOf(charts),
    otherwise: `Add content/charts/${id}.yaml.`,
  }),
  claim: ({ claims }, id) => ({
    what: 'claim',
    known: idsOf(claims),
    otherwise: `Add content/claims/${id}.yaml, or use an id of the list on /claims/.`,
  }),
  term: ({ glossary }, id) => ({
    what: 'term',
    known: idsOf(glossary?.value),
    otherwise: `Add "${id}" to content/glossary.yaml, or use an id of the list on /glossary/.`,
  }),
  event: ({ events }) => ({
    what: 'event',
    known: idsOf(events?.value),
    otherwise: 'Use an id of content/events.yaml.',
  }),
  subject: ({ site }) => ({
    what: 'subject',
    known: Object.keys(site?.value.subjects ?? {}),
    otherwise: `Add it to the subjects of content/site.yaml, or use one of: ${Object.keys(site?.value.subjects ?? {}).join(', ')}.`,
  }),
  place: ({ places }) => ({
    what: 'place',
    known: idsOf(places?.value),
    otherwise: 'Add it to content/places.yaml.',
  }),
  article: ({ articles }) => {
    const known = articles.filter(({ withheld }) => withheld === undefined).map(({ slug }) => slug);
    const first = 'Publish one first: add it to content/articles/, without "draft: true".';
    return {
      what: 'published article',
      known,
      otherwise: known.length > 0 ? `Use one of: ${known.join(', ')}.` : first,
    };
  },
};

/**
 * `scheme` precedes the reference in a link. With `whole`, a record may be named without one of its
 * numbers.
 */
type Manner = { scheme?: 'num:' | ''; whole?: boolean };

/**
 * Reports the reference unless it names a number. One that cannot be computed is reported where it
 * is computed.
 */
export function findUnknownNumber(
  record: EvidenceRecord,
  source: SourceText,
  place: Place,
  ref: string,
  manner: Manner = {},
): Finding[] {
  const problem = explainNumber(record, ref, manner);
  return problem
    ? [
        createFinding(source, toSpan(place), {
          ...problem,
          level: 'error',
          about: { kind: 'number', id: ref },
        }),
      ]
    : [];
}

function explainNumber(
  record: EvidenceRecord,
  ref: string,
  { scheme = '', whole = false }: Manner,
): Pick<Finding, 'rule' | 'message' | 'fix'> | undefined {
  const found = findNumber(record, ref);
  if (!isFailure(found)) return undefined;
  const { id, known } = found;
  switch (found.problem) {
    case 'not-computable':
      return undefined;
    case 'unknown-record': {
      if (id === '')
        return {
          rule: 'unknown-number',
          message: '"num:" is not followed by an id.',
          fix: 'Add the id, the last part of its address on /numbers/: [40 parcels](num:parcels-lost).',
        };
      const near = findNearest(id, known);
      return {
        rule: 'unknown-number',
        message: `There is no quantity or breakdown called "${id}".`,
        fix: near
          ? `Did you mean "${scheme}${[near, ...ref.split('/').slice(1)].join('/')}"?`
          : `Add content/quantities/${id}.yaml, or use an id of the list on /numbers/.`,
      };
    }
    case 'unknown-entry': {
      const near = findNearest(found.entry, known) ?? known[0];
      return {
        rule: 'unknown-number',
        message: `"${id}" has no statement or row called "${found.entry}".`,
        fix: near
          ? `Did you mean "${scheme}${id}/${near}"? It has: ${known.join(', ')}.`
          : `Write "${scheme}${id}".`,
      };
    }
    case 'statement-needed':
    case 'row-needed': {
      // A quantity without statements is reported in its own file.
      if (whole || known.length === 0) return undefined;
      const message =
        found.problem === 'row-needed'
          ? `"${id}" is a breakdown, so name one of its rows.`
          : `Statements of "${id}" differ, so name one of them.`;
      return {
        rule: 'statement-needed',
        message,
        fix: `Write ${scheme}${id}/ and one of: ${known.join(', ')}.`,
      };
    }
  }
}
