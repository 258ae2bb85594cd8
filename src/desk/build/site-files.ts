/**
 * The texts of a built site while the build changes them: each file is read once and written once,
 * however many steps look at it or change it.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Characters that are kept in memory, at most 120 MB; of a larger site the rest goes to the disk at
 * once.
 */
const mostKept = 60_000_000;

export class SiteFiles {
  readonly folder: string;
  readonly #paths: Set<string>;
  readonly #texts = new Map<string, string>();
  readonly #changed = new Set<string>();
  readonly #room: number;
  #kept = 0;

  /** A folder that was never written has no files. `room` is how many characters are kept. */
  constructor(folder: string, room = mostKept) {
    this.folder = folder;
    this.#room = room;
    const entries = existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
      : [];
    this.#paths = new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .map((path) => path.split(sep).join('/'))
        .sort(),
    );
  }

  /** Paths inside the site, with "/", in order. */
  list(ending = ''): string[] {
    return [...this.#paths].filter((path) => path.endsWith(ending)).sort();
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  read(path: string): string {
    const text = this.#texts.get(path);
    if (text !== undefined) return text;
    const found = readFileSync(join(this.folder, path), 'utf8');
    this.#keep(path, found);
    return found;
  }

  /** The disk has the text after `save`. */
  write(path: string, text: string): void {
    if (this.#paths.has(path) && this.read(path) === text) return;
    this.#paths.add(path);
    if (this.#keep(path, text)) this.#changed.add(path);
    else {
      this.#changed.delete(path);
      this.#save(path, text);
    }
  }

  /** Changes a text, or leaves it as it is. */
  change(path: string, by: (text: string) => string): void {
    this.write(path, by(this.read(path)));
  }

  remove(path: string): void {
    this.#paths.delete(path);
    this.#forget(path);
    this.#changed.delete(path);
    rmSync(join(this.folder, path), { force: true });
  }

  /** Writes what was changed. */
  save(): void {
    for (const path of this.#changed) this.#save(path, this.read(path));
    this.#changed.clear();
  }

  #save(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  #keep(path: string, text: string): boolean {
    this.#forget(path);
    if (this.#kept + text.length > this.#room) return false;
    this.#kept += text.length;
    this.#texts.set(path, text);
    return true;
  }

  #forget(path: string): void {
    this.#kept -= this.#texts.get(path)?.length ?? 0;
    this.#texts.delete(path);
  }
}
