/**
 * Reads JPEG, PNG and WebP files byte by byte, without decoding pixels: the picture itself,
 * metadata (camera, place, author, programs), and what a browser needs to know. Nothing here trusts
 * the file.
 */

export type PictureKind = 'jpeg' | 'png' | 'webp';

/**
 * A segment of the file. `label` names a segment that does not belong to the picture and that
 * `stripPicture` removes.
 */
type Segment = { start: number; end: number; label?: string };

export type PictureBytes = {
  kind: PictureKind;
  /** In pixels, as stored; an orientation may still turn them. */
  width: number;
  height: number;
  /** EXIF orientation, 1 to 8; 1 is upright. */
  orientation: number;
  /** Bits of a colour channel. */
  depth: number;
  /** Whether it has four channels of printing ink instead of three of light. */
  cmyk: boolean;
  animated: boolean;
  /** The metadata of the picture, in words: "EXIF", "GPS position", "XMP". Each once. */
  metadata: string[];
  segments: Segment[];
};

/**
 * The kind of file according to its first bytes, independent of its name; undefined for everything
 * else.
 */
export function detectKind(bytes: Buffer): PictureKind | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'webp';
  return undefined;
}

/**
 * The segments of the file; undefined if it is not one of the three kinds, ends too early or
 * contradicts itself.
 */
export function readPicture(bytes: Buffer): PictureBytes | undefined {
  const kind = detectKind(bytes);
  if (!kind) return undefined;
  try {
    const read = { jpeg: readJpeg, png: readPng, webp: readWebp }[kind](bytes);
    return read.width > 0 && read.height > 0 ? read : undefined;
  } catch (error) {
    // Buffers throw when something is read beyond their end: the file is cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The same picture without its metadata. The pixels are unchanged, so an EXIF orientation is lost.
 */
export function stripPicture(bytes: Buffer, { kind, segments }: PictureBytes): Buffer {
  const kept = Buffer.concat(
    segments
      .filter(({ label }) => label === undefined)
      .map(({ start, end }) => bytes.subarray(start, end)),
  );
  if (kind === 'webp') {
    kept.writeUInt32LE(kept.length - 8, 4);
    // Clears the flags of the extended header which say that EXIF and XMP follow.
    if (kept.toString('latin1', 12, 16) === 'VP8X') kept.writeUInt8(kept.readUInt8(20) & ~0x0c, 20);
  }
  return kept;
}

function finish(bytes: Buffer, read: Omit<PictureBytes, 'metadata' | 'orientation'>): PictureBytes {
  const exif = read.segments.find(({ label }) => label === 'EXIF');
  const { orientation, gps } = exif
    ? readExif(bytes.subarray(exif.start, exif.end))
    : { orientation: 1, gps: false };
  const labels = read.segments.flatMap(({ label }) => label ?? []);
  return {
    ...read,
    orientation,
    metadata: [...new Set([...labels, ...(gps ? ['GPS position'] : [])])],
  };
}

function readJpeg(bytes: Buffer): PictureBytes {
  const segments: Segment[] = [{ start: 0, end: 2 }];
  const frame = { width: 0, height: 0, depth: 8, cmyk: false };
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError('No marker where one was expected.');
    while (bytes.readUInt8(at + 1) === 0xff) at += 1;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) break;
    const start = at;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (at > bytes.length) throw new RangeError('A segment is longer than the file.');
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      frame.depth = bytes.readUInt8(start + 4);
      frame.height = bytes.readUInt16BE(start + 5);
      frame.width = bytes.readUInt16BE(start + 7);
      frame.cmyk = bytes.readUInt8(start + 9) === 4;
    }
    // After a scan's header come its pixels, in which FF is followed by 00 or by the number of a
    // restart.
    if (marker === 0xda) while (!isMarker(bytes, at)) at += 1;
    const label = labelSegment(
      marker,
      bytes.toString('latin1', start + 4, Math.min(at, start + 40)),
    );
    segments.push({ start, end: at, ...(label && { label }) });
  }
  segments.push({ start: at, end: at + 2 }, ...trailing(bytes, at + 2));
  return finish(bytes, { kind: 'jpeg', ...frame, animated: false, segments });
}

function isMarker(bytes: Buffer, at: number): boolean {
  if (bytes.readUInt8(at) !== 0xff) return false;
  const next = bytes.readUInt8(at + 1);
  return next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7);
}

/**
 * Names a JPEG segment that is not part of the picture. Undefined for one that is, such as a colour
 * profile or Adobe's colour transform.
 */
function labelSegment(marker: number, head: string): string | undefined {
  if (marker === 0xfe) return 'comment';
  if (marker < 0xe0 || marker > 0xef) return undefined;
  if (/^(?:JFIF|ICC_PROFILE|Adobe)\0?/.test(head)) return undefined;
  if (head.startsWith('Exif\0')) return 'EXIF';
  if (head.startsWith('http://ns.adobe.com/')) return 'XMP';
  if (head.startsWith('Photoshop 3.0')) return 'IPTC';
  if (head.startsWith('JFXX')) return 'preview';
  return `data of a program (APP${marker - 0xe0})`;
}

