/** Corrections as an Atom 1.0 feed. Its dates come from the content, never from the clock. */
import { escapeMarkup } from './escape-markup.ts';
import type { NamedCorrection } from '../evidence/name-corrections.ts';
import { toPlainText } from '../evidence/inline.ts';
import { correctionKinds } from '../schema/correction.ts';

export type CorrectionsFeed = {
  /** Name of the site: title and author of the feed. */
  site: string;
  /** Absolute address of the feed, or its path if the site has no address yet. */
  address: string;
  /** The same for the page of corrections. A correction's id is its anchor on that page. */
  page: string;
  /** The day of the newest article: the date of the feed until there is a correction. */
  since: string;
  /** The newest first. */
  corrections: (NamedCorrection & { articleTitle: string; articleAddress: string })[];
};

export function formatCorrectionsFeed({
  site,
  address,
  page,
  since,
  corrections,
}: CorrectionsFeed): string {
  const entries = corrections.map(
    (correction) => `  <entry>
    <id>${escapeMarkup(`${toId(page)}#${correction.anchor}`)}</id>
    <title>${escapeMarkup(`${correctionKinds[correction.kind]}: ${correction.articleTitle}`)}</title>
    <published>${toInstant(correction.date)}</published>
    <updated>${toInstant(correction.date)}</updated>
    <link rel="alternate" type="text/html" href="${escapeMarkup(`${correction.articleAddress}#${correction.anchor}`)}"/>
    <content type="html">${escapeMarkup(formatContent(correction))}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escapeMarkup(toId(page))}</id>
  <title>${escapeMarkup(`Corrections · ${site}`)}</title>
  <updated>${toInstant(corrections[0]?.date ?? since)}</updated>
  <author><name>${escapeMarkup(site)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeMarkup(address)}"/>
  <link rel="alternate" type="text/html" href="${escapeMarkup(page)}"/>
${entries.join('')}</feed>
`;
}

/** Ids must be absolute. If the site has no address, they name the local machine. */
function toId(page: string): string {
  return page.startsWith('/') ? `tag:localhost,2026:${page}` : page;
}

/**
 * The correction as HTML. Its words are escaped here, and the HTML is escaped again in the feed.
 */
function formatContent({ old, new: now, why, lead }: NamedCorrection): string {
  return `<p>It said: <del>${escapeMarkup(old)}</del></p><p>${lead} <ins>${escapeMarkup(now)}</ins></p><p>${escapeMarkup(toPlainText(why))}</p>`;
}

function toInstant(day: string): string {
  return `${day}T00:00:00Z`;
}
