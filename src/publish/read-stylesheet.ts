/** Parses a stylesheet into rules, each with what its selectors require of elements. */
import { parse, type CssNode, type Declaration, type Rule, type Selector } from 'css-tree';
import { unescapeName } from './short-classes.ts';

/** A requirement on an element: `p`, `.note`, `#main`, `[open]`, `[data-kind="bars"]`. */
export type Token = string;

/**
 * One part of a selector between its combinators: what one element must have, and lists of
 * selectors of which one must match.
 */
export type Compound = { tokens: Token[]; choices: Compound[][][] };

export type Statement = { text: string; sets?: string; reads: string[] };

export type StyleNode =
  | { kind: 'rule'; selectors: { text: string; compounds: Compound[] }[]; statements: Statement[] }
  | { kind: 'group'; head: string; nodes: StyleNode[] }
  | { kind: 'other'; text: string };

export type Stylesheet = { nodes: StyleNode[]; vocabulary: ReadonlySet<Token>; attributes: RegExp };

export function readStylesheet(css: string): Stylesheet {
  const vocabulary = new Set<Token>();
  const stylesheet = parse(css, {
    positions: true,
    parseAtrulePrelude: false,
    parseValue: false,
    parseCustomProperty: false,
  });
  const nodes = readNodes(css, stylesheet, vocabulary);
  return { nodes, vocabulary, attributes: matchAttributes(vocabulary) };
}

function readNodes(css: string, parent: CssNode, vocabulary: Set<Token>): StyleNode[] {
  const children = 'children' in parent && parent.children ? parent.children.toArray() : [];
  return children.map((node): StyleNode => {
    const text = slice(css, node);
    if (node.type === 'Rule') return readRule(css, node, vocabulary);
    if (node.type !== 'Atrule') return { kind: 'other', text };
    const holdsRules = ['media', 'supports', 'layer'].includes(node.name);
    if (!holdsRules || !node.block) return { kind: 'other', text };
    return {
      kind: 'group',
      head: text.slice(0, text.indexOf('{')),
      nodes: readNodes(css, node.block, vocabulary),
    };
  });
}

function readRule(css: string, rule: Rule, vocabulary: Set<Token>): StyleNode {
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

export const listReads = (text: string) =>
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
  if (node.type === 'ClassSelector') return `.${unescapeName(node.name)}`;
  if (node.type === 'IdSelector') return `#${node.name}`;
  if (node.type !== 'AttributeSelector') return undefined;
  const { name, matcher, value } = node;
  if (matcher !== '=' || !value) return `[${name.name}]`;
  return `[${name.name}="${value.type === 'String' ? value.value : value.name}"]`;
}

/**
 * Matches the attributes that a stylesheet selects by, with their values. Others, such as the long
 * d="…" of a path, are skipped.
 */
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
