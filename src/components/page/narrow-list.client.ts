/**
 * Sorts and narrows the list of a page by what its rows print. In any order but the page’s own, all
 * rows are in one list, each with the name of its group. The address says what was chosen, so that
 * it can be linked. Without this script the whole list is shown.
 */
import { readLargestPrinted } from '../../evidence/largest-printed.ts';
import { plural } from '../../evidence/plural.ts';

type Row = {
  item: HTMLElement;
  /** Its position in the order of the page. */
  home: HTMLElement;
  section: HTMLElement;
  group: string;
  /** Its printed words, in the form in which they are compared. Made when they are asked for. */
  readonly words: string;
  /** The element with its name; in a list of all rows the name of its group follows. */
  name: Element;
  label: HTMLElement;
  title: string;
  publisher: string;
  /** The day by which it is sorted, then further years. */
  dates: readonly string[];
  /** Not a number if none is printed. Made when it is asked for. */
  readonly value: number;
};

/** Milliseconds from a key to the change, so that the list does not change while a reader types. */
const pause = 160;
const text = (node: Node | null | undefined) => node?.textContent?.trim() ?? '';
/** Lower case without accents; digits without separators of thousands. */
const fold = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\d)[,\s](?=\d{3})/g, '$1')
    .toLowerCase();
/** The attribute of a row, or of the group that it is in. */
const say = (item: HTMLElement, fact: string) =>
  item.closest(`main [data-${fact}]`)?.getAttribute(`data-${fact}`) ?? '';

function readRow(item: HTMLElement): Row {
  const section = item.closest('section') ?? item;
  const group = text(section.querySelector('h2')?.firstChild);
  const label = document.createElement('p');
  label.className = 'fine';
  label.textContent = group;
  let words: string | undefined;
  let value: number | undefined;
  return {
    item,
    home: item.parentElement ?? section,
    section,
    group,
    get words() {
      return (words ??= fold(`${group} ${item.textContent}`));
    },
    name: item.querySelector('[data-name], .kind') ?? item.firstElementChild ?? item,
    label,
    title: text(item.querySelector('[data-name]') ?? item.querySelector('a')),
    publisher: text(item.querySelector('.kind')?.firstChild) || group,
    dates: (item.querySelector('time')?.dateTime ?? say(item, 'dates')).split(' '),
    get value() {
      return (value ??= Number(
        item.dataset.value ?? readLargestPrinted(text(item.querySelector('.value'))),
      ));
    },
  };
}

let collator: Intl.Collator | undefined;
/** The order of names. A collator is made when a reader sorts: on a slow phone it takes 50 ms. */
const compare = (a: string, b: string) =>
  (collator ??= new Intl.Collator('en', { numeric: true, ignorePunctuation: true })).compare(a, b);
/** Rows without a value to sort by are last. */
const last = (a: boolean, b: boolean, order: number) => Number(a) - Number(b) || order;
const byDay = (a: Row, b: Row, sign: number) => {
  const [one = '', other = ''] = [a.dates[0], b.dates[0]];
  return last(!one, !other, compare(one, other) * sign);
};
const byValue = (a: Row, b: Row, sign: number) =>
  last(isNaN(a.value), isNaN(b.value), (a.value - b.value) * sign || 0);
const orders: Record<string, (a: Row, b: Row) => number> = {
  name: (a, b) => compare(a.title, b.title),
  publisher: (a, b) => compare(a.publisher, b.publisher),
  newest: (a, b) => byDay(a, b, -1),
  oldest: (a, b) => byDay(a, b, 1),
  largest: (a, b) => byValue(a, b, -1),
  smallest: (a, b) => byValue(a, b, 1),
};

/** Compares rows by the position of a fact among the choices of its field. */
function byChoice(form: HTMLFormElement, fact: string): (a: Row, b: Row) => number {
  const choices = [...form.querySelectorAll(`[name="${fact}"] option, [name="${fact}"]`)].map(
    (choice) => choice.getAttribute('value'),
  );
  const place = ({ item }: Row) => choices.indexOf(say(item, fact));
  return (a, b) => place(a) - place(b);
}

/** The values of a row for a fact: one or, for years, several. */
function listFacts(row: Row, fact: string): readonly string[] {
  if (fact === 'year') return row.dates.map((date) => date.slice(0, 4)).filter(Boolean);
  return [fact === 'publisher' || fact === 'group' ? row[fact] : say(row.item, fact)];
}

function fits(row: Row, field: string, value: string): boolean {
  if (field === 'order') return true;
  if (field !== 'words') return listFacts(row, field).includes(value);
  return fold(value)
    .split(/\s+/)
    .every((word) => row.words.includes(word));
}

