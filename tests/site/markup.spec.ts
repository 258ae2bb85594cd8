import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parse, type HTMLElement } from 'node-html-parser';
import { inLanguage } from '../../src/evidence/language.ts';
import { cutAtLanguages, listKeptWords } from '../../src/library/texts/foreign-words.ts';
import { readContent } from '../../src/library/read-content.ts';
import { longestDescription, longestTitle } from '../../src/site/page-head.ts';
import { listWaits } from './choose-pages.ts';
import {
  askedFirst,
  askedLater,
  distFolder,
  listPages,
  oneOfEach,
  readPage,
  toAddress,
  openPage,
} from './site-pages.ts';

/** Opens every page. */
function* openPages(): Generator<{ file: string; page: HTMLElement }> {
  for (const file of listPages()) yield { file, page: openPage(file) };
}

const words = (element: HTMLElement | null | undefined) =>
  element?.text.replace(/\s+/g, ' ').trim() ?? '';

/** Lists invalid HTML in these pages. */
async function findInvalid(files: readonly string[]): Promise<string[]> {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const faults: string[] = [];
  for (const file of files) {
    const { results } = await validator.validateFile(`${distFolder}/${file}`);
    for (const { messages } of results)
      for (const { ruleId, message, line } of messages)
        faults.push(`${file}:${line} ${ruleId}: ${message}`);
  }
  return faults;
}

test('one of each is a page of every make, but for those of text alone', () => {
  const makeOf = (address: string) => address.replace(/^(\/[^/]+\/).+$/, '$1*');
  const makes = new Set([...oneOfEach].map(makeOf));
  const others = new Set(
    listPages()
      .map((file) => makeOf(toAddress(file)))
      .filter((make) => !makes.has(make)),
  );
  // The methodology represents them.
  expect([...others].sort()).toEqual(['/about/', '/accessibility/', '/privacy/']);
});

test('each element and class of a page that shows is on one of those that are asked first', () => {
  const waits = new Set(
    listPages().flatMap((file) => [...listWaits(readFileSync(join(distFolder, file), 'utf8'))]),
  );
  const listOwn = (page: HTMLElement) =>
    page.querySelectorAll('*').flatMap((element) => [
      element.rawTagName,
      ...element.classList
        .values()
        .filter((name) => !waits.has(name))
        .map((name) => `.${name}`),
    ]);
  const of = (isFirst: boolean) =>
    listPages()
      .filter((file) => askedFirst.has(toAddress(file)) === isFirst)
      .flatMap((file) => listOwn(openPage(file)));
  const first = new Set(of(true));
  expect(first.size).toBeGreaterThan(100);
  expect([...new Set(of(false))].filter((part) => !first.has(part))).toEqual([]);
});

test('a page of each make is valid', async () => {
  test.setTimeout(180_000);
  const first = listPages().filter((file) => oneOfEach.has(toAddress(file)));
  expect(first).toHaveLength(oneOfEach.size);
  expect(await findInvalid(first)).toEqual([]);
});

test('every page is valid', askedLater, async () => {
  test.setTimeout(180_000);
  expect(await findInvalid(listPages())).toEqual([]);
});

test('a caption comes first or last in its figure', () => {
  let captions = 0;
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    for (const caption of page.querySelectorAll('figcaption')) {
      captions++;
      const siblings = (caption.parentNode?.childNodes ?? []).filter((node) =>
        node.toString().trim(),
      );
      if (
        caption.parentNode?.tagName !== 'FIGURE' ||
        (siblings[0] !== caption && siblings.at(-1) !== caption)
      )
        faults.push(`${file}: ${words(caption).slice(0, 40)}`);
    }
  }
  expect(captions).toBeGreaterThan(40);
  expect(faults).toEqual([]);
});

