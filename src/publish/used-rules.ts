/**
 * Of a stylesheet the rules that pages can use, so that each page carries its own and waits for no
 * file. A rule stays where an element of the pages fits each part of its selector; where the
 * element stands is not asked, and states (`:hover`, `:target`, `[open]`, print, dark) are taken to
 * come. So it may keep a rule too many, and loses none.
 */
import { parse, type CssNode, type Declaration, type Rule, type Selector } from 'css-tree';

/** What an element must have: `p`, `.note`, `#main`, `[open]`, `[data-kind="bars"]`. */
type Token = string;
/**
 * Parts of a selector between its combinators; in each, what one element has, and lists of which
 * one selector must fit.
 */
type Compound = { tokens: Token[]; choices: Compound[][][] };
type Statement = { text: string; sets?: string; reads: string[] };

type Part =
  | { kind: 'rule'; selectors: { text: string; compounds: Compound[] }[]; statements: Statement[] }
  | { kind: 'group'; head: string; parts: Part[] }
  | { kind: 'font'; text: string; ranges: [number, number][] }
  | { kind: 'property'; text: string; name: string }
  | { kind: 'other'; text: string };

export type Stylesheet = { parts: Part[]; vocabulary: ReadonlySet<Token>; attributes: RegExp };

/**
 * What pages have of what a stylesheet asks for: each combination that an element has, and the
 * letters beyond Latin.
 */
export type Uses = { elements: Set<string>; letters: Set<number>; reads: Set<string> };

/** What may be set at any time by a reader or a script. */
const comesLater = ['[open]', '[hidden]'];
/** Elements that a parser makes where the page has no tag for them. */
const unwritten = ['html', 'head', 'body', 'tbody'];

export function readStylesheet(css: string): Stylesheet {
  const vocabulary = new Set<Token>();
  const sheet = parse(css, {
    positions: true,
    parseAtrulePrelude: false,
    parseValue: false,
    parseCustomProperty: false,
  });
  const parts = readParts(css, sheet, vocabulary);
  return { parts, vocabulary, attributes: matchAttributes(vocabulary) };
}

function readParts(css: string, parent: CssNode, vocabulary: Set<Token>): Part[] {
  const children = 'children' in parent && parent.children ? parent.children.toArray() : [];
  return children.map((node): Part => {
    const text = slice(css, node);
    if (node.type === 'Rule') return readRule(css, node, vocabulary);
    if (node.type !== 'Atrule') return { kind: 'other', text };
    if (node.name === 'font-face') return { kind: 'font', text, ranges: readRanges(text) };
    if (node.name === 'property')
      return { kind: 'property', text, name: node.prelude ? slice(css, node.prelude).trim() : '' };
    const holdsRules =
      ['media', 'supports', 'layer', 'container'].includes(node.name) && node.block;
    if (!holdsRules || !node.block) return { kind: 'other', text };
    return {
      kind: 'group',
      head: text.slice(0, text.indexOf('{')),
      parts: readParts(css, node.block, vocabulary),
    };
  });
}

function readRule(css: string, rule: Rule, vocabulary: Set<Token>): Part {
  if (rule.prelude.type !== 'SelectorList') return { kind: 'other', text: slice(css, rule) };
  const selectors = listSelectors(rule.prelude).map((selector) => ({
    text: slice(css, selector),
    compounds: readSelector(selector, vocabulary),
  }));
  const statements = rule.block.children.toArray().map((node): Statement => {
    const text = slice(css, node);
    const sets = node.type === 'Declaration' ? readVariable(node) : undefined;
    return { text, reads: listReads(text), ...(sets ? { sets } : {}) };
  });
  return { kind: 'rule', selectors, statements };
}

const readVariable = ({ property }: Declaration) =>
  property.startsWith('--') ? property : undefined;
