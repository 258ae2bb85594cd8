/**
 * Opens one content file, and only a real file: a pipe would make the check wait for ever, and a
 * link could lead anywhere.
 */
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** Why a file cannot be read, explained to an editor. */
export type Unreadable = { message: string; fix: string; isTooLarge?: true };

/** A content file is at most this many bytes. */
const maximumBytes = 500_000;

/** The kind of entry at `path` below `root`. A link is not followed. */
export function findEntry(root: string, path: string): Stats | undefined {
  try {
    return lstatSync(join(root, path));
  } catch {
    return undefined;
  }
}

/** The file's bytes, or why they cannot be read. `path` is below `root`. */
export function readBytes(root: string, path: string, maximum = maximumBytes): Buffer | Unreadable {
  try {
    const stats = lstatSync(join(root, path));
    const what = stats.isSymbolicLink()
      ? 'a link to another file'
      : stats.isDirectory()
        ? 'a folder'
        : 'a device or a pipe';
    if (!stats.isFile())
      return {
        message: `This is ${what}, and only a file of its own is read.`,
        fix: 'Put the file itself in its place.',
      };
    if (stats.size > maximum)
      return {
        message: `The file has ${stats.size} bytes; at most ${maximum} are read.`,
        fix: 'Split it, or remove what was pasted by mistake.',
        isTooLarge: true,
      };
    return readFileSync(join(root, path));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return {
      message: `The file cannot be opened (${code}).`,
      fix: 'See that it is still there and that you may read it.',
    };
  }
}
