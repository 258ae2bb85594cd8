/**
 * Sources that the desk itself holds, added to the good site of the check, with private notes to
 * editors.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words in notes after a #, which are in no field. */
export const privateWords = ['behind the bakery', 'her sister'];

const files: Record<string, string> = {
  'sources/officer.yaml': `# Met behind the bakery; ask her sister first.
kind: interview
person: an officer of the army
terms: name-withheld
withheld_reason: Soldiers may not speak to the press without leave.
date: 2026-05-12
held: [notes, recording] # the notes are behind the bakery
quotes:
  - text: we never counted them twice
quotes_checked: true
`,
  'sources/spokeswoman.yaml': `kind: call
person: A. Name, spokeswoman of the sample
terms: on-record
date: 2026-05-13
held: [notes]
`,
  'sources/clerk.yaml': `kind: letter
person: a clerk of the ministry
terms: background
withheld_reason: The rules of the ministry allow no letters to the press.
received: 2026-05
held: [original]
`,
  'sources/inventory.yaml': `kind: held-document
title: An inventory of the sample
publisher: The ministry of the sample
date: 2014-06-02
received: 2026-05-12
person: a clerk of the ministry
terms: name-withheld
withheld_reason: The rules of the ministry allow no letters to the press.
held: [copy]
quotes:
  - text: forty vehicles on hand
`,
  'quantities/vehicles.yaml': `tag: E-20
title: Vehicles of the sample
counts: Vehicles that the sample counts.
subject: losses
unit: { kind: count, one: vehicle, many: vehicles }
statements:
  - id: officer-2026
    source: officer
    value: 40
    wording: we had forty vehicles
  - id: spokeswoman-2026
    source: spokeswoman
    value: 40
  - id: inventory-2014
    source: inventory
    value: 40
    wording: forty vehicles on hand
`,
};

const paragraphs = `
There were [40 vehicles](num:vehicles/officer-2026), said [an officer of the army](source:officer): “we never counted them twice”. A
[letter](source:clerk) says the same.

<Quote source="officer">we never counted them twice</Quote>

<PullQuote source="officer">we never counted them twice</PullQuote>

<Quote source="inventory">forty vehicles on hand</Quote>
`;

/** Adds these files to a copy of the good site. */
export function fillRoot(root: string): void {
  for (const [path, text] of Object.entries(files))
    writeFileSync(join(root, 'content', path), text);
  const article = join(root, 'content/articles/sample.mdx');
  writeFileSync(article, readFileSync(article, 'utf8') + paragraphs);
}
