/**
 * Finds words in quotation marks, in articles and records, that a source prints in another language
 * than the site's.
 */
import { findWordings } from '../../evidence/quotation.ts';
import type { Content } from '../content.ts';
import { findQuoted, takeOutMarks } from './quotation-marks.ts';

type Wording = { text: string; language: string };
/** What the record keeps in other languages, and what it keeps in the site's own. */
export type KeptWords = { foreign: readonly Wording[]; own: readonly Wording[] };
export type Piece = { text: string; language?: string };

/** Titles, quotations, wordings and naming words of the record, by their language. */
export function listKeptWords({ sources, quantities, breakdowns }: Content): KeptWords {
  const languages = new Map(sources.map(({ id, value }) => [id, value.language]));
  const written = [
    ...sources.flatMap(({ value }) =>
      (value.quotes ?? []).map(({ text, language = value.language }) => ({ text, language })),
    ),
    ...sources.map(({ value }) => ({
      text: value.title,
      language: value.title_ours ? 'en' : value.language,
    })),
    ...quantities.flatMap(({ value }) =>
      (value.statements ?? []).flatMap(({ wording, wording_from: from, repeats, source }) => [
        { text: wording, language: languages.get(from ?? source) },
        { text: repeats?.names, language: languages.get(source) },
      ]),
    ),
    ...breakdowns.flatMap(({ value }) =>
      value.rows.flatMap(({ printings = [] }) =>
        printings.map(({ wording, source }) => ({
          text: wording,
          language: languages.get(source),
        })),
      ),
    ),
  ];
  const kept = written.flatMap(({ text, language = 'en' }) => (text ? [{ text, language }] : []));
  return {
    foreign: kept.filter(({ language }) => language !== 'en'),
    own: kept.filter(({ language }) => language === 'en'),
  };
}

/**
 * The language of quoted words; undefined if they are in the site's language, or are a single word
 * in Latin letters, which may be in either: “die”.
 */
function findLanguage(words: string, { foreign, own }: KeptWords): string | undefined {
  const isLatin = /^[\p{Script=Latin}\P{L}]*$/u.test(words);
  if (!/\p{L}/u.test(words) || (isLatin && !/\S\s+\S/.test(words))) return undefined;
  const [found] = findWordings(words, foreign) ?? [];
  return found && isLatin && findWordings(words, own) ? undefined : found?.language;
}

/**
 * Cuts the parts of a line, which links and emphasis separate, at quotations in another language. A
 * quotation may extend over several parts. Empty if there is none.
 */
export function cutAtLanguages(parts: readonly string[], kept: KeptWords): Piece[][] {
  const line = parts.join('');
  const spans = findQuoted(line).flatMap(({ index, length, words }) => {
    const language = findLanguage(words, kept);
    const start = line.indexOf(words, index);
    return language === undefined || start === -1 || start + words.length > index + length
      ? []
      : [{ start, end: start + words.length, language }];
  });
  if (spans.length === 0) return [];
  let offset = 0;
  return parts.map((part) => {
    const from = offset;
    offset += part.length;
    const pieces: Piece[] = [];
    let done = from;
    for (const { start, end, language } of spans) {
      if (end <= done || start >= offset) continue;
      pieces.push(
        { text: line.slice(done, start) },
        { text: line.slice(Math.max(start, done), Math.min(end, offset)), language },
      );
      done = Math.min(end, offset);
    }
    return [...pieces, { text: line.slice(done, offset) }].filter(({ text }) => text !== '');
  });
}

/** The language of a block quotation, with or without its marks. */
export function findLanguageOfBlock(text: string, kept: KeptWords): string | undefined {
  return findLanguage(takeOutMarks(text), kept);
}
