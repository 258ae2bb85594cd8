/**
 * Signs of Markdown, of its relatives and of word processors that the site does not read, and what
 * to say about each.
 */
import type { Finding } from '../../schema/finding.ts';
import { tagFor } from '../../schema/author-tags.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';

export type Problem = Pick<Finding, 'message' | 'fix'>;

export type Unread = { pattern: RegExp; explain: (match: string) => Problem };

const printed = 'and would be printed as typed';

const unread = (pattern: RegExp, explain: Problem | ((match: string) => Problem)): Unread => ({
  pattern,
  explain: typeof explain === 'function' ? explain : () => explain,
});

/** Not read anywhere, neither in an article’s body nor in the texts of records. */
export const neverRead: Unread[] = [
  ...[/^:{2,}[ \t]*\w*.*/m, /(?<![\w:]):[a-z][\w-]*\[[^\]]*\]/].map((pattern) =>
    unread(pattern, {
      message: 'Blocks between colons are not read here, so this would be printed as typed.',
      fix: `Write <${tagFor.aside} title="…"> with its words and </${tagFor.aside}>, on lines of their own in an article; or take the colons out.`,
    }),
  ),
  ...[/^[!?]{3}\+?[ \t]+\w+.*/m, /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i].map((pattern) =>
    unread(pattern, {
      message: 'Notes are not begun like this here, so it would be printed as typed.',
      fix: `Write <${tagFor.aside} title="…"> with its words and </${tagFor.aside}>, on lines of their own in an article.`,
    }),
  ),
  unread(/^[ \t]*!?\[{1,2}_{0,2}toc_{0,2}\]{1,2}[ \t]*$/im, {
    message: 'The site makes the table of contents itself, so this would be printed as typed.',
    fix: 'Delete it.',
  }),
  unread(/!?\[\[(?!_{0,2}toc_{0,2}\]\])[^[\]\n]+\]\]/i, (link) => ({
    message: 'Links of this form are not read here, so this would be printed as typed.',
    fix: `Write [${/([^|[\]]+)\]\]$/.exec(link)?.[1] ?? 'words'}](address).`,
  })),
  unread(/\[\[(?![^[\]\n]+\]\])/, {
    message: 'Two brackets begin no link here, so they would be printed as typed.',
    fix: 'Write [words](address), or take them out.',
  }),
  unread(/\[\/?(?:b|i|u|s|url|img|quote|code|size|color|list)(?:=[^\]\n]*)?\](?![(:])/i, (tag) => ({
    message: `${tag} is not read here, ${printed}.`,
    fix: 'Write *words* for emphasis and [words](address) for a link.',
  })),
  unread(/^(?:h[1-6]|bq)\.[ \t]+\S/m, (mark) => ({
    message: `"${mark.slice(0, -1).trim()}" begins nothing here, ${printed}.`,
    fix: mark.startsWith('h') ? 'Write ## Heading' : 'Write > before the words of a quotation.',
  })),
  unread(/^={1,6}[ \t]+\S/m, {
    message: 'This sign makes no heading, so it would be printed as typed.',
    fix: 'Write ## Heading',
  }),
  unread(/^#{7,}(?=[ \t])/m, {
    message: 'A heading has at most six signs, so these are printed as they stand.',
    fix: 'Write ## Heading',
  }),
  unread(/^\.\.[ \t]+[\w-]+::.*/m, {
    message: 'Directives are not read here, so this would be printed as typed.',
    fix: 'Delete it.',
  }),
  ...[/%%[^%\n]*%%/, /^\/\/[ \t]+.*/m].map((pattern) =>
    unread(pattern, {
      message: 'This is no comment here: readers would see it.',
      fix: 'Delete it; notes to colleagues belong in the pull request.',
    }),
  ),
  unread(/(?<!\+)\+\+(?=\S)[^+\n]*\S\+\+(?!\+)|\^\^(?=\S)[^^\n]*\S\^\^|\|\|(?=\S)[^|\n]*\S\|\|/, {
    message: 'These signs have no effect here and would be printed as typed.',
    fix: 'Write *words* for emphasis.',
  }),
  unread(/==(?=\S)/, {
    message: 'These signs have no effect here and would be printed as typed.',
    fix: 'Write *words* for emphasis.',
  }),
  unread(/(?<![-<])(?:<?-{1,3}>|={1,2}>)/, {
    message: 'These signs do not become an arrow here and would be printed as typed.',
    fix: 'Say it in words, or write → for the sign itself.',
  }),
  unread(/(?<![\\\w:])\\[A-Za-z]+/, (command) => ({
    message: `${command} is not read here, ${printed}.`,
    fix: 'Delete it.',
  })),
  unread(/(?<![\w:/]|\]\s?\(|\w\()(?:num|source):[a-z\d][a-z\d/-]*/, (address) => ({
    message: 'This address has no link text, so it would be printed as typed.',
    fix: `Write [words](${address})`,
  })),
  unread(/\^\[/, {
    message: 'Inline notes are not read here, so it would be printed as typed.',
    fix: 'Write [^1] here, and [^1]: followed by the note on a line of its own.',
  }),
  unread(/(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])/, (name) => ({
    message: `Emoji codes are not read here, so ${name} would be printed as typed.`,
    fix: 'Delete it.',
  })),
  unread(/\$\$|\$[^\s\d$^_\\][^$\n^_\\]*[\^_\\][^$\n]*\$/, {
    message: 'Formulas are not read here, so this would be printed as typed.',
    fix: 'Say it in words.',
  }),
  unread(/(?<=\p{L}{3}|[.,;:!?)”’])[¹²³⁰⁴-⁹]+/u, {
    message: 'A raised digit is not a footnote: it is printed but leads nowhere.',
    fix: 'Write [^1] here, and [^1]: followed by the note on a line of its own; or delete it.',
  }),
];

