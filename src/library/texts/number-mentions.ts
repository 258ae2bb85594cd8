/** Finds where texts print numbers: links to the record, and numbers that <Plain> frees. */
import { parseInline, toPlainText } from '../../evidence/inline.ts';
import { readReferences } from './align-text.ts';
import { getSpan, getTag, getText, walk } from '../markup/article-text.ts';
import type { ArticleNode, Content, TextFile } from '../content.ts';
import type { Span } from '../findings.ts';
import type { SourceText } from '../source-text.ts';
import { findFragment, type TextField } from './text-fields.ts';

/**
 * The check reads many mentions but needs the position of few, so span and context are computed on
 * demand.
 */
export type NumberMention = {
  source: SourceText;
  /** The span of the whole link or tag. */
  span: Span;
  /** The words in the brackets, or in the tag. */
  words: string;
  /** What the link names: "parcels-lost/gazette-2014"; undefined for a freed number. */
  ref: string | undefined;
  /**
   * The end of the text before it, as written, but with characters in place of references to them.
   */
  before: string;
  /** The beginning of the text after it, as written. */
  behind: string;
  /** The text around it, about a sentence, without markup. */
  context: string;
};

/**
 * Characters kept on each side: longer than any hedge with the word before it, and than three
 * words.
 */
const lengthBeside = 40;

/**
 * The mentions in the text of an article or page, in order. Front matter counts as a text field.
 */
export function listTextMentions({ source, tree }: TextFile<unknown>): NumberMention[] {
  return (tree ? walk(tree) : []).flatMap(({ node, ancestors }): NumberMention[] => {
    const ref =
      node.type === 'link' && node.url?.startsWith('num:') ? node.url.slice(4) : undefined;
    if (ref === undefined && getTag(node)?.words !== 'freed') return [];
    const words = getText(node);
    return [
      {
        source,
        span: getSpan(node),
        words,
        ref,
        get before() {
          const { start } = getSpan(node);
          return readReferences(source.text.slice(Math.max(0, start - lengthBeside), start), 'end');
        },
        get behind() {
          const { end } = getSpan(node);
          return readReferences(source.text.slice(end, end + lengthBeside), 'start');
        },
        get context() {
          const block = ancestors.findLast((outer) => blocks.has(outer.type)) ?? node;
          return cutContext(getText(block), countBefore(block, node), words.length);
        },
      },
    ];
  });
}

/** The mentions in titles, notes and the like. */
export function listFieldMentions(fields: readonly TextField[]): NumberMention[] {
  return fields.flatMap((field) =>
    parseInline(field.text).flatMap((run): NumberMention[] => {
      if (run.kind !== 'number' && run.kind !== 'freed') return [];
      return [
        {
          source: field.file.source,
          get span() {
            return findFragment(
              field,
              field.text.slice(run.index, run.index + run.length),
              run.index,
            );
          },
          words: run.text,
          ref: run.kind === 'number' ? run.ref : undefined,
          before: field.text.slice(Math.max(0, run.index - lengthBeside), run.index),
          behind: field.text.slice(run.index + run.length, run.index + run.length + lengthBeside),
          get context() {
            const before = toPlainText(field.text.slice(0, run.index)).length;
            return cutContext(toPlainText(field.text), before, run.text.length);
          },
        },
      ];
    }),
  );
}

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement']);

/** The number of characters in the block's words before the node. */
function countBefore(block: ArticleNode, node: ArticleNode): number {
  const { start } = getSpan(node);
  return walk(block).reduce(
    (count, { node: part }) =>
      getSpan(part).start < start ? count + (part.value ?? '').length : count,
    0,
  );
}

/** The most characters shown before and after the number. */
const reach = 70;

function cutContext(text: string, at: number, length: number): string {
  const before = text.slice(0, at).replace(/\s+/g, ' ');
  const behind = text.slice(at + length).replace(/\s+/g, ' ');
  const start = Math.max(0, before.lastIndexOf('. ') + 1, before.length - reach);
  const stop = behind.search(/[.?!](?:\s|$)/);
  const end = Math.min(stop === -1 ? behind.length : stop + 1, reach);
  const cut = `${before.slice(start)}${text.slice(at, at + length)}${behind.slice(0, end)}`.trim();
  return `${start === before.length - reach ? '…' : ''}${cut}${end === reach ? '…' : ''}`;
}

/**
 * Nouns that some record counts, in lower case: a number word before one of them needs a record.
 */
export function listCountedNouns(content: Content): Set<string> {
  const nouns = new Set<string>();
  for (const { value } of [...content.quantities, ...content.breakdowns]) {
    if (value.unit.kind !== 'count') continue;
    for (const name of [value.unit.one, value.unit.many]) {
      const last = name.toLowerCase().split(/\s+/)[0];
      if (last) nouns.add(last);
    }
  }
  return nouns;
}
