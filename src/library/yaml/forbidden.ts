/** Reports what the parser accepts but records must not hold. */
import { isMap, isScalar, visit, type Document, type Node } from 'yaml';
import type { Finding } from '../../schema/finding.ts';
import { createFinding } from '../findings.ts';
import type { SourceText } from '../source-text.ts';

/** A file with more mistakes is not a record at all, and the list of findings must end. */
export const maximumFindings = 100;

/** The most levels of nesting, counting pairs and lists. The deepest record has eight. */
const maximumDepth = 40;

/**
 * Anchors, aliases and custom tags, which can make a small file expand without limit, duplicate
 * keys, and endless nesting.
 */
export function findForbidden(
  document: Document.Parsed,
  source: SourceText,
  offset: number,
): Finding[] {
  const findings: Finding[] = [];
  const refuse = (node: Node, message: string, fix: string, end = (node.range?.[0] ?? 0) + 1) => {
    const span = { start: (node.range?.[0] ?? 0) + offset, end: end + offset };
    findings.push(createFinding(source, span, { rule: 'yaml', level: 'error', message, fix }));
    return findings.length < maximumFindings ? undefined : visit.BREAK;
  };
  const refuseUse = (node: Node, what: string) =>
    refuse(
      node,
      `${what} are not used in content files.`,
      'Write the value out where it is needed.',
    );
  visit(document, {
    Alias: (_, node) => {
      const isEmphasis = node.source.endsWith('*');
      if (!isEmphasis) return refuseUse(node, 'Aliases (*name)');
      return refuse(
        node,
        'A text cannot begin with * unless the whole text is in quotation marks.',
        `Write "*${node.source}"`,
      );
    },
    Node: (_, node, path) => {
      if (path.length > maximumDepth) {
        refuse(
          node,
          'Lists or fields nest too deep here.',
          'Write it with fewer levels, like the other files of this folder.',
        );
        return visit.BREAK;
      }
      if ('anchor' in node && node.anchor) refuseUse(node, 'Anchors (&name)');
      if (node.tag) refuseUse(node, 'Tags (!name)');
      findings.push(...findCutText(node, source, offset));
      if (!isMap(node)) return undefined;
      const keys = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) {
          refuse(
            node,
            'The name of a field is a list or a group of fields here.',
            'Put the text in double quotes.',
          );
          continue;
        }
        if (keys.has(key.value))
          refuse(
            key,
            'This key appears twice, so one value would be lost.',
            'Keep one of them.',
            key.range?.[1],
          );
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return findings;
}

/**
 * Reports a text that a # cuts off. In a note to editors a space follows the #, and at most a word
 * or two precede it.
 */
function findCutText(node: Node, source: SourceText, offset: number): Finding[] {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return [];
  const [start, end] = [node.range[0] + offset, node.range[1] + offset];
  if (source.text[end] !== ' ') return [];
  const [cut, note] = /^ +(#[^\n]*)/.exec(source.text.slice(end, end + 1000)) ?? [];
  if (cut === undefined || note === undefined) return [];
  if (/^#\s/.test(note) && source.text.slice(start, end).trim().split(/\s+/).length < 3) return [];
  const at = end + cut.length - note.length;
  return [
    createFinding(
      source,
      { start: at, end: at + note.length },
      {
        rule: 'yaml',
        level: 'error',
        message: 'Everything after a # is a note to editors, which readers do not see.',
        fix: `Write ${JSON.stringify(source.text.slice(start, at + note.length).trimEnd())} if it belongs to the text, or put the note on a line of its own, with a space after the #.`,
      },
    ),
  ];
}

/** False if the document holds something that can make a small file expand without limit. */
export function isSafe(document: Document.Parsed): boolean {
  let isSafe = true;
  const refuse = () => {
    isSafe = false;
    return visit.BREAK;
  };
  visit(document, {
    Alias: refuse,
    Node: (_, _node, path) => (path.length > maximumDepth ? refuse() : undefined),
  });
  return isSafe;
}
