/**
 * Prints findings for an editor in the terminal, and for a code host that shows them beside the
 * line.
 */
import { spacedPlural } from '../../evidence/plural.ts';
import { readBytes } from '../../library/read-bytes.ts';
import type { Finding } from '../../schema/finding.ts';

/** Prints a finding with its line, carets below the words, the cause and the fix. */
export function formatFinding(finding: Finding, line: string | undefined): string {
  const head = `${finding.file}:${finding.line}:${finding.column}  ${finding.level}  ${finding.rule}`;
  return showHidden(
    [
      head,
      ...formatExcerpt(finding, line),
      `  ${finding.message}`,
      `  ${finding.fix.replaceAll('\n', '\n  ')}`,
    ].join('\n'),
  );
}

/** Replaces each invisible character with a dot, because some would reverse the terminal's line. */
function showHidden(text: string): string {
  return text.replace(/[\p{Cf}\u2028\u2029]/gu, '·');
}

/** How many characters of a long line are shown around the place. */
const excerptWidth = 100;

function formatExcerpt(finding: Finding, line: string | undefined): string[] {
  // Binary data, such as UTF-16 read as UTF-8, would only confuse.
  if (line === undefined || line.trim() === '' || /[\uFFFD\0]/.test(line)) return [];
  const start = Math.max(0, Math.min(finding.column - 1 - 30, line.length - excerptWidth));
  const shown = line.slice(start, start + excerptWidth);
  const offset = finding.column - 1 - start;
  const indent = shown.length - shown.trimStart().length;
  const cut = Math.min(indent, offset);
  const carets = '^'.repeat(Math.max(1, Math.min(finding.length, shown.length - offset)));
  return [`  ${shown.slice(cut).replaceAll('\t', ' ')}`, `  ${' '.repeat(offset - cut)}${carets}`];
}

export function formatFindings(findings: Finding[], root: string): string {
  const lines = new Map<string, string[]>();
  const getLine = (finding: Finding) => {
    let text = lines.get(finding.file);
    if (!text) {
      const bytes = readBytes(root, finding.file);
      text = 'message' in bytes ? [] : bytes.toString('utf8').split(/\r\n|\r|\n/);
      lines.set(finding.file, text);
    }
    return text[finding.line - 1];
  };
  return findings.map((finding) => `${formatFinding(finding, getLine(finding))}\n`).join('\n');
}

/** Prints "3 errors, 1 warning in 64 files." */
export function formatSummary(findings: Finding[], files: number): string {
  const errors = findings.filter((finding) => finding.level === 'error').length;
  const words = `${spacedPlural(errors, 'error')}, ${spacedPlural(findings.length - errors, 'warning')} in ${spacedPlural(files, 'file')}.`;
  return errors > 0 ? `${words} Nothing was published.` : words;
}

/** Prints a workflow command, which GitHub shows beside the line in a pull request. */
export function formatAnnotation(finding: Finding): string {
  const escape = (text: string) =>
    showHidden(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const escapeProperty = (text: string) =>
    escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const properties = {
    file: finding.file,
    line: finding.line,
    col: finding.column,
    title: finding.rule,
  };
  const place = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${finding.level} ${place.join(',')}::${escape(`${finding.message} ${finding.fix}`)}`;
}
