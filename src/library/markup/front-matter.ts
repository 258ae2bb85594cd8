/** The YAML between the two lines of --- at the start of a text. */

const pattern = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/**
 * The YAML and the offset of its first character; undefined when the text has no front matter.
 * Lines end in LF.
 */
export function findFrontMatter(text: string): { yaml: string; offset: number } | undefined {
  const match = pattern.exec(text);
  return match ? { yaml: match[1] ?? '', offset: text.indexOf('\n') + 1 } : undefined;
}
