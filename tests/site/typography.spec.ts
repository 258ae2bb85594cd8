import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser';
import { longestTie, typeset } from '../../src/evidence/typeset.ts';
import { readContent } from '../../src/library/read-content.ts';
import { distFolder, listPages, readPage } from './site-pages.ts';

/** One line of text as readers see or hear it, and its file. */
type Line = { file: string; text: string; kind: 'text' | 'drawing' | 'heard' };

/** Elements whose text is copied, not read. */
const code = new Set(['SCRIPT', 'STYLE', 'CODE', 'PRE', 'TEMPLATE']);
/** Elements within a line. */
const inline = new Set([
  'A',
  'ABBR',
  'B',
  'CITE',
  'DEL',
  'EM',
  'I',
  'INS',
  'Q',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TSPAN',
]);
const heard = ['alt', 'aria-label', 'title', 'data-text', 'data-foot'];
const headed = /^(?:description|og:title|og:description|og:image:alt)$/;

/** Returns whether a link prints its own address. */
const isAddress = (element: HTMLElement) =>
  element.tagName === 'A' &&
  element.text.trim() !== '' &&
  (element.getAttribute('href') ?? '').endsWith(element.text.trim());

/** Elements that are separate columns or rows. */
const apart =
  '.byline > *, .lead > a:first-child, .lead-number > *, .source-row > *, .used-in > li > *, .found-row > div > *, .subject-group > small';

function listLines(file: string): Line[] {
  // Words for readers without scripts count too.
  const page = parse(readPage(file), {
    blockTextElements: { script: true, style: true, pre: true },
  });
  const alone = new Set(page.querySelectorAll(apart));
  const lines: Line[] = [];
  let line = '';
  const end = (kind: Line['kind']) => {
    const text = line.replace(/[ \t\r\n]+/g, ' ').trim();
    if (text !== '') lines.push({ file, text, kind });
    line = '';
  };
  const visit = (node: Node, kind: Line['kind']) => {
    if (node.nodeType === NodeType.TEXT_NODE) line += node.text;
    if (!(node instanceof HTMLElement)) return;
    const element = node;
    for (const name of heard) {
      const text = element.getAttribute(name);
      if (text) lines.push({ file, text, kind: 'heard' });
    }
    if (
      element.tagName === 'META' &&
      headed.test(element.getAttribute('name') ?? element.getAttribute('property') ?? '')
    )
      lines.push({ file, text: element.getAttribute('content') ?? '', kind: 'heard' });
    if (code.has(element.tagName) || isAddress(element)) {
      line += '\ufffc';
      return;
    }
    // A ring is part of its line.
    if (element.tagName === 'SVG' && element.text.trim() === '') return;
    // Browsers do not break lines within a drawing.
    const own = element.tagName === 'SVG' ? 'drawing' : kind;
    const isInline = inline.has(element.tagName) && !alone.has(element);
    if (!isInline) end(kind);
    for (const child of element.childNodes) visit(child, own);
    if (!isInline) end(own);
  };
  visit(page, 'text');
  end('text');
  return lines;
}

const pictures = (readdirSync(distFolder, { recursive: true }) as string[])
  .filter((path) => /^charts[\\/].+\.svg$/.test(path))
  .sort();
/** Read on demand, because every process of Playwright loads this file. */
let known: Line[] | undefined;
const allLines = () => (known ??= [...listPages(), ...pictures].flatMap(listLines));

/** Returns the first few faults, each with its page and the words around it. */
function findFaults(
  pattern: RegExp,
  message: string,
  kinds: Line['kind'][] = ['text', 'drawing', 'heard'],
): string[] {
  const found = new Map<string, string>();
  for (const { file, text, kind } of allLines()) {
    if (!kinds.includes(kind)) continue;
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const around = text.slice(Math.max(0, index - 25), index + match.length + 25);
      if (!found.has(around)) found.set(around, `${file}: ${message}: “${around}”`);
    }
  }
  return [...found.values()].slice(0, 20);
}

test('the test reads what readers read', () => {
  expect(pictures.length).toBeGreaterThan(5);
  expect(allLines().filter(({ kind }) => kind === 'text').length).toBeGreaterThan(10_000);
  expect(allLines().filter(({ kind }) => kind === 'drawing').length).toBeGreaterThan(500);
  expect(allLines().filter(({ kind }) => kind === 'heard').length).toBeGreaterThan(1000);
});

