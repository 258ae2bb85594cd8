/** Records that the tags and links of a text name exist, and a text places each only once. */
import { getSpan, getTag, listNamed, walk } from '../../library/markup/article-text.ts';
import type { ArticleNode, Content } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import { findUnknown } from './unknown.ts';

/**
 * The kinds of records that attributes of tags name, with their nouns. Pictures have their own
 * rules.
 */
const tagKinds = { charts: 'chart', claims: 'claim', terms: 'term', sources: 'source' } as const;

const isTagKind = (kind: string | undefined): kind is keyof typeof tagKinds =>
  kind !== undefined && Object.hasOwn(tagKinds, kind);

export function checkTagReferences(content: Content): Finding[] {
  return [...content.articles, ...content.pages].flatMap(({ source, tree }) => {
    const placed = new Map<string, number>();
    return (tree ? walk(tree) : []).flatMap(({ node }) =>
      node.type === 'link' && node.url?.startsWith('source:')
        ? findUnknown(
            content,
            'source',
            source,
            findWithin(source, getSpan(node), node.url, 'last'),
            node.url.slice(7),
          )
        : checkTag(content, source, node, placed),
    );
  });
}

/**
 * A tag names records that exist, each once, and no other tag of the text names the same. `placed`
 * has the lines of earlier ones.
 */
function checkTag(
  content: Content,
  source: SourceText,
  node: ArticleNode,
  placed: Map<string, number>,
): Finding[] {
  const span = getSpan(node);
  return Object.entries(getTag(node)?.attributes ?? {}).flatMap(([attribute, { names, many }]) => {
    if (!isTagKind(names)) return [];
    const kind = tagKinds[names];
    const ids = listNamed(node, names);
    const unknown = ids.flatMap((id) =>
      findUnknown(content, kind, source, findAttribute(source, span, attribute, id), id),
    );
    if (many) return [...unknown, ...findTwice(source, span, kind, ids)];
    // Terms and sources may be named any number of times.
    const isPlaced = kind !== 'source' && getTag(node)?.place === 'block';
    return [
      ...(isPlaced ? ids.flatMap((id) => findPlaced(source, span, kind, id, placed)) : []),
      ...unknown,
    ];
  });
}

/** Reports a record that the text already shows. */
function findPlaced(
  source: SourceText,
  span: Span,
  kind: string,
  id: string,
  placed: Map<string, number>,
): Finding[] {
  const before = placed.get(`${kind} ${id}`);
  if (before === undefined) {
    placed.set(`${kind} ${id}`, source.locate(span.start).line);
    return [];
  }
  const message = `Line ${before} already shows this ${kind}, so it would be on the page twice.`;
  return [
    createFinding(source, span, {
      rule: 'id-taken',
      level: 'error',
      message,
      fix: 'Delete one of the two.',
    }),
  ];
}

/** Reports an id that a list names twice. */
function findTwice(
  source: SourceText,
  span: Span,
  kind: string,
  ids: readonly string[],
): Finding[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) => {
    const message = `This table names the ${kind} "${id}" more than once.`;
    return createFinding(source, span, {
      rule: 'id-taken',
      level: 'error',
      message,
      fix: 'Delete all but one.',
    });
  });
}

/** The first or last position of words within a span. */
function findWithin(
  { text }: SourceText,
  { start, end }: Span,
  words: string,
  which: 'first' | 'last' = 'first',
): Span {
  const written = text.slice(start, end);
  const at =
    start + Math.max(0, which === 'last' ? written.lastIndexOf(words) : written.indexOf(words));
  return { start: at, end: at + words.length };
}

/** The position of an id in an attribute of the opening tag at `span`. */
function findAttribute({ text }: SourceText, span: Span, attribute: string, id: string): Span {
  const opening = text.slice(span.start, span.end);
  const start =
    span.start +
    opening.indexOf(id, opening.search(new RegExp(`\\b${attribute}\\s*=`)) + attribute.length);
  return { start, end: start + id.length };
}
