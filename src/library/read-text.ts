/** The text of a content file, if the parsers can read it. */
import type { Finding } from '../schema/finding.ts';
import { createFinding } from './findings.ts';
import { findHiddenCharacters } from './markup/hidden-characters.ts';
import { readBytes, type Unreadable } from './read-bytes.ts';
import { createSourceText, normaliseText, type SourceText } from './source-text.ts';

/** A line or a paragraph has at most this many characters. */
export const maximumLine = 20_000;

/** The file's text with LF and without a byte order mark; otherwise undefined, with a finding. */
export function readText(
  root: string,
  path: string,
  findings: Finding[],
  isList = false,
): SourceText | undefined {
  const bytes = readBytes(root, path);
  const refuse = (
    { message, fix }: Unreadable,
    at = createSourceText(path, ''),
    start = 0,
  ): undefined => {
    findings.push(
      createFinding(
        at,
        { start, end: start + 1 },
        { rule: 'file-text', level: 'error', message, fix },
      ),
    );
  };
  if ('message' in bytes) return refuse(bytes);
  if (bytes.length === 0)
    return refuse({
      message: 'The file is empty.',
      fix: isList
        ? 'Restore its entries, or write [] while there are none.'
        : 'Restore its text, or write it.',
    });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse({ message: 'The file is saved as UTF-16.', fix: 'Save it again as UTF-8.' });
  const text = decode(bytes);
  if (text === undefined)
    return refuse({ message: 'The file is not valid UTF-8.', fix: 'Save it again as UTF-8.' });
  const source = createSourceText(path, normaliseText(text));
  const control = source.text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
  if (control !== -1) {
    const code = source.text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    return refuse(
      {
        message: `A control character, U+${code}, is here: an invisible character.`,
        fix: 'Delete it.',
      },
      source,
      control,
    );
  }
  const conflict = source.text.search(/^(?:<{7}|>{7})(?: |$)/m);
  if (conflict !== -1)
    return refuse(
      {
        message: 'A merge left two versions of these lines.',
        fix: 'Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      },
      source,
      conflict,
    );
  const long = findLongLine(source.text);
  if (long !== undefined)
    return refuse(
      {
        message: `The line is longer than ${maximumLine} characters.`,
        fix: 'Break it, or remove what was pasted by mistake.',
      },
      source,
      long,
    );
  findings.push(...findHiddenCharacters(source));
  return source;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The start of a line that is too long. */
function findLongLine(text: string): number | undefined {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > maximumLine) return start;
    if (end === -1) return undefined;
    start = end + 1;
  }
  return undefined;
}
