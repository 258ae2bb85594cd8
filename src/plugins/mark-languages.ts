/**
 * Words in quotation marks that a source prints in another language are marked as such in the text of an article, so that a voice reads
 * them as they are spoken and Arabic runs as it is written. Those of a tag are marked by its component.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defineHastPlugin, type HastContent } from 'satteri';
import { findWordings } from '../evidence/quotation.ts';
import { inLanguage } from '../evidence/language.ts';
import type { Content } from '../library/content.ts';
import { readContent } from '../library/read-content.ts';
import { findQuoted } from '../library/texts/quotation-marks.ts';

type Wording = { text: string; language: string };
type Piece = { text: string; language?: string };

/** The wordings that the record keeps in other languages than English. */
export function listForeignWordings({ sources, quantities, breakdowns }: Content): Wording[] {
  const languages = new Map(sources.map(({ id, value }) => [id, value.language]));
  const written = [
    ...sources.flatMap(({ value }) => (value.quotes ?? []).map(({ text, language = value.language }) => ({ text, language }))),
    ...sources.map(({ value }) => ({ text: value.title, language: value.title_ours ? undefined : value.language })),
    ...quantities.flatMap(({ value }) =>
      (value.statements ?? []).map(({ wording, source }) => ({ text: wording, language: languages.get(source) })),
    ),
    ...breakdowns.flatMap(({ value }) =>
      value.rows.flatMap(({ printings = [] }) =>
        printings.map(({ wording, source }) => ({ text: wording, language: languages.get(source) })),
      ),
    ),
  ];
  return written.flatMap(({ text, language }) => (text && language && language !== 'en' ? [{ text, language }] : []));
}

/** A text cut at its quotations that are in another language. One Latin word alone may be English: “die”. */
export function cutAtLanguages(text: string, wordings: readonly Wording[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { index, length, words } of findQuoted(text)) {
    if (!/\S\s+\S/.test(words) && /^[\p{Script=Latin}\P{L}]*$/u.test(words)) continue;
    const [kept] = findWordings(words, wordings) ?? [];
    const start = text.indexOf(words, index);
    if (!kept || start === -1 || start + words.length > index + length) continue;
    pieces.push({ text: text.slice(end, start) }, { text: words, language: kept.language });
    end = start + words.length;
  }
  return pieces.length === 0 ? [] : [...pieces, { text: text.slice(end) }].filter((piece) => piece.text !== '');
}

let known: { stamp: string; wordings: Wording[] } | undefined;

/** Read once, and again when an editor has saved a record. */
function getWordings(root: string): Wording[] {
  const files = ['sources', 'quantities', 'breakdowns'].flatMap((folder) => {
    const path = join(root, 'content', folder);
    return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
  });
  const stamp = `${files.length} ${Math.max(0, ...files.map((path) => statSync(path).mtimeMs))}`;
  if (known?.stamp !== stamp) known = { stamp, wordings: listForeignWordings(readContent(root).content) };
  return known.wordings;
}

/** For `hastPlugins`, after the text was set. */
export const markLanguages = defineHastPlugin({
  name: 'mark-languages',
  text(node, context) {
    if (!/["'“”„‘’‚«»‹›]/.test(node.value)) return;
    const pieces = cutAtLanguages(node.value, getWordings(process.cwd()));
    if (pieces.length === 0) return;
    const nodes = pieces.map(({ text: value, language }): HastContent => {
      const text = { type: 'text' as const, value };
      return language === undefined
        ? text
        : { type: 'element', tagName: 'span', properties: { ...inLanguage(language) }, children: [text] };
    });
    context.replaceNode(node, nodes);
  },
});
