/** Checks that web addresses are safe to follow and without tracking. */
import { domainToUnicode } from 'node:url';

const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|ref_src|ref_url)$/i;

export function hasTracking(url: URL): boolean {
  return [...url.searchParams.keys()].some((key) => tracking.test(key));
}

/** The address without tracking parameters; everything else stays as written. */
export function stripTracking(address: string): string {
  const [, before = address, query, fragment = ''] =
    /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const kept = query
    .split('&')
    .filter((pair) => !tracking.test(decodeKey(pair.split('=')[0] ?? '')));
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
}

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/**
 * What is wrong with an address that leads out of the site, and what to do; undefined when it may
 * be linked.
 */
export function findAddressProblem(address: string): { message: string; fix: string } | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '' || /\s/.test(address.trim()))
    return {
      message: 'This is not a complete address.',
      fix: 'Copy the address from the browser again.',
    };
  if (url.username || url.password)
    return {
      message: 'The address holds a name or password before the @.',
      fix: `Write ${address.replace(/^(\w+:\/\/)[^/?#]*@/, '$1')}`,
    };
  const host = url.hostname.replace(/\.$/, '');
  if (host.endsWith('.onion'))
    return {
      message: 'Onion addresses are not linked: a browser would look them up on the open network.',
      fix: 'Write the address as plain text.',
    };
  if (/^\[|^\d+(?:\.\d+){3}$/.test(host))
    return {
      message: 'The address is an IP number.',
      fix: 'Use the name of the site, or leave the link out.',
    };
  if (
    !host.includes('.') ||
    /\.(?:local|localhost|internal|intranet|lan|home|corp|test|invalid)$/.test(host)
  )
    return {
      message: `Readers cannot reach "${host}": it is a name inside one network.`,
      fix: 'Link the public address.',
    };
  const disguised = findDisguise(host);
  if (disguised) return disguised;
  const meant = findForwarder(url);
  if (meant !== undefined)
    return {
      message: `The address is only a redirect, by way of ${host}.`,
      fix: meant ? `Write ${meant}` : 'Open it, and copy the address where the browser ends up.',
    };
  if (hasTracking(url))
    return {
      message: 'The address carries a tracking parameter.',
      fix: `Write ${stripTracking(address)}`,
    };
  return undefined;
}

/** Names of hosts that are not for readers of a site: drafts, administration, pictures. */
const innerHosts = /^(?:staging|stage|admin|images?|img)$/;
/** Sites that copy documents from any publisher. */
const scrapers =
  /^(?:vdocuments?|pdfslide|fdocuments?|docslide|dokumen|docplayer|slideplayer|pdfcoffee|kipdf|cupdf|silo|ebin)\.[a-z]+$|^documents\.pub$/;

/** Why readers should not be sent to an address although it works. Undefined if they may be. */
export function findUnfitAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const labels = url.hostname.split('.');
  const inner = labels.slice(0, -2).find((label) => innerHosts.test(label));
  if (inner !== undefined)
    return `The host ${url.hostname} is for those who run the site, not for readers.`;
  if (scrapers.test(labels.slice(-2).join('.')))
    return `${url.hostname} copies documents that others published.`;
  if (/^\?p=\d+$/.test(url.search) && url.pathname === '/')
    return `"/${url.search}" is an internal number, not the address of the page.`;
  return undefined;
}

const shorteners =
  /^(?:t\.co|bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|lnkd\.in|buff\.ly|is\.gd|dlvr\.it|trib\.al|fb\.me)$/;
const forwarders =
  /^(?:www\.google\.[a-z.]+\/url|l\.facebook\.com\/l\.php|lm\.facebook\.com\/l\.php|out\.reddit\.com\/|www\.linkedin\.com\/redir\/)/;

/**
 * The target of an address that only redirects, to count visitors. Empty if the address does not
 * give it, undefined for any other address.
 */
function findForwarder(url: URL): string | undefined {
  if (shorteners.test(url.hostname)) return '';
  const [, page] = /^\/amp\/s\/(.+)$/.exec(url.pathname) ?? [];
  if (page && url.hostname.startsWith('www.google.')) return `https://${page}`;
  if (!forwarders.test(url.hostname + url.pathname)) return undefined;
  return (
    ['q', 'url', 'u']
      .map((key) => url.searchParams.get(key) ?? '')
      .find((target) => /^https?:/.test(target)) ?? ''
  );
}

/** Cyrillic and Greek letters that look like Latin ones. */
const lookalikes = /^[асеорхуіјѕһԁԛԝӏνορυαε]+$/u;

/** A host whose letters look like another's: "раypal.com" with Cyrillic letters. */
function findDisguise(host: string): { message: string; fix: string } | undefined {
  const shown = domainToUnicode(host);
  const isDisguised = shown
    .split('.')
    .some(
      (label) =>
        (/\p{Script=Latin}/u.test(label) &&
          /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label)) ||
        lookalikes.test(label),
    );
  if (!isDisguised) return undefined;
  return {
    message: `The name "${shown}" (${host}) is written with letters that only look like Latin ones.`,
    fix: 'Type the address again, or leave the link out.',
  };
}