/** Signs that remain in the words of an article’s body because their counterpart is missing. */
export const leftInBody: Unread[] = [
  unread(/(?<![\\*])\*+(?=[^\s*])|(?<=[^\s\\*])\*+/, {
    message:
      'This sign of emphasis is never closed, or never opened, so it would be printed as typed.',
    fix: 'Write *words* or **words**, the same signs on either side and no space inside them.',
  }),
  unread(/(?<!\\)`/, {
    message: 'This code mark is never closed, so it would be printed as typed.',
    fix: 'Delete it.',
  }),
  unread(/\[[^[\]\n]*\((?:num|source|https?):/, {
    message: 'This link lacks its closing square bracket, so it would be printed as typed.',
    fix: 'Write [words](address)',
  }),
  unread(/^#{1,6}(?=[^\s#])/m, {
    message: 'A heading needs a space after the #, so this would be printed as typed.',
    fix: 'Write ## Heading',
  }),
  unread(/<[ \t]+\/?[A-Z][a-z]+\b[^<>\n]*>/, (tag) => ({
    message:
      'There is a space between < and the name of the tag, so the tag would be printed as typed.',
    fix: `Write ${tag.replace(/^<[ \t]+/, '<')}`,
  })),
  unread(/^:[ \t]+\S/m, {
    message:
      'A colon at the beginning of a line does not make a list, so it would be printed as typed.',
    fix: 'Write - **Word:** what it means',
  }),
  unread(/^(?:-{2,}|={2,}|~{2,}|_{2,})[ \t]*$/m, {
    message: 'A line of signs parts nothing here, so it would be printed as typed.',
    fix: 'Delete it, or write --- with an empty line above and below it.',
  }),
  unread(/^\[[^\]\n]+\]:[ \t]/m, {
    message:
      'This begins neither a footnote nor an address for a link, so it would be printed as typed.',
    fix: 'Write [^1]: before a footnote, or take the signs out.',
  }),
  unread(/^\|.*\|[ \t]*$/m, {
    message: 'This is no table: a line of hyphens with as many columns is missing below its head.',
    fix: 'Write the head so:\n| Name | Number |\n| --- | --- |',
  }),
];

const isFreed = (tag: string) => new RegExp(`^</?${tagFor.freed}\\b`, 'i').test(tag);

/**
 * Further markup that texts of records do not read. Links, *emphasis* and <Plain> were removed
 * before.
 */
export const unreadInFields: Unread[] = [
  unread(/\]\s*\(/, {
    message:
      'The address of this link is empty, holds a space or is not closed, so the link would be printed as typed.',
    fix: 'Write [words](address), the address without spaces.',
  }),
  unread(/<\/?[A-Za-z][^<>]{0,80}>?/, (tag) => ({
    message: isFreed(tag)
      ? 'This tag is not opened and closed in the same text, so it would be printed as typed.'
      : `The only tag that works in this text is <${tagFor.freed}>, so ${/^<\/?\w+/.exec(tag)?.[0]}> would be printed as typed.`,
    fix: isFreed(tag) ? `Write <${tagFor.freed}>two</${tagFor.freed}>` : 'Delete the tag.',
  })),
  unread(
    /\*(?=\S)|(?<=\S)\*|__(?=\S)|(?<![\p{L}\p{N}_])_(?=[^\s_])[^_\n]*[^\s_]_(?![\p{L}\p{N}_])/u,
    {
      message: 'This sign of emphasis is not read here and would be printed as typed.',
      fix: 'Write *words* for emphasis, one sign on either side.',
    },
  ),
  unread(/&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);/i, (name) => ({
    message: `${name} is not read here, so it would be printed as typed.`,
    fix: 'Write the character itself.',
  })),
  unread(/`/, {
    message: 'Code marks are not read here, so they would be printed as typed.',
    fix: 'Delete them.',
  }),
  unread(/~~(?=\S)/, {
    message: 'These signs strike nothing out here and would be printed as typed.',
    fix: 'Delete them.',
  }),
  unread(/^(?:#{1,6}|>|[-+])[ \t]+\S/m, {
    message:
      'This text cannot have headings, lists or block quotations, so the sign would be printed as typed.',
    fix: 'Delete the sign.',
  }),
  unread(/!\[/, {
    message: 'A text outside an article’s body holds no pictures.',
    fix: 'Delete it.',
  }),
  unread(/\[\^[^\]\s]+\]/, {
    message: 'Only the body of an article can have footnotes.',
    fix: 'Say it in the text.',
  }),
];

