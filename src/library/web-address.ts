/** Addresses on the web as they are kept: without what only follows the reader who copied them. */

const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|ref_src|ref_url)$/i;

export function hasTracking(url: URL): boolean {
  return [...url.searchParams.keys()].some((key) => tracking.test(key));
}

/** The address without tracking parameters; all else stays as it was written. */
export function stripTracking(address: string): string {
  const [, before = address, query, fragment = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const kept = query.split('&').filter((pair) => !tracking.test(decodeKey(pair.split('=')[0] ?? '')));
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
}

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
