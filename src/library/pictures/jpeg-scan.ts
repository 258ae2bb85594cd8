/**
 * Reads the coded pixels of a JPEG more strictly than any decoder. libjpeg makes a picture of
 * anything, so damage in the middle of a file gives coloured stripes and no error. Every code must
 * be in its table, every coefficient within the range of eight-bit samples, and the last block must
 * end where the scan ends. A few wrong bytes may still go unnoticed. Only sequential pictures are
 * checked, because the decoder itself is strict with progressive ones.
 */

/**
 * Codes of up to 16 bits: `lookup[code of 16 bits]` is the length and the value, or 0 if there is
 * no such code.
 */
type Table = Uint16Array;
type Component = { id: number; across: number; down: number; quantum: number };
type Frame = { width: number; height: number; components: Component[] };

/**
 * Whether the coded pixels are damaged. False for kinds of pictures that cannot be checked here.
 */
export function hasBrokenScan(bytes: Buffer): boolean {
  const tables = new Map<number, Table>();
  const quanta = new Map<number, Uint16Array>();
  let frame: Frame | undefined;
  let interval = 0;
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) return true;
    if (marker === 0xff) at += 1;
    if (marker === 0xff) continue;
    if (marker === 0xd9) return frame === undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, end);
    at = end;
    if (marker === 0xdb) readQuanta(segment, quanta);
    else if (marker === 0xc4) readTables(segment, tables);
    else if (marker === 0xdd) interval = segment.readUInt16BE(0);
    else if (marker === 0xc0 || marker === 0xc1) frame = readFrame(segment);
    // Progressive, lossless and arithmetic-coded pictures.
    else if (marker >= 0xc2 && marker <= 0xcf && marker !== 0xc8) return false;
    if (marker !== 0xda) continue;
    const next = frame && walkScan(bytes, at, segment, frame, tables, quanta, interval);
    if (next === undefined) return true;
    at = next;
  }
  return true;
}

function readFrame(segment: Buffer): Frame {
  const components = Array.from({ length: segment.readUInt8(5) }, (_, index): Component => {
    const at = 6 + 3 * index;
    const sampling = segment.readUInt8(at + 1);
    return {
      id: segment.readUInt8(at),
      across: sampling >> 4,
      down: sampling & 15,
      quantum: segment.readUInt8(at + 2),
    };
  });
  return { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3), components };
}

function readQuanta(segment: Buffer, quanta: Map<number, Uint16Array>): void {
  for (let at = 0; at < segment.length;) {
    const head = segment.readUInt8(at);
    const isWide = head >> 4 !== 0;
    quanta.set(
      head & 15,
      Uint16Array.from({ length: 64 }, (_, index) =>
        isWide ? segment.readUInt16BE(at + 1 + 2 * index) : segment.readUInt8(at + 1 + index),
      ),
    );
    at += isWide ? 129 : 65;
  }
}

function readTables(segment: Buffer, tables: Map<number, Table>): void {
  for (let at = 0; at + 17 <= segment.length;) {
    const table: Table = new Uint16Array(65_536);
    const head = segment.readUInt8(at);
    let code = 0;
    let value = at + 17;
    for (let length = 1; length <= 16; length++) {
      for (let left = segment.readUInt8(at + length); left > 0; left--) {
        const from = code << (16 - length);
        table.fill((length << 8) | segment.readUInt8(value), from, from + (1 << (16 - length)));
        value += 1;
        code += 1;
      }
      code <<= 1;
    }
    tables.set(head, table);
    at = value;
  }
}

type ScanComponent = { dc: Table; ac: Table; blocks: number; quantum: Uint16Array; last: number };

/**
 * The offset of the next marker after the scan that begins at `from`. Undefined if the scan ends
 * too early or too late, or holds data that no picture has.
 */
