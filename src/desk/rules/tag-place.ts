/** An author tag is in a place where its content can be printed. */
import { tagFor } from '../../schema/author-tags.ts';
import { getSpan, getTag, isTag } from '../../library/markup/article-text.ts';
import type { ArticleNode } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';

const isBlock = (node: ArticleNode) => getTag(node)?.place === 'block';

/** Reports a block tag in a wrong place: inside another tag, a list or a sentence. */
export function judgePlace(
  source: SourceText,
  node: ArticleNode,
  ancestors: readonly ArticleNode[],
): Finding[] {
  const name = node.name ?? '';
  const problem = isBlock(node) ? explainPlace(name, node, ancestors) : undefined;
  if (!problem) return [];
  const start = getSpan(node).start + 1;
  return [
    createFinding(
      source,
      { start, end: start + name.length },
      { rule: 'tag-place', level: 'error', ...problem },
    ),
  ];
}

/** Says what is wrong with its place first: to fix that fixes the rest. */
function explainPlace(
  name: string,
  node: ArticleNode,
  ancestors: readonly ArticleNode[],
): Pick<Finding, 'message' | 'fix'> | undefined {
  const tag = getTag(node);
  const outer = ancestors.findLast(
    (other) =>
      isBlock(other) && [getTag(other)?.wordsOnly, other.name === name, tag?.wide].includes(true),
  );
  if (outer)
    return {
      message: `<${outer.name}> cannot hold <${name}>.`,
      fix: `Put <${name}> after </${outer.name}>.`,
    };
  if (tag?.wide && ancestors.some(({ type }) => type === 'listItem' || type === 'blockquote'))
    return {
      message: `<${name}> is a separate block and does not fit into a list or quotation.`,
      fix: 'Put it before or after, on its own line without a sign in front.',
    };
  if (node.type !== 'mdxJsxTextElement') return undefined;
  return {
    message: `<${name}> is a separate block, but here it is inside a sentence.`,
    fix:
      tag?.words === 'quoted' && !tag.wide
        ? 'Write the words in “…” followed by their source, or put the tag on its own line, with an empty line above and below.'
        : 'Put it on its own line, with an empty line above and below.',
  };
}

/** What a page lists or counts must not depend on whether the site names a contact. */
export function judgeContact(
  source: SourceText,
  node: ArticleNode,
  ancestors: readonly ArticleNode[],
): Finding[] {
  const what =
    node.type === 'heading'
      ? 'a heading'
      : isTag(node) && !getTag(node)?.unlisted
        ? `<${node.name}>`
        : undefined;
  if (what === undefined || !ancestors.some((other) => getTag(other)?.untilContact)) return [];
  const { start, end } = getSpan(node);
  const message = `<${tagFor.contact}> cannot hold ${what}: it would vanish from a site without a contact.`;
  const fix = `Put it before <${tagFor.contact}> or after </${tagFor.contact}>.`;
  return [
    createFinding(
      source,
      { start, end: Math.min(end, endOfLine(source, start)) },
      { rule: 'tag-place', level: 'error', message, fix },
    ),
  ];
}

export function endOfLine(source: SourceText, offset: number): number {
  const end = source.text.indexOf('\n', offset);
  return end === -1 ? source.text.length : end;
}