test('no straight quotation mark or apostrophe is printed', () => {
  expect(findFaults(/["']/g, 'a straight mark stands here')).toEqual([]);
});

test('no space parts a mark from the word before it', () => {
  expect(findFaults(/(?<=[\p{L}\d)\]”’%]) [.,;:!?](?=[\s”’)]|$)/gu, 'a space stands here')).toEqual(
    [],
  );
});

test('no double hyphen, no hyphen between spaces and no three dots are printed', () => {
  expect(findFaults(/--/g, 'two hyphens stand for a dash')).toEqual([]);
  expect(findFaults(/(?<=\S)[ \u00a0]-(?=[ \u00a0]|$)|^- /g, 'a hyphen stands for a dash')).toEqual(
    [],
  );
  expect(findFaults(/\.\.\./g, 'three dots stand for an ellipsis')).toEqual([]);
});

test('no line parts a number from its unit', () => {
  const { content } = readContent(join(distFolder, '..'));
  const units = [...content.quantities, ...content.breakdowns].flatMap(({ value: { unit } }) => [
    unit.one,
    unit.many,
  ]);
  const counted = [...new Set(units.map((unit) => unit.split(/[\s-]/)[0] ?? ''))].filter(
    (word) => /^\p{L}+$/u.test(word) && !['per', 'US'].includes(word),
  );
  expect(counted.length).toBeGreaterThan(10);
  const measures = [
    'mm',
    'cm',
    'm',
    'km',
    'kg',
    'per cent',
    'percent',
    'hundred',
    'thousand',
    'million',
    'billion',
    'bn',
    '%',
  ];
  const months =
    'January|February|March|April|May|June|July|August|September|October|November|December';
  expect(
    findFaults(
      new RegExp(`\\d (?:${measures.join('|')})(?![\\p{L}\\d])`, 'gu'),
      'a line may end after the number',
      ['text'],
    ),
  ).toEqual([]);
  expect(
    findFaults(new RegExp(`\\b\\d{1,2} (?:${months})\\b`, 'g'), 'a line may end after the day', [
      'text',
    ]),
  ).toEqual([]);
  expect(
    findFaults(/ \u00a0|\u00a0 /g, 'a line may end beside the no-break space', ['text']),
  ).toEqual([]);
  // A longer phrase may be broken; a year does not count anything.
  const noun = new RegExp(
    `(?<![\\p{L}\\d.,$€£-])(?!(?:1[5-9]|20)\\d\\d )\\d[\\d.,]* (?:${counted.join('|')})(?![\\p{L}-])`,
    'gu',
  );
  const first = new RegExp(noun.source, 'u');
  const short = findFaults(noun, 'a line may end after the number', ['text']).filter(
    (fault) => (first.exec(fault.slice(fault.indexOf('“')))?.[0].length ?? 0) <= longestTie,
  );
  expect(short).toEqual([]);
});

test('nothing is left to set', () => {
  const left = new Map<string, string>();
  for (const { file, text, kind } of allLines()) {
    const set = kind === 'drawing' ? typeset(text).replaceAll('\u00a0', ' ') : typeset(text);
    const was = kind === 'drawing' ? text.replaceAll('\u00a0', ' ') : text;
    if (set === was) continue;
    const at = [...was].findIndex((letter, index) => letter !== set[index]);
    const around = was.slice(Math.max(0, at - 25), at + 25);
    if (!left.has(around))
      left.set(
        around,
        `${file}: ${kind === 'heard' ? 'an attribute' : 'a text'} is not set: “${around}”`,
      );
  }
  expect([...left.values()].slice(0, 40)).toEqual([]);
});

test('a quotation set large stands in one pair of marks, whether its text has typed them or not', () => {
  const typed = new Set<boolean>();
  for (const { slug, source } of readContent(process.cwd()).content.articles.filter(
    ({ withheld }) => !withheld,
  )) {
    const tags = [...source.text.matchAll(/<PullQuote[^>]*>\s*(["“]?)/g)];
    for (const [, mark] of tags) typed.add(mark !== '');
    const printed = parse(readPage(`articles/${slug}/index.html`)).querySelectorAll(
      '.pullquote blockquote',
    );
    expect(printed.length, slug).toBe(tags.length);
    for (const quotation of printed) expect(quotation.text.trim()).toMatch(/^“[^“”]+”$/);
  }
  expect([...typed].sort()).toEqual([false, true]);
});
