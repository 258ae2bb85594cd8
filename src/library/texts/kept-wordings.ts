/** The wordings that the record keeps of its sources, and what it knows about each. */
import { findWordings } from '../../evidence/quotation.ts';
import type { Source } from '../../schema/source.ts';
import type { ArticleFile, Content } from '../content.ts';
import { type Quotation, listNamedSources, listValueTargets } from './quoted-words.ts';

/** A wording of a source, and its place in the source if the record gives it. */
export type Wording = {
  sourceId: string;
  text: string;
  at: string | undefined;
  /** Who said it, if the record says that it was not the source’s author. */
  by: string | undefined;
  /** The speaker whose number it gives, whether or not the words are theirs. */
  counter: string | undefined;
};

/**
 * Lists by source its kept quotations, the wordings of statements and rows read in it, and its
 * title.
 */
export function listWordings({ sources, quantities, breakdowns }: Content): Map<string, Wording[]> {
  const wordings = new Map(
    sources.map(({ id, value }) => [
      id,
      (value.quotes ?? []).map(({ text, at, by }): Wording => ({
        sourceId: id,
        text,
        at,
        by,
        counter: undefined,
      })),
    ]),
  );
  const add = (sourceId: string, text: string | undefined, at?: string, counter?: string) => {
    if (text) wordings.get(sourceId)?.push({ sourceId, text, at, by: undefined, counter });
  };
  for (const { value } of quantities)
    value.statements?.forEach(({ source, wording, locator, speaker, repeats }) => {
      add(source, wording, locator, speaker);
      add(source, repeats?.names);
    });
  for (const { value } of breakdowns)
    for (const row of value.rows)
      row.printings?.forEach((printing) => add(printing.source, printing.wording));
  for (const { id, value } of sources) add(id, value.title, 'title');
  return wordings;
}

/**
 * The wordings that hold the words of a quotation of an article, those of sources named beside it
 * first; empty if no source keeps them.
 */
export function findKept(
  { record }: Content,
  article: ArticleFile,
  quotation: Quotation,
  wordings: Map<string, Wording[]>,
): Wording[] {
  const named = listNamedSources(record, quotation, listValueTargets(article.matter?.value.about));
  const others = quotation.sourceId === undefined ? wordings.keys() : [];
  return (
    findWordings(
      quotation.text,
      [...new Set([...named, ...others])].flatMap((id) => wordings.get(id) ?? []),
    ) ?? []
  );
}

/**
 * The language of words that a source prints: that of the quotation that holds them, else the
 * source's own.
 */
export function findLanguage(
  { record }: Content,
  sourceId: string,
  text: string,
): string | undefined {
  const source = record.sources.get(sourceId);
  return findFirst(source, text, 'language') ?? source?.language;
}

/**
 * Who said words that a source prints: the person whom the record names with them, else the
 * source’s author. Undefined if neither is known.
 */
export function findSpeaker(
  { record }: Content,
  sourceId: string,
  text: string,
): string | undefined {
  const source = record.sources.get(sourceId);
  return findFirst(source, text, 'by') ?? source?.author;
}

/** A field of the source's first kept quotation that contains `text`, if it has this field. */
function findFirst(
  source: Source | undefined,
  text: string,
  field: 'language' | 'by',
): string | undefined {
  const kept = findWordings(text, source?.quotes ?? []) ?? [];
  return kept.find((wording) => wording[field] !== undefined)?.[field];
}
