/** Runs every rule over the content. The list is the only place that names them all. */
import { findWordings } from '../evidence/quotation.ts';
import { stripMarkup } from '../library/quotations.ts';
import { readBytes } from '../library/read-bytes.ts';
import { readContent, type Content, type TextFile } from '../library/read-content.ts';
import type { Span } from '../library/read-yaml.ts';
import type { SourceText } from '../library/source-text.ts';
import type { Finding } from '../schema/finding.ts';
import { checkAuthorTags } from './rules/author-tags.ts';
import { checkCharts } from './rules/charts.ts';
import { checkCorrections } from './rules/corrections.ts';
import { checkFootnotes } from './rules/footnotes.ts';
import { checkHeadings } from './rules/headings.ts';
import { checkJudgements } from './rules/judgements.ts';
import { checkLinks } from './rules/links.ts';
import { checkLooseNumbers } from './rules/loose-numbers.ts';
import { checkNumberLinks } from './rules/number-links.ts';
import { checkPictures } from './rules/pictures.ts';
import { checkPrivateData } from './rules/private-data.ts';
import { checkPublication } from './rules/publication.ts';
import { checkPublished } from './rules/published.ts';
import { checkQuotations } from './rules/quotations.ts';
import { checkRecordShape } from './rules/record-shape.ts';
import { checkReferences } from './rules/references.ts';
import { checkSources } from './rules/sources.ts';
import { checkSubstances } from './rules/substances.ts';
import { checkTextMarkup } from './rules/text-markup.ts';
import type { Rule } from './rules/rule.ts';
import { checkUnfinished } from './rules/unfinished.ts';
import { checkValues } from './rules/values.ts';

export const rules: Rule[] = [
  checkAuthorTags,
  checkUnfinished,
  checkLinks,
  checkHeadings,
  checkFootnotes,
  checkTextMarkup,
  checkRecordShape,
  checkSources,
  checkValues,
  checkPrivateData,
  checkReferences,
  checkCharts,
  checkJudgements,
  checkNumberLinks,
  checkLooseNumbers,
  checkQuotations,
  checkCorrections,
  checkPictures,
  checkPublication,
  checkPublished,
  checkSubstances,
];

/** All findings about the content below `root`, sorted by file and place. `time` is the content's, in seconds since 1970. */
export function checkContent(root: string, time?: number): { content: Content; findings: Finding[] } {
  const { content, findings, unfit } = readContent(root, time);
  const unwritten = new Set(findings.flatMap(({ rule, file, line }) => (rule === 'yaml' ? `${file}:${line}` : [])));
  const judged = { ...content, unfit, articles: content.articles.map(takeRest), pages: content.pages.map(takeRest) };
  const follows = [
    findConsequences(root, judged, listUnreadFiles(content, findings)),
    ({ file, line }: Finding) => unwritten.has(`${file}:${line}`),
    ...[...judged.articles, ...judged.pages].flatMap(listUnjudged),
  ];
  const told = rules.flatMap((rule) => rule(judged)).filter((finding) => !follows.some((test) => test(finding)));
  return { content, findings: limitFindings(sortFindings([...findings, ...told])) };
}

/** For a text with mistakes in its markup, what could be read of it: more may be wrong there. */
function takeRest<T extends TextFile<unknown>>(text: T): T {
  return text.rest ? { ...text, tree: text.rest.tree } : text;
}

/** Of a text with mistakes in its markup: is the finding about words that the parser could not read, or not as they were meant? */
function listUnjudged({ source, rest }: TextFile<unknown>): ((finding: Finding) => boolean)[] {
  if (!rest) return [];
  const isIn = (finding: Finding, spans: Span[]) =>
    spans.some(({ start, end }) => {
      const offset = source.offsetOf(finding);
      return offset < end && offset + finding.length > start;
    });
  const aboutWords = /^(?:number-unbound|quotation-)/;
  return [
    (finding) =>
      finding.file === source.path &&
      ((finding.rule !== 'heading-level' && isIn(finding, rest.unread)) || (aboutWords.test(finding.rule) && isIn(finding, rest.unsure))),
  ];
}

