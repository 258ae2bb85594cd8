/**
 * Shows the findings of the check while an editor works: a bar above the page, each finding below
 * the paragraph it is about, and the words it points at underlined. Runs only under `npm run dev`:
 * see show-findings.ts.
 */
import { findingsPath, type PageFindings, type ShownFinding } from './page-findings.ts';
import './findings-panel.client.css';

const failed = document.documentElement.dataset.desk === 'failed';

function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

/**
 * Prints the finding with its place, a button that opens the file in the editor's program if the
 * server knows it.
 */
function print({ file, line, column, level, rule, message, fix }: ShownFinding): HTMLElement {
  const place = make('button', 'desk-place', `${file}:${line}:${column}`);
  place.title = 'Open in your editor';
  place.addEventListener(
    'click',
    () => void fetch(`/__open-in-editor?file=${encodeURIComponent(`${file}:${line}:${column}`)}`),
  );
  return make(
    'div',
    `desk-finding desk-${level}`,
    make('b', '', `${level}: `),
    `${message} `,
    make('i', '', fix),
    make('p', 'desk-where', place, ` ${rule}`),
  );
}

const count = (findings: ShownFinding[], level: ShownFinding['level']) => {
  const number = findings.filter((finding) => finding.level === level).length;
  return `${number} ${level}${number === 1 ? '' : 's'}`;
};

/** A list that is open if it is about this page. */
function printList(title: string, findings: ShownFinding[], open: boolean): HTMLElement[] {
  if (findings.length === 0) return [];
  const list = make('details', 'desk-list', make('summary', '', title), ...findings.map(print));
  (list as HTMLDetailsElement).open = open;
  return [list];
}

/** Finds the last paragraph, heading, item or table row that begins at or before the line. */
function findBlock(line: number): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-line]')]
    .filter((block) => Number(block.dataset.line) <= line)
    .at(-1);
}

/** Puts the finding below its paragraph, or below the table that it is in. */
function place(finding: ShownFinding): boolean {
  const block = findBlock(finding.line);
  const outer = block?.closest<HTMLElement>('.table-scroll, blockquote') ?? block;
  if (!block || !outer) return false;
  underline(block, finding.words);
  let last: Element = outer;
  while (last.nextElementSibling?.classList.contains('desk-finding'))
    last = last.nextElementSibling;
  const box = print(finding);
  if (outer.tagName === 'LI') outer.append(box);
  else last.after(box);
  return true;
}

/** Replaces typographic marks with those that are typed, one for one. */
const unset = (text: string) =>
  text.replace(/\s/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/–/g, '-');

/** Marks the first occurrence of the words in running text. */
function underline(block: Element, written: string): void {
  const words = unset(written.replace(/\s+/g, ' ').trim());
  if (words.length < 1 || words.length > 300) return;
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const text = unset(node.nodeValue ?? '');
    const at = text.indexOf(words);
    if (at === -1 || node.parentElement?.closest('.desk-finding, .desk-words')) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    range.surroundContents(make('span', 'desk-words'));
    return;
  }
}

function clear(): void {
  for (const shown of document.querySelectorAll('.desk-bar, .desk-finding')) shown.remove();
  for (const words of document.querySelectorAll('.desk-words'))
    words.replaceWith(...words.childNodes);
}

async function show(): Promise<void> {
  const address = location.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, '').length);
  const answer = await fetch(`${findingsPath}?page=${encodeURIComponent(address)}`);
  const { own, others, file } = (await answer.json()) as PageFindings;
  clear();
  const main = document.querySelector('main') ?? document.body;
  const left = own.filter((finding) => {
    if (finding.file === file && !failed && place(finding)) return false;
    if (!failed) underline(main, finding.words);
    return true;
  });
  const all = [...own, ...others];
  const title =
    all.length === 0
      ? 'The check finds nothing.'
      : `${count(all, 'error')}, ${count(all, 'warning')}`;
  const placed = own.length - left.length;
  const bar = make(
    'aside',
    'desk-bar',
    make('p', 'desk-title', title, placed > 0 ? `; ${placed} of them below, beside the text` : ''),
    ...printList('On this page', left, true),
    ...printList('Elsewhere', others, failed && left.length === 0),
  );
  bar.setAttribute('aria-label', 'What the check finds');
  if (failed) main.append(bar);
  else document.body.prepend(bar);
}

import.meta.hot?.on('desk:findings', () => {
  if (failed) location.reload();
  else void show();
});
void show();