/** Finds the first problem of each kind in a text, with its position. */
export function findUnread(
  text: string,
  kinds: readonly Unread[],
): (Problem & { index: number; written: string })[] {
  return kinds.flatMap(({ pattern, explain }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const written = match[0].trimEnd();
    return [{ index: match.index, written, ...explain(written) }];
  });
}

export type LineProblem = Problem & { line: number };

const bullet = /^[ \t]*[•◦▪‣·∙●○■□◆◇►▶➢➤→⇒✓✔✗✘❖⁃][ \t]*/;

const dash = /^[ \t]*[–—―][ \t]+/;

/** Signs that may begin a sentence, but begin a list if several lines have them. */
const doubtful = /^[ \t]*(?:[§¶†‡]|-(?=\S)|o[ \t]|[–—―][ \t]|[+](?=\p{L}))/u;

const lettered = /^[ \t]*(\(?)(?:[a-zA-Z]|[ivxIVX]{2,4}|\d{1,3})([.)])[ \t]+\S/;

/** Such a line below a list item, not indented further, was meant as the next item. */
const nextEntry = /^(?:[–—―]|-{2,3}|\d{1,3}[.)]|\(?[a-z]\))[ \t]+\S/;

/**
 * Finds lines that were a list or a table before they were pasted, and that Markdown reads as one
 * paragraph.
 */
export function findPasted(lines: readonly string[], isEntry = false): LineProblem | undefined {
  const list = (line: number, what: string): LineProblem => ({
    line,
    message: `${what} does not make a list, so its lines would run together into one paragraph.`,
    fix: 'Begin the line with a hyphen and a space, as in - Words',
  });
  const at = (test: (line: string) => boolean) => lines.findIndex(test);
  const next = isEntry ? lines.findIndex((line, index) => index > 0 && nextEntry.test(line)) : -1;
  if (next !== -1) return list(next, 'This sign');
  const times = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  const bulleted = at((line) => bullet.test(line));
  if (bulleted !== -1) return list(bulleted, 'This sign');
  if (dash.test(lines[0] ?? '') || /^[ \t]*(?:o\t|-(?=\p{L}))/u.test(lines[0] ?? ''))
    return list(0, 'This sign');
  if (times(doubtful) > 1)
    return list(
      at((line) => doubtful.test(line)),
      'This sign',
    );
  const [, open = '', close = ''] = lettered.exec(lines[0] ?? '') ?? [];
  const alike = lines.filter((line) => {
    const [, before = '', behind = ''] = lettered.exec(line) ?? [];
    return behind !== '' && before === open && behind === close;
  });
  if (close !== '' && alike.length > 1) return list(0, 'This number or letter');
  const table: Problem = {
    message: 'This was a table, and its columns would run together into one paragraph.',
    fix: 'Write its head so, and a line for each row below it:\n| Name | Number |\n| --- | --- |',
  };
  if (times(/^[+|][-=+|: ]{3,}[+|][ \t]*$/) > 0)
    return { line: at((line) => /^[+|][-=+|: ]{3,}[+|][ \t]*$/.test(line)), ...table };
  if (times(/\S\t+\S/) > 0) return { line: at((line) => /\S\t+\S/.test(line)), ...table };
  for (const columns of [/\S {3,}\S/, /^[^|]*\S[ \t]+\|[ \t]+\S/])
    if (times(columns) > 1) return { line: at((line) => columns.test(line)), ...table };
  return undefined;
}

/** A finding on markup that is not read. */
export const refuseMarkup = (source: SourceText, span: Span, { message, fix }: Problem) =>
  createFinding(source, span, { rule: 'text-markup', level: 'error', message, fix });

/** Takes the place of a sign that is read, so that the other words keep their positions. */
export const filler = '·';
