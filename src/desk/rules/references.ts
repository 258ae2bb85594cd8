/** Every id that a file names exists. */
import { getAttribute, getSpan, isTag, splitIds, walk } from '../../library/markup/article-text.ts';
import { parseInline } from '../../evidence/inline.ts';
import { addUp } from '../../evidence/decimal.ts';
import { findNumber, isFailure, remainderId, type EvidenceRecord } from '../../evidence/record.ts';
import { formatDate } from '../../evidence/format.ts';
import { listChartRefs } from '../../drawings/chart-refs.ts';
import { listRouteSources } from '../../drawings/route-stops.ts';
import type { ArticleFile, ChartFile, Content, ContentFile } from '../../library/content.ts';
import { createFinding, findNearest, type Span } from '../../library/findings.ts';
import { isTableChart } from '../../schema/chart.ts';
import type { Breakdown } from '../../schema/quantity.ts';
import type { Derivation } from '../../schema/value.ts';
import { type YamlPath, type YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkReferences: Rule = (content) => [
  ...checkTexts(content),
  ...content.articles.flatMap((article) => checkArticleMatter(content, article)),
  ...content.charts.flatMap((file) => checkChart(content, file)),
  ...checkFields(content),
  ...checkQuantities(content),
  ...checkBreakdowns(content),
  ...checkSite(content),
  ...checkUnfit(content),
];

function unknownSource(record: EvidenceRecord, source: SourceText, span: Span, id: string): Finding {
  const near = findNearest(id, [...record.sources.keys()]);
  const meant = near ? record.sources.get(near) : undefined;
  const described = meant && [meant.title, meant.publisher, meant.published && formatDate(meant.published)].filter(Boolean).join(', ');
  return createFinding(source, span, {
    rule: 'unknown-source',
    level: 'error',
    message: `There is no source called "${id}".`,
    fix: near ? `Did you mean "${near}" (${described})?` : `Add content/sources/${id}.yaml, or use an id of the list on /sources/.`,
  });
}

function unknownChart(known: string[], source: SourceText, span: Span, id: string): Finding {
  const near = findNearest(id, known);
  return createFinding(source, span, {
    rule: 'unknown-chart',
    level: 'error',
    message: `There is no chart called "${id}".`,
    fix: near ? `Did you mean "${near}"?` : `Add content/charts/${id}.yaml.`,
  });
}

/** Author tags that name a record by its id. */
function listTagged({ charts, claims, glossary }: Content) {
  const idsOf = (entries: { id: string }[]) => entries.map((entry) => entry.id);
  return [
    {
      tag: 'Chart',
      what: 'chart',
      rule: 'unknown-chart' as const,
      known: idsOf(charts),
      add: (id: string) => `Add content/charts/${id}.yaml.`,
    },
    {
      tag: 'Claim',
      what: 'claim',
      rule: 'unknown-claim' as const,
      known: idsOf(claims),
      add: (id: string) => `Add content/claims/${id}.yaml, or use an id of the list on /claims/.`,
    },
    {
      tag: 'Term',
      what: 'term',
      rule: 'unknown-term' as const,
      known: idsOf(glossary?.value ?? []),
      add: (id: string) => `Add "${id}" to content/glossary.yaml, or use an id of the list on /glossary/.`,
    },
  ];
}

function checkTexts(content: Content): Finding[] {
  const { articles, pages, record } = content;
  const tagged = listTagged(content);
  return [...articles, ...pages].flatMap((article) => {
    const findings: Finding[] = [];
    const placed = new Map<string, number>();
    for (const { node } of article.tree ? walk(article.tree) : []) {
      if (node.type !== 'link' && !isTag(node)) continue;
      const span = getSpan(node);
      const spanOf = (text: string): Span => {
        const at = article.source.text.slice(span.start, span.end).lastIndexOf(text);
        return { start: span.start + Math.max(0, at), end: span.start + Math.max(0, at) + text.length };
      };
      if (node.type === 'link' && node.url?.startsWith('source:') && !record.sources.has(node.url.slice(7))) {
        findings.push(unknownSource(record, article.source, spanOf(node.url), node.url.slice(7)));
      }
      if (!isTag(node)) continue;
      const sourceId = getAttribute(node, 'source');
      if (sourceId && !record.sources.has(sourceId)) {
        const tag = article.source.text.slice(span.start, span.end);
        const start = span.start + Math.max(0, tag.indexOf(sourceId));
        findings.push(unknownSource(record, article.source, { start, end: start + sourceId.length }, sourceId));
      }
      const kind = tagged.find((candidate) => candidate.tag === node.name);
      const id = kind && getAttribute(node, 'id');
      if (id && kind.tag !== 'Term') {
        const before = placed.get(`${kind.tag} ${id}`);
        if (before === undefined) placed.set(`${kind.tag} ${id}`, article.source.locate(span.start).line);
        else
          findings.push(
            createFinding(article.source, span, {
              rule: 'id-taken',
              level: 'error',
              message: `Line ${before} places the same ${kind.what}, so it would stand on the page twice.`,
              fix: 'Delete one of the two.',
            }),
          );
      }
      if (kind && id && !kind.known.includes(id)) findings.push(unknownId(article.source, span, kind, id, 'id'));
      if (node.name === 'Claims') findings.push(...checkClaimList(article.source, span, tagged, splitIds(getAttribute(node, 'ids'))));
    }
    return findings;
  });
}

type Tagged = ReturnType<typeof listTagged>[number];

/** An id in the opening tag at `span` that no record has. */
function unknownId(source: SourceText, span: Span, kind: Tagged, id: string, attribute: 'id' | 'ids'): Finding {
  const near = findNearest(id, kind.known);
  const opening = source.text.slice(span.start, span.end);
  const start = span.start + opening.indexOf(id, opening.search(new RegExp(`\\b${attribute}\\s*=`)) + attribute.length);
  return createFinding(
    source,
    { start, end: start + id.length },
    {
      rule: kind.rule,
      level: 'error',
      message: `There is no ${kind.what} called "${id}".`,
      fix: near ? `Did you mean "${near}"?` : kind.add(id),
    },
  );
}

/** A table of claims names claims, each once. */
function checkClaimList(source: SourceText, span: Span, tagged: Tagged[], ids: string[]): Finding[] {
  const kind = tagged.find(({ tag }) => tag === 'Claim');
  if (!kind) return [];
  const unknown = ids.filter((id) => !kind.known.includes(id)).map((id) => unknownId(source, span, kind, id, 'ids'));
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) =>
    createFinding(source, span, {
      rule: 'id-taken',
      level: 'error',
      message: `This table names the claim "${id}" more than once.`,
      fix: 'Delete all but one.',
    }),
  );
  return [...unknown, ...twice];
}

