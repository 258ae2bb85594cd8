/** Runs every rule over the content. The list is the only place that names them all. */
import { compareText } from '../../evidence/compare-text.ts';
import type { Content, TextFile } from '../../library/content.ts';
import { readContent } from '../../library/read-content.ts';
import type { Finding } from '../../schema/finding.ts';
import { findFollowing } from './consequences.ts';
import { checkAttributions } from '../rules/attributions.ts';
import { checkAuthorTags } from '../rules/tag-use.ts';
import { checkCharts } from '../rules/chart-records.ts';
import { checkCodedCharacters } from '../rules/coded-characters.ts';
import { checkCitations } from '../rules/citations.ts';
import { checkCorrections } from '../rules/corrections.ts';
import { checkDates } from '../rules/dates.ts';
import { checkDimensions } from '../rules/stated-dimensions.ts';
import { checkFootnotes } from '../rules/footnotes.ts';
import { checkHeadings } from '../rules/headings.ts';
import { checkHeldSources } from '../rules/held-sources.ts';
import { checkInvitations } from '../rules/invitations.ts';
import { checkJudgements } from '../rules/judgements.ts';
import { checkLetters } from '../rules/letters.ts';
import { checkLinks } from '../rules/links.ts';
import { checkLists } from '../rules/lists.ts';
import { checkLooseNumbers } from '../rules/unbound-numbers.ts';
import { checkNaming } from '../rules/named-sources.ts';
import { checkNumberLinks } from '../rules/number-links.ts';
import { checkPageTwins } from '../rules/page-twins.ts';
import { checkPictures } from '../rules/pictures.ts';
import { checkPrivateData } from '../rules/private-data.ts';
import { checkPublication } from '../rules/publication.ts';
import { checkPublished } from '../rules/published.ts';
import { checkPublishedRecords } from '../rules/published-records.ts';
import { checkQuotations } from '../rules/quotations.ts';
import { checkRecordShape } from '../rules/record-shape.ts';
import { checkReferences } from '../rules/references.ts';
import { checkSources } from '../rules/sources.ts';
import { checkSlips } from '../rules/slips.ts';
import { checkOpinions } from '../rules/speakers.ts';
import { checkSubstances } from '../rules/substances.ts';
import { checkTextMarkup } from '../rules/text-markup.ts';
import { checkTitles } from '../rules/titles.ts';
import { checkTotalRows } from '../rules/total-row.ts';
import type { Rule } from '../rules/rule.ts';
import { checkUnfinished } from '../rules/unfinished.ts';
import { checkUnseen } from '../rules/unseen.ts';
import { checkValues } from '../rules/values.ts';
import { checkWordingMarks } from '../rules/wording-marks.ts';

export const rules: Rule[] = [
  checkAuthorTags,
  checkUnfinished,
  checkCodedCharacters,
  checkLetters,
  checkSlips,
  checkDates,
  checkLinks,
  checkHeadings,
  checkTitles,
  checkPageTwins,
  checkFootnotes,
  checkTextMarkup,
  checkRecordShape,
  checkSources,
  checkValues,
  checkDimensions,
  checkNaming,
  checkUnseen,
  checkHeldSources,
  checkLists,
  checkPrivateData,
  checkReferences,
  checkInvitations,
  checkCitations,
  checkAttributions,
  checkCharts,
  checkTotalRows,
  checkJudgements,
  checkNumberLinks,
  checkLooseNumbers,
  checkQuotations,
  checkWordingMarks,
  checkOpinions,
  checkCorrections,
  checkPictures,
  checkPublication,
  checkPublished,
  checkPublishedRecords,
  checkSubstances,
];

/**
 * Returns all findings about the content below `root`, sorted by file and place. `time` is the time
 * of the content, in seconds since 1970.
 */
export function checkContent(
  root: string,
  time?: number,
): { content: Content; findings: Finding[] } {
  const { content, findings, unfit } = readContent(root, time);
  const judged = {
    ...content,
    unfit,
    articles: content.articles.map(takeRest),
    pages: content.pages.map(takeRest),
  };
  const follows = findFollowing(root, { ...content, unfit }, findings);
  const told = rules.flatMap((rule) => rule(judged)).filter((finding) => !follows(finding));
  return {
    content,
    findings: limitFindings(leaveOutRepeats(sortFindings([...findings, ...told]))),
  };
}

/**
 * Gives a text with mistakes in its markup the tree of the part that could be read, because that
 * may have more mistakes.
 */
function takeRest<T extends TextFile<unknown>>(text: T): T {
  return text.rest ? { ...text, tree: text.rest.tree } : text;
}

/**
 * Leaves out the second finding on the same number, cell or value, if it says less or would be
 * fixed together with the first.
 */
function leaveOutRepeats(findings: Finding[]): Finding[] {
  const cells = findings.filter(({ rule }) => rule === 'chart-table' || rule === 'number-form');
  const isIn = (outer: Finding, { file, line, column }: Finding) =>
    file === outer.file &&
    line === outer.line &&
    column >= outer.column &&
    column < outer.column + outer.length;
  const loose = findings.filter(({ rule }) => rule === 'number-unbound');
  const unseen = findings.filter(({ rule }) => rule === 'hidden-character');
  const differing = new Set(
    findings.flatMap(({ rule, file, line, column }) =>
      rule === 'number-differs' ? `${file}:${line}:${column}` : [],
    ),
  );
  return findings.filter((finding) => {
    const { rule, file, line, column } = finding;
    if (rule === 'number-unbound') return !differing.has(`${file}:${line}:${column}`);
    // Invisible characters must be removed from a cell first. The finding on the cell covers
    // everything else.
    if (rule === 'chart-table') return !unseen.some((character) => isIn(finding, character));
    // If a number is grouped by such spaces, or has such letters, as 10⁶ has, the finding on the
    // number says how to write it.
    if (/^(?:odd-space|letter)$/.test(rule) && loose.some((number) => isIn(number, finding)))
      return false;
    return !aboutCells.has(rule) || !cells.some((cell) => isIn(cell, finding));
  });
}

const aboutCells: ReadonlySet<Finding['rule']> = new Set([
  'mixed-letters',
  'odd-space',
  'text-markup',
]);

/** The most findings of one kind that are reported for one file. */
const maximumAlike = 100;

/**
 * Leaves out findings beyond that number. The last one that is reported says how many are left out.
 */
function limitFindings(findings: Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const kindOf = ({ file, rule }: Finding) => `${rule} ${file}`;
  for (const finding of findings)
    counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings.flatMap((finding) => {
    const kind = kindOf(finding);
    const number = (told.get(kind) ?? 0) + 1;
    told.set(kind, number);
    const more = (counts.get(kind) ?? 0) - maximumAlike;
    if (number > maximumAlike) return [];
    return number === maximumAlike && more > 0
      ? [{ ...finding, fix: `${finding.fix}\n${more} more of this kind in the file.` }]
      : [finding];
  });
}

function sortFindings(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule),
  );
}
