/**
 * What a page or a file asks of browsers, in one place. Pages carry the content
 * security policy themselves; hosts send it with the rest as headers, see desk/hosts/.
 */
import { createHash } from 'node:crypto';
import { takeAwayRoom } from './take-away-paths.ts';

/** As a build has it before each page has got its styles: see desk/build/inline-styles.ts. */
export const policy = writePolicy([]);

/**
 * What a page may load: nothing foreign, no script of its own text, and of styles its own alone,
 * each by its fingerprint. It comes first in every head, so that it holds for all that follows. No
 * script may write words into a page as markup.
 */
export function writePolicy(styles: readonly string[]): string {
  return (
    "default-src 'none'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; script-src 'self'; " +
    `style-src ${["'self'", ...styles].join(' ')}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`
  );
}

/**
 * What a file to take away may load, wherever it is opened: only the styles and pictures inside it.
 */
export function writeFilePolicy(styles: readonly string[]): string {
  return `default-src 'none'; img-src data:; style-src ${styles.join(' ') || "'none'"}; base-uri 'none'; form-action 'none'`;
}

/** How a policy names the text of a `<style>`. */
export function nameStyle(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}

export type Headers = Readonly<Record<string, string>>;

/**
 * Sent with everything. The names are those of no other list here: some hosts join a header that
 * two rules name.
 */
export const headersOfAll: Headers = {
  // Two years, for this host name alone: its owner decides about others.
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
  // Frames have no use for it, and browsers ignore it there.
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Browsers keep what has its fingerprint in its name, and ask about everything else. */
const caching = {
  kept: 'public, max-age=31536000, immutable',
  asked: 'public, max-age=0, must-revalidate',
};

/** Where other sites may frame a page. */
export const framedRoom = 'embed';
/** Where files have the fingerprint of their bytes in their names. */
const hashedRoom = '_astro';
/**
 * Folders of the files that other sites and programs may read. Everything in them is public, and
 * the same for everybody.
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
 * What is sent with the pages and files of one room, `articles`, or with one file at the top,
 * `rss.xml`; with the home page for `''`. `styles` are the fingerprints of the styles in its pages;
 * undefined where there is no page.
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