function checkArticleMatter({ record, charts }: Content, { matter }: ArticleFile): Finding[] {
  if (!matter) return [];
  const { lead_number: lead, lead_chart: chart, about = [] } = matter.value;
  const known = charts.map(({ id }) => id);
  return [
    ...(chart !== undefined && !known.includes(chart) ? [unknownChart(known, matter.source, matter.spanOf(['lead_chart']), chart)] : []),
    ...(lead ? checkNumberRef(record, matter, ['lead_number'], lead) : []),
    ...about.flatMap((id, index) =>
      record.sources.has(id) ? [] : [unknownSource(record, matter.source, matter.spanOf(['about', index]), id)],
    ),
  ];
}

/** Every number that a chart draws, and every source that its table is read in. */
function checkChart({ record }: Content, file: ChartFile): Finding[] {
  const { value, table } = file;
  const known = ({ id }: { id: string }) => record.sources.has(id);
  const listed = isTableChart(value)
    ? value.read_in.map((id, index) => ({ id, path: ['read_in', index] }))
    : value.kind === 'route'
      ? listRouteSources(value)
      : [];
  const readIn = listed.map(({ id, path }) => ({ id, span: file.spanOf(path) }));
  return [
    ...listChartRefs(value).flatMap(({ path, ref }) => checkNumberRef(record, file, path, ref)),
    ...readIn.filter((entry) => !known(entry)).map(({ id, span }) => unknownSource(record, file.source, span, id)),
    ...(table?.rows ?? []).flatMap(({ sources }) =>
      sources.filter((entry) => !known(entry)).map(({ id, ...span }) => unknownSource(record, table?.source ?? file.source, span, id)),
    ),
  ];
}

