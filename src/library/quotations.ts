/** Quotations of a text, and the wordings that the record keeps of its sources. */
import { getAttribute, getSpan, getText, isTag, walk } from './article-text.ts';
import type { Content, TextFile } from './read-content.ts';
import type { Span } from './read-yaml.ts';

export type Quotation = {
  span: Span;
  /** The words between the quotation marks or tags. */
  text: string;
  /** Id of the source that a Quote or PullQuote names; undefined for words in quotation marks. */
  sourceId: string | undefined;
  /** Whose words they are, where the tag says so. */
  by: string | undefined;
};

/** In the order of the text. Words in quotation marks count wherever they stand in a paragraph. */
export function listQuotations(text: TextFile<unknown>): Quotation[] {
  const found: Quotation[] = [];
  for (const { node, ancestors } of text.tree ? walk(text.tree) : []) {
    if (isQuote(node)) {
      const source = { sourceId: getAttribute(node, 'source'), by: getAttribute(node, 'by') };
      found.push({ span: contentSpan(node), text: getText(node), ...source });
    }
    if (node.type !== 'paragraph' || ancestors.some(isQuote)) continue;
    const span = getSpan(node);
    const written = text.source.text.slice(span.start, span.end);
    for (const match of written.matchAll(/“([^”]+)”|(?<!=)"([^"\n]+)"(?![\w/>])/g)) {
      if (isInsideTag(written, match.index)) continue;
      const start = span.start + match.index;
      const words = stripMarkup(match[1] ?? match[2] ?? '');
      found.push({ span: { start, end: start + match[0].length }, text: words, sourceId: undefined, by: undefined });
    }
  }
  return found;
}

function isQuote(node: Parameters<typeof isTag>[0]): boolean {
  return isTag(node) && (node.name === 'Quote' || node.name === 'PullQuote');
}

function isInsideTag(text: string, index: number): boolean {
  return text.lastIndexOf('<', index) > text.lastIndexOf('>', index);
}

/** Words of a quotation that holds number links or emphasis. */
function stripMarkup(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/\*/g, '');
}

function contentSpan(node: Parameters<typeof getSpan>[0]): Span {
  const first = node.children?.[0];
  return first ? { start: getSpan(first).start, end: getSpan(node.children?.at(-1) ?? first).end } : getSpan(node);
}

/** A wording of a source, and where in the source it stands, as far as the record says. */
export type Wording = { sourceId: string; text: string; at: string | undefined };

/** By source: its kept quotations, the wordings of statements and rows read in it, and its title. */
export function listWordings({ sources, quantities, breakdowns }: Content): Map<string, Wording[]> {
  const toWordings = (sourceId: string, texts: readonly { text: string; at?: string | undefined }[]) =>
    texts.map(({ text, at }): Wording => ({ sourceId, text, at }));
  const wordings = new Map(sources.map(({ id, value }) => [id, toWordings(id, value.quotes ?? [])]));
  const add = (id: string, text: string | undefined, at?: string) => {
    if (text) wordings.get(id)?.push(...toWordings(id, [{ text, at }]));
  };
  for (const { value } of quantities) value.statements?.forEach(({ source, wording, locator }) => add(source, wording, locator));
  for (const { value } of breakdowns)
    for (const row of value.rows) row.printings?.forEach((printing) => add(printing.source, printing.wording));
  for (const { id, value } of sources) add(id, value.title, 'title');
  return wordings;
}
