/**
 * A list of ids or words names each of them once. A repetition would be printed twice, or another
 * one was meant.
 */
import type { Content, ContentFile } from '../../library/content.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenQuantity } from '../../schema/quantity.ts';
import { refuseField, type Rule } from './rule.ts';

export const checkLists: Rule = (content) =>
  listFiles(content)
    .flatMap((file) =>
      listRepeated(file.value, []).map(({ path, word }) =>
        refuse(file, path, `"${word}" appears twice in this list.`, 'Keep one of the two.'),
      ),
    )
    .concat(content.quantities.flatMap(checkOwnId));

/** A quantity is not related to itself. */
function checkOwnId(file: ContentFile<WrittenQuantity>): Finding[] {
  const at = file.value.related?.indexOf(file.id) ?? -1;
  return at === -1
    ? []
    : [
        refuse(
          file,
          ['related', at],
          `"${file.id}" is this quantity itself.`,
          'Remove it from the list.',
        ),
      ];
}

const refuse = (file: YamlRecord<unknown>, path: YamlPath, message: string, fix: string): Finding =>
  refuseField(file, path, 'id-taken', message, fix);

/** All files that may have lists, except charts: another rule reports what a chart draws twice. */
function listFiles({
  site,
  articles,
  sources,
  quantities,
  breakdowns,
  claims,
  events,
  places,
  glossary,
}: Content): YamlRecord<unknown>[] {
  const matters = articles.flatMap(({ matter }) => matter ?? []);
  const lists = [site, events, places, glossary].filter((file) => file !== undefined);
  return [...lists, ...matters, ...sources, ...quantities, ...breakdowns, ...claims];
}

function listRepeated(value: unknown, path: YamlPath): { path: YamlPath; word: string }[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
    return value.flatMap((word, index) =>
      value.indexOf(word) < index ? [{ path: [...path, index], word }] : [],
    );
  return Object.entries(value).flatMap(([key, inner]) =>
    listRepeated(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
