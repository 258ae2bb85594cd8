/**
 * Every error of the build, and its twin in the check. A new error fails here until it is listed,
 * either with content that causes it, which the check must refuse with file and line, or with the
 * reason why no content can cause it.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { writeSmallSite } from './small-site.ts';

/** A file of the small site, an edit of it, and the rule that refuses the result. */
type Twin = { file: string; edit: (text: string) => string; rule: string };
const twin = (file: string, from: string | RegExp, to: string, rule: string): Twin => ({
  file,
  edit: (text) => text.replace(from, to),
  rule,
});

const inText = (to: string, rule: string) =>
  twin('articles/everything.mdx', 'Iraq lost [', `${to} Iraq lost [`, rule);
const arithmetic = (to: string, rule: string) =>
  twin(
    'quantities/all-vehicles.yaml',
    'operation: sum, of: [mosul-humvees, tanks-lost], decimals: 0',
    to,
    rule,
  );
const brokenPicture: Twin = {
  file: 'pictures/bridge.png',
  edit: () => 'no picture',
  rule: 'picture-file',
};
const cutPicture: Twin = {
  file: 'pictures/bridge.png',
  edit: (text) => text.slice(0, text.length / 2),
  rule: 'picture-file',
};
const emptySite: Twin = { file: 'site.yaml', edit: () => '', rule: 'file-text' };

/** No content causes these: each page is made from a record that was read, in the same content. */
const listed = 'Its addresses are those of the records that were read.';
const caught = 'What calls it answers with a finding, see picture-bytes.test.ts and picture-file.';
const mapped =
  'Not of one content: said with the file at which Astro stopped, or the files of the pages that it was making.';
const program = 'A mistake of the program, which names the file of ours that must change.';