/**
 * Makes a section for all rows: copies of the first heading, and of its list or table without rows.
 */
function makeWhole({ section: first, home }: Row) {
  const section = document.createElement('section');
  const heading = first.querySelector('h2')?.cloneNode(true) as HTMLElement;
  heading.removeAttribute('id');
  const table = home.closest('table');
  const copy = (table ?? home).cloneNode(table !== null) as HTMLElement;
  const list = copy.querySelector('tbody') ?? copy;
  list.replaceChildren();
  section.append(heading, copy);
  return { section, list, heading };
}

/**
 * Prints how many rows are shown: in a heading, beside the link to it and above each of its years.
 */
function tellGroup(section: HTMLElement, rows: readonly Row[], narrowed: boolean): void {
  section.hidden = rows.length === 0;
  const heading = section.querySelector('h2');
  const setCount = (place: Element | null | undefined, shown: readonly Row[]) => {
    const count = place?.querySelector('small');
    if (count) count.textContent = `${shown.length}`;
  };
  setCount(heading, rows);
  const way = heading?.id && document.querySelector(`main a[href="#${heading.id}"]`)?.parentElement;
  if (way && way.lastChild) {
    way.hidden = section.hidden;
    way.lastChild.textContent = `\u00a0${rows.length}`;
  }
  for (const year of section.querySelectorAll('h3')) {
    const own = rows.filter(({ home }) => home === year.nextElementSibling);
    year.hidden = own.length === 0;
    setCount(year, own);
  }
  // Hidden when the list is narrowed, because they count the whole group.
  for (const counts of section.querySelectorAll<HTMLElement>('.byline')) counts.hidden = narrowed;
}

/** The rows of the page, read when a reader narrows or sorts for the first time. */
function readList([first, ...others]: readonly [HTMLElement, ...HTMLElement[]]) {
  const rows = [readRow(first), ...others.map(readRow)] as const;
  return { rows, sections: new Set(rows.map(({ section }) => section)), whole: makeWhole(rows[0]) };
}

function start(
  form: HTMLFormElement,
  status: HTMLElement,
  items: readonly [HTMLElement, ...HTMLElement[]],
): void {
  const order = form.elements.namedItem('order') as HTMLSelectElement;
  let list: ReturnType<typeof readList> | undefined;

  const answer = () => {
    const { rows, sections, whole } = (list ??= readList(items));
    const asked = [...new FormData(form)]
      .map(([field, value]): [string, string] => [field, (value as string).trim()])
      .filter(([, value]) => value !== '');
    const address = asked.length > 0 ? `?${new URLSearchParams(asked)}` : location.pathname;
    history.replaceState(null, '', address);

    const sort = order.value && (orders[order.value] ?? byChoice(form, order.value));
    if (sort) rows[0].section.before(whole.section);
    const sorted = sort ? [...rows].sort(sort) : rows;
    const found = sorted.filter((row) => asked.every((pair) => fits(row, ...pair)));
    for (const { item, label, name, home } of sorted) {
      item.hidden = true;
      (sort ? whole.list : home).append(item);
      if (sort) name.append(label);
      else label.remove();
    }
    for (const { item } of found) item.hidden = false;
    if (!sort) whole.section.remove();
    for (const section of sections)
      tellGroup(
        section,
        sort ? [] : found.filter((row) => row.section === section),
        found.length < rows.length,
      );
    const [title] = order.selectedOptions;
    whole.section.hidden = found.length === 0;
    whole.heading.textContent = text(title);
    status.textContent = [
      ...(found.length < rows.length ? [`${found.length || 'None'} of `] : []),
      `${plural(rows.length, form.dataset.one ?? '', form.dataset.many)}.`,
      ...(sort ? [` ${text(title)}.`] : []),
    ].join('');
  };

  let waiting = 0;
  form.addEventListener('input', ({ target }) => {
    clearTimeout(waiting);
    waiting = window.setTimeout(
      answer,
      (target as HTMLElement).matches('[type=search]') ? pause : 0,
    );
  });
  // After the browser has emptied the fields.
  form.addEventListener('reset', () => setTimeout(answer));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    answer();
  });
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
    if (field) field.value = value;
  }
  if (location.search) answer();
}

const form = document.querySelector<HTMLFormElement>('form.narrow');
const status = document.querySelector<HTMLElement>('#shown');
const [first, ...others] = document.querySelectorAll<HTMLElement>(
  'main section li.source-row, main section tbody tr',
);
if (form && status && first) start(form, status, [first, ...others]);
