/**
 * Findings that the check leaves out, because they follow from a mistake that it already reports.
 */
import { findWordings } from '../../evidence/quotation.ts';
import { listRecords, listSourceTexts } from '../../library/list-records.ts';
import { stripMarkup, takeOutMarks } from '../../library/texts/quotation-marks.ts';
import { readBytes } from '../../library/read-bytes.ts';
import type { Content, TextFile } from '../../library/content.ts';
import type { Span } from '../../library/findings.ts';
import type { About, Finding } from '../../schema/finding.ts';

type Test = (finding: Finding) => boolean;

/**
 * Returns a test: true for a finding of a rule that follows from a finding of the readers.
 * `findings` are those of the readers, `content` is what they read.
 */
export function findFollowing(root: string, content: Content, findings: readonly Finding[]): Test {
  const unwritten = new Set(
    findings.flatMap(({ rule, file, line }) => (rule === 'yaml' ? `${file}:${line}` : [])),
  );
  const tests: Test[] = [
    findConsequences(root, content, listUnread(content, findings)),
    ({ file, line }) => unwritten.has(`${file}:${line}`),
    ...[...content.articles, ...content.pages].flatMap((text) => listUnjudged(text, findings)),
  ];
  return (finding) => tests.some((test) => test(finding));
}

/** Files and folders that are missing, or could not be read completely. */
function listUnread(content: Content, findings: readonly Finding[]): string[] {
  const texts = [...content.articles, ...content.pages].filter(
    ({ matter, tree }) => matter && tree,
  );
  const read = new Set([...texts, ...listRecords(content)].map(({ source }) => source.path));
  const isUnread = ({ file, rule }: Finding) =>
    !read.has(file) &&
    (/\.(?:yaml|mdx)$/.test(file) || rule === 'file-missing' || rule === 'file-name');
  return [...new Set(findings.filter(isUnread).map(({ file }) => file))];
}

const getName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const getId = (path: string) => getName(path).replace(/\.\w+$/, '');

/** Folders or lists that hold the records of a kind. An empty folder is reported itself. */
const homes: Record<Exclude<About['kind'], 'page'>, readonly string[]> = {
  source: ['content/sources'],
  number: ['content/quantities', 'content/breakdowns'],
  article: ['content/articles'],
  chart: ['content/charts'],
  claim: ['content/claims'],
  place: ['content/places.yaml'],
  event: ['content/events.yaml'],
  term: ['content/glossary.yaml'],
  subject: ['content/site.yaml'],
};
/**
 * Without quantities there are no pages of numbers, nothing to draw or compute from, and no
 * wordings.
 */
const needsQuantities = new Set<Finding['rule']>([
  'chart',
  'derivation',
  'unknown-page',
  'quotation-differs',
]);

/** True if the record that a finding misses may be in a file or folder that could not be read. */
function isUnread({ kind, id }: About, unread: readonly string[]): boolean {
  // A part of the address may be the id of a record or the name of a list.
  if (kind === 'page') return unread.some((path) => id?.split(/[/#]/).includes(getId(path)));
  const [name] = id?.split('/') ?? [];
  return homes[kind].some(
    (home) =>
      unread.includes(home) ||
      unread.some((path) => path.startsWith(`${home}/`) && getId(path) === name),
  );
}

/**
 * Returns a test: true if something is unknown, missing or unused only because a file or folder
 * could not be read.
 */
function findConsequences(root: string, content: Content, unread: readonly string[]): Test {
  const sources = new Map(listSourceTexts(content).map((source) => [source.path, source]));
  const raw = new Map<string, string>();
  const read = (path: string) => {
    const known = raw.get(path);
    if (known !== undefined) return known;
    const bytes = readBytes(root, path);
    const text = 'message' in bytes ? '' : bytes.toString('utf8');
    raw.set(path, text);
    return text;
  };
  const mayName = (name: string) =>
    unread.some((path) => read(path) === '' || read(path).includes(name));
  const isKept = (quotation: Finding) => {
    const source = sources.get(quotation.file);
    const start = source?.offsetOf(quotation) ?? 0;
    const words = takeOutMarks(
      stripMarkup(source?.text.slice(start, start + quotation.length) ?? ''),
    );
    const records = unread
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => ({ text: read(path) }));
    return words !== '' && findWordings(words, records) !== undefined;
  };
  return (finding) => {
    const { rule, file, about } = finding;
    if (needsQuantities.has(rule) && unread.includes('content/quantities')) return true;
    if (rule === 'unused-source') return mayName(getId(file));
    if (rule === 'picture-unused') return mayName(getName(file));
    if (rule === 'unfinished')
      return unread.includes(file) && /^draft:[ \t]*true\b/m.test(read(file));
    if (rule === 'quotation-differs') return unread.includes('content/sources') || isKept(finding);
    return about !== undefined && isUnread(about, unread);
  };
}

/**
 * Returns tests for a text with mistakes in its markup: true if the finding is about words that the
 * parser could not read, or misread.
 */
function listUnjudged({ source, rest }: TextFile<unknown>, findings: readonly Finding[]): Test[] {
  if (!rest) return [];
  const isOpen = findings.some(({ file, rule }) => file === source.path && rule === 'unclosed-tag');
  const isIn = (finding: Finding, spans: Span[]) =>
    spans.some(({ start, end }) => {
      const offset = source.offsetOf(finding);
      return offset < end && offset + finding.length > start;
    });
  const aboutWords = /^(?:number-unbound|quotation-|speaker-differs)/;
  return [
    (finding) =>
      finding.file === source.path &&
      // If one tag is not closed, other tags seem to be in the wrong place.
      ((isOpen && finding.rule === 'tag-place') ||
        (finding.rule !== 'heading-level' && isIn(finding, rest.unread)) ||
        (aboutWords.test(finding.rule) && isIn(finding, rest.unsure))),
  ];
}
