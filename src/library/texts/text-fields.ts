/**
 * The texts of the record that readers see, each with its position. Their numbers must be linked,
 * in every kind of file.
 */
import type { Content } from '../content.ts';
import type { Span } from '../findings.ts';
import type { YamlPath, YamlRecord } from '../yaml/read-yaml.ts';
import { walkTexts } from '../../schema/meaning.ts';
import { getFieldsOfFile } from '../../schema/records.ts';

export type TextField = { file: YamlRecord<unknown>; path: YamlPath; text: string };

export function listTextFields(content: Content): readonly TextField[] {
  const known = listed.get(content);
  if (known) return known;
  const fields = collectAll(content);
  listed.set(content, fields);
  return fields;
}

/** A cache, because content never changes once it is read, and half of the rules need its texts. */
const listed = new WeakMap<Content, readonly TextField[]>();

function collectAll(content: Content): TextField[] {
  const lists = [
    content.site,
    content.events,
    content.places,
    content.glossary,
    content.corrections,
  ].flatMap((file) => file ?? []);
  const own = [
    ...content.quantities,
    ...content.breakdowns,
    ...content.charts,
    ...content.claims,
    ...lists,
  ];
  const texts = [...content.articles, ...content.pages].flatMap((text) => text.matter ?? []);
  return [...own, ...texts, ...content.sources, ...(content.unfit ?? [])].flatMap((file) =>
    [...walkTexts(file.value, getFieldsOfFile(file.source.path))].flatMap(
      ({ path, text, meaning }) => (meaning?.holds === 'bound' ? { file, path, text } : []),
    ),
  );
}

/** Where a part of a text field is in its file. In a folded text, line breaks count as spaces. */
export function findFragment(field: TextField, fragment: string, from = 0): Span {
  const span = field.file.spanOf(field.path);
  const written = field.file.source.text.slice(span.start, span.end);
  const before = field.text.slice(0, from).split(/\s+/).filter(Boolean).length;
  const pattern = new RegExp(
    fragment
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'g',
  );
  let best: Span | undefined;
  for (const match of written.matchAll(pattern)) {
    best = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    if (written.slice(0, match.index).split(/\s+/).filter(Boolean).length >= before) break;
  }
  return best ?? { start: span.start, end: Math.min(span.end, span.start + 1) };
}
