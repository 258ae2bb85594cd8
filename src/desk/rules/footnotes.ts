/** Every footnote has its mark in the text, and every mark its footnote. */
import { getSpan, walk } from '../../library/markup/article-text.ts';
import type { TextFile } from '../../library/content.ts';
import { createFinding, findNearest } from '../../library/findings.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkFootnotes: Rule = ({ articles, pages }) =>
  [...articles, ...pages].flatMap(checkText);

function checkText({ source, tree }: TextFile<unknown>): Finding[] {
  if (!tree) return [];
  if (!source.text.includes('[^')) return [];
  const nodes = walk(tree).map(({ node }) => node);
  const marked = new Set(
    nodes.filter((node) => node.type === 'footnoteReference').map((node) => node.identifier),
  );
  const notes = nodes.filter((node) => node.type === 'footnoteDefinition');
  const names = notes.map((node) => node.identifier ?? '');
  const refuse = (start: number, end: number, message: string, fix: string) =>
    createFinding(source, { start, end }, { rule: 'footnote', level: 'error', message, fix });
  return nodes.flatMap((node) => {
    const { start, end } = getSpan(node);
    if (node.type === 'text')
      // The parser does not recognise a mark without a note, and it would be printed unchanged.
      return [...source.text.slice(start, end).matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)].map(
        ({ 0: mark, 1: name = '', index }) => {
          const near = findNearest(name, names);
          const fix = near
            ? `Did you mean [^${near}]?`
            : `Add a line at the end: ${mark}: and the note.`;
          return refuse(
            start + index,
            start + index + mark.length,
            `There is no footnote "${name}".`,
            fix,
          );
        },
      );
    if (node.type !== 'footnoteDefinition') return [];
    const name = node.identifier ?? '';
    const label = start + `[^${node.label ?? name}]:`.length;
    if (notes.find((other) => other.identifier === name) !== node)
      return [
        refuse(
          start,
          label,
          `The footnote "${name}" appears twice, and readers would see only one.`,
          'Give one of them another name.',
        ),
      ];
    if (marked.has(name)) return [];
    return [
      refuse(
        start,
        label,
        `No mark leads to the footnote "${name}", so readers would not see it.`,
        `Write [^${name}] where it belongs, or delete the note.`,
      ),
    ];
  });
}