/** By file and by message, with three dots for parts that vary. */
const refusals: Record<string, Record<string, Twin | string>> = {
  'src/charts/drawing.ts': {
    'There is no place in a drawing for …: it is ….':
      'chart-problems.ts draws every chart for the check and tells of it.',
    'A line of … (…) runs to no place: ….':
      'chart-problems.ts draws every chart for the check and tells of it.',
  },
  'src/components/author/Picture.astro': {
    'There is no picture "…"; run npm run check': twin(
      'articles/everything.mdx',
      'file="bridge.png"',
      'file="brigde.png"',
      'unknown-picture',
    ),
  },
  'src/desk/build/guard.ts': {
    '…:…:…  …\n…\n…': inText('{process.exit(0)}', 'brace-in-text'),
    'The guard is not connected: a text that holds … would be compiled. Compare astro.config.mjs with src/desk/build/guard.ts.':
      program,
  },
  'src/desk/build/verify-build.ts': {
    'Astro was stopped by a signal.': mapped,
    'Astro ended with exit code ….': mapped,
    'Astro never said that it was complete.': mapped,
    'Astro’s log holds an error: …': mapped,
    'It stopped at ….': mapped,
    'It stopped while it wrote pages of: ….': mapped,
    ', made of …,': mapped,
    'The content promises …, and it was not built.': twin(
      'pages/timeline.mdx',
      '',
      '---\ntitle: A page\nsummary: Its words.\n---\n\nWords.\n',
      'id-taken',
    ),
    '…… prints “…”, which the fonts of the site lack. This is a mistake of the program and not of the content: plugins/site-fonts.ts must keep the letter.':
      program,
    '… is a picture of the kind …, which is not published.': brokenPicture,
    '… would be published with its ….':
      'render-picture.ts draws pictures anew, and the rule picture-metadata refuses the files that tell more.',
    '… is a picture that cannot be read.': cutPicture,
    'a number or source link that was not resolved': inText(
      '[2,300 Humvees](num:nobody)',
      'unknown-number',
    ),
    'an inline style, which the content security policy blocks': inText(
      '<Plain style="color: red">two</Plain>',
      'unknown-attribute',
    ),
    'a style that its content security policy does not name':
      'inline-styles.ts writes both, the style and its name in the policy.',
    'an inline event handler': inText('<Plain onclick="a">two</Plain>', 'unknown-attribute'),
    'an inline script': inText('<script>a</script>', 'unknown-tag'),
    'a resource from another host': inText('![a](https://example.org/a.png)', 'picture-in-article'),
  },
  'src/drawings/chart-data.ts': {
    'content/charts/….csv cannot be read; run npm run check': {
      file: 'charts/parcels.csv',
      edit: () => 'label;value\n',
      rule: 'chart-table',
    },
  },
  'src/drawings/relay-hands.ts': {
    'There is no quantity "…"; run npm run check': twin(
      'charts/guns.yaml',
      /kind: range\n([\s\S]*)rows:[\s\S]*/,
      'kind: relay\n$1quantity: nobody\n',
      'chart',
    ),
  },
  'src/evidence/derivation.ts': {
    'The computation gives no number.': arithmetic(
      'operation: quotient, of: [mosul-humvees, 0], decimals: 0',
      'derivation',
    ),
    'The computation gives …, and rounded to … decimals nothing is left of it.': arithmetic(
      'operation: quotient, of: [mosul-humvees, 1000000000], decimals: 0',
      'derivation',
    ),
  },
  'src/evidence/record.ts': {
    'num:…: …; run npm run check': twin(
      'site.yaml',
      'machine-guns/reuters-2015',
      'nobody',
      'unknown-number',
    ),
    'The computation goes in a circle: ….': arithmetic(
      'operation: sum, of: [all-vehicles, tanks-lost], decimals: 0',
      'derivation',
    ),
    'The computation has more than … steps: ….':
      'As a circle, which is the longest of all; the rule derivation tells of both.',
    'not-computable': arithmetic(
      'operation: sum, of: [mosul-humvees, nobody], decimals: 0',
      'unknown-number',
    ),
    '"…" is not one number, so nothing can be computed from it.': arithmetic(
      'operation: sum, of: [machine-guns, tanks-lost], decimals: 0',
      'statement-needed',
    ),
    'The rows leave … over, ….': twin(
      'breakdowns/weapons-origin.yaml',
      'value: 43.5',
      'value: 143.5',
      'sum',
    ),
    'Row … has neither printings nor a derivation.': twin(
      'breakdowns/weapons-origin.yaml',
      /\n    printings:\n.*\n/,
      '\n',
      'statements',
    ),
  },
  'src/library/content-time.ts': {
    '… …':
      'Of the machine: SOURCE_DATE_EPOCH, which the rule content-time refuses and preflight.ts names.',
  },
  'src/library/pictures/picture-bytes.ts': {
    'No marker where one was expected.': caught,
    'A segment is longer than the file.': caught,
    'A chunk is longer than the file.': caught,
    'The header is missing.': caught,
    'The file ends too early.': caught,
    'Bytes are lost in the middle.': caught,
  },
  'src/library/pictures/picture-files.ts': {
    '… cannot be shown; run npm run check': brokenPicture,
  },
  'src/pages/numbers/[id].astro': { 'There is no record "…".': listed },
  'src/pages/publishers/[id].astro': { 'There is no publisher "…".': listed },
  'src/pages/sources/[id].astro': { 'There is no source "…".': listed },
  'src/plugins/text-modules.ts': {
    'NODE_ENV is "…". Take it away: a site is built for production.':
      'Of the machine: run-astro.ts sets it for every build of ours.',
  },
  'src/publish/csv.ts': {
    '… is not a number that a CSV can hold.': twin(
      'quantities/machine-guns.yaml',
      'value: 74000',
      'value: .inf',
      'number-form',
    ),
    'A record has … fields, the head has ….': program,
  },
  'src/plugins/system-fonts.ts': {
    'The font … has no table hhea.': 'Its fonts come with packages, never with content.',
  },
  'src/publish/drawing-style.ts': {
    'There is no colour --color-….': program,
    '…: … of … cannot stand in a file.': program,
  },
  'src/publish/one-file.ts': {
    'The page has no text or no rules.': 'Every article’s page is made by one template, with both.',
  },
  'src/publish/number-json.ts': { 'There is no record "…".': listed },
  'src/publish/outline-text.ts': {
    'The site’s fonts cannot draw “…” of “…”.': twin(
      'charts/guns.yaml',
      'label: Reuters',
      'label: 路透社',
      'letter',
    ),
  },
  'src/schema/author-tags.ts': {
    'src/schema/author-tags.ts has no tag for something that the check advises.': program,
  },
  'src/schema/calendar-date.ts': {
    '"…" is no date of the calendar, written as YYYY, YYYY-MM or YYYY-MM-DD.': twin(
      'events.yaml',
      '2014-06-10',
      '2014-06-31',
      'schema',
    ),
  },
  'src/schema/meaning.ts': {
    'The field … is said to be … and …: give it one meaning in every shape.': program,
  },
  'src/site/articles.ts': {
    'There is no article "…".': twin(
      'site.yaml',
      'lead: sample',
      'lead: nobody',
      'unknown-article',
    ),
  },
  'src/publish/read-stylesheet.ts': {
    'The parser of stylesheets said no place.': 'Not of content: it is asked for places.',
  },
  'src/site/cards.ts': {
    'There is no share picture at ….': listed,
    'There is no record "…".': listed,
  },
  'src/site/chart-pages.ts': {
    'The chart … has no drawing.': twin(
      'charts/guns.yaml',
      /kind: range\n([\s\S]*)rows:[\s\S]*/,
      'kind: timeline\n$1from: 1950\nto: 1951\n',
      'chart',
    ),
    'There is no chart "…".': twin(
      'articles/everything.mdx',
      '<Chart id="parcels" />',
      '<Chart id="nobody" />',
      'unknown-chart',
    ),
  },
  'src/site/evidence-archive.ts': {
    'There is no table "…".': 'Its names are those of the site’s own tables, data-tables.ts.',
  },
  'src/site/claims.ts': {
    'There is no claim "…".': twin(
      'articles/everything.mdx',
      '<Claim id="tanks" />',
      '<Claim id="nobody" />',
      'unknown-claim',
    ),
  },
  'src/site/describe-page.ts': {
    'There is no record "…".': listed,
    'There is no source "…".': twin(
      'claims/tanks.yaml',
      'made_in: reuters-van-buren',
      'made_in: nobody',
      'unknown-source',
    ),
  },
  'src/site/render-text.ts': {
    '… is not in the site; run npm run check': twin(
      'articles/everything.mdx',
      'title: ',
      'title: [',
      'yaml',
    ),
  },
  'src/site/site-content.ts': {
    'content/site.yaml cannot be read; run npm run check': emptySite,
    'content/pages/….mdx cannot be read; run npm run check': twin(
      'pages/about.mdx',
      'title: The page',
      'titel: The page',
      'schema',
    ),
  },
};

