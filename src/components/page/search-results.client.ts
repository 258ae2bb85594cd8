/**
 * The search itself. It narrows the list on the page: entries that fit stay, in the chosen order,
 * each with the words by which it was found. The address says what was searched for, so that a
 * search can be linked.
 */
import { plural } from '../../evidence/plural.ts';
import { splitWords } from '../../evidence/search-words.ts';
import {
  nameEntry,
  openSearch,
  searchFilters,
  searchKinds,
  type Answer,
  type Question,
  type SearchEntry,
  type SearchOrder,
} from '../../publish/search-engine.ts';
import type { SearchIndex } from '../../publish/search-index.ts';

/** An entry and its position on the page. */
type Shown = SearchEntry & {
  item: HTMLElement;
  section: HTMLElement;
  /** Its words on the page. */
  printed: string;
};

/** How many results of each kind are shown at first. */
const firstOfKind = 12;
/** Milliseconds from a key to the answer, about as long as between two keys. */
const pause = 160;
/** Half the length of an excerpt, in characters. */
const around = 90;

export async function startSearch(form: HTMLFormElement, status: HTMLElement): Promise<void> {
  status.textContent = 'Fetching the search …';
  const { index = '', stamp } = form.dataset;
  const response = await fetch(`${index}?${stamp}`);
  const read = (await response.json()) as SearchIndex;
  if (read.stamp !== stamp) throw new Error('The index belongs to another edition of this page.');
  const entries = listEntries(read);
  const sections = [...new Set(entries.map(({ section }) => section))];
  const ask = openSearch(entries);

  const fields = [...form.elements].filter(
    (field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement,
  );
  const asked = new URLSearchParams(location.search);
  for (const field of fields) if (asked.has(field.name)) field.value = asked.get(field.name) ?? '';

  const answer = () => {
    const given = new URLSearchParams(
      fields.flatMap(({ name, value }) => (value.trim() === '' ? [] : [[name, value.trim()]])),
    );
    history.replaceState(null, '', given.size > 0 ? `?${given}` : location.pathname);
    const question: Question = {
      words: given.get('q') ?? '',
      order: (given.get('order') ?? 'best') as SearchOrder,
    };
    for (const filter of searchFilters) question[filter] = given.get(filter) ?? '';
    const result = ask(question);
    const narrowed = [...given.keys()].some((name) => name !== 'q' && name !== 'order');
    const others =
      narrowed && result.wanted.length > 0 && result.found.length === 0
        ? ask({ words: question.words, order: question.order }).found.length
        : 0;
    const counts = sections.map((section) =>
      showSection(section, entries, result, given.size === 0),
    );
    status.textContent =
      given.has('q') && result.wanted.length === 0
        ? `No word and no number was asked for. ${sayFound(result, counts, entries.length, others)}`
        : sayFound(result, counts, entries.length, others);
  };
  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(answer, pause);
  });
  form.addEventListener('submit', () => {
    // A second answer would take the focus out of the list.
    clearTimeout(waiting);
    answer();
  });
  form.querySelector('[type="search"]')?.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'ArrowDown') moveTo(event, 0);
  });
  for (const { item } of entries)
    item.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const at = listShown().findIndex((link) => link === event.target);
      if (event.key === 'Escape' || (step === -1 && at === 0)) fields[0]?.focus();
      else if (step !== undefined && at !== -1) moveTo(event, at + step);
    });
  answer();
}

const listShown = () => [
  ...document.querySelectorAll<HTMLElement>(
    'section[data-kind]:not([hidden]) > ul > li:not([hidden]) a',
  ),
];

