/** Every id that a file names exists. */
import { parseInline } from '../../evidence/inline.ts';
import { addUp } from '../../evidence/decimal.ts';
import { findNumber, isFailure, remainderId, type LookupFailure } from '../../evidence/record.ts';
import { listChartRefs, listChartSources } from '../../drawings/chart-kinds.ts';
import type { ArticleFile, ChartFile, Content, ContentFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { Breakdown } from '../../schema/quantity.ts';
import type { Derivation } from '../../schema/value.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import { walkTexts } from '../../schema/meaning.ts';
import { getFieldsOfFile } from '../../schema/records.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import { findUnknown, findUnknownNumber } from './unknown.ts';
import { checkTagReferences } from './tag-references.ts';

export const checkReferences: Rule = (content) => [
  ...checkTagReferences(content),
  ...content.articles.flatMap((article) => checkArticleMatter(content, article)),
  ...content.charts.flatMap((file) => checkChart(content, file)),
  ...checkFields(content),
  ...checkQuantities(content),
  ...checkBreakdowns(content),
  ...checkSite(content),
  ...checkUnfit(content),
];

function checkArticleMatter(content: Content, { matter }: ArticleFile): Finding[] {
  if (!matter) return [];
  const { lead_number: lead, lead_chart: chart, about = [] } = matter.value;
  return [
    ...(chart === undefined
      ? []
      : findUnknown(content, 'chart', matter.source, () => matter.spanOf(['lead_chart']), chart)),
    ...(lead ? checkNumberRef(content, matter, ['lead_number'], lead) : []),
    ...about.flatMap((id, index) => checkSource(content, matter, ['about', index], id)),
  ];
}

/** A field of a record names a source. */
function checkSource(
  content: Content,
  file: YamlRecord<unknown>,
  path: YamlPath,
  id: string,
): Finding[] {
  return findUnknown(content, 'source', file.source, () => file.spanOf(path), id);
}

/** A field of a record names a number. */
function checkNumberRef(
  { record }: Content,
  file: YamlRecord<unknown>,
  path: YamlPath,
  ref: string,
): Finding[] {
  return findUnknownNumber(record, file.source, () => file.spanOf(path), ref);
}

/** Every number that a chart draws, and every source of its table, exists. */
function checkChart(content: Content, file: ChartFile): Finding[] {
  const { value, table } = file;
  const cells = table?.rows.flatMap(({ sources }) => sources) ?? [];
  return [
    ...listChartRefs(value).flatMap(({ path, ref }) => checkNumberRef(content, file, path, ref)),
    ...listChartSources(value).flatMap(({ path, ref }) => checkSource(content, file, path, ref)),
    ...(table
      ? cells.flatMap(({ id, ...span }) => findUnknown(content, 'source', table.source, span, id))
      : []),
  ];
}

function checkFields(content: Content): Finding[] {
  return listTextFields(content).flatMap((field) =>
    parseInline(field.text).flatMap((run) =>
      run.kind === 'source'
        ? findUnknown(
            content,
            'source',
            field.file.source,
            () => findFragment(field, `source:${run.id}`, run.index),
            run.id,
          )
        : [],
    ),
  );
}

/** If the site lists its subjects, each record of numbers has one of them. */
function checkSubject(content: Content, file: ContentFile<{ subject: string }>): Finding[] {
  return content.site?.value.subjects
    ? findUnknown(
        content,
        'subject',
        file.source,
        () => file.spanOf(['subject']),
        file.value.subject,
      )
    : [];
}

function checkQuantities(content: Content): Finding[] {
  return content.quantities.flatMap((file) => {
    const { statements = [], also_cited = [], related, derivation } = file.value;
    return [
      ...checkSubject(content, file),
      ...statements.flatMap((statement, index) =>
        (['source', 'wording_from'] as const).flatMap((key) => {
          const id = statement[key];
          return id === undefined ? [] : checkSource(content, file, ['statements', index, key], id);
        }),
      ),
      ...also_cited.flatMap((id, index) => checkSource(content, file, ['also_cited', index], id)),
      ...checkRelated(content, file, related),
      ...(derivation ? checkComputed(content, file, ['derivation'], derivation, file.id) : []),
    ];
  });
}

/** Reports each missing operand of our own arithmetic, or why it gives no number. */
function checkComputed(
  content: Content,
  file: YamlRecord<unknown>,
  path: YamlPath,
  derivation: Derivation,
  ref: string,
): Finding[] {
  const unknown = derivation.of.flatMap((operand, index) =>
    typeof operand === 'string'
      ? checkNumberRef(content, file, [...path, 'of', index], operand)
      : [],
  );
  const found = findNumber(content.record, ref);
  if (unknown.length > 0 || !isFailure(found) || found.problem !== 'not-computable') return unknown;
  const fix =
    found.fix ?? 'Compute from numbers of the record that were printed, or from plain numbers.';
  return [refuseComputed(file, [...path, found.fix === undefined ? 'of' : 'decimals'], found, fix)];
}

/** Reports why the remainder of the rows cannot be computed. */
function checkRemainder({ record }: Content, file: ContentFile<Breakdown>): Finding[] {
  const { rows, whole } = file.value;
  // Rows that add up to much more than the whole are reported as a wrong sum.
  if (
    whole === undefined ||
    addUp(rows.map(({ printings }) => printings?.[0]?.value ?? 0)) > whole + 0.5
  )
    return [];
  const found = findNumber(record, `${file.id}/${remainderId}`);
  // Another row that cannot be computed is reported there.
  if (!isFailure(found) || found.problem !== 'not-computable' || found.fix === undefined) return [];
  return [refuseComputed(file, ['remainder'], found, found.fix)];
}

type NotComputable = Extract<LookupFailure, { problem: 'not-computable' }>;

function refuseComputed(
  file: YamlRecord<unknown>,
  path: YamlPath,
  { reason, operand }: NotComputable,
  fix: string,
): Finding {
  const about = operand === undefined ? undefined : { kind: 'number' as const, id: operand };
  return createFinding(file.source, file.spanOf(path), {
    rule: 'derivation',
    level: 'error',
    message: reason,
    fix,
    about,
  });
}

function checkRelated(
  { record }: Content,
  file: YamlRecord<unknown>,
  related: string[] = [],
): Finding[] {
  return related.flatMap((id, index) =>
    record.quantities.has(id) || record.breakdowns.has(id)
      ? []
      : findUnknownNumber(record, file.source, file.spanOf(['related', index]), id, {
          whole: true,
        }),
  );
}

function checkBreakdowns(content: Content): Finding[] {
  return content.breakdowns.flatMap((file) => {
    const { base, related, rows } = file.value;
    return [
      ...checkSubject(content, file),
      ...checkRelated(content, file, related),
      ...(base ? checkNumberRef(content, file, ['base'], base) : []),
      ...checkRemainder(content, file),
      ...rows.flatMap(({ id, printings = [], quantity, derivation }, index) => [
        ...printings.flatMap(({ source }, at) =>
          checkSource(content, file, ['rows', index, 'printings', at, 'source'], source),
        ),
        ...(quantity && !content.record.quantities.has(quantity)
          ? checkNumberRef(content, file, ['rows', index, 'quantity'], quantity)
          : []),
        ...(derivation
          ? checkComputed(
              content,
              file,
              ['rows', index, 'derivation'],
              derivation,
              `${file.id}/${id}`,
            )
          : []),
      ]),
    ];
  });
}

function checkSite(content: Content): Finding[] {
  const { site } = content;
  if (!site) return [];
  const { lead, lead_events = [], lead_numbers, contact } = site.value;
  return [
    ...findUnknown(content, 'article', site.source, () => site.spanOf(['lead']), lead),
    ...lead_events.flatMap((id, index) =>
      findUnknown(content, 'event', site.source, () => site.spanOf(['lead_events', index]), id),
    ),
    ...lead_numbers.flatMap((entry, index) => {
      const [path, ref] = typeof entry === 'string' ? [[], entry] : [['number'], entry.number];
      return checkNumberRef(content, site, ['lead_numbers', index, ...path], ref);
    }),
    ...(contact ? [] : [lackContact(site.source)]),
  ];
}

function lackContact(source: SourceText): Finding {
  return createFinding(
    source,
    { start: 0, end: 1 },
    {
      rule: 'no-contact',
      level: 'warning',
      message: 'The site has no contact address, so readers cannot report a mistake to its owner.',
      fix: 'Add a line "contact: name@example.org".',
    },
  );
}

/**
 * Checks sources that are named by a record that does not fit its schema. Its other references are
 * checked once it fits.
 */
function checkUnfit(content: Content): Finding[] {
  return (content.unfit ?? []).flatMap((file) =>
    [...walkTexts(file.value, getFieldsOfFile(file.source.path))].flatMap(
      ({ path, text, meaning }) =>
        meaning?.names === 'sources' && /^[a-z0-9-]+$/.test(text)
          ? checkSource(content, file, path, text)
          : [],
    ),
  );
}
