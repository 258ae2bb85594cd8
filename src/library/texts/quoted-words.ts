/** Quotations of a text, and the sources that are named beside them. */
import { parseInline } from '../../evidence/inline.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../../evidence/record.ts';
import {
  getAttribute,
  getSpan,
  getTag,
  getText,
  isTag,
  listAttributeSpans,
  type Visit,
  walk,
} from '../markup/article-text.ts';
import type { ArticleNode, TextFile } from '../content.ts';
import type { Span } from '../findings.ts';
import { findQuoted, findStray, takeOutMarks } from './quotation-marks.ts';
import { findFragment, type TextField } from './text-fields.ts';

export type Quotation = {
  span: Span;
  /** The words between the quotation marks or tags. */
  text: string;
  /** Id of the source that a Quote or PullQuote names; undefined for words in quotation marks. */
  sourceId: string | undefined;
  /** Whose words they are, if the tag says so. */
  by: string | undefined;
  /**
   * The links beside it, source:… or num:…: those of its paragraph, of its section if the paragraph
   * names no source, or of its record.
   */
  beside: string[];
};

const quotingTypes = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * Whether a node holds running words: a paragraph, a heading, a cell, or a tag on one line with its
 * words.
 */
const holdsWords = (node: ArticleNode) =>
  quotingTypes.has(node.type) ||
  (node.type === 'mdxJsxFlowElement' && (node.children ?? []).some(({ type }) => type === 'text'));

/** In the order of the text. Words in quotation marks count in paragraphs, headings and tables. */
export function listQuotations(text: TextFile<unknown>): Quotation[] {
  return splitSections(text.tree).flatMap((section) => {
    const beside = section.flatMap(listTargets);
    return section.flatMap(({ node, ancestors }): Quotation[] => {
      if (isQuote(node)) {
        const sourceId = getAttribute(node, 'source');
        // Another rule reports a tag without a source.
        if (sourceId === undefined) return [];
        return [
          {
            span: contentSpan(node),
            text: getText(takeOutTags(node)),
            sourceId,
            by: getAttribute(node, 'by'),
            beside,
          },
        ];
      }
      if (ancestors.some((outer) => isQuote(outer) || isBlockQuotation(outer))) return [];
      if (isBlockQuotation(node))
        return [
          {
            span: contentSpan(node),
            text: takeOutMarks(getText(node)),
            sourceId: undefined,
            by: undefined,
            beside,
          },
        ];
      // If a paragraph names a source, readers take that for the quoted one.
      const own = walk(node).flatMap(listTargets);
      const nearest = own.some((target) => target.startsWith('source:')) ? own : beside;
      return listPrinted(text.source.text, node).flatMap((span) => {
        const written = text.source.text.slice(span.start, span.end);
        return findQuoted(written)
          .filter((match) => !isInsideTag(written, match.index))
          .map(({ index, length, words }) => {
            const start = span.start + index;
            return {
              span: { start, end: start + length },
              text: words,
              sourceId: undefined,
              by: undefined,
              beside: nearest,
            };
          });
      });
    });
  });
}

/** Quotation marks without a counterpart, so that it is unclear what they quote. */
export function findStrayMarks(text: TextFile<unknown>): Span[] {
  return (text.tree ? walk(text.tree) : []).flatMap(({ node, ancestors }) => {
    if (isQuote(node) || ancestors.some(isQuote)) return [];
    return listPrinted(text.source.text, node).flatMap(({ start, end }) => {
      const written = text.source.text.slice(start, end);
      return findStray(written).flatMap(({ index, length }) =>
        isInsideTag(written, index) ? [] : [{ start: start + index, end: start + index + length }],
      );
    });
  });
}

