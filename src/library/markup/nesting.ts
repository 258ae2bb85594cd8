/**
 * Limits how deeply an article nests. The parser is native code that crashes without a message at a
 * few hundred levels, and recursive functions cannot walk such a tree. So the text is checked
 * before it is parsed, and the tree afterwards.
 */
import type { ArticleNode } from '../content.ts';

/** Lists, quotations, tags and brackets may nest this deep. */
export const maximumNesting = 20;

/**
 * Far below what crashes the parser, and far enough above `maximumNesting` that the rough count
 * gives no false alarm.
 */
const roughMaximum = 100;

/**
 * The offset at which `text` nests so deeply that the parser might crash. A rough count, in which
 * code and escapes count as markup.
 */
export function findDeepText(text: string): number | undefined {
  return (
    findDeepLine(text) ?? findDeepBrackets(text) ?? findDeepTags(text) ?? findDeepEmphasis(text)
  );
}

function findDeepLine(text: string): number | undefined {
  // Such a line begins with more than 20 of these signs, and hardly any text has as many in a row.
  if (!/[ \t>*+\d.)-]{21,}/.test(text)) return undefined;
  let offset = 0;
  for (const line of text.split('\n')) {
    const markers = /^(?:[ \t]*(?:>|[-*+]|\d+[.)])(?=[ \t>]|$))+/.exec(line)?.[0] ?? '';
    const depth = (markers.match(/>|[-*+]|\d+[.)]/g) ?? []).length;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (depth > maximumNesting || indent > 4 * maximumNesting) return offset;
    offset += line.length + 1;
  }
  return undefined;
}

function findDeepBrackets(text: string): number | undefined {
  let opened = 0;
  // "<50" does not begin a tag.
  for (const { 0: signs, index } of text.matchAll(/(?:<(?=[A-Za-z/>])|[[\](){}>])+/g))
    for (const [at, sign] of [...signs].entries()) {
      opened = '[({<'.includes(sign) ? opened + 1 : 0;
      if (opened > maximumNesting) return index + at;
    }
  return undefined;
}

function findDeepTags(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/<\/|<(?=[A-Za-z>])|\/>/g)) {
    depth = sign === '<' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > roughMaximum) return index;
  }
  return undefined;
}

function findDeepEmphasis(text: string): number | undefined {
  // Each of these opens at most one level.
  if ((text.match(/[*_~]+/g)?.length ?? 0) <= roughMaximum) return undefined;
  let depth = 0;
  for (const { 0: signs, index } of text.matchAll(/\n[ \t]*\n|[*_~]+/g)) {
    const opens = /\S/.test(text.charAt(index + signs.length));
    const closes = /\S/.test(text.charAt(index - 1));
    if (signs.startsWith('\n')) depth = 0;
    else if (closes && depth > 0) depth -= 1;
    else if (opens) depth += 1;
    if (depth > roughMaximum) return index;
  }
  return undefined;
}

const nestingTypes = new Set([
  'list',
  'blockquote',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'emphasis',
  'strong',
  'delete',
]);

/** The first node deeper than `maximumNesting` levels. */
export function findDeepNode(tree: ArticleNode): ArticleNode | undefined {
  const [nodes, depths] = [[tree], [0]];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const depth = (depths.pop() ?? 0) + (nestingTypes.has(node.type) ? 1 : 0);
    if (depth > maximumNesting) return node;
    const { children = [] } = node;
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (!child || child.type === 'text') continue;
      nodes.push(child);
      depths.push(depth);
    }
  }
  return undefined;
}