function checkNumberRef(record: EvidenceRecord, file: YamlRecord<unknown>, path: YamlPath, ref: string): Finding[] {
  const found = findNumber(record, ref);
  if (!isFailure(found) || found.problem === 'not-computable') return [];
  const near = 'known' in found ? findNearest(found.problem === 'unknown-part' ? found.part : found.id, found.known) : undefined;
  const fix =
    found.problem === 'unknown-record'
      ? near
        ? `Did you mean "${near}"?`
        : 'Use an id of the list on /numbers/.'
      : `Write ${found.id}/ and one of: ${found.known.join(', ')}.`;
  return [
    createFinding(file.source, file.spanOf(path), {
      rule: 'unknown-number',
      level: 'error',
      message: `"${ref}" names no single number of the record.`,
      fix,
    }),
  ];
}

function checkFields(content: Content): Finding[] {
  return listTextFields(content).flatMap((field) =>
    parseInline(field.text).flatMap((run) =>
      run.kind === 'source' && !content.record.sources.has(run.id)
        ? [unknownSource(content.record, field.file.source, findFragment(field, `source:${run.id}`, run.index), run.id)]
        : [],
    ),
  );
}

function checkQuantities({ quantities, record }: Content): Finding[] {
  return quantities.flatMap((file) => {
    const findings: Finding[] = [];
    const { value } = file;
    value.statements?.forEach((statement, index) => {
      for (const key of ['source', 'wording_from'] as const) {
        const id = statement[key];
        if (id !== undefined && !record.sources.has(id))
          findings.push(unknownSource(record, file.source, file.spanOf(['statements', index, key]), id));
      }
    });
    value.also_cited?.forEach((id, index) => {
      if (!record.sources.has(id)) findings.push(unknownSource(record, file.source, file.spanOf(['also_cited', index]), id));
    });
    findings.push(...checkRelated(record, file, value.related));
    if (value.derivation) findings.push(...checkComputed(record, file, ['derivation'], value.derivation, file.id));
    return findings;
  });
}

/** Our own arithmetic gives a number. Operands that are not there are told one by one. */
function checkComputed(record: EvidenceRecord, file: YamlRecord<unknown>, path: YamlPath, derivation: Derivation, ref: string): Finding[] {
  const unknown = derivation.of.flatMap((operand, index) =>
    typeof operand === 'string' ? checkNumberRef(record, file, [...path, 'of', index], operand) : [],
  );
  const found = findNumber(record, ref);
  if (unknown.length > 0 || !isFailure(found) || found.problem !== 'not-computable') return unknown;
  const fix = found.fix ?? 'Compute from numbers of the record that were printed, or from plain numbers.';
  const at = file.spanOf([...path, found.fix === undefined ? 'of' : 'decimals']);
  return [createFinding(file.source, at, { rule: 'derivation', level: 'error', message: found.reason, fix })];
}

/** What the rows leave over can be told. */
function checkRemainder(record: EvidenceRecord, file: ContentFile<Breakdown>): Finding[] {
  const { rows, whole } = file.value;
  // That the rows are much more than the whole is told as their sum.
  if (whole === undefined || addUp(rows.map(({ printings }) => printings?.[0]?.value ?? 0)) > whole + 0.5) return [];
  const found = findNumber(record, `${file.id}/${remainderId}`);
  // Another row that cannot be computed is told there.
  if (!isFailure(found) || found.problem !== 'not-computable' || found.fix === undefined) return [];
  const at = file.spanOf(['remainder']);
  return [createFinding(file.source, at, { rule: 'derivation', level: 'error', message: found.reason, fix: found.fix })];
}

