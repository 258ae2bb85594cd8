/**
 * Writes a drawing as a PNG with indexed colours: a palette, and for each pixel its place there
 * (www.w3.org/TR/png-3, 4.4). A drawing has a few flat colours, and shades of them at the edges of
 * lines, so to count its colours is enough. Libraries look for them as in a photograph, which takes
 * longer: see decision 15.
 */
import { crc32, deflateSync } from 'node:zlib';

type Size = { width: number; height: number };
/** Red, green and blue, each from 0 to 255. */
type Colour = readonly [number, number, number];
/**
 * Colours that are alike: how many pixels have one of them, and the one with the longest run.
 */
type Cell = { pixels: number; run: number; colour: Colour };

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * Returns the PNG of `pixels`: four bytes each (red, green, blue, opacity), row by row, all opaque.
 * It has at most `most` colours, up to 256; the most frequent are exact.
 */
export function formatIndexedPng(
  pixels: Uint8Array,
  { width, height }: Size,
  most: number,
): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const cells = countCells(words);
  const palette = choosePalette([...cells.values()], most);
  const depth = palette.length <= 16 ? 4 : 8;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 3], 8);
  const rows = indexPixels(words, width, depth, findNearest(cells, palette));
  return Buffer.concat([
    signature,
    formatChunk('IHDR', header),
    formatChunk('PLTE', Uint8Array.from(palette.flat())),
    formatChunk('IDAT', deflateSync(rows)),
    formatChunk('IEND', new Uint8Array()),
  ]);
}

function formatChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), data.length + 8);
  return chunk;
}

/** The cell of a pixel: five bits each of red, green and blue, which are its lowest bytes. */
const toCell = (word: number) =>
  ((word & 0xf8) << 7) | ((word >> 6) & 0x3e0) | ((word >> 19) & 0x1f);

/** Neighbours are mostly alike, so a run of them is counted at once. */
function countCells(words: Uint32Array): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (let start = 0, end = 0; start < words.length; start = end) {
    const word = words[start] ?? 0;
    do end += 1;
    while (end < words.length && words[end] === word);
    const run = end - start;
    const key = toCell(word);
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { pixels: 0, run: 0, colour: [0, 0, 0] }));
    cell.pixels += run;
    if (run > cell.run) {
      cell.run = run;
      cell.colour = [word & 0xff, (word >> 8) & 0xff, (word >> 16) & 0xff];
    }
  }
  return cells;
}

const measure = (one: Colour, other: Colour) =>
  (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;

/** Takes the most frequent colours, and for half of the palette those farthest from all taken. */
function choosePalette(cells: Cell[], most: number): Colour[] {
  const colours = cells.sort((a, b) => b.pixels - a.pixels).map(({ colour }) => colour);
  if (colours.length <= most) return colours;
  const chosen = colours.splice(0, Math.ceil(most / 2));
  const far = colours.map((colour) => Math.min(...chosen.map((one) => measure(one, colour))));
  while (chosen.length < most) {
    const farthest = far.indexOf(Math.max(...far));
    const colour = colours[farthest] ?? [0, 0, 0];
    chosen.push(colour);
    for (const [index, other] of colours.entries())
      far[index] = Math.min(far[index] ?? 0, measure(colour, other));
  }
  return chosen;
}

/** For each cell the place of the nearest colour in the palette. */
function findNearest(cells: Map<number, Cell>, palette: Colour[]): Uint8Array {
  const nearest = new Uint8Array(2 ** 15);
  for (const [cell, { colour }] of cells) {
    const distances = palette.map((one) => measure(one, colour));
    nearest[cell] = distances.indexOf(Math.min(...distances));
  }
  return nearest;
}

/** Rows of pixels of `depth` bits, each row after a byte that says that it is not filtered. */
function indexPixels(
  words: Uint32Array,
  width: number,
  depth: 4 | 8,
  nearest: Uint8Array,
): Uint8Array {
  const rowLength = 1 + Math.ceil((width * depth) / 8);
  const bytes = new Uint8Array((rowLength * words.length) / width);
  let word = 0;
  let index = nearest[0] ?? 0;
  for (let pixel = 0, row = 0; pixel < words.length; row += rowLength)
    for (let bit = 8, end = 8 + width * depth; bit < end; bit += depth, pixel += 1) {
      const next = words[pixel] ?? 0;
      if (next !== word) {
        word = next;
        index = nearest[toCell(word)] ?? 0;
      }
      const at = row + (bit >> 3);
      if (bit & 7) bytes[at] = (bytes[at] ?? 0) | index;
      else bytes[at] = index << (8 - depth);
    }
  return bytes;
}
