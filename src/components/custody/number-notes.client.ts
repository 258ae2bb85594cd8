/**
 * A note for each number of an article: beside it when a pointer hovers or the keyboard focuses it,
 * as a dialog when a finger taps it. The table at the end of the article already says the same.
 * Without this script the link leads to the record. The script also opens that table for printing,
 * and for a link into it in browsers that do not, and keeps all evidence shown.
 */
import styles from './number-notes.css?inline';

const table = document.querySelector<HTMLTableElement>('.article table.numbers-table');
const numbers = document.querySelectorAll<HTMLAnchorElement>('.article a.number');
const evidence = document.querySelector<HTMLDetailsElement>('details.evidence');

/**
 * Rows of the table by the address that they link to. Empty in a browser that cannot show a note
 * properly.
 */
const rows = new Map<string, HTMLTableRowElement>();
for (const row of 'adoptedStyleSheets' in document ? (table?.tBodies[0]?.rows ?? []) : []) {
  const link = row.querySelector('a');
  if (link) rows.set(link.href, row);
}

function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/**
 * The row of a number: tag and standing, the value large, what it counts, and the words that print
 * it.
 */
function makeFacts(link: HTMLAnchorElement, row: HTMLTableRowElement): Node[] {
  const [tag, value, counts, printed, standing] = [...row.cells];
  const say = (cell?: HTMLElement) => cell?.textContent.trim() ?? '';
  const ring = link.querySelector('.standing-ring')?.cloneNode(true) ?? '';
  return [
    make('p', 'note-evidence', ring, `${say(tag)} ${say(standing)}`),
    make('p', 'note-value', say(value)),
    make('p', '', say(counts)),
    make('div', 'note-words', ...(printed?.cloneNode(true).childNodes ?? [])),
  ];
}

/** The absolute address of the statement, to be copied with the number. */
const sayAddress = ({ href }: HTMLAnchorElement) => decodeURI(href);

const card = make('div', 'record-card');
card.id = 'record-card';
card.setAttribute('role', 'tooltip');
card.hidden = true;

const dialog = document.createElement('dialog');
dialog.className = 'record-dialog';
dialog.setAttribute('aria-label', 'About this number');

let shown: HTMLAnchorElement | undefined;
let closing = 0;
/**
 * After Escape nothing opens by itself until the pointer moves, even if the card had covered
 * another number.
 */
let dismissed = false;

function showCard(link: HTMLAnchorElement, row: HTMLTableRowElement): void {
  clearTimeout(closing);
  if (shown === link) return;
  hideCard();
  shown = link;
  const address = make('p', 'note-address', sayAddress(link));
  // Hidden from screen readers, which have just read the link to it.
  address.ariaHidden = 'true';
  card.replaceChildren(...makeFacts(link, row), address);
  card.hidden = false;
  link.setAttribute('aria-describedby', card.id);
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const left = Math.max(
    8,
    Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8),
  );
  const below = box.bottom + card.offsetHeight + 12 < window.innerHeight;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + window.scrollY}px`;
}

function hideCard(): void {
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  card.hidden = true;
}

/** Milliseconds, long enough for the pointer to reach the card. */
const leaveDelay = 200;
const hideSoon = () => {
  closing = window.setTimeout(hideCard, leaveDelay);
};

function showDialog(link: HTMLAnchorElement, row: HTMLTableRowElement): void {
  const open = make('a', 'button', 'Open record') as HTMLAnchorElement;
  open.href = link.href;
  const close = make('button', 'button', 'Close');
  close.addEventListener('click', () => {
    dialog.close();
  });
  const address = make('a', '', sayAddress(link)) as HTMLAnchorElement;
  address.href = link.href;
  dialog.replaceChildren(
    ...makeFacts(link, row),
    make('p', 'note-address', address),
    make('p', 'note-actions', open, close),
  );
  dialog.showModal();
}

const canHover = window.matchMedia('(hover: hover)');

for (const link of numbers) {
  const row = rows.get(link.href);
  if (!row) continue;
  link.addEventListener('pointerenter', (event) => {
    if (event.pointerType === 'mouse' && !dismissed) showCard(link, row);
  });
  link.addEventListener('pointerleave', hideSoon);
  link.addEventListener('focus', () => {
    if (link.matches(':focus-visible')) showCard(link, row);
  });
  link.addEventListener('blur', hideCard);
  link.addEventListener('click', (event) => {
    const unmodified = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.detail > 0;
    if (!unmodified || canHover.matches) return;
    event.preventDefault();
    showDialog(link, row);
  });
}

if (rows.size > 0) {
  const look = new CSSStyleSheet();
  look.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];
  document.body.append(card, dialog);
  card.addEventListener('pointerenter', () => {
    clearTimeout(closing);
  });
  card.addEventListener('pointerleave', hideSoon);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    dismissed = !card.hidden;
    hideCard();
  });
  document.addEventListener('pointermove', (event) => {
    if (event.movementX !== 0 || event.movementY !== 0) dismissed = false;
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** Opens the evidence if the address names a place in it. */
function openForAddress(): void {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!evidence || evidence.open || !place || !evidence.contains(place)) return;
  evidence.open = true;
  place.scrollIntoView();
}
openForAddress();

/**
 * All evidence stays visible when the reader goes to another place in the article, until it is
 * hidden.
 */
const article = document.querySelector<HTMLElement>('#all-evidence');
addEventListener('hashchange', ({ oldURL }) => {
  openForAddress();
  if (oldURL.endsWith('#all-evidence')) article?.setAttribute('data-shown', '');
  if (location.hash === '#main' || location.hash === '') article?.removeAttribute('data-shown');
});

/** Whether it was opened only for printing. */
let printing = false;
addEventListener('beforeprint', () => {
  if (!evidence || evidence.open) return;
  printing = evidence.open = true;
});
addEventListener('afterprint', () => {
  if (evidence && printing) printing = evidence.open = false;
});
