/**
 * Security policies and other headers of pages and files, in one place. Pages contain the content
 * security policy themselves; hosts send it as a header too, with the others: see desk/hosts/.
 */
import { createHash } from 'node:crypto';
import { takeAwayRoom } from './take-away-paths.ts';

/** The policy of pages before the build adds their styles: see desk/build/inline-styles.ts. */
export const policy = writePolicy([]);

/**
 * The policy of a page: it may load nothing from elsewhere, no inline script, and only its own
 * styles, each named by its fingerprint. It comes first in every head, so that it covers all that
 * follows. Scripts may not insert text as markup.
 */
export function writePolicy(styles: readonly string[]): string {
  return (
    "default-src 'none'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; script-src 'self'; " +
    `style-src ${["'self'", ...styles].join(' ')}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`
  );
}

/**
 * The policy of a downloaded file, wherever it is opened: it may load only the styles and pictures
 * inside it.
 */
export function writeFilePolicy(styles: readonly string[]): string {
  return `default-src 'none'; img-src data:; style-src ${styles.join(' ') || "'none'"}; base-uri 'none'; form-action 'none'`;
}

/** Returns how a policy names the text of a `<style>`. */
export function nameStyle(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}

export type Headers = Readonly<Record<string, string>>;

/**
 * Sent with every response. No other list here repeats these names, because some hosts join the
 * values of a header that two rules set.
 */
export const headersOfAll: Headers = {
  // Two years, for this host name alone: the owner of the domain decides about others.
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': [
    ...[
      'accelerometer',
      'autoplay',
      'browsing-topics',
      'camera',
      'display-capture',
      'encrypted-media',
      'fullscreen',
      'geolocation',
    ],
    ...[
      'gyroscope',
      'hid',
      'idle-detection',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'picture-in-picture',
    ],
    ...['publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  // Frames do not need it, and browsers ignore it there.
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Browsers keep files with a fingerprint in their names, and ask about all others. */
const caching = {
  kept: 'public, max-age=31536000, immutable',
  asked: 'public, max-age=0, must-revalidate',
};

/** The folder of pages that other sites may frame. */
export const framedRoom = 'embed';
/** The folder of files with a fingerprint of their bytes in their names. */
const hashedRoom = '_astro';
/**
 * Folders of files that other sites and programs may read. Everything in them is public, and the
 * same for everybody.
 */
const sharedRooms: readonly string[] = [
  'articles',
  'charts',
  'data',
  'numbers',
  'cards',
  framedRoom,
  takeAwayRoom,
];
const sharedFiles = /\.(?:xml|json|csv|zip)$/;

/**
 * Returns the headers of the pages and files of one folder, `articles`, or of one file at the top,
 * `rss.xml`; `''` is the home page. `styles` are the fingerprints of the styles in its pages;
 * undefined if it has no page.
 */
export function headersOfRoom(room: string, styles: readonly string[] | undefined): Headers {
  const framed = room === framedRoom;
  const shared = sharedRooms.includes(room) || sharedFiles.test(room);
  const write = room === takeAwayRoom ? writeFilePolicy : writePolicy;
  const page = styles === undefined ? "default-src 'none'" : write(styles);
  return {
    'Content-Security-Policy': framed ? page : `${page}; frame-ancestors 'none'`,
    ...(framed ? {} : { 'X-Frame-Options': 'DENY' }),
    'Cross-Origin-Resource-Policy': shared ? 'cross-origin' : 'same-origin',
    ...(shared ? { 'Access-Control-Allow-Origin': '*' } : {}),
    'Cache-Control': room === hashedRoom ? caching.kept : caching.asked,
  };
}
