/**
 * The page of an article as one file that needs nothing else: it opens from a memory stick without
 * a network. It is made from the published page, so that it says the same.
 */
import { parse, type HTMLElement } from 'node-html-parser';
import { escapeMarkup } from './escape-markup.ts';

export type OneFile = {
  /** The page, with its styles. */
  page: string;
  /** The print stylesheet. */
  paper: string;
  /** The full address of a path inside the site; undefined if the site has no address. */
  locate: (address: string) => string | undefined;
  /** The bytes of a picture of the site, as a data: address. */
  embed: (address: string) => string;
  /** Returns the content security policy of a file with these styles. */
  guard: (styles: readonly string[]) => string;
  /**
   * Sentences in plain text for the head and the end of the file: what it is, where it is from, its
   * terms.
   */
  head: string;
  about: readonly string[];
  /** Sources that only the pages of the numbers name, each in one line. */
  further: readonly string[];
};

/** Elements of the head that describe the file. They stay. */
const kept =
  'meta[charset], meta[name="referrer"], meta[name="viewport"], meta[name="color-scheme"], title, meta[name="description"], meta[name="author"], link[rel="canonical"], meta[property^="article:"], meta[name^="citation_"]';

export function formatOneFile(file: OneFile): string {
  const { paper, locate, embed, guard } = file;
  const html = parse(file.page, { comment: false });
  const main = html.querySelector('main');
  const css = html.querySelector('style')?.text;
  if (!main || css === undefined) throw new Error('The page has no text or no rules.');
  for (const element of main.querySelectorAll('script, source')) element.remove();
  for (const element of main.querySelectorAll('details')) element.setAttribute('open', '');
  nameRows(main);
  const drawn = new Set(main.querySelectorAll('svg a[href]'));
  for (const link of main.querySelectorAll('a[href]'))
    resolve(link, drawn.has(link) ? 'g' : 'span', locate);
  for (const element of main.querySelectorAll('img[src]'))
    element.setAttribute('src', embed(element.getAttribute('src') ?? ''));
  addWords(main, file);
  const screen = dropFonts(css);
  const head = html.querySelectorAll(kept).map((element) => element.toString());
  // Without an icon, browsers ask the host for one, which the policy forbids.
  const icon = html.querySelector('link[rel="icon"]')?.getAttribute('href');
  if (icon) head.push(`<link rel="icon" href="${embed(icon)}">`);
  const foot = html.querySelector('html')?.getAttribute('data-foot') ?? '';
  return (
    `<!DOCTYPE html><html lang="en" data-foot="${escapeMarkup(foot)}"><head>` +
    `<meta http-equiv="Content-Security-Policy" content="${guard([screen, paper])}">` +
    `${head.join('')}<style>${screen}</style><style media="print">${paper}</style></head><body>` +
    `${main.toString()}</body></html>\n`
  );
}

/** Gives an added element the classes of a similar one on the page. */
const copyClass = (like?: HTMLElement | null) =>
  like?.classNames ? ` class="${like.classNames}"` : '';

/** Adds what the page itself need not say, but a file that is passed on must. */
function addWords(main: HTMLElement, { head, about, further }: OneFile): void {
  const say = (tag: string, line: string) => `<${tag}>${linkAddresses(line)}</${tag}>`;
  main.insertAdjacentHTML(
    'afterbegin',
    `<div class="page"><p class="count-note">${linkAddresses(head)}</p></div>`,
  );
  const list = main.querySelector('.source-list');
  const heading = list?.parentNode?.querySelector('h3');
  if (further.length > 0)
    list?.insertAdjacentHTML(
      'afterend',
      `<h3${copyClass(heading)}>Further sources behind the numbers</h3><ol${copyClass(list)}>${further.map((line) => say('li', line)).join('')}</ol>`,
    );
  main
    .querySelector('.article-end')
    ?.insertAdjacentHTML(
      'beforeend',
      `<section class="closing" aria-labelledby="this-file"><h2 id="this-file">This file</h2><ul>${about.map((line) => say('li', line)).join('')}</ul></section>`,
    );
}

/**
 * Links each number of the text to its row in the table of the file. The row gives the words of the
 * source, who said them, and how well the number is supported, and links to its record.
 */
function nameRows(main: HTMLElement): void {
  const rows = new Map<string, string>();
  for (const [index, row] of main.querySelectorAll('.numbers-table tbody tr').entries()) {
    const record = row.querySelector('a[href]')?.getAttribute('href');
    if (record === undefined || rows.has(record)) continue;
    rows.set(record, `number-${index + 1}`);
    row.setAttribute('id', `number-${index + 1}`);
  }
  for (const number of main.querySelectorAll('a.number')) {
    const row = rows.get(number.getAttribute('href') ?? '');
    if (row !== undefined) number.setAttribute('href', `#${row}`);
  }
}

/** Attributes that only a link may have. */
const ofLinks = ['href', 'aria-label', 'download', 'hreflang', 'rel', 'target', 'type'];

/**
 * Makes the address absolute. If the site has no address, the link becomes `plain`, an element
 * without one.
 */
function resolve(link: HTMLElement, plain: 'g' | 'span', locate: OneFile['locate']): void {
  const address = link.getAttribute('href') ?? '';
  if (!address.startsWith('/')) return;
  const whole = locate(address);
  if (whole !== undefined) {
    link.setAttribute('href', whole);
    return;
  }
  link.rawTagName = plain;
  for (const name of ofLinks) link.removeAttribute(name);
}

/**
 * Drops our fonts, which would weigh more than the text. The fallbacks from the machine have the
 * same measures.
 */
const dropFonts = (css: string) => css.replace(/@font-face\{[^}]*url\([^}]*\}/g, '');

const linkAddresses = (line: string) =>
  escapeMarkup(line).replace(
    /https?:\/\/[^\s()]*[^\s().,]/g,
    (address) => `<a href="${address}">${address}</a>`,
  );
