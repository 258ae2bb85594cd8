/**
 * Lists the records that each text and record names by id, link or tag, and to which it leads
 * readers.
 */
import { parseInline } from '../../evidence/inline.ts';
import { listNamed, walk } from '../markup/article-text.ts';
import type { ArticleNode, Content, TextFile } from '../content.ts';
import { mentionKinds, walkTexts, type Field, type MentionKind } from '../../schema/meaning.ts';
import { getFields, getFieldsOfFile, type RecordName } from '../../schema/records.ts';

/**
 * "charts/parcels-by-place": a record by its kind and id; articles, pages and lists in one file are
 * named by their path.
 */
export type Mention = string;

export const nameRecord = (kind: MentionKind, id: string): Mention => `${kind}/${id}`;

/** Every record, text and list of the content, each with the records that it names. */
export function listMentions(content: Content): Map<Mention, ReadonlySet<Mention>> {
  const {
    articles,
    pages,
    sources,
    quantities,
    breakdowns,
    charts,
    claims,
    events,
    places,
    glossary,
    corrections,
    site,
  } = content;
  const named = new Map<Mention, ReadonlySet<Mention>>();
  const put = (name: Mention, mentions: readonly Mention[]) => named.set(name, new Set(mentions));
  const putAll = (
    kind: MentionKind,
    records: readonly { id: string; source: { path: string }; value: unknown }[],
  ) => {
    for (const { id, source, value } of records)
      put(nameRecord(kind, id), readFields(value, getFieldsOfFile(source.path)));
  };
  putAll('numbers', [...quantities, ...breakdowns]);
  putAll('sources', sources);
  putAll('claims', claims);
  for (const { id, value, table } of charts) {
    const cells = (table?.rows ?? []).flatMap((row) =>
      row.sources.map((source) => nameRecord('sources', source.id)),
    );
    put(nameRecord('charts', id), [...readFields(value, getFields('chart')), ...cells]);
  }
  const putEntries = (
    kind: MentionKind,
    name: RecordName,
    list: { value: { id: string }[] } | undefined,
  ) => {
    for (const entry of list?.value ?? [])
      put(nameRecord(kind, entry.id), readFields(entry, getFields(name)));
  };
  putEntries('events', 'event', events);
  putEntries('places', 'place', places);
  putEntries('terms', 'term', glossary);
  for (const text of [...articles, ...pages]) put(text.source.path, readText(text));
  for (const file of [site, corrections])
    if (file) put(file.source.path, readFields(file.value, getFieldsOfFile(file.source.path)));
  return named;
}

function readText({ source, matter, tree }: TextFile<unknown>): Mention[] {
  return [
    ...readFields(matter?.value, getFieldsOfFile(source.path)),
    ...(tree ? walk(tree).flatMap(({ node }) => readNode(node)) : []),
  ];
}

function readNode(node: ArticleNode): Mention[] {
  if (node.type === 'link' || node.type === 'definition') return readAddress(node.url ?? '');
  return mentionKinds.flatMap((kind) => listNamed(node, kind).map((id) => nameRecord(kind, id)));
}

/** The target of an address of the site: num:…, source:…, /charts/…/, /glossary/#…. */
function readAddress(url: string): Mention[] {
  const [, scheme, ref = ''] = /^(num|source):([^#?]*)/.exec(url) ?? [];
  if (scheme !== undefined)
    return [nameRecord(scheme === 'num' ? 'numbers' : 'sources', toId(ref))];
  const [, folder, id = ''] =
    /^\/(numbers|sources|charts|embed|claims)\/([^/#?.]+)/.exec(url) ?? [];
  if (folder !== undefined)
    return [nameRecord(folder === 'embed' ? 'charts' : (folder as MentionKind), id)];
  const [, page, place = ''] = /^\/(timeline|places|glossary)\/#(.+)$/.exec(url) ?? [];
  const kinds: Record<string, MentionKind> = {
    timeline: 'events',
    places: 'places',
    glossary: 'terms',
  };
  const kind = kinds[page ?? ''];
  return kind ? [nameRecord(kind, place)] : [];
}

const toId = (ref: string) => ref.split('/')[0] ?? ref;

/** The records that the fields of a file name, by id or in a link. */
function readFields(value: unknown, fields: Field | undefined): Mention[] {
  return [...walkTexts(value, fields)].flatMap(({ text, meaning }) => {
    const linked = parseInline(text).flatMap((run) => {
      if (run.kind === 'number') return [nameRecord('numbers', toId(run.ref))];
      if (run.kind === 'source') return [nameRecord('sources', run.id)];
      return run.kind === 'link' ? readAddress(run.href) : [];
    });
    return meaning?.names ? [...linked, nameRecord(meaning.names, toId(text))] : linked;
  });
}
