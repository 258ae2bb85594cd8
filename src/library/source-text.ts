/** A file's text with the line and column of each character, so that findings can point at it. */

export type Place = { line: number; column: number };

export type SourceText = {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  /** One-based line and column of a character offset; offsets past the end give the end. */
  locate: (offset: number) => Place;
  /** The offset of a line and column that `locate` gave. */
  offsetOf: (place: Place) => number;
};

export function createSourceText(path: string, text: string): SourceText {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  return {
    path,
    text,
    locate(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
    offsetOf: ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1,
  };
}

/** Normalises a text: lines end in LF, and there is no byte order mark. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}

/**
 * The text with a line break at its end. Without one, a text that stops in the middle of code
 * crashes the MDX parser.
 */
export function endLastLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