/** The places where a node itself prints words: its running text, or the attributes of a tag. */
function listPrinted(text: string, node: ArticleNode): Span[] {
  const attributes = isTag(node)
    ? listAttributeSpans(node, text).flatMap(({ name, start, end }) => {
        const value = text.slice(start, end).search(/["']/);
        return getTag(node)?.attributes[name]?.printed && value !== -1
          ? [{ start: start + value + 1, end: end - 1 }]
          : [];
      })
    : [];
  if (!holdsWords(node)) return attributes;
  const [first] = node.children ?? [];
  const last = node.children?.at(-1);
  return isTag(node) && first && last
    ? [...attributes, { start: getSpan(first).start, end: getSpan(last).end }]
    : [...attributes, getSpan(node)];
}

/** Words in quotation marks in a text of a record. */
export function listFieldQuotations(field: TextField): Quotation[] {
  return findQuoted(field.text).map(({ index, length, words }) => {
    const [first] = field.path;
    const entry =
      typeof first === 'number' ? (field.file.value as unknown[])[first] : field.file.value;
    const own = /content\/sources\/(.+)\.yaml$/.exec(field.file.source.path)?.[1];
    const beside = [...(own === undefined ? [] : [`source:${own}`]), ...listValueTargets(entry)];
    return {
      get span() {
        return findFragment(field, field.text.slice(index, index + length), index);
      },
      text: words,
      sourceId: undefined,
      by: undefined,
      beside,
    };
  });
}

/**
 * Ids of the sources in which the words are looked up, each once: the one that a tag names;
 * otherwise those that a link or a number beside the words leads to, and those that the article is
 * `about`.
 */
export function listNamedSources(
  record: EvidenceRecord,
  { sourceId, beside }: Quotation,
  about: readonly string[],
): string[] {
  if (sourceId !== undefined) return [sourceId];
  return [...new Set([...readTargets(record, beside), ...readTargets(record, about)])];
}

/** A cache, because the quotations of a section share the links beside them. */
const readAlready = new WeakMap<
  readonly string[],
  { record: EvidenceRecord; ids: readonly string[] }
>();

function readTargets(record: EvidenceRecord, targets: readonly string[]): readonly string[] {
  const known = readAlready.get(targets);
  if (known?.record === record) return known.ids;
  const ids = targets.flatMap((target) => readTarget(record, target));
  readAlready.set(targets, { record, ids });
  return ids;
}

function readTarget(record: EvidenceRecord, target: string): string[] {
  if (target.startsWith('source:'))
    return record.sources.has(target.slice(7)) ? [target.slice(7)] : [];
  const found = target.startsWith('num:') ? findNumber(record, target.slice(4)) : undefined;
  return found === undefined || isFailure(found) ? [] : found.sourceIds;
}

/** Divides the nodes of a text into sections. Each heading begins one. */
function splitSections(tree: ArticleNode | undefined): Visit[][] {
  const sections: Visit[][] = [[]];
  for (const visit of tree ? walk(tree).slice(1) : []) {
    if (visit.node.type === 'heading' && visit.ancestors.length === 1) sections.push([]);
    sections.at(-1)?.push(visit);
  }
  return sections;
}

function listTargets({ node }: Visit): string[] {
  if (node.type === 'link') return node.url === undefined ? [] : [node.url];
  const id = isTag(node) ? getAttribute(node, 'source') : undefined;
  return id === undefined ? [] : [`source:${id}`];
}

/** Links in the texts of a record, and texts of one word, which may be ids of sources. */
export function listValueTargets(value: unknown): string[] {
  if (typeof value === 'string') {
    const links = parseInline(value).flatMap((run) =>
      run.kind === 'source' ? `source:${run.id}` : run.kind === 'number' ? `num:${run.ref}` : [],
    );
    return /\s/.test(value) ? links : [`source:${value}`, ...links];
  }
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(listValueTargets)
    : [];
}

/**
 * A quotation that Markdown sets apart, with > before its lines, and that therefore needs no marks.
 */
export function isBlockQuotation(node: ArticleNode): boolean {
  return node.type === 'blockquote' && !walk(node).some((inner) => isQuote(inner.node));
}

/** The node without block tags, which are not allowed in it. */
function takeOutTags(node: ArticleNode): ArticleNode {
  return node.children
    ? { ...node, children: node.children.filter(({ type }) => type !== 'mdxJsxFlowElement') }
    : node;
}

/** A node whose words are somebody else's and stay as printed. */
export function holdsOthersWords(node: ArticleNode): boolean {
  return isBlockQuotation(node) || isQuote(node);
}

function isQuote(node: ArticleNode): boolean {
  return getTag(node)?.words === 'quoted';
}

function isInsideTag(text: string, index: number): boolean {
  return text.lastIndexOf('<', index) > text.lastIndexOf('>', index);
}

function contentSpan(node: Parameters<typeof getSpan>[0]): Span {
  const first = node.children?.[0];
  return first
    ? { start: getSpan(first).start, end: getSpan(node.children?.at(-1) ?? first).end }
    : getSpan(node);
}
