/** An archived copy shows the page that was read, and was made after its publication. */
import type { ContentFile } from '../../library/content.ts';
import { findAddressProblem, stripTracking } from '../../library/texts/web-address.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenSource } from '../../schema/source.ts';
import { refuseField } from './rule.ts';

/**
 * The address of an archived copy names the page and the time. Other archives only number their
 * copies.
 */
const waybackCopy = /^https?:\/\/web\.archive\.org\/web\/(\d{4,14})[a-z_]*\/(.+)$/;

/** Archives whose pages are copies of others. */
const archives =
  /^(?:web\.archive\.org|archive\.(?:today|ph|is|li|fo|md|vn)|webcache\.googleusercontent\.com|perma\.cc)$/;

/** A source that was read in an archive names the page that it is a copy of. */
export function checkOriginal(file: ContentFile<WrittenSource>): Finding[] {
  const { url, original_url: original, copy_of: words } = file.value;
  if (
    url === undefined ||
    original !== undefined ||
    words !== undefined ||
    !archives.test(hostOf(url) ?? '')
  )
    return [];
  const [, , copied = 'https://…'] = waybackCopy.exec(url) ?? [];
  const message =
    'This is the address of an archived copy, but the record does not say of which page.';
  return [
    refuseField(
      file,
      ['url'],
      'archive',
      message,
      `Add a line "original_url: ${copied}", or "copy_of: …" in words if its address is not known.`,
    ),
  ];
}

export function checkArchive(file: ContentFile<WrittenSource>): Finding[] {
  const { archived, archived_reason: reason, url, original_url: original, published } = file.value;
  // The schema reports a missing line.
  if (archived === undefined) return [];
  if (archived === 'none-known')
    return reason
      ? []
      : [
          refuseField(
            file,
            ['archived'],
            'archive',
            'No archived copy is known, and no reason is given.',
            'Add a line "archived_reason: …", or the address of an archived copy.',
          ),
        ];
  // Without an address there is no page to compare the copy with.
  const page = original ?? url;
  if (page === undefined) return [];
  const [, time = '', copied] = waybackCopy.exec(archived) ?? [];
  if (copied === undefined) {
    if (archived === url || hostOf(archived) !== hostOf(page)) return [];
    const message = 'This is a page on the same host, not an archived copy.';
    return [
      refuseField(
        file,
        ['archived'],
        'archive',
        message,
        `Look for a copy: https://web.archive.org/web/*/${url ?? page}`,
      ),
    ];
  }
  const findings: Finding[] = [];
  const pages = [url ?? page, page].map(normaliseAddress);
  // If the address itself is wrong, only that is reported.
  if (
    archived !== url &&
    !pages.includes(normaliseAddress(copied)) &&
    !findAddressProblem(stripTracking(url ?? page))
  )
    findings.push(
      refuseField(
        file,
        ['archived'],
        'archive',
        `This is a copy of ${copied}, not of the page that was read.`,
        `Look for a copy of this one: https://web.archive.org/web/*/${url ?? page}`,
      ),
    );
  const digits = published?.replaceAll('-', '') ?? '';
  const size = Math.min(digits.length, time.length);
  if (time.slice(0, size) < digits.slice(0, size))
    findings.push(
      refuseField(
        file,
        ['archived'],
        'date-order',
        `The page was published on ${published}, and this copy was made before.`,
        'Correct the date, or use a later copy.',
      ),
    );
  return findings;
}

const hostOf = (address: string) => URL.parse(address)?.hostname.replace(/^www\./, '');

/** Reduces an address to what two addresses of one page have in common. */
export function normaliseAddress(address: string): string {
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `http://${address}`);
  if (!url) return address;
  return `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}