/** Chunks of a PNG that make up the picture; all others are removed. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs cICP acTL fcTL fdAT'.split(' '),
);
const pngLabels: Record<string, string> = {
  eXIf: 'EXIF',
  tEXt: 'text',
  zTXt: 'text',
  iTXt: 'text',
  tIME: 'time',
};

function readPng(bytes: Buffer): PictureBytes {
  const segments: Segment[] = [{ start: 0, end: 8 }];
  let animated = false;
  let at = 8;
  for (let type = ''; type !== 'IEND';) {
    const start = at;
    type = bytes.toString('latin1', start + 4, start + 8);
    at += 12 + bytes.readUInt32BE(start);
    if (at > bytes.length) throw new RangeError('A chunk is longer than the file.');
    if (type === 'acTL') animated = true;
    const isXmp = bytes.toString('latin1', start + 8, start + 25) === 'XML:com.adobe.xmp';
    const label = pngChunks.has(type)
      ? undefined
      : isXmp
        ? 'XMP'
        : (pngLabels[type] ?? `data of a program (${type})`);
    segments.push({ start, end: at, ...(label && { label }) });
  }
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new RangeError('The header is missing.');
  segments.push(...trailing(bytes, at));
  const size = {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes.readUInt8(24),
  };
  return finish(bytes, { kind: 'png', ...size, cmyk: false, animated, segments });
}

const webpChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const webpLabels: Record<string, string> = { EXIF: 'EXIF', 'XMP ': 'XMP' };

function readWebp(bytes: Buffer): PictureBytes {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new RangeError('The file ends too early.');
  const segments: Segment[] = [{ start: 0, end: 12 }];
  let animated = false;
  let size = { width: 0, height: 0 };
  for (let at = 12; at < end;) {
    const start = at;
    const type = bytes.toString('latin1', start, start + 4);
    const length = bytes.readUInt32LE(start + 4);
    at += 8 + length + (length % 2);
    if (at > end) throw new RangeError('A chunk is longer than the file.');
    if (type === 'ANIM') animated = true;
    if (size.width === 0) size = readWebpSize(bytes, type, start + 8);
    if (type === 'VP8 ' && hasHole(bytes.subarray(start + 8, at), size))
      throw new RangeError('Bytes are lost in the middle.');
    const label = webpChunks.has(type)
      ? undefined
      : (webpLabels[type] ?? `data of a program (${type.trim()})`);
    segments.push({ start, end: at, ...(label && { label }) });
  }
  segments.push(...trailing(bytes, end));
  return finish(bytes, { kind: 'webp', ...size, depth: 8, cmyk: false, animated, segments });
}

/**
 * Whether a run of pixel data was lost in copying and is now zeros, which a WebP decoder draws
 * without an error. An area of one colour is coded as zeros too, about a byte for ten thousand
 * pixels: 1,929 in a row for twenty million.
 */
function hasHole(pixels: Buffer, { width, height }: { width: number; height: number }): boolean {
  const longest = 1024 + (width * height) / 5000;
  return pixels.includes(Buffer.alloc(Math.ceil(longest)));
}

function readWebpSize(bytes: Buffer, type: string, at: number): { width: number; height: number } {
  if (type === 'VP8X')
    return { width: bytes.readUIntLE(at + 4, 3) + 1, height: bytes.readUIntLE(at + 7, 3) + 1 };
  if (type === 'VP8 ')
    return {
      width: bytes.readUInt16LE(at + 6) & 0x3fff,
      height: bytes.readUInt16LE(at + 8) & 0x3fff,
    };
  if (type !== 'VP8L') return { width: 0, height: 0 };
  const packed = bytes.readUInt32LE(at + 1);
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
}

/** Data after the end of the picture, such as the second picture of a phone, or an archive. */
function trailing(bytes: Buffer, end: number): Segment[] {
  return end < bytes.length
    ? [{ start: end, end: bytes.length, label: 'data after the picture’s end' }]
    : [];
}

/**
 * The orientation, and whether there is a position, from the first directory of the TIFF structure
 * in EXIF.
 */
function readExif(segment: Buffer): { orientation: number; gps: boolean } {
  const none = { orientation: 1, gps: false };
  const order = ['II*\0', 'MM\0*']
    .map((mark) => segment.indexOf(mark, 0, 'latin1'))
    .find((index) => index !== -1);
  if (order === undefined) return none;
  const tiff = segment.subarray(order);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    const entries = Array.from(
      { length: short(directory) },
      (_, index) => directory + 2 + 12 * index,
    );
    const orientation =
      entries.filter((at) => short(at) === 0x0112).map((at) => short(at + 8))[0] ?? 1;
    return {
      orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
      gps: entries.some((at) => short(at) === 0x8825),
    };
  } catch {
    return none;
  }
}