function walkScan(
  bytes: Buffer,
  from: number,
  segment: Buffer,
  { width, height, components }: Frame,
  tables: ReadonlyMap<number, Table>,
  quanta: ReadonlyMap<number, Uint16Array>,
  interval: number,
): number | undefined {
  const chosen = Array.from({ length: segment.readUInt8(0) }, (_, index) => {
    const [id, names] = [segment.readUInt8(1 + 2 * index), segment.readUInt8(2 + 2 * index)];
    return {
      component: components.find((candidate) => candidate.id === id),
      dc: tables.get(names >> 4),
      ac: tables.get(0x10 | (names & 15)),
    };
  });
  const scanned: ScanComponent[] = [];
  const isAlone = chosen.length === 1;
  for (const { component, dc, ac } of chosen) {
    const quantum = component && quanta.get(component.quantum);
    if (!component || !dc || !ac || !quantum) return undefined;
    scanned.push({
      dc,
      ac,
      quantum,
      last: 0,
      blocks: isAlone ? 1 : component.across * component.down,
    });
  }
  const [widest, tallest] = [
    Math.max(...components.map(({ across }) => across)),
    Math.max(...components.map(({ down }) => down)),
  ];
  const only = isAlone ? chosen[0]?.component : undefined;
  const units = only
    ? Math.ceil((width * only.across) / widest / 8) * Math.ceil((height * only.down) / tallest / 8)
    : Math.ceil(width / (8 * widest)) * Math.ceil(height / (8 * tallest));

  const reader = new BitReader(bytes, from);
  for (let unit = 0; unit < units; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) {
      if (!reader.isSpent() || reader.marker !== 0xd0 + ((unit / interval - 1) % 8))
        return undefined;
      reader.restart();
      for (const component of scanned) component.last = 0;
    }
    for (const component of scanned)
      for (let block = 0; block < component.blocks; block++)
        if (!takeBlock(reader, component)) return undefined;
    if (reader.isOverrun()) return undefined;
  }
  const isEnd = reader.marker !== undefined && !(reader.marker >= 0xd0 && reader.marker <= 0xd7);
  return isEnd && reader.isSpent() ? reader.at : undefined;
}

/** The coded bits of a scan, up to the next marker. */
class BitReader {
  private bits = 0;
  private held = 0;
  /** Padding bits after a marker was reached, because every code is looked up by 16 bits. */
  private missing = 0;

  private readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  private fill(): void {
    const { bytes } = this;
    while (this.held <= 16) {
      const byte = this.at < bytes.length ? (bytes[this.at] ?? 0) : 0xff;
      if (byte !== 0xff) {
        this.bits = (this.bits << 8) | byte;
        this.at += 1;
      } else if (bytes[this.at + 1] === 0) {
        this.bits = (this.bits << 8) | byte;
        this.at += 2;
      } else {
        this.bits <<= 8;
        this.missing += 8;
      }
      this.held += 8;
    }
  }

  take(count: number): number {
    if (count === 0) return 0;
    if (this.held <= 16) this.fill();
    this.held -= count;
    return (this.bits >>> this.held) & ((1 << count) - 1);
  }

  /** The value of the next code; -1 if there is no such code. */
  decode(table: Table): number {
    if (this.held <= 16) this.fill();
    const entry = table[(this.bits >>> (this.held - 16)) & 0xffff] ?? 0;
    this.held -= entry >> 8;
    return entry === 0 ? -1 : entry & 0xff;
  }

  /** The number of the marker at which the bits end, if they do. */
  get marker(): number | undefined {
    const number = this.bytes[this.at] === 0xff ? this.bytes[this.at + 1] : undefined;
    return number === 0 ? undefined : number;
  }

  /**
   * Whether all bits are read. The rest of the last byte is padding; a whole unread byte is an
   * error.
   */
  isSpent(): boolean {
    return this.held - this.missing < 8 && !this.isOverrun();
  }

  isOverrun(): boolean {
    return this.missing > this.held;
  }

  /** Continues after the restart marker, with the next interval. */
  restart(): void {
    this.at += 2;
    this.bits = 0;
    this.held = 0;
    this.missing = 0;
  }
}

/** The number that `size` bits represent. */
const extend = (value: number, size: number) =>
  size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;

/** Reads one block of 64 coefficients. False if it is not valid. */
function takeBlock(reader: BitReader, component: ScanComponent): boolean {
  const { quantum, ac } = component;
  const size = reader.decode(component.dc);
  if (size < 0 || size > 11) return false;
  component.last += extend(reader.take(size), size);
  const step = quantum[0] ?? 1;
  if (Math.abs(component.last) * step > mostLight + step) return false;
  for (let index = 1; index < 64; index++) {
    const symbol = reader.decode(ac);
    const own = symbol & 15;
    if (symbol === 0) return true;
    if (symbol < 0 || (own === 0 && symbol !== 0xf0) || own > 10) return false;
    index += symbol >> 4;
    if (index > 63) return false;
    if (own === 0) continue;
    const unit = quantum[index] ?? 1;
    if (Math.abs(extend(reader.take(own), own)) * unit > mostLight + unit) return false;
  }
  return true;
}

/** The limit of a coefficient, which is made from 64 samples of eight bits. */
const mostLight = 1024;
