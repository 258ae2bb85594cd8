/**
 * A page for the desk, with headings, lists and tables, printed as Markdown and as HTML
 * with the same content. Its words are plain text; anything in them that looks like markup is
 * printed unchanged.
 */
import { escapeMarkup } from '../../publish/escape-markup.ts';

export type Run = {
  text: string;
  /** Linked if it is a web address, otherwise printed as text. */
  href?: string | undefined;
  /**
   * strong: must be noticed. code: an id or the name of a file. old, new: removed and added words.
   */
  as?: 'strong' | 'code' | 'old' | 'new';
};

/** A line break in a text starts a new line. */
export type Words = string | Run | (string | Run)[];

export type Block =
  | { kind: 'heading'; text: string; level?: 2 | 3 }
  | { kind: 'text'; words: Words }
  | { kind: 'list'; items: Words[] }
  | { kind: 'table'; head: string[]; rows: Words[][] };

export type DeskPage = { title: string; blocks: Block[] };

export const heading = (text: string, level: 2 | 3 = 2): Block => ({
  kind: 'heading',
  text,
  level,
});
export const paragraph = (words: Words): Block => ({ kind: 'text', words });
export const code = (text: string): Run => ({ text, as: 'code' });
export const strong = (text: string): Run => ({ text, as: 'strong' });

/**
 * A table, or a sentence that says that there is nothing to list. Columns in which every row is
 * empty are left out.
 */
export function tabulateOr(nothing: string, head: string[], rows: Words[][]): Block {
  if (rows.length === 0) return paragraph(nothing);
  const kept = head.flatMap((_, column) =>
    rows.some((row) => toText(row[column] ?? '') !== '') ? [column] : [],
  );
  return {
    kind: 'table',
    head: kept.map((column) => head[column] ?? ''),
    rows: rows.map((row) => kept.map((column) => row[column] ?? '')),
  };
}

const toRuns = (words: Words): Run[] =>
  [words].flat().map((run) => (typeof run === 'string' ? { text: run } : run));
const toText = (words: Words): string =>
  toRuns(words)
    .map((run) => run.text)
    .join('');

/** GitHub's Markdown, with a closing line break. */
export function formatPageMarkdown({ title, blocks }: DeskPage): string {
  return `${[`# ${toMarkdown(title)}`, ...blocks.map(formatBlock)].join('\n\n')}\n`;
}

function formatBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 2)} ${toMarkdown(block.text)}`;
    case 'text':
      return toMarkdown(block.words);
    case 'list':
      return block.items.map((item) => `- ${toMarkdown(item)}`).join('\n');
    case 'table': {
      const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
      return [
        row(block.head.map(toMarkdown)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(toMarkdown))),
      ].join('\n');
    }
  }
}

function toMarkdown(words: Words): string {
  const printed = toRuns(words).map((run) => {
    if (run.text === '') return '';
    const text = run.as === 'code' ? quoteCode(run.text) : escapeMarkdown(run.text);
    const marked =
      run.as === 'strong' || run.as === 'new'
        ? `**${text}**`
        : run.as === 'old'
          ? `~~${text}~~`
          : text;
    return isWebAddress(run.href) ? `[${marked}](<${encodeURI(decodeSafely(run.href))}>)` : marked;
  });
  // The beginning of a line could be read as a heading or a list.
  return printed
    .join('')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** A dollar sign begins a formula on GitHub. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n+/g, '<br>')
    .replace(/[\t\r ]+/g, ' ');
}

function quoteCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}${pad}${fence}`;
}

function isWebAddress(href: string | undefined): href is string {
  return href !== undefined && /^https?:\/\/[^\s]+$/.test(href);
}

/** Decodes first, so that an address is not encoded twice. */
function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Prints one file without other resources, which can be opened from a folder and printed on A4. */
export function formatPageHtml({ title, blocks }: DeskPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>
${style}</style>
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
${blocks.map(printBlock).join('\n')}
</body>
</html>
`;
}

const style = `:root { color-scheme: light dark; }
body { max-width: 84rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.45 Georgia, serif; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; }
h2 { margin-top: 2.5rem; border-top: 2px solid; padding-top: 0.5rem; }
p, li { max-width: 44rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { border: 1px solid GrayText; padding: 0.3rem 0.45rem; text-align: left; vertical-align: top; min-width: 2.2rem; }
td a, code { overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
code { font-size: 0.85em; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { margin: 0; padding: 0; font-size: 9pt; line-height: 1.3; }
  table { font-size: 8pt; }
  .scroll { overflow: visible; }
  a { color: inherit; }
}
`;

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const name = `h${block.level ?? 2}`;
      return `<${name}>${escapeMarkup(block.text)}</${name}>`;
    }
    case 'text':
      return `<p>${printWords(block.words)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${printWords(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${escapeMarkup(cell)}</th>`).join('');
      const rows = block.rows.map(
        (cells) => `<tr>${cells.map((cell) => `<td>${printWords(cell)}</td>`).join('')}</tr>`,
      );
      return `<div class="scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
    }
  }
}

const elements = { strong: 'strong', code: 'code', old: 'del', new: 'ins' };

function printWords(words: Words): string {
  return toRuns(words)
    .map(({ text, as, href }) => {
      const printed = escapeMarkup(text).replace(/\n+/g, '<br>');
      const marked = as ? `<${elements[as]}>${printed}</${elements[as]}>` : printed;
      return isWebAddress(href)
        ? `<a href="${escapeMarkup(href)}" rel="noreferrer">${marked}</a>`
        : marked;
    })
    .join('');
}
