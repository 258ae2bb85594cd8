import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { forms } from '../../src/desk/forms/forms.ts';
import { readFlags } from '../../src/desk/new/new-flags.ts';
import { checkContent } from '../../src/desk/check/run-rules.ts';
import { judgeDescription } from '../../src/evidence/description.ts';
import { toPlainText } from '../../src/evidence/inline.ts';
import { getChartData } from '../../src/drawings/chart-data.ts';
import { chartSchema } from '../../src/schema/chart.ts';
import type { Finding } from '../../src/schema/finding.ts';

/** Checks every fenced example of the editor's guide, added to a copy of the content. */
const guide = readFileSync('content/README.md', 'utf8').replace(
  /<!-- begin .*?<!-- end \w+ -->/gs,
  '',
);
const fences = [...guide.matchAll(/```(\w+)\n(.*?)```/gs)].map(
  ({ index, 1: language = '', 2: text = '' }) => {
    // The file is the last one named in the paragraph above.
    const above = guide.slice(0, index).trimEnd().split('\n\n').at(-1) ?? '';
    return { language, text, path: [...above.matchAll(/`(content\/[\w./-]+\.\w+)`/g)].at(-1)?.[1] };
  },
);
/** The examples of the first page need what its commands make: first-page.test.ts tests them. */
const firstPage = guide.slice(0, guide.indexOf('\n## Contents\n'));
const examples = fences
  .filter(({ language, text }) => language !== 'sh' && !firstPage.includes(text))
  .map((fence, index) => ({
    ...fence,
    path: fence.path ?? `content/articles/fragment-${index}.mdx`,
  }));
const isFragment = (path: string) => path.includes('/fragment-');

const workshop = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));
/** Makes front matter for a fragment. Titles and summaries of articles must differ. */
const makeMatter = (name: string) => [
  '---',
  `title: "The fragment ${name}"`,
  `summary: "What the fragment ${name} says."`,
  'date: 2026-11-20',
  'draft: true',
  'findings: [One, Another]',
  '---',
  '',
  '',
];
/** Writes an example. The entry of a list replaces the entry with its id. */
function lay(path: string, text: string): string {
  if (isFragment(path)) {
    const number = Number(/\d+/.exec(path)?.[0]);
    return makeMatter(String.fromCharCode(65 + number)).join('\n') + text;
  }
  const entries: unknown = path.endsWith('.yaml') ? parse(text, { schema: 'core' }) : undefined;
  if (!Array.isArray(entries)) return text;
  const known = parse(readFileSync(path, 'utf8'), { schema: 'core' }) as { id?: string }[];
  const [{ id }] = entries as [{ id?: string }];
  return stringify([...known.filter((entry) => id === undefined || entry.id !== id), ...entries], {
    schema: 'core',
  });
}

const picture = await sharp({
  create: { width: 1200, height: 800, channels: 3, background: '#765' },
})
  .jpeg()
  .toBuffer();

function checkExamples(name: string, chosen: typeof examples) {
  const root = join(workshop, name);
  cpSync('content', join(root, 'content'), { recursive: true });
  mkdirSync(join(root, 'content/pictures'), { recursive: true });
  for (const { path, text } of chosen) writeFileSync(join(root, path), lay(path, text));
  // Replaces the source that readers of the guide would have.
  const source = readFileSync('content/sources/reuters-van-buren.yaml', 'utf8').replace(
    /^url: .*$/m,
    'url: https://example.org/gazette',
  );
  writeFileSync(join(root, 'content/sources/gazette-2014.yaml'), source);
  writeFileSync(join(root, 'content/pictures/river-crossing.jpg'), picture);
  return { root, ...checkContent(root) };
}
// Shortened numbers of the record are checked separately, because other texts need the parts that
// were left out.
const isShortened = ({ path }: { path: string }) => /\/(?:quantities|breakdowns)\//.test(path);
const shortened = checkExamples('shortened', examples.filter(isShortened));
const {
  root,
  content,
  findings: others,
} = checkExamples(
  'whole',
  examples.filter((example) => !isShortened(example)),
);
const findings = [
  ...others,
  ...shortened.findings.filter(({ file }) => isShortened({ path: file })),
];
const about = (path: string): Finding[] =>
  findings.filter(({ file, level }) => file === path && level === 'error');

describe('the editor’s guide', () => {
  it('has an example of every kind of record, of every chart, and fragments of articles', () => {
    const folders = ['articles', 'sources', 'quantities', 'breakdowns', 'charts', 'claims'].map(
      (folder) => `content/${folder}/`,
    );
    const lists = ['events', 'places', 'glossary', 'corrections'].map(
      (list) => `content/${list}.yaml`,
    );
    for (const start of [...folders, ...lists])
      expect(
        examples.some(({ path }) => path.startsWith(start)),
        start,
      ).toBe(true);
    const kinds = chartSchema.options.map(
      (option) => ('options' in option ? option.options[0] : option).shape.kind.value,
    );
    const drawn = examples.flatMap(({ path, text }) =>
      path.includes('/charts/') ? (/^kind: (\w+)/.exec(text)?.[1] ?? []) : [],
    );
    expect(drawn).toEqual(expect.arrayContaining(kinds));
    expect(examples.filter(({ path }) => isFragment(path)).length).toBeGreaterThan(1);
    expect(examples.filter(({ path, language }) => isFragment(path) && language !== 'mdx')).toEqual(
      [],
    );
  });

  it.each(examples)('has an example that passes the check: $path', ({ path, text }) => {
    expect(text.length).toBeGreaterThan(20);
    expect(about(path)).toEqual([]);
  });

  it('is tried by a check that finds what is wrong in them', () => {
    const path = join(root, 'content/charts/from-the-east.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace('weapons-origin/russia, ammo', 'weapons-origin/rusia, ammo')
        .replace('[9.55%]', '[9.56%]'),
    );
    expect(checkContent(root).findings.map(({ rule }) => rule)).toContain('number-differs');
  });

  it.each(content.charts.filter(({ id }) => !existsSync(`content/charts/${id}.yaml`)))(
    'draws $id for a phone and for a desktop',
    (file) => {
      const { drawings, rows } = getChartData(
        content.record,
        file.id,
        file.value,
        file.table?.rows,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { parts, warnings } of drawings) {
        expect(warnings).toEqual([]);
        expect(JSON.stringify(parts).length).toBeGreaterThan(500);
      }
    },
  );

  it.each(
    content.charts.filter(({ id }) =>
      examples.some(({ path }) => path === `content/charts/${id}.yaml`),
    ),
  )(
    'describes $id so that somebody who does not see it knows what it shows',
    ({ value: { kind, title, subtitle, description } }) => {
      const [said = '', ...beside] = [description, title, subtitle].map(toPlainText);
      expect(judgeDescription(said, beside, kind !== 'map' && kind !== 'timeline')).toBeUndefined();
    },
  );

  it('shows commands that exist, with flags that they take', () => {
    const commands = fences
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.split('\n'));
    const scripts = Object.keys(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts,
    );
    const named = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
    const made = commands.filter((line) => line.startsWith('npm run new -- '));
    expect(made.length).toBeGreaterThan(1);
    for (const line of made) {
      const words = [...line.slice('npm run new -- '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      );
      expect(readFlags(words[0] as keyof typeof forms, words).problems).toEqual([]);
    }
  });

  it('leads to its own headings, and to files that exist', () => {
    const headings = [...guide.matchAll(/^##+ (.+)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((target) => !headings.includes(target ?? ''))).toEqual([]);
  });
});