const house = join(import.meta.dirname, '../../..');
const rooms = [
  'schema',
  'evidence',
  'charts',
  'publish',
  'library',
  'drawings',
  'site',
  'plugins',
  'components',
  'layouts',
  'pages',
];

/**
 * Lists the messages of each error that a file throws; in files that verify a build, every
 * sentence.
 */
function listRefusals(path: string): string[] {
  const text = readFileSync(join(house, path), 'utf8');
  const code = path.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text;
  const found: string[] = [];
  const say = (node: ts.Node): string | undefined => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
    if (ts.isTemplateExpression(node))
      return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
    return ts.forEachChild(node, say);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && !ts.isIdentifier(node.expression))
      found.push(say(node.expression) ?? node.expression.getText());
    else if (path.endsWith('verify-build.ts') && !ts.isImportDeclaration(node)) {
      const words =
        ts.isStringLiteral(node) ||
        ts.isNoSubstitutionTemplateLiteral(node) ||
        ts.isTemplateExpression(node)
          ? say(node)
          : undefined;
      if (words !== undefined && /\w \w+/.test(words)) found.push(words);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return found;
}

const files = [
  ...rooms.flatMap((room) =>
    readdirSync(join(house, 'src', room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.client|\.d)\.(?:ts|astro)$/.test(entry.name))
      .map((entry) => relative(house, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  ),
  'src/desk/build/verify-build.ts',
  'src/desk/build/guard.ts',
].sort();

describe('every refusal of the build', () => {
  it('has its twin in the check, or a reason why no content causes it', () => {
    // Compares messages alone, because a function may move to another file.
    const found = [...new Set(files.flatMap(listRefusals))].sort();
    const known = [
      ...new Set(Object.values(refusals).flatMap((twins) => Object.keys(twins))),
    ].sort();
    expect(
      found,
      'A refusal is new or gone: list it in this file, with its twin or its reason.',
    ).toEqual(known);
  });

  const root = mkdtempSync(join(tmpdir(), 'refusals-'));
  beforeAll(async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1800000000');
    await writeSmallSite(root);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true, force: true });
  });

  const findErrors = () => checkContent(root).findings.filter(({ level }) => level === 'error');
  it('refuses nothing of good content', () => {
    expect(findErrors()).toEqual([]);
  });

  const twins = Object.entries(refusals).flatMap(([path, all]) =>
    Object.entries(all).flatMap(([words, one]) =>
      typeof one === 'string' ? [] : [{ path, words, ...one }],
    ),
  );
  it.each(twins)('$path: $words', ({ file, edit, rule }) => {
    const path = join(root, 'content', file);
    const good = existsSync(path) ? readFileSync(path, 'latin1') : undefined;
    const text = edit(
      good === undefined ? '' : file.endsWith('.png') ? good : readFileSync(path, 'utf8'),
    );
    expect(text).not.toBe(good);
    writeFileSync(path, text, file.endsWith('.png') ? 'latin1' : 'utf8');
    try {
      const told = findErrors().map(
        (finding) =>
          `${finding.rule} ${finding.file}:${finding.line > 0 && finding.column > 0 ? 'line' : ''}`,
      );
      expect(told, told.join()).toContain(`${rule} content/${file}:line`);
    } finally {
      if (good === undefined) rmSync(path);
      else writeFileSync(path, good, 'latin1');
    }
  });
});