function checkRelated(record: EvidenceRecord, file: YamlRecord<unknown>, related: string[] | undefined): Finding[] {
  return (related ?? []).flatMap((id, index) => {
    if (record.quantities.has(id) || record.breakdowns.has(id)) return [];
    const near = findNearest(id, [...record.quantities.keys(), ...record.breakdowns.keys()]);
    return [
      createFinding(file.source, file.spanOf(['related', index]), {
        rule: 'unknown-number',
        level: 'error',
        message: `There is no quantity or breakdown called "${id}".`,
        fix: near ? `Did you mean "${near}"?` : 'Use an id of the list on /numbers/.',
      }),
    ];
  });
}

function checkBreakdowns({ breakdowns, record }: Content): Finding[] {
  return breakdowns.flatMap((file) => {
    const findings: Finding[] = [...checkRelated(record, file, file.value.related)];
    if (file.value.base) findings.push(...checkNumberRef(record, file, ['base'], file.value.base));
    findings.push(...checkRemainder(record, file));
    file.value.rows.forEach((row, index) => {
      row.printings?.forEach((printing, at) => {
        if (!record.sources.has(printing.source))
          findings.push(unknownSource(record, file.source, file.spanOf(['rows', index, 'printings', at, 'source']), printing.source));
      });
      if (row.quantity && !record.quantities.has(row.quantity))
        findings.push(...checkNumberRef(record, file, ['rows', index, 'quantity'], row.quantity));
      if (row.derivation)
        findings.push(...checkComputed(record, file, ['rows', index, 'derivation'], row.derivation, `${file.id}/${row.id}`));
    });
    return findings;
  });
}

function checkSite({ site, articles, events, record }: Content): Finding[] {
  if (!site) return [];
  const findings: Finding[] = [];
  const slugs = articles.filter((article) => article.withheld === undefined).map((article) => article.slug);
  if (!slugs.includes(site.value.lead)) {
    const near = findNearest(site.value.lead, slugs);
    findings.push(
      createFinding(site.source, site.spanOf(['lead']), {
        rule: 'unknown-article',
        level: 'error',
        message: `There is no published article called "${site.value.lead}".`,
        fix: near
          ? `Did you mean "${near}"?`
          : slugs.length > 0
            ? `Use one of: ${slugs.join(', ')}.`
            : 'Publish one first: add it to content/articles/, without "draft: true".',
      }),
    );
  }
  site.value.lead_events?.forEach((id, index) => {
    const known = (events?.value ?? []).map((event) => event.id);
    if (known.includes(id)) return;
    const near = findNearest(id, known);
    findings.push(
      createFinding(site.source, site.spanOf(['lead_events', index]), {
        rule: 'unknown-event',
        level: 'error',
        message: `There is no event called "${id}".`,
        fix: near ? `Did you mean "${near}"?` : 'Use an id of content/events.yaml.',
      }),
    );
  });
  site.value.lead_numbers.forEach((lead, index) => {
    const [path, ref] = typeof lead === 'string' ? [[], lead] : [['number'], lead.number];
    findings.push(...checkNumberRef(record, site, ['lead_numbers', index, ...path], ref));
  });
  if (!site.value.contact) {
    findings.push(
      createFinding(
        site.source,
        { start: 0, end: 1 },
        {
          rule: 'no-contact',
          level: 'warning',
          message: 'The site has no contact address, so readers cannot report a mistake to its owner.',
          fix: 'Add a line "contact: name@example.org".',
        },
      ),
    );
  }
  return findings;
}

/** Fields that name sources, whatever the record. */
const sourceKeys = new Set(['source', 'wording_from', 'made_in', 'about', 'also_cited', 'read_in', 'sources']);

/** Sources that a record names which does not fit its schema: what else it names is judged when it does. */
function checkUnfit({ unfit = [], record }: Content): Finding[] {
  return unfit.flatMap((file) =>
    listNamed(file.value, []).flatMap(({ path, id }) =>
      record.sources.has(id) ? [] : [unknownSource(record, file.source, file.spanOf(path), id)],
    ),
  );
}

function listNamed(value: unknown, path: YamlPath): { path: YamlPath; id: string }[] {
  if (typeof value === 'string') {
    const isNamed = sourceKeys.has(String(path.findLast((part) => typeof part === 'string'))) && /^[a-z0-9-]+$/.test(value);
    return isNamed ? [{ path, id: value }] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => listNamed(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}