/** Moves the focus to one of the entries that are shown. */
function moveTo(event: Event, place: number): void {
  const link = listShown()[place];
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** The entries of the page, each with what the index, in the same order, adds to it. */
function listEntries(index: SearchIndex): Shown[] {
  const items = [...document.querySelectorAll<HTMLElement>('section[data-kind] > ul > li')];
  return items.map((item, at) => {
    const section = item.closest('section') ?? item;
    const link = item.querySelector('a');
    return {
      item,
      section,
      printed: item.textContent,
      kind: section.dataset.kind as SearchEntry['kind'],
      title: link?.textContent.trim() ?? '',
      names: nameEntry(
        link?.getAttribute('href') ?? '',
        item.querySelector('[data-tag]')?.textContent,
      ),
      values: index.values[at] || '',
      text: index.text[at] ?? '',
      standing: index.standing[at] || undefined,
      verdict: index.verdict[at] || undefined,
      publisher: index.publisher[at] || undefined,
      dates: (index.dates[at] || '').split(' ').filter(Boolean),
    };
  });
}

/**
 * Shows what was found in a section. Returns “Numbers 3”, or nothing if nothing was found in it.
 */
function showSection(
  section: HTMLElement,
  entries: readonly Shown[],
  { found, words }: Answer,
  whole: boolean,
): string {
  const own = found.flatMap((id) => {
    const entry = entries[id];
    return entry?.section === section ? [{ id, entry }] : [];
  });
  section.hidden = own.length === 0;
  const count = section.querySelector('h2 small');
  if (count) count.textContent = `${own.length}`;
  const link = document.querySelector<HTMLElement>(
    `#kinds li:has(a[href="#${section.dataset.kind}"])`,
  );
  if (link?.lastChild)
    [link.hidden, link.lastChild.textContent] = [own.length === 0, `\u00a0${own.length}`];
  section.querySelector('button')?.remove();
  section.querySelector('ul')?.replaceChildren(...own.map(({ entry }) => entry.item));
  for (const [at, { id, entry }] of own.entries()) {
    entry.item.hidden = !whole && at >= firstOfKind;
    entry.item.querySelector('.found-words')?.remove();
    const excerpt = makeExcerpt(entry, words.get(id) ?? new Set());
    if (excerpt) entry.item.firstElementChild?.append(excerpt);
  }
  if (!whole && own.length > firstOfKind)
    section.append(makeMore(own.map(({ entry }) => entry.item)));
  const [first] = own;
  return first ? `${searchKinds[first.entry.kind]} ${own.length}` : '';
}

/** Makes a button that shows the rest, and moves the focus to it. */
function makeMore(items: readonly HTMLElement[]): HTMLElement {
  const button = document.createElement('button');
  button.className = 'tool';
  button.type = 'button';
  button.textContent = `Show all ${items.length}`;
  button.addEventListener('click', () => {
    for (const item of items) item.hidden = false;
    button.remove();
    items[firstOfKind]?.querySelector('a')?.focus();
  });
  return button;
}

/** Copies the elements of an excerpt, whose look is in the template of the page. */
function copyExcerpt(): [HTMLElement, HTMLElement] {
  const { content } = document.querySelector('template') ?? document.createElement('template');
  const copy = (name: 'p' | 'mark') =>
    (content.querySelector(name) ?? document.createElement(name)).cloneNode() as HTMLElement;
  return [copy('p'), copy('mark')];
}

/**
 * Quotes the line with most of the words that were found, unless the entry prints all of them
 * anyway.
 */
function makeExcerpt(
  { printed, values, text }: Shown,
  found: ReadonlySet<string>,
): HTMLElement | undefined {
  const listHits = (line: string) => splitWords(line).filter(({ word }) => found.has(word));
  const count = (hits: { word: string }[]) => new Set(hits.map(({ word }) => word)).size;
  if (found.size === 0 || count(listHits(printed)) === found.size) return undefined;
  const lines = [values, ...text.split('\n')].map((written) => {
    const [, language, line = ''] = /^(?:([a-z]{2,3})\t)?(.*)$/.exec(written) ?? [];
    return { language, line, hits: listHits(line) };
  });
  const best = lines.reduce((one, other) => (count(other.hits) > count(one.hits) ? other : one));
  const [first] = best.hits;
  if (!first) return undefined;
  const [paragraph, emptyMark] = copyExcerpt();
  paragraph.dir = 'auto';
  if (best.language) paragraph.lang = best.language;
  const start = first.index > around ? best.line.lastIndexOf(' ', first.index - around / 2) + 1 : 0;
  const cut = best.line.indexOf(' ', Math.max(start + 2 * around, first.index + first.length));
  const end = cut === -1 ? best.line.length : cut;
  let at = start;
  if (start > 0) paragraph.append('… ');
  for (const { index, length } of best.hits.filter((hit) => hit.index + hit.length <= end)) {
    if (index < at) continue;
    const mark = emptyMark.cloneNode() as HTMLElement;
    mark.textContent = best.line.slice(index, index + length);
    paragraph.append(best.line.slice(at, index), mark);
    at = index + length;
  }
  paragraph.append(best.line.slice(at, end));
  if (end < best.line.length) paragraph.append(' …');
  return paragraph;
}

/** “14 found: Numbers 3, Claims 2.” If nothing fits, what else may find it. */
function sayFound(
  { found, fit, wanted }: Answer,
  counts: readonly string[],
  all: number,
  others: number,
): string {
  if (found.length === all) return `${plural(all, 'entry', 'entries')}.`;
  if (others > 0) return `Nothing found among these. Without the choices: ${others}.`;
  if (found.length === 0 && wanted.length === 0) return 'Nothing found. No entry fits all choices.';
  if (found.length === 0 && wanted.every((words) => words.every((word) => /^[#@]/.test(word))))
    return `Nothing found. No entry has this number or day${wanted.length > 1 ? ' with the others' : ''}.`;
  if (found.length === 0)
    return wanted.length > 1
      ? 'Nothing found. Fewer words find more.'
      : 'Nothing found. Another spelling, or the beginning of the word, may find it.';
  const lead = {
    all: `${found.length} found`,
    similar: 'Nothing has these words. With words written much like them',
    some: 'Nothing has all of these words. With some of them',
  }[fit];
  return `${lead}: ${counts.filter(Boolean).join(', ')}.`;
}
