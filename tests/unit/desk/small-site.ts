/** A small site in which everything occurs once. Tests damage it and build it. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draw, putPicture } from '../../content/make-pictures.ts';

const house = join(import.meta.dirname, '../../..');

const matter = (title: string) =>
  `---\ntitle: ${title}\nsummary: "Two sentences: the first, and *the second*. They bind [2,300 Humvees](num:mosul-humvees)."\ndate: 2015-07-01\nlead_number: mosul-humvees\nabout: [reuters-van-buren]\nfindings:\n  - The first finding, with <Plain>two</Plain> words.\n  - The second names [a source](source:van-buren-blog).\n---\n`;

const body = `
Iraq lost [2,300 Humvees](num:mosul-humvees), wrote [Reuters](source:reuters-van-buren) on 2 June 2015, and
[at least 40 tanks](num:tanks-lost), “at least 40 M1A1 main battle tanks”. See [the methodology](/methodology/).

## Words of others

<Quote source="reuters-van-buren" by="Peter Van Buren" at="second paragraph">at least 40 M1A1 main battle tanks</Quote>

<PullQuote source="reuters-van-buren" on="2 June 2015">at least 40 M1A1 main battle tanks</PullQuote>

<Analysis by="Chain of Custody">

That one of the numbers is a slip is *our* inference, and **unproven**.

</Analysis>

<Opinion by="Peter Van Buren, We Meant Well" source="van-buren-blog">He argues that it was no accident.</Opinion>

## What was counted

- A list, with [74,000 machine guns](num:machine-guns/reuters-2015)
  - and one inside it
- and its end.

1. Ordered, too.
2. With <Term id="pkc">PKC</Term> in it.

| place | share |
| --- | --- |
| China | [43.5 per cent](num:weapons-origin/china) |
| others | [56.5 per cent](num:weapons-origin/remainder) |

<Chart id="parcels" />

<Claim id="tanks" />

<Note title="An aside">It has <Plain>three</Plain> words, a \`code\` word and a line\\
break.</Note>

<Picture file="bridge.png" alt="Coloured noise, as wide as a hand." credit="The desk">The noise stands for [4,000](num:machine-guns/van-buren-2015).</Picture>

> at least 40 M1A1 main battle tanks

### The end

A last word with &amp; and \\{ in it.
`;

const records: Record<string, string> = {
  'charts/parcels.yaml': `kind: bars
title: Parcels by place
subtitle: Parcels, by place
description: >-
  Ranked bars of countable marks, one for each place; what they stand for is in the table below the drawing, row by row.
note: Nothing was counted twice.
sources: "[Reuters](source:reuters-van-buren)"
measures:
  - { id: parcels, label: Parcels }
table: csv
unit: { kind: count, one: parcel, many: parcels }
read_in: [reuters-van-buren]
`,
  'charts/parcels.csv':
    'label,value,qualifier,note\nNorth,31,at-least,\nSouth,12,,"a note, with a comma"\nEast,–,,\n',
  'charts/guns.yaml': `kind: range
title: Two numbers were printed for the same guns
subtitle: Machine guns, by who printed their number
description: Two marks on one axis from zero, far from each other; each is named beside it, with who printed it.
sources: "[Reuters](source:reuters-van-buren) and [his blog](source:van-buren-blog)"
rows:
  - { numbers: [machine-guns/reuters-2015], label: Reuters }
  - { numbers: [machine-guns/van-buren-2015], label: blog, role: context }
`,
  'claims/tanks.yaml': `made_in: reuters-van-buren
claim: Iraq lost tanks of one type.
verdict: supported
finding: The record has [at least 40 tanks](num:tanks-lost).
for: [{ source: van-buren-blog }]
numbers: [tanks-lost]
`,
  'quantities/all-vehicles.yaml': `tag: E-20
title: Humvees and tanks
counts: Humvees and tanks together.
not_counted: [Trucks.]
subject: losses
unit: { kind: count, one: vehicle, many: vehicles }
derivation: { operation: sum, of: [mosul-humvees, tanks-lost], decimals: 0, explanation: Both numbers together. }
`,
  'glossary.yaml':
    '- id: pkc\n  term: PKC\n  also: [PKCs]\n  meaning: >-\n    A machine gun of Soviet design,\n    fed from a belt.\n',
  'places.yaml':
    '- id: mosul\n  name: Mosul\n  country: Iraq\n  latitude: 36.34\n  longitude: 43.13\n  note: A city on the Tigris.\n',
  'events.yaml':
    '- id: mosul-falls\n  date: 2014-06-10\n  title: Mosul falls\n  summary: [2,300 Humvees](num:mosul-humvees) were lost.\n  lane: ground\n  places: [mosul]\n  sources: [reuters-van-buren]\n  major: true\n'.replace(
      'summary: [',
      'summary: >-\n    [',
    ),
  'corrections.yaml':
    '- date: 2015-07-02\n  kind: error\n  article: everything\n  old: the old words\n  new: Words of others\n  why: It was wrong.\n',
};

/** Files that a test may damage, below the site's root. */
export const smallSiteFiles = [
  'articles/everything.mdx',
  'quantities/machine-guns.yaml',
  'quantities/all-vehicles.yaml',
  'sources/reuters-van-buren.yaml',
  'breakdowns/weapons-origin.yaml',
  'charts/parcels.yaml',
  'charts/parcels.csv',
  'charts/guns.yaml',
  'claims/tanks.yaml',
  'events.yaml',
  'places.yaml',
  'glossary.yaml',
  'corrections.yaml',
  'site.yaml',
].map((path) => `content/${path}`);

/** Writes the site's content below `root`. */
export async function writeSmallSite(root: string): Promise<void> {
  cpSync(join(house, 'tests/content/_base'), root, { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  };
  for (const [path, text] of Object.entries(records)) write(path, text);
  write('articles/everything.mdx', matter('Everything once') + body);
  for (const page of ['about', 'accessibility', 'methodology', 'privacy'])
    write(
      `pages/${page}.mdx`,
      `---\ntitle: The page ${page}\nsummary: What ${page} says.\n---\n\nIts words.\n`,
    );
  putPicture(root, 'bridge.png', await draw(64, 48).png().toBuffer());
}

/** Adds the code to the content, so that the site can be built. */
export function addCode(root: string): void {
  for (const path of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(house, path), join(root, path), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction');
}
