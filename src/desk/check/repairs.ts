/** Repairs that change how a text is written, but not what it says. */
import { findHiddenCharacters } from '../../library/markup/hidden-characters.ts';
import { createSourceText } from '../../library/source-text.ts';
import { stripTracking } from '../../library/texts/web-address.ts';
import { tagNames } from '../../schema/author-tags.ts';
import { dropWordingMarks } from '../../library/yaml/marked-wordings.ts';

export type Kind = 'mdx' | 'yaml' | 'csv';

type Repair = { what: string; apply: (text: string, kind: Kind) => string };

/** Applied in this order. None of them adds or removes a line. */
export const repairs: Repair[] = [
  { what: 'straight quotation marks in a tag', apply: straightenQuotes },
  { what: 'invisible characters', apply: dropHidden },
  { what: 'ordinary spaces', apply: replaceOddSpaces },
  { what: 'an address without tracking', apply: cleanAddresses },
  {
    what: 'a wording without the quotation marks around it',
    apply: (text, kind) => (kind === 'yaml' ? dropWordingMarks(text) : text),
  },
  { what: 'no spaces at the end of the line', apply: trimLines },
];

function straightenQuotes(text: string, kind: Kind): string {
  if (kind !== 'mdx') return text;
  const tags = new RegExp(`<(?:${tagNames.join('|')})\\s[^<>]*>`, 'g');
  const quoted = /(=\s*)(?:[“”„‟″]([^"“”„‟″]*)[“”„‟″"]|[‘’‚‛′]([^"‘’‚‛′]*)[‘’‚‛′])(?=[\s/>])/g;
  return text.replace(tags, (tag) =>
    tag.replace(
      quoted,
      (_, equals: string, a?: string, b?: string) => `${equals}"${a ?? b ?? ''}"`,
    ),
  );
}

/**
 * Only these are merely invisible. A mark that changes the direction of writing may hide something,
 * so a person must decide.
 */
const droppable = /^[\u00AD\u200B\u200C\u200D\u2060\uFEFF]$/;

export function dropHidden(text: string): string {
  return replaceFound(text, 'hidden-character', (character) =>
    droppable.test(character) ? '' : character,
  );
}

function replaceOddSpaces(text: string): string {
  return replaceFound(text, 'odd-space', () => ' ');
}

/** Replaces the single characters that the check reports under `rule`. */
function replaceFound(text: string, rule: string, replace: (character: string) => string): string {
  const source = createSourceText('', text);
  const found = new Set(
    findHiddenCharacters(source).flatMap((finding) =>
      finding.rule === rule ? `${finding.line}:${finding.column}` : [],
    ),
  );
  if (found.size === 0) return text;
  const at = (line: number, column: number) => found.has(`${line + 1}:${column + 1}`);
  return text
    .split('\n')
    .map((line, number) =>
      line.replace(/[^\n]/g, (character, column: number) =>
        at(number, column) ? replace(character) : character,
      ),
    )
    .join('\n');
}

/** The places of addresses: in Markdown links, and as the value of a field. */
const addresses = /(?<=\]\(|^\[[^\]]*\]:\s*|^\s*(?:- )?[a-z_]+:\s*["']?)https?:\/\/[^\s"'<>)]+/gm;

export function cleanAddresses(text: string): string {
  return text.replace(addresses, stripTracking);
}

/** Two spaces at the end of a line within a paragraph are a line break, and stay. */
function trimLines(text: string, kind: Kind): string {
  const pattern =
    kind === 'mdx' ? /(?<=\S)[ \t](?=\n|$)|[ \t]+(?=\n\s*\n|\s*$)|^[ \t]+(?=\n|$)/gm : /[ \t]+$/gm;
  return text.replace(pattern, '');
}