test('every table has a caption of its own, which names its box, and no head cell is empty or without a scope', () => {
  let tables = 0;
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    const seen = new Set<string>();
    for (const table of page.querySelectorAll('table')) {
      tables++;
      const caption = words(table.querySelector('caption'));
      const box = table.closest('[role="group"]');
      const heads = table.querySelectorAll('th');
      if (caption.length < 12 || table.firstElementChild?.tagName !== 'CAPTION')
        faults.push(`${file}: a table without a caption`);
      if (seen.has(caption)) faults.push(`${file}: two tables named “${caption}”`);
      if (box && box.getAttribute('aria-label')?.replaceAll('\u00a0', ' ') !== caption)
        faults.push(`${file}: a box that is not named “${caption}”`);
      for (const head of heads) {
        const scope = head.closest('thead') ? 'col' : 'row';
        if (head.getAttribute('scope') !== scope || !words(head))
          faults.push(`${file}: ${head.toString().slice(0, 60)}`);
      }
      if (heads.length === 0) faults.push(`${file}: “${caption}” has no head`);
      seen.add(caption);
    }
    for (const box of page.querySelectorAll('[role="group"], [role="region"]'))
      if (box.querySelector('table') && /^tables?$/i.test(box.getAttribute('aria-label') ?? ''))
        faults.push(`${file}: a box named “Table”`);
  }
  expect(tables).toBeGreaterThan(200);
  expect(faults).toEqual([]);
});

/** A day, a month or a year: these are not numbers of the record. */
const dates =
  /\(?\b(?:\d{1,2}\s)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?:19|20)\d\d\b\)?/g;
/** Standings, in the words that pages print. */
const standings =
  /documented|supported in part|one statement|first source not found|sources differ|derived by us/i;

test('whoever hears a tag, or a number that leads to its record, hears how well the number stands', () => {
  let links = 0;
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    for (const element of page.querySelectorAll('main .tag, main a[href*="/numbers/"]')) {
      const target = element.getAttribute('href');
      const isTag = element.classList.contains('tag');
      const printsNumber = /\d/.test(words(element).replaceAll(dates, ''));
      if (!isTag && !(printsNumber && /^\/numbers\/[^/.]+\/(?:#|$)/.test(target ?? ''))) continue;
      if (element.closest('[aria-hidden="true"], h1, h2, h3')) continue;
      links++;
      const spoken = [
        element.getAttribute('aria-label') ?? words(element),
        words(element.closest('tr, li, dd, dt, p, h2, h3')),
      ].join(' ');
      if (!standings.test(spoken)) faults.push(`${file}: ${spoken.slice(0, 80)}`);
    }
  }
  expect(links).toBeGreaterThan(1000);
  expect(faults).toEqual([]);
});

const attribute = (page: HTMLElement, selector: string, name: string) =>
  page.querySelector(selector)?.getAttribute(name) ?? '';
const siteName = 'Chain of Custody';

/** Lists the words that carry a title's meaning. */
const listWords = (text: string): string[] =>
  text.toLowerCase().match(/\p{L}{4,}|\d[\d,.]*/gu) ?? [];

test('a title is short, its page’s alone, and says what the headline says', () => {
  const titles = new Map<string, string>();
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    const title = page.querySelector('title')?.text.replaceAll('&amp;', '&') ?? '';
    const own = title.replace(new RegExp(` · ${siteName}$`), '');
    const headline = words(page.querySelector('h1'));
    if (own.length > longestTitle || title.length > 70)
      faults.push(`${file}: ${title.length} characters, “${title}”`);
    if (
      !file.startsWith('embed/') &&
      own === title &&
      own !== siteName &&
      `${own} · ${siteName}`.length <= 70
    )
      faults.push(`${file}: “${title}” could name the site`);
    // A chart’s page and its frame for other sites have the same content.
    if (!file.startsWith('embed/')) {
      const twin = titles.get(title);
      if (twin) faults.push(`${file}: has the title of ${twin}`);
      titles.set(title, file);
    }
    if (file === 'index.html') continue;
    const known = listWords(headline);
    const said = listWords(own.replace(/^Claim: | · [^·]+$/g, ''));
    if (said.length === 0 || said.filter((word) => known.includes(word)).length * 2 < said.length)
      faults.push(`${file}: “${own}” over “${headline.slice(0, 80)}”`);
    if (
      !file.startsWith('embed/') &&
      !words(parse(attribute(page, 'meta[property="og:title"]', 'content'))).includes(
        headline.slice(0, 40),
      )
    )
      faults.push(
        `${file}: is shared as “${attribute(page, 'meta[property="og:title"]', 'content')}”`,
      );
  }
  expect(titles.size).toBeGreaterThan(300);
  expect(faults).toEqual([]);
});

test('a description is short, its page’s alone, and no formula', () => {
  const descriptions = new Map<string, string>();
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    const description = parse(attribute(page, 'meta[name="description"]', 'content')).text;
    if (description.length < 25 || description.length > longestDescription)
      faults.push(`${file}: ${description.length} characters`);
    const twin = descriptions.get(description);
    if (twin) faults.push(`${file}: describes itself as ${twin} does`);
    descriptions.set(description, file);
  }
  expect(descriptions.size).toBeGreaterThan(300);
  expect(faults).toEqual([]);
  // Descriptions with the same beginning must have different endings.
  const endings = new Map<string, number>();
  for (const description of descriptions.keys())
    endings.set(description.slice(-30), (endings.get(description.slice(-30)) ?? 0) + 1);
  expect([...endings].filter(([, count]) => count > 15)).toEqual([]);
});

