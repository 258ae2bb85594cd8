/**
 * The evidence tag after the highest of `tags`: E-07 after E-06. It is never given twice, so gaps
 * stay open.
 */
export function getNextEvidenceTag(tags: readonly string[]): string {
  const highest = tags.reduce((high, tag) => Math.max(high, Number(tag.slice(2))), 0);
  return `E-${String(highest + 1).padStart(2, '0')}`;
}