/** Nobody reads on after so many findings of one kind in one file. */
const maximumAlike = 100;

/** Leaves out what exceeds that number; the last that is told says how many. */
function limitFindings(findings: Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const kindOf = ({ file, rule }: Finding) => `${rule} ${file}`;
  for (const finding of findings) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
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

/** Files and folders that are missing, or could not be read, or not to their end. */
function listUnreadFiles(content: Content, findings: Finding[]): string[] {
  const read = new Set(listReadSources(content).map(({ path }) => path));
  const isUnread = ({ file, rule }: Finding) => !read.has(file) && (/\.(?:yaml|mdx)$/.test(file) || rule === 'file-missing');
  return [...new Set(findings.filter(isUnread).map(({ file }) => file))];
}

const toId = (file: string) => file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

function listReadSources(content: Content): SourceText[] {
  const { articles, pages, sources, quantities, breakdowns, charts, claims, site, events, places, glossary, corrections } = content;
  const texts = [...articles, ...pages].filter(({ matter, tree }) => matter && tree);
  const lists = [site, events, places, glossary, corrections].flatMap((file) => file ?? []);
  return [...texts, ...sources, ...quantities, ...breakdowns, ...charts, ...claims, ...lists].map(({ source }) => source);
}

/** Where the names stand that such a finding misses: in a folder, of which it is told when it is empty, or in one file. */
const homes: Partial<Record<Finding['rule'], string>> = {
  'unknown-source': 'content/sources',
  'unknown-number': 'content/quantities',
  'unknown-article': 'content/articles',
  'unknown-place': 'content/places.yaml',
  'unknown-event': 'content/events.yaml',
  'unknown-term': 'content/glossary.yaml',
};

/** True when something is unknown, gone or unused only because a file or folder has findings, which are told anyway. */
function findConsequences(root: string, content: Content, unread: readonly string[]): (finding: Finding) => boolean {
  const ids = new Set(unread.map(toId));
  const sources = new Map(listReadSources(content).map((source) => [source.path, source]));
  const isKept = (words: string) =>
    findWordings(
      words,
      unread.filter((path) => /\.yaml$/.test(path)).map((path) => ({ text: read(path) })),
    );
  const raw = new Map<string, string>();
  const read = (path: string) => {
    const known = raw.get(path);
    if (known !== undefined) return known;
    const bytes = readBytes(root, path);
    const text = 'message' in bytes ? '' : bytes.toString('utf8');
    raw.set(path, text);
    return text;
  };
  return ({ rule, file, message, ...finding }) => {
    if (rule === 'unused-source' || rule === 'picture-unused') {
      const name = rule === 'unused-source' ? toId(file) : file.slice(file.lastIndexOf('/') + 1);
      return unread.some((path) => read(path) === '' || read(path).includes(name));
    }
    if (rule === 'unfinished') return unread.includes(file) && /^draft:[ \t]*true\b/m.test(read(file));
    if (unread.includes(homes[rule] ?? '')) return true;
    if (unread.includes('content/quantities') && /^(?:chart|derivation|unknown-page|quotation-differs)$/.test(rule)) return true;
    if (rule === 'quotation-differs') {
      if (unread.includes('content/sources')) return true;
      const source = sources.get(file);
      const start = source?.offsetOf(finding) ?? 0;
      const written = source?.text.slice(start, start + finding.length) ?? '';
      return written !== '' && isKept(stripMarkup(written).replace(/^["'“‘]|["'”’]$/g, '')) !== undefined;
    }
    if (!/^(?:(?:unknown|published)-|derivation$|chart$)/.test(rule)) return false;
    const list = /\b(\w+\.yaml)\b/.exec(message)?.[1];
    if (rule === 'chart' && unread.includes(`content/${list}`)) return true;
    const named = /"([^"]+)"/.exec(message)?.[1] ?? '';
    return named.split(/[/#]/).some((part) => ids.has(part));
  };
}

function sortFindings(findings: Finding[]): Finding[] {
  const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return findings.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule));
}
