/** The content for the pages, from the same files, reader and schemas as those of the check. */
import type { Content, PageFile } from '../library/content.ts';
import { readContentVersion, type ContentVersion } from '../library/content-time.ts';
import { readContent } from '../library/read-content.ts';
import type { Site } from '../schema/site.ts';
import { formatDate } from '../evidence/format.ts';
import { getNumber, type RecordedNumber } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import { typesetContent } from '../library/texts/typeset-content.ts';
import { dropWithheld } from '../library/withheld.ts';

let asTyped: Content | undefined;
let cached: Content | undefined;

/**
 * The typeset content, as pages print it. Read once: `text-modules.ts` reloads this module when a
 * file is saved.
 */
export function getContent(): Content {
  cached ??= typesetContent(getContentAsTyped());
  return cached;
}

/** The content as written in the files, for downloads. */
export function getContentAsTyped(): Content {
  asTyped ??= readShown();
  return asTyped;
}

/** Sets the content, if a command has read it already. */
export function takeContent(published: Content): void {
  asTyped = published;
  cached = undefined;
}

/** In `npm run dev`, withheld content is shown too. */
function readShown(): Content {
  const { content } = readContent(process.cwd());
  return (import.meta.env as ImportMetaEnv | undefined)?.DEV ? content : dropWithheld(content);
}

export function getSite(): Site {
  const { site } = getContent();
  if (!site) throw new Error('content/site.yaml cannot be read; run npm run check');
  return site.value;
}

/** The numbers of the home page, each with what it counts. */
export function listLeadNumbers(): { number: RecordedNumber; counts: string }[] {
  return getSite().lead_numbers.map((lead) => {
    const number = getNumber(getContent().record, typeof lead === 'string' ? lead : lead.number);
    return { number, counts: typeof lead === 'string' ? number.title : lead.counts };
  });
}

let version: { read: ContentVersion | undefined } | undefined;

/** The version that the pages show; undefined without git. */
export function getContentVersion(): ContentVersion | undefined {
  version ??= { read: readContentVersion(process.cwd(), getContentAsTyped().time) };
  return version.read;
}

/** The same in words, "c38830d, 20 November 2026"; empty without git. */
export function getVersion(): string {
  const read = getContentVersion();
  return read ? typeset(`${read.commit}, ${formatDate(read.day)}`) : '';
}

export function getPage(slug: string): PageFile & { matter: NonNullable<PageFile['matter']> } {
  const page = getContent().pages.find((candidate) => candidate.slug === slug);
  if (!page?.matter) throw new Error(`content/pages/${slug}.mdx cannot be read; run npm run check`);
  return { ...page, matter: page.matter };
}
