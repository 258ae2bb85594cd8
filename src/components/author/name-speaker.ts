import { setType } from '../../evidence/set-type.ts';
import { findSpeaker } from '../../library/quotations.ts';
import { getContent } from '../../library/site-content.ts';

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of HTML that a slot printed, with the five signs that Astro escapes as themselves. */
function readText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => signs[name] ?? whole)
    .trim();
}

/** Who said the quoted words of a slot, as its source’s record has it; empty when nobody is named. */
export function nameSpeaker(source: string, html: string): string {
  return setType(findSpeaker(getContent(), source, readText(html)) ?? '');
}
