/** A record that had a page or an entry keeps its address: others link to it and cite it. */
import { createFinding } from '../../library/findings.ts';
import { listRecordNames } from '../../library/withheld.ts';
import type { About } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

/** For each kind of record, its name in findings, and the beginning of its address. */
const kinds = {
  numbers: ['number', '/numbers/'],
  sources: ['source', '/sources/'],
  charts: ['chart', '/charts/'],
  claims: ['claim', '/claims/'],
  events: ['event', '/timeline/#'],
  places: ['place', '/places/#'],
  terms: ['term', '/glossary/#'],
} as const satisfies Record<string, readonly [About['kind'], string]>;

const isKind = (name: string): name is keyof typeof kinds => name in kinds;

export const checkPublishedRecords: Rule = (content) => {
  const { published } = content;
  if (!published) return [];
  const before = published.value.records ?? [];
  const now = new Set<string>(listRecordNames(content));
  const fresh = [...now].filter((name) => !before.includes(name));
  return before.flatMap((name) => {
    const [kind = '', id = ''] = name.split('/');
    if (now.has(name) || !isKind(kind)) return [];
    const [what, start] = kinds[kind];
    const others = fresh.filter((other) => other.startsWith(`${kind}/`));
    const renamed = others.length === 1 ? others[0]?.slice(kind.length + 1) : undefined;
    return createFinding(published.source, published.spanOf(name), {
      rule: 'published-record',
      level: 'warning',
      message: `The ${what} "${id}" was published at ${start}${id}${start.endsWith('#') ? '' : '/'} and is gone, so links to it would lead nowhere.`,
      fix: renamed
        ? `If it was renamed, call it ${id} again, not ${renamed}.`
        : 'Restore it. If it has to go, the next npm run publish:lock ends this warning.',
      about: { kind: what, id },
    });
  });
};
