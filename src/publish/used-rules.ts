/**
 * Keeps the rules of a stylesheet that pages can use, so that each page carries its own rules and
 * waits for no file. A rule stays if each part of its selector matches an element somewhere on the
 * pages; states (`:hover`, `:target`, `[open]`, print, dark) always count as matched. So it may
 * keep a rule that is not needed, but never loses one that is.
 */
import {
  type Stylesheet,
  listReads,
  type Compound,
  type Token,
  type StyleNode,
  type Statement,
} from './read-stylesheet.ts';

/**
 * What pages use of a stylesheet: each combination of tokens that an element has, and the variables
 * that the pages read themselves.
 */
export type Uses = { elements: Set<string>; reads: Set<string> };

/** Attributes that a reader or a script may set at any time. */
const comesLater = ['[open]', '[hidden]'];

/** Elements that a parser adds if the page has no tag for them. */
const unwritten = ['html', 'head', 'body', 'tbody'];

const tag = /<([a-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;

/** Reads from a page which names of a stylesheet's vocabulary it uses. */
export function readUses(html: string, { vocabulary, attributes }: Stylesheet): Uses {
  const elements = new Set<string>();
  // Many tags of a page are written alike.
  const tags = new Set(Array.from(html.matchAll(tag), ([whole]) => whole));
  for (const [, name = '', rest = ''] of [...tags].join('').matchAll(tag)) {
    const found = [name.toLowerCase()];
    for (const [, key = '', quoted, single, bare] of rest.matchAll(attributes)) {
      const value = quoted ?? single ?? bare ?? '';
      found.push(`[${key}]`, `[${key}="${value}"]`);
      if (key === 'id') found.push(`#${value}`);
      if (key === 'class') found.push(...value.split(/\s+/).map((name) => `.${name}`));
    }
    elements.add(joinTokens(found.filter((token) => vocabulary.has(token))));
  }
  for (const name of unwritten) elements.add(joinTokens([name]));
  return { elements, reads: new Set(listReads(html)) };
}

/** Joins tokens, which may hold spaces, with a line break, which no token holds. */
const joinTokens = (tokens: string[]) => [...new Set(tokens)].sort().join('\n');

/** Adds what a page uses to what other pages of its kind use. */
export function addUses(known: Uses, { elements, reads }: Uses): void {
  for (const element of elements) known.elements.add(element);
  for (const read of reads) known.reads.add(read);
}

/**
 * Returns the rules of a stylesheet that pages can use. `beside` is what else affects these pages:
 * their scripts and the print stylesheet.
 */
export function keepUsedRules(
  stylesheet: Stylesheet,
  uses: Uses,
  beside: { scripts: string; styles: string },
): string {
  const fits = judgeSelectors(uses, listWords(beside.scripts));
  const kept = keepRules(stylesheet.nodes, fits);
  const read = listRead(
    kept,
    new Set([...uses.reads, ...listReads(beside.scripts), ...listReads(beside.styles)]),
  );
  return printNodes(kept, read);
}

/** Lists names in the strings of a script: classes that it sets, elements that it makes. */
export function listWords(script: string): Set<string> {
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

function keepRules(
  nodes: readonly StyleNode[],
  fits: (compounds: Compound[]) => boolean,
): StyleNode[] {
  return nodes.flatMap((node): StyleNode[] => {
    if (node.kind === 'group') {
      const inner = keepRules(node.nodes, fits);
      return inner.length > 0 ? [{ ...node, nodes: inner }] : [];
    }
    if (node.kind !== 'rule') return [node];
    const selectors = node.selectors.filter(({ compounds }) => fits(compounds));
    return selectors.length > 0 ? [{ ...node, selectors }] : [];
  });
}

/** Lists the variables that something reads, and those that their values refer to. */
function listRead(nodes: readonly StyleNode[], read: Set<string>): ReadonlySet<string> {
  const statements = listStatements(nodes);
  for (const { sets, reads } of statements) if (!sets) for (const name of reads) read.add(name);
  for (let before = -1; before !== read.size;) {
    before = read.size;
    for (const { sets, reads } of statements)
      if (sets && read.has(sets)) for (const name of reads) read.add(name);
  }
  return read;
}

function listStatements(nodes: readonly StyleNode[]): Statement[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return listStatements(node.nodes);
    if (node.kind === 'rule') return node.statements;
    return [{ text: '', reads: listReads(node.text) }];
  });
}

function printNodes(nodes: readonly StyleNode[], read: ReadonlySet<string>): string {
  const print = (node: StyleNode): string => {
    switch (node.kind) {
      case 'group': {
        const inner = node.nodes.map(print).join('');
        return inner === '' ? '' : `${node.head}{${inner}}`;
      }
      case 'rule': {
        const statements = node.statements.filter(
          ({ sets }) => sets === undefined || read.has(sets),
        );
        if (statements.length === 0) return '';
        return `${node.selectors.map(({ text }) => text).join()}{${statements.map(({ text }) => text).join(';')}}`;
      }
      case 'other':
        return node.text;
    }
  };
  return nodes.map(print).join('');
}
