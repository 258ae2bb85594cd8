/** Evidence tags, ids of numbers and addresses of standing pages are each given once. */
import { getNextEvidenceTag } from '../../evidence/evidence-tags.ts';
import { listAddressedFiles } from '../../site/expected-pages.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { toRecordId } from '../../publish/published-lock.ts';
import type { Finding } from '../../schema/finding.ts';
import { refuseField } from './rule.ts';

/**
 * Evidence tags are unique. Quantities and breakdowns share one namespace; statements have one per
 * quantity.
 */
export function checkNames({ quantities, breakdowns, published }: Content): Finding[] {
  const findings: Finding[] = [];
  const tags = new Map<string, string>();
  const ids = new Map<string, string>();
  const shown = new Set(
    Object.values(published?.value.articles ?? {}).flatMap(({ numbers }) =>
      Object.keys(numbers).map(toRecordId),
    ),
  );
  const records = [...quantities, ...breakdowns];
  // What readers have seen keeps its tag, so it comes first.
  for (const file of [
    ...records.filter(({ id }) => shown.has(id)),
    ...records.filter(({ id }) => !shown.has(id)),
  ]) {
    const first = tags.get(file.value.tag);
    if (first)
      findings.push(
        refuseField(
          file,
          ['tag'],
          'tag-taken',
          `Two records have the evidence tag ${file.value.tag}: this one and ${first}.`,
          `Give the newer one the next free evidence tag, ${getNextEvidenceTag(records.map(({ value }) => value.tag))}; a published evidence tag never changes.`,
        ),
      );
    else tags.set(file.value.tag, file.source.path);
    const other = ids.get(file.id);
    if (other)
      findings.push(
        refuseField(
          file,
          [],
          'id-taken',
          `${other} has the same id, so one page would hide the other.`,
          'Rename one of the two files.',
        ),
      );
    else ids.set(file.id, file.source.path);
  }
  return findings;
}

/** A standing page must not have the address of a page that the site makes itself. */
export function checkPageNames(content: Content): Finding[] {
  const taken = new Set(listAddressedFiles({ ...content, pages: [] }));
  return content.pages.flatMap(({ slug, source }) =>
    taken.has(`${slug}/index.html`) || taken.has(`${slug}.html`)
      ? [
          createFinding(
            source,
            { start: 0, end: 3 },
            {
              rule: 'id-taken',
              level: 'error',
              message: `The site has a page of its own at /${slug}/, so one page would hide the other.`,
              fix: 'Give the file another name.',
            },
          ),
        ]
      : [],
  );
}
