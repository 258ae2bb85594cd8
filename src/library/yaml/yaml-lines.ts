/** Lines of a YAML file, and the parts of each. */
import type { Span } from '../findings.ts';

export function lineAround(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  return {
    start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1,
    end: end === -1 ? text.length : end,
  };
}

/** The part of a line before its value: hyphens, and the name of its field. */
export const beginning = /^\s*(?:- +)*(?:[\w-]+:(?: +|$))?/;

export function readLine(text: string, at: number): string {
  const { start, end } = lineAround(text, at);
  return text.slice(start, end);
}

export const indentOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;