/** Removes the characters that typesetting and quotation marks change. */
const normalise = (text: string) =>
  text
    .replaceAll(/[“”„"'‘’«»‚‹›…]/g, '')
    .replaceAll(/[–—-]/g, '-')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * Lists titles, quotations, wordings and naming words that are printed in another language than
 * English, each with its code.
 */
function listForeignWords(): Map<string, string> {
  const { sources, quantities, breakdowns } = readContent(join(distFolder, '..')).content.record;
  const found = new Map<string, string>();
  const add = (sourceId: string, text: string | undefined, own?: string) => {
    const language = own ?? sources.get(sourceId)?.language;
    if (text && language && language !== 'en') found.set(normalise(text), language);
  };
  for (const [id, { title, title_ours: ours, quotes = [] }] of sources) {
    if (!ours) add(id, title);
    for (const quote of quotes) add(id, quote.text, quote.language);
  }
  for (const { statements = [] } of quantities.values())
    for (const { source, wording, wording_from: from, repeats } of statements) {
      add(from ?? source, wording);
      add(source, repeats?.names);
    }
  for (const { rows } of breakdowns.values())
    for (const { printings = [] } of rows)
      for (const { source, wording } of printings) add(source, wording);
  return found;
}

test('what is printed in another language is marked so, and nothing else is', () => {
  const foreign = listForeignWords();
  const kept = listKeptWords(readContent(join(distFolder, '..')).content);
  expect(foreign.size).toBeGreaterThan(50);
  let marked = 0;
  const faults: string[] = [];
  for (const file of listPages()) {
    // Changed here, so not a page that other tests have.
    const page = parse(readPage(file));
    const body = page.querySelector('body');
    for (const element of body?.querySelectorAll('[lang]') ?? []) {
      marked++;
      const language = element.getAttribute('lang') ?? '';
      const text = normalise(element.text || (element.getAttribute('data-text') ?? ''));
      const known = [...foreign].some(([said, code]) => code === language && said.includes(text));
      if (!known) faults.push(`${file}: “${text.slice(0, 60)}” is marked ${language}`);
      if ((element.getAttribute('dir') ?? undefined) !== inLanguage(language).dir)
        faults.push(`${file}: ${language} without its direction`);
      element.remove();
    }
    const rest = normalise(body?.text ?? '');
    for (const [said, language] of foreign)
      if (said.length > 8 && rest.includes(said))
        faults.push(`${file}: “${said.slice(0, 60)}” is not marked ${language}`);
    for (const line of body?.querySelectorAll(
      'p, li, dd, td, th, h1, h2, h3, blockquote, figcaption',
    ) ?? [])
      for (const piece of cutAtLanguages([line.text], kept)[0] ?? [])
        if (piece.language)
          faults.push(
            `${file}: “${piece.text.slice(0, 60)}” is quoted and not marked ${piece.language}`,
          );
  }
  expect(marked).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

/**
 * Words of those who make the site, about its record, its files and its tools. Readers need other
 * words for them.
 */
const deskWords = new RegExp(
  [
    String.raw`\bdossiers?\b|\b(?:un)?bound (?:to|number)|\bfreed (?:from|number)|\bhow many it (?:bound|freed)|\b(?:was|were) freed\b`,
    String.raw`\bstops the site\b|\bthe site is not built\b|\bthe build\b|\bnot encrypted\.|\bunfinished record\b`,
    String.raw`\b(?:YAML|MDX|JSX|front ?matter|slug|npm|git|schema|boolean|undefined|null|NaN)\b|\[object|\bTODO\b|\bTBD\b|\blorem\b`,
    String.raw`\b(?:num|source):[a-z0-9-]+|\bE-\d+-\d|\b(?:w|mg)-?\d{2,}\b|\bpull request\b|\bread_as\b|\bnone-known\b|\bnot-stated\b`,
  ].join('|'),
  'i',
);

test('readers meet no word of the desk', () => {
  const faults: string[] = [];
  for (const file of listPages()) {
    // Changed here, so not a page that other tests have.
    const page = parse(readPage(file));
    for (const element of page.querySelectorAll(
      '[lang], code, script, q, blockquote, .source-row a, .record-title',
    ))
      if (element.tagName !== 'HTML') element.remove();
    const heard = page
      .querySelectorAll('[aria-label], [alt], [title], meta[content]')
      .flatMap((element) =>
        ['aria-label', 'alt', 'title', 'content'].map((name) => element.getAttribute(name) ?? ''),
      );
    const text = [page.querySelector('title')?.text, page.querySelector('body')?.text, ...heard]
      .join(' | ')
      .replace(/\s+/g, ' ');
    const match = deskWords.exec(text);
    if (match)
      faults.push(`${file}: ${text.slice(Math.max(0, match.index - 30), match.index + 40)}`);
  }
  expect(faults).toEqual([]);
});

test('a browser that draws nothing prints the words of a drawing apart, and each drawing once', () => {
  let drawings = 0;
  let again = 0;
  const faults: string[] = [];
  for (const file of listPages()) {
    // A parser without SVG reads a CDATA section as a declaration, which ends at the first >.
    const page = parse(
      readFileSync(join(distFolder, file), 'utf8').replace(/<!\[CDATA\[[^>]*>/g, ''),
    );
    for (const svg of page.querySelectorAll('svg')) {
      const printed = svg.text.replace(/\s+/g, ' ').trim();
      const drawing = svg.closest('.drawing[hidden]');
      if (drawing?.previousElementSibling?.classList.contains('drawing')) {
        again++;
        if (printed !== '') faults.push(`${file}: twice: ${printed.slice(0, 80)}`);
        continue;
      }
      const texts = svg.querySelectorAll('text').map((text) => text.text.trim());
      if (texts.length === 0) continue;
      drawings++;
      const apart = texts.join(' / ').replace(/\s+/g, ' ');
      if (printed.replace(/ \/$/, '') !== apart) faults.push(`${file}: ${printed.slice(0, 80)}`);
    }
  }
  expect(drawings).toBeGreaterThan(50);
  expect(again).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('no count of a table whose rows stack stands without its word, since the heads are not seen there', () => {
  let cells = 0;
  const bare: string[] = [];
  for (const { file, page } of openPages()) {
    // The first two columns hold a tag or a date, and the value of a record or a name.
    for (const cell of page.querySelectorAll(':is(.numbers-table, .ledger) td:nth-child(n+3)')) {
      cells++;
      if (/^[\d,. ]+$/.test(words(cell))) bare.push(`${file}: ${words(cell)}`);
    }
  }
  expect(bare).toEqual([]);
  expect(cells).toBeGreaterThan(100);
});