const listReads = (text: string) =>
  [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
const listSelectors = (list: CssNode) =>
  'children' in list && list.children
    ? list.children.toArray().filter((node): node is Selector => node.type === 'Selector')
    : [];

function slice(css: string, { loc }: CssNode): string {
  if (!loc) throw new Error('The parser of stylesheets said no place.');
  return css.slice(loc.start.offset, loc.end.offset);
}

function readSelector(selector: Selector, vocabulary: Set<Token>): Compound[] {
  const compounds: Compound[] = [{ tokens: [], choices: [] }];
  for (const node of selector.children.toArray()) {
    const current = compounds.at(-1);
    if (node.type === 'Combinator' || !current) {
      compounds.push({ tokens: [], choices: [] });
      continue;
    }
    if (
      node.type === 'PseudoClassSelector' &&
      /^(?:is|where|has|matches|-webkit-any)$/.test(node.name)
    )
      for (const list of node.children?.toArray() ?? [])
        current.choices.push(listSelectors(list).map((choice) => readSelector(choice, vocabulary)));
    const token = readToken(node);
    if (token) current.tokens.push(token);
  }
  for (const { tokens } of compounds) for (const token of tokens) vocabulary.add(token);
  return compounds;
}

function readToken(node: CssNode): Token | undefined {
  if (node.type === 'TypeSelector') return node.name === '*' ? undefined : node.name.toLowerCase();
  if (node.type === 'ClassSelector')
    return `.${node.name.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, unescape)}`;
  if (node.type === 'IdSelector') return `#${node.name}`;
  if (node.type !== 'AttributeSelector') return undefined;
  const { name, matcher, value } = node;
  if (matcher !== '=' || !value) return `[${name.name}]`;
  return `[${name.name}="${value.type === 'String' ? value.value : value.name}"]`;
}

/** `\[a\]` is [a], `\32 xl` is 2xl. */
const unescape = (_: string, hex: string | undefined, letter: string | undefined) =>
  hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (letter ?? '');

/** "U+20-FD, U+131" of a font's rule; none where it holds for every letter. */
function readRanges(text: string): [number, number][] {
  const [, ranges = ''] = /unicode-range:([^;}]*)/.exec(text) ?? [];
  return [...ranges.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}

const tag = /<([a-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;

/** Attributes that a stylesheet asks for, with their values: d="…" of a path is passed over. */
function matchAttributes(vocabulary: ReadonlySet<Token>): RegExp {
  const names = new Set([
    'class',
    'id',
    ...[...vocabulary].flatMap((token) => /^\[([\w-]+)/.exec(token)?.[1] ?? []),
  ]);
  return new RegExp(
    `\\s(${[...names].join('|')})(?=[\\s=/]|$)(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?`,
    'g',
  );
}

/** What a page has of the vocabulary of a stylesheet. */
export function readUses(html: string, { vocabulary, attributes }: Stylesheet): Uses {
  const elements = new Set<string>();
  for (const [, name = '', rest = ''] of html.matchAll(tag)) {
    const found = [name.toLowerCase()];
    for (const [, key = '', quoted, single, bare] of rest.matchAll(attributes)) {
      const value = quoted ?? single ?? bare ?? '';
      found.push(`[${key}]`, `[${key}="${value}"]`);
      if (key === 'id') found.push(`#${value}`);
      if (key === 'class') found.push(...value.split(/\s+/).map((part) => `.${part}`));
    }
    elements.add(joinTokens(found.filter((token) => vocabulary.has(token))));
  }
  for (const name of unwritten) elements.add(joinTokens([name]));
  return { elements, letters: readLetters(html), reads: new Set(listReads(html)) };
}

/** Tokens that hold spaces are kept apart by what no token holds. */
const joinTokens = (tokens: string[]) => [...new Set(tokens)].sort().join('\n');

/** Stands for all letters of ASCII, which every page has. */
const basic = 'a';

function readLetters(text: string): Set<number> {
  const plain = text.replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
  );
  return new Set(
    [basic, ...new Set(plain.match(/[\u{80}-\u{10ffff}]/gu))].map(
      (letter) => letter.codePointAt(0) ?? 0,
    ),
  );
}

/** What all of these pages have together. */
export function joinUses(all: readonly Uses[]): Uses {
  return {
    elements: new Set(all.flatMap(({ elements }) => [...elements])),
    letters: new Set(all.flatMap(({ letters }) => [...letters])),
    reads: new Set(all.flatMap(({ reads }) => [...reads])),
  };
}

/**
 * The rules of a stylesheet that pages can use. `beside` is what else works on them: their scripts,
 * the stylesheet of paper.
 */
export function keepUsedRules(
  sheet: Stylesheet,
  uses: Uses,
  beside: { scripts: string; styles: string },
): string {
  const fits = judgeSelectors(uses, listWords(beside.scripts));
  const kept = keepRules(sheet.parts, fits);
  const read = listRead(
    kept,
    new Set([...uses.reads, ...listReads(beside.scripts), ...listReads(beside.styles)]),
  );
  return printParts(kept, read, uses.letters);
}

/** Names in the strings of a script: classes that it sets, elements that it makes. */
function listWords(script: string): Set<string> {
  const strings = [
    ...script.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g),
  ].map(([text]) => text);
  return new Set(strings.flatMap((text) => text.match(/[a-z][\w-]*/gi) ?? []));
}

function judgeSelectors(
  { elements }: Uses,
  scripted: Set<string>,
): (compounds: Compound[]) => boolean {
  const sets = [...elements].map((tokens) => new Set(tokens.split('\n')));
  const setLater = (token: Token) =>
    comesLater.includes(token) || scripted.has(token.replace(/^[.#[]|(?:=.*)?\]$/g, ''));
  const known = new Map<string, boolean>();
  const someHas = (tokens: Token[]): boolean => {
    const key = tokens.join('\n');
    const answer =
      known.get(key) ??
      (tokens.length === 0 || sets.some((set) => tokens.every((token) => set.has(token))));
    known.set(key, answer);
    return answer;
  };
  const fits = (compounds: Compound[]): boolean =>
    compounds.every(
      ({ tokens, choices }) =>
        someHas(tokens.filter((token) => !setLater(token))) &&
        choices.every((choice) => choice.length === 0 || choice.some(fits)),
    );
  return fits;
}

function keepRules(parts: readonly Part[], fits: (compounds: Compound[]) => boolean): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === 'group') {
      const inner = keepRules(part.parts, fits);
      return inner.length > 0 ? [{ ...part, parts: inner }] : [];
    }
    if (part.kind !== 'rule') return [part];
    const selectors = part.selectors.filter(({ compounds }) => fits(compounds));
    return selectors.length > 0 ? [{ ...part, selectors }] : [];
  });
}

/** Variables that something reads, and those that these are made of. */
function listRead(parts: readonly Part[], read: Set<string>): ReadonlySet<string> {
  const statements = listStatements(parts);
  for (const { sets, reads } of statements) if (!sets) for (const name of reads) read.add(name);
  for (let before = -1; before !== read.size;) {
    before = read.size;
    for (const { sets, reads } of statements)
      if (sets && read.has(sets)) for (const name of reads) read.add(name);
  }
  return read;
}

function listStatements(parts: readonly Part[]): Statement[] {
  return parts.flatMap((part) => {
    if (part.kind === 'group') return listStatements(part.parts);
    if (part.kind === 'rule') return part.statements;
    return [{ text: '', reads: listReads(part.text) }];
  });
}

function printParts(
  parts: readonly Part[],
  read: ReadonlySet<string>,
  letters: ReadonlySet<number>,
): string {
  const print = (part: Part): string => {
    switch (part.kind) {
      case 'group': {
        const inner = part.parts.map(print).join('');
        return inner === '' ? '' : `${part.head}{${inner}}`;
      }
      case 'rule': {
        const statements = part.statements.filter(
          ({ sets }) => sets === undefined || read.has(sets),
        );
        if (statements.length === 0) return '';
        return `${part.selectors.map(({ text }) => text).join()}{${statements.map(({ text }) => text).join(';')}}`;
      }
      case 'font':
        return part.ranges.length === 0 ||
          [...letters].some((code) => part.ranges.some(([from, to]) => code >= from && code <= to))
          ? part.text
          : '';
      case 'property':
        return read.has(part.name) ? part.text : '';
      case 'other':
        return part.text;
    }
  };
  return parts.map(print).join('');
}
