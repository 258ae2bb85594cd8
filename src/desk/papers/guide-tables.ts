/**
 * What the editor's guide prints from the code: the author tags, the fields of each record, the
 * rules of the check.
 */
import { listWords } from '../../evidence/format.ts';
import type { AuthorTag } from '../../schema/author-tags.ts';
import { listVariants, type JsonSchema } from '../../schema/json-schema.ts';
import type { RuleText } from '../../schema/rules.ts';

const row = (cells: string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

function formatTable(head: string[], rows: string[][]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Each tag with what it is for and its attributes. */
export function formatTags(tags: Record<string, AuthorTag>): string {
  const rows = Object.entries(tags).map(([name, { purpose, attributes, example }]) => {
    const listed = Object.entries(attributes).map(
      ([attribute, { required, purpose: use }]) =>
        `\`${attribute}\`${required ? '' : ' (if you like)'}: ${escapeSigns(use)}`,
    );
    return [`\`${name}\``, [escapeSigns(purpose), ...listed].join(' '), `\`${example}\``];
  });
  const inWords = Object.keys(tags).filter((name) => tags[name]?.place === 'words');
  const rule = `${listWords(inWords.map((name) => `\`${name}\``))} go inside a sentence; every other tag on its own line, with an empty line above and below it.`;
  return `${rule}\n\n${formatTable(['tag', 'for', 'example'], rows)}`;
}

/**
 * Each rule with what is wrong and how to fix it. Warnings are marked; all other findings stop the
 * publication.
 */
export function formatRules(rules: Record<string, RuleText>): string {
  const rows = Object.entries(rules).map(([name, { level, meaning, cure }]) => [
    `\`${name}\`${level === 'warning' ? ' (warning)' : ''}`,
    escapeSigns(meaning),
    escapeSigns(cure),
  ]);
  return formatTable(['finding', 'what is wrong', 'how to fix it'], rows);
}

/** The fields of a record, then those of the records inside it, each in a table. */
export function formatFields(schema: JsonSchema): string {
  const variants = listVariants(schema);
  const [first] = variants;
  if (!first || variants.length === 1) return formatObject(first ?? schema);
  const shared = Object.keys(first.properties ?? {}).filter(
    (name) =>
      name !== 'kind' &&
      variants.every(
        ({ properties = {} }) =>
          JSON.stringify(properties[name]) === JSON.stringify(first.properties?.[name]),
      ),
  );
  return [
    formatObject(pickFields(first, (name) => shared.includes(name))),
    ...variants.map((variant) =>
      formatObject(
        pickFields(variant, (name) => !shared.includes(name)),
        nameVariant(variant),
      ),
    ),
  ].join('\n\n');
}

/** "kind: bars, table: csv": the fields that determine which of several shapes a record has. */
function nameVariant({ properties = {} }: JsonSchema): string {
  const fixed = Object.entries(properties).flatMap(([name, field]) =>
    field.const === undefined
      ? []
      : [`${name}: ${JSON.stringify(field.const).replaceAll('"', '')}`],
  );
  return `With \`${fixed.join('`, `')}\``;
}

function pickFields(schema: JsonSchema, keep: (name: string) => boolean): JsonSchema {
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([name]) => keep(name)),
    ),
  };
}

function formatObject({ properties = {}, required = [] }: JsonSchema, name?: string): string {
  const fields = Object.entries(properties).filter(([, field]) => !field.not);
  const rows = fields.map(([field, shape]) => [
    `\`${field}\``,
    required.includes(field) ? 'yes' : '',
    describeField(shape),
  ]);
  const nested = fields.flatMap(([field, shape]) => {
    const isList = shape.items !== undefined && !Array.isArray(shape.items);
    const inner = isList ? (shape.items as JsonSchema) : shape;
    return inner.properties
      ? [formatObject(inner, `${isList ? 'Each entry of' : 'Inside'} \`${field}\``)]
      : [];
  });
  return [
    ...(name ? [`${name}:`] : []),
    formatTable(['field', 'needed', 'what it holds'], rows),
    ...nested,
  ].join('\n\n');
}

function describeField(shape: JsonSchema): string {
  const allowed = shape.enum ?? (shape.items as JsonSchema | undefined)?.enum;
  const list = allowed
    ? ` One of: ${allowed.map((value) => `\`${String(value)}\``).join(', ')}.`
    : '';
  return `${escapeSigns(shape.description ?? '')}${list}`;
}

/** Escapes signs that Markdown or HTML would take for markup outside of code. */
function escapeSigns(text: string): string {
  return text.replace(/[<>*_[\]`]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`,
  );
}

/** Replaces the part of `text` between the two markers of `name`. */
export function fillSection(text: string, name: string, body: string): string {
  const [begin, end] = [`<!-- begin ${name}: printed by npm run guide -->`, `<!-- end ${name} -->`];
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start === -1 || stop < start)
    throw new Error(`The guide has no section between ${begin} and ${end}.`);
  const quiet = ['<!-- prettier-ignore-start -->', body, '<!-- prettier-ignore-end -->'].join(
    '\n\n',
  );
  return `${text.slice(0, start + begin.length)}\n${quiet}\n${text.slice(stop)}`;
}
