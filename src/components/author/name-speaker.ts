import { inLanguage } from '../../evidence/language.ts';
import { typeset } from '../../evidence/typeset.ts';
import { findLanguage, findSpeaker } from '../../library/texts/kept-wordings.ts';
import { getContent } from '../../site/site-content.ts';
import { readSlot } from '../custody/read-slot.ts';

/**
 * Who said the quoted words of a slot, according to the record of its source. Empty if nobody is
 * named.
 */
export function nameSpeaker(source: string, html: string): string {
  return typeset(findSpeaker(getContent(), source, readSlot(html)) ?? '');
}

/** The language of the quoted words of a slot, as attributes. */
export function markWords(source: string, html: string): ReturnType<typeof inLanguage> {
  return inLanguage(findLanguage(getContent(), source, readSlot(html)));
}

/**
 * Puts words in quotation marks, inside the paragraphs that Markdown makes of them. Typed marks are
 * not repeated.
 */
export function inMarks(words: string): string {
  const bare = words.trim().replace(/^(<p>)?“([^“”]*)”(<\/p>)?$/, '$1$2$3');
  return bare.replace(/^(?:<p>)?/, '$&“').replace(/(?:<\/p>)?$/, '”$&');
}
