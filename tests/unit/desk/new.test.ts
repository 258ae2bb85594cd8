import { spawnSync } from 'node:child_process';
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
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Terminal } from '../../../src/desk/new/fill-form.ts';
import { forms } from '../../../src/desk/forms/forms.ts';
import { chartSchema } from '../../../src/schema/chart.ts';
import { listKnownEvidenceTags } from '../../../src/desk/new/known-evidence-tags.ts';
import { makeRecord } from '../../../src/desk/new/new.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { describeLater } from '../../how-much.ts';

const workshop = mkdtempSync(join(tmpdir(), 'new-test-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

// Without a time, each reading of the content would start git.
vi.stubEnv('SOURCE_DATE_EPOCH', '1800000000');
afterAll(() => {
  vi.unstubAllEnvs();
});

/** The small good site of the check's tests, new for every test. */
const root = join(workshop, 'small');
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  cpSync('tests/content/_base', root, { recursive: true });
});

const today = '2026-11-20';
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const toFlags = (answers: Record<string, string | string[]>) =>
  Object.entries(answers).flatMap(([name, texts]) =>
    [texts].flat().flatMap((text) => [`--${name}`, text]),
  );
const make = (kind: string, answers: Record<string, string | string[]>) =>
  makeRecord([kind, ...toFlags(answers), '--root', root], undefined, today);

/** Adds a unique title to the answers, from the name of the file that is written. */
const nameAlone = (answers: Record<string, string | string[]>, path = '') => {
  const name = path.replace(/^.*\/|\.\w+$/g, '').replaceAll('-', ' ');
  const own = ['title', 'subtitle', 'claim'].flatMap((key) => {
    const text = answers[key];
    return typeof text === 'string' ? [[key, `${text.replace(/\.$/, '')}: ${name}.`]] : [];
  });
  return { ...answers, ...(Object.fromEntries(own) as Record<string, string>) };
};

const words = {
  title: 'A chart of what the record holds',
  subtitle: 'What the record counts, in Iraq and Syria, from 2014 to 2017',
  description:
    'A drawing of numbers of the record, described at such length that somebody who does not see it knows what it shows.',
  sources: 'The pages named with each number.',
};
const source = {
  url: 'https://example.org/report?utm_source=letter&id=7',
  title: 'A report: on things',
  publisher: 'The Gazette',
  published: '2014',
  kind: 'audit',
  'read-as': 'whole-page',
  quote: ['the wording: exactly as printed', 'and another'],
};

const quantity = {
  title: 'Parcels counted',
  counts: 'Parcels that somebody counted, for a test.',
  one: 'parcel',
  source: 'gao-2007',
  subject: 'audits',
};
const claim = {
  claim: 'A sentence: contested.',
  verdict: 'not-verifiable',
  finding: 'The record holds nothing on it.',
  'would-change': 'A list.',
  id: 'contested',
};
const table = { table: 'yes', 'read-in': 'gao-2007', measure: 'Parcels' };
const event = {
  title: 'Something is counted',
  date: '2014-06-10',
  summary: 'It was counted.',
  lane: 'record',
};
const place = { name: 'Testville', country: 'Iraq', latitude: '36.3', longitude: '43' };
const correction = {
  old: 'Some words',
  new: '[removed]',
  kind: 'clarification',
  why: 'They could be misread.',
  date: '2026-11-20',
};

/** Each kind with flags that answer the required questions, and the files that it writes. */
const chart = (kind: string, flags: Record<string, string | string[]>, csv = false): Case => {
  const id = `test-of-new-${kind}${csv ? '-table' : ''}`;
  const path = `content/charts/${id}`;
  return [
    'chart',
    { ...words, kind, id, ...flags },
    [`${path}.yaml`, ...(csv ? [`${path}.csv`] : [])],
  ];
};
type Case = [kind: string, flags: Record<string, string | string[]>, paths: string[]];
const kinds: Case[] = [
  [
    'article',
    { title: 'A new article: its headline', id: 'test-of-new-article' },
    ['content/articles/test-of-new-article.mdx'],
  ],
  ['source', source, ['content/sources/the-gazette-2014.yaml']],
  [
    'source',
    {
      kind: 'interview',
      person: 'an officer of the army',
      terms: 'name-withheld',
      'withheld-reason': 'Soldiers may not speak to the press.',
      date: '2026-05',
      held: 'notes,recording',
      quote: 'words of the test',
      'quotes-checked': 'yes',
    },
    ['content/sources/interview-officer-of-the-army-2026.yaml'],
  ],
  [
    'source',
    {
      kind: 'held-document',
      title: 'An inventory',
      publisher: 'A ministry',
      received: '2026-05-12',
      held: 'copy',
    },
    ['content/sources/a-ministry-2026.yaml'],
  ],
  [
    'quantity',
    { ...quantity, number: 'at least 40 parcels', wording: 'at least 40 parcels' },
    ['content/quantities/parcels-counted.yaml'],
  ],
  [
    'claim',
    { ...claim, 'made-in': 'wsws-2015', against: 'gao-2007,npr-2007' },
    ['content/claims/contested.yaml'],
  ],
  [
    'claim',
    {
      ...claim,
      id: 'held',
      verdict: 'supported',
      'would-change': [],
      'made-in': 'wsws-2015',
      for: 'gao-2007',
    },
    ['content/claims/held.yaml'],
  ],
  chart('bars', { measure: 'Weapons', number: 'weapons-origin/china, weapons-origin/romania' }),
  chart('units', { number: ['mosul-humvees/afp-2015', 'tanks-lost/reuters-2015'] }),
  chart('shares', {
    measure: 'in NATO calibres',
    number: 'calibre/weapons-nato,calibre/ammunition-nato',
  }),
  chart('range', { number: 'mosul-humvees/afp-2015,vehicles-un-2014' }),
  chart('relay', { quantity: 'machine-guns' }),
  chart('route', {
    stop: ['Exported from Bulgaria=tubes-exported', 'Recovered in Ramadi=tube-remains-recovered'],
  }),
  chart('timeline', { from: '2014', to: '2015' }),
  chart('map', { place: 'mosul,ramadi' }),
  chart('bars', { ...table, row: ['North=31', 'South, far=12.5', 'East=–'], one: 'parcel' }, true),
  chart(
    'shares',
    { ...table, row: ['North=31', 'South=12'], unit: 'percent', base: 'all parcels' },
    true,
  ),
  [
    'event',
    { ...event, source: 'wsws-2015', place: 'mosul', major: 'no' },
    ['content/events.yaml'],
  ],
  ['place', place, ['content/places.yaml']],
  ['term', { term: 'gadget', meaning: 'A word of the test.' }, ['content/glossary.yaml']],
  [
    'correction',
    { ...correction, article: 'what-was-lost-at-mosul' },
    ['content/corrections.yaml'],
  ],
];

const errorsOf = (folder: string) =>
  checkContent(folder).findings.filter(({ level }) => level === 'error');

describeLater('npm run new, over the whole record', () => {
  const full = join(workshop, 'full');
  beforeAll(() => cpSync('content', join(full, 'content'), { recursive: true }));

  it('makes every kind in these tests', () => {
    expect([...new Set(kinds.map(([kind]) => kind))].sort()).toEqual(Object.keys(forms).sort());
    const drawn = chartSchema.options.map(
      (option) => ('options' in option ? option.options[0] : option).shape.kind.value,
    );
    expect(kinds.flatMap(([kind, { kind: of }]) => (kind === 'chart' ? [of] : []))).toEqual(
      expect.arrayContaining(drawn),
    );
  });

  it.each(kinds)('makes a %s: %j', async (kind, answers, paths) => {
    // Titles and descriptions of pages must differ.
    const alone = kind === 'chart' || kind === 'claim' ? nameAlone(answers, paths[0]) : answers;
    const { code, report } = await makeRecord(
      [kind, ...toFlags(alone), '--root', full],
      undefined,
      today,
    );
    expect(report).toContain(`Wrote ${paths.join(' and ')}.`);
    expect(code).toBe(0);
    const [first = ''] = paths;
    expect(readFileSync(join(full, first), 'utf8')).toMatch(/^ *# \w/m);
  });

  it('shows the line of a new entry that the check refuses', async () => {
    const flags = {
      ...event,
      title: 'Counted again',
      date: '2016-06-10',
      source: 'wsws-2015',
      major: 'no',
    };
    const { code, report } = await makeRecord(
      ['event', ...toFlags(flags), '--root', full],
      undefined,
      today,
    );
    expect(report).toMatch(/date-order\n {2}date: 2016-06-10\n {2} {6}\^{10}\n/);
    expect(code).toBe(1);
  });

  it('made nothing that the check refuses', () => {
    expect(errorsOf(full)).toEqual([]);
    const { content } = checkContent(full);
    expect(
      content.articles.find(({ slug }) => slug === 'test-of-new-article')?.matter?.value.draft,
    ).toBe(true);
    expect(content.charts.filter(({ id }) => id.startsWith('test-of-new-'))).toHaveLength(10);
    const dates = content.events?.value.map(({ date }) => date) ?? [];
    expect(dates).toEqual([...dates].sort());
  });
});

describe('npm run new', () => {
  it('writes nothing in a dry run, and shows all that it would write', async () => {
    const dry = await makeRecord(
      ['source', ...toFlags(source), '--root', root, '--dry-run'],
      undefined,
      today,
    );
    expect(dry.report).toMatch(/A dry run: nothing was written\.\n$/);
    expect(existsSync(join(root, 'content/sources/the-gazette-2014.yaml'))).toBe(false);
    await make('source', source);
    for (const line of read('content/sources/the-gazette-2014.yaml').split('\n'))
      expect(dry.report).toContain(line);
  });

  it('writes nothing either if npm took --dry-run for itself', async () => {
    vi.stubEnv('npm_config_dry_run', 'true');
    const { report } = await make('source', source);
    vi.stubEnv('npm_config_dry_run', undefined);
    expect(report).toMatch(/A dry run: nothing was written\.\n$/);
    expect(existsSync(join(root, 'content/sources/the-gazette-2014.yaml'))).toBe(false);
  });

  it('overwrites nothing', async () => {
    await make('source', source);
    const written = read('content/sources/the-gazette-2014.yaml');
    const again = await make('source', {
      ...source,
      url: 'https://example.org/other',
      id: 'the-gazette-2014',
    });
    expect(again.code).toBe(1);
    expect(again.report).toContain(
      '"the-gazette-2014" is taken already, in content/sources/the-gazette-2014.yaml, and nothing is overwritten.',
    );
    expect(read('content/sources/the-gazette-2014.yaml')).toBe(written);
  });

  it.each<[string, Record<string, string | string[]>, string]>([
    [
      'source',
      { ...source, url: 'https://example.org/other' },
      'content/sources/the-gazette-2014.yaml',
    ],
    [
      'quantity',
      { ...quantity, source: 'van-buren-blog', number: '40' },
      'content/quantities/parcels-counted.yaml',
    ],
    ['article', { title: 'Made twice' }, 'content/articles/made-twice.mdx'],
    [
      'claim',
      { ...claim, id: [], 'made-in': 'van-buren-blog', against: 'reuters-van-buren' },
      'content/claims/a-sentence-contested.yaml',
    ],
    ['event', { ...event, source: 'van-buren-blog', date: '2015-06-08' }, 'content/events.yaml'],
    ['place', place, 'content/places.yaml'],
    ['term', { term: 'gadget', meaning: 'A word of the test.' }, 'content/glossary.yaml'],
  ])(
    'says that a %s of the same name is there, and asks for another',
    async (kind, answers, path) => {
      expect((await make(kind, kind === 'source' ? source : answers)).report).toContain(
        `Wrote ${path}`,
      );
      const written = read(path);
      const { code, report } = await make(kind, answers);
      expect(code).toBe(1);
      expect(report).toContain(
        `is there already: ${path}. If it is the same, use it and make no other`,
      );
      expect(read(path)).toBe(written);
      const other = {
        article: { title: 'Another headline', summary: 'It says something else.' },
        claim: { claim: 'Another sentence.' },
        term: { term: 'widget' },
      }[kind];
      const renamed = { ...answers, ...other };
      expect((await make(kind, { ...renamed, id: 'another-one' })).code).toBe(0);
    },
  );

  it.each([
    [
      'source',
      { ...source, kind: 'report' },
      '--kind: "report" is none of the answers. Did you mean "reporting"? Write one of: ',
    ],
    ['source', { ...source, kind: 'primary' }, 'Did you mean "primary-document"?'],
    ['source', { ...source, 'read-as': 'whole' }, 'Did you mean "whole-page"?'],
    ['quantity', { ...quantity, number: '40', subject: 'loss' }, 'Did you mean "losses"?'],
    ['event', { ...event, lane: 'rec' }, 'Did you mean "record"?'],
  ] as const)(
    'takes no other answer for the one that was given to a %s: %j',
    async (kind, answers, message) => {
      const { code, report } = await make(kind, answers);
      expect(code).toBe(1);
      expect(report).toContain(message);
    },
  );

  it.each(['“$1”', '"$1"', '„$1“', '«$1»', '« $1 »', '‚$1‘', '‘$1’', "'$1'", '»$1«', '“$1”.'])(
    'keeps a wording pasted as %s without its marks, and says so',
    async (marks) => {
      const words = 'the soldiers’ 40 parcels of “aid” were lost';
      const pasted = marks.replace('$1', words);
      const made = await make('source', { ...source, quote: pasted });
      expect(made.report).toContain(
        '--quote: The quotation marks around the words were left out: the site sets them.',
      );
      expect(read('content/sources/the-gazette-2014.yaml')).toMatch(
        new RegExp(`text: ["']?${words}["']?\n`),
      );
      const answers = { ...quantity, source: 'reuters-van-buren', number: '40', wording: pasted };
      expect((await make('quantity', answers)).report).toContain('--wording: The quotation marks');
      expect(read('content/quantities/parcels-counted.yaml')).toMatch(
        new RegExp(`wording: ["']?${words}["']?\n`),
      );
    },
  );

  it('leaves marks that belong to the wording', async () => {
    const { report } = await make('source', { ...source, quote: '“lost” and “captured”' });
    expect(report).not.toContain('--quote');
    expect(read('content/sources/the-gazette-2014.yaml')).toContain('“lost” and “captured”');
  });

  it('writes the record for which a draft waits, and says what the draft says otherwise', async () => {
    const waiting = `${read('content/articles/sample.mdx')}\nThere were [50 parcels](num:parcels-counted).\n`;
    writeFileSync(join(root, 'content/articles/sample.mdx'), waiting);
    const { code, report } = await make('quantity', {
      ...quantity,
      source: 'reuters-van-buren',
      number: '40',
    });
    expect(code).toBe(0);
    expect(report).toContain('Wrote content/quantities/parcels-counted.yaml.');
    expect(report).toMatch(
      /What waited for it says it otherwise\. .*\n\ncontent\/articles\/sample\.mdx:\d+:\d+ {2}error {2}number-differs\n/,
    );
    expect(existsSync(join(root, 'content/quantities/parcels-counted.yaml'))).toBe(true);
    const cited = `${waiting}\n[The Gazette, 1 May 1999](source:the-gazette-2014) wrote.\n`;
    writeFileSync(join(root, 'content/articles/sample.mdx'), cited);
    const made = await make('source', source);
    expect(made.code).toBe(0);
    expect(made.report).toMatch(
      /Wrote content\/sources\/the-gazette-2014\.yaml\.\n.*\n(?:.*\n)?\nWhat waited for it/,
    );
    expect(made.report).toContain('source-differs');
  });

  it.each([
    ['de', 'de', 'Für Köln', 'fuer-koeln-2014'],
    ['German', 'de', 'Für Köln', 'fuer-koeln-2014'],
    ['tr', 'tr', 'Gölbaşı', 'golbasi-2014'],
    ['pt-BR', 'pt', 'Ação', 'acao-2014'],
  ])('keeps that a source is in %s', async (language, code, publisher, id) => {
    expect(
      (await make('source', { ...source, language, publisher, title: 'Ein Bericht' })).code,
    ).toBe(0);
    expect(read(`content/sources/${id}.yaml`)).toContain(`\nlanguage: ${code}\n`);
  });

  it('takes a title of its own for a source whose letters nobody reads', async () => {
    const answers = { ...source, language: 'Arabic', publisher: 'جريدة المدى' };
    expect((await make('source', answers)).report).toContain('title_ours: true');
    expect((await make('source', { ...answers, 'title-ours': 'yes' })).code).toBe(0);
    expect(read('content/sources/jrydh-almda-2014.yaml')).toMatch(
      /\ntitle_ours: true\n(?:.*\n)*language: ar\n/,
    );
  });

  it.each([
    ['supported', '--for'],
    ['contradicted', '--against'],
    ['supported-with-caveat', '--against'],
  ])('asks for the sources on which the verdict "%s" rests', async (verdict, flag) => {
    const { code, report } = await make('claim', {
      ...claim,
      'made-in': 'wsws-2015',
      verdict,
      'would-change': verdict === 'supported' ? [] : 'A list.',
    });
    expect(code).toBe(1);
    expect(report).toContain(`${flag} <id,id> is missing`);
  });

  it('keeps an address without what follows its reader, and each page once', async () => {
    await make('source', source);
    expect(read('content/sources/the-gazette-2014.yaml')).toContain(
      '\nurl: https://example.org/report?id=7\n',
    );
    expect((await make('source', source)).report).toContain(
      'This page is in the record already: content/sources/the-gazette-2014.yaml.',
    );
  });

  it('explains fields, and quotes what YAML would read as something else', async () => {
    await make('source', source);
    const text = read('content/sources/the-gazette-2014.yaml');
    expect(text).toMatch(/# Who published it;[^:]*\n(?:#[^\n]*\n)?publisher: The Gazette\n/);
    expect(text).toContain('published: "2014"\n');
    expect(text).toContain('title: "A report: on things"\n');
    expect(text).toContain('# author: Who wrote it, where a name is printed.\n');
    expect(text).toContain(
      'quotes:\n  - # The wording exactly as printed, at most 25 words.\n    text: "the wording: exactly as printed"\n',
    );
  });

  it('reads a number as it was printed', async () => {
    const answers = { ...quantity, source: 'reuters-van-buren' };
    await make('quantity', {
      ...answers,
      number: 'at least 1,240',
      wording: 'at least 1,240 of them',
      id: 'parcels-a',
    });
    expect(read('content/quantities/parcels-a.yaml')).toMatch(
      / value: 1240\n.*\n? .*hedge: at-least\n/s,
    );
    await make('quantity', { ...answers, number: '20 to 24 parcels', id: 'parcels-b' });
    expect(read('content/quantities/parcels-b.yaml')).toContain('value: [20, 24]\n');
    await make('quantity', { ...answers, number: 'hundreds', id: 'parcels-c' });
    expect(read('content/quantities/parcels-c.yaml')).toContain('words: hundreds\n');
    const { one: _, ...rest } = answers;
    await make('quantity', { ...rest, number: '$1.33 billion', id: 'parcels-d' });
    const { report } = await make('quantity', {
      ...answers,
      number: '40 sealed parcels',
      id: 'parcels-e',
    });
    expect(report).toContain('[40 parcels](num:parcels-e)');
    expect(read('content/quantities/parcels-d.yaml')).toMatch(
      /kind: usd\n.* one: US dollar\n.*value: 1330000000\n/s,
    );
  });

  it.each([
    ['10k', 'value: 10000\n'],
    ['two dozen', 'value: 24\n'],
    ['1.2 trillion', 'value: 1200000000000\n'],
    ['forty-two', 'value: 42\n'],
    ['one hundred and twenty', 'value: 120\n'],
    ['20 to 24 million', 'value: [20000000, 24000000]\n'],
    ['2½', 'value: 2.5\n'],
    ['two-thirds', 'words: two-thirds\n', 'percent'],
    ['1 in 4', 'words: 1 in 4\n', 'percent'],
    ['-3.2%', 'value: -3.2\n', 'percent'],
    ['–3.2%', 'value: -3.2\n', 'percent'],
    ['−3.2 per cent', 'value: -3.2\n', 'percent'],
    ['£5m', 'value: 5000000\n', 'gbp'],
    ['IQD 2 billion', 'value: 2000000000\n', 'iqd'],
  ] as [string, string, string?][])('writes %s as %j', async (number, line, unit) => {
    const { one, ...rest } = quantity;
    const answers = {
      ...rest,
      source: 'reuters-van-buren',
      number,
      id: 'parcels-x',
      ...(unit === undefined && { one }),
    };
    const { code, report } = await make('quantity', answers);
    expect(report).toContain('Wrote content/quantities/parcels-x.yaml.');
    expect(code).toBe(0);
    const text = read('content/quantities/parcels-x.yaml');
    expect(text).toContain(` ${line}`);
    expect(text).toContain(`kind: ${unit ?? 'count'}\n`);
    // Its suggestions for articles pass the check.
    const phrase = /Write it in an article: (\[.*\)\S*)/.exec(report)?.[1] ?? '';
    const article = read('content/articles/sample.mdx');
    writeFileSync(join(root, 'content/articles/sample.mdx'), `${article}\nThere were ${phrase}.\n`);
    expect(errorsOf(root)).toEqual([]);
  });

  it.each([
    ['1,5', 'Write 1.5.'],
    ['1 234 567', 'Write 1,234,567.'],
    ['1.234.567', 'Write 1,234,567.'],
    ['2.300', 'Write 2,300, or 2.3000 if decimals follow the point.'],
    ['0031', 'Write 31.'],
    ['5kg', 'Write a space before it'],
    ['40 B', '"b" in "40 B" is not read.'],
    ['40 t', '"t" in "40 t" is not read.'],
    ['5 milion', '"milion" in "5 milion" is not read.'],
    ['5 Mrd euros', '"mrd" in "5 Mrd euros" is not read.'],
    ['half of 40', '"half of" in "half of 40" is not read.'],
    ['40 of them', '"of them" in "40 of them" is not read.'],
    ['10²', '"10²" cannot be read as one number.'],
    ['seven and a half', '"seven and a half" cannot be read as a number.'],
    ['two and three-quarters', 'cannot be read as a number.'],
    ['fourty', '"fourty" cannot be read as a number.'],
    ['24 to 20', 'A range runs from the smaller number to the larger: 20–24.'],
    ['C$5', 'Write its code of three letters before the number'],
    ['40 tanks', '--one: The number was given as one of "tanks".'],
    ['fewer than 40', 'The record knows these hedges:'],
  ])('refuses %s and says what to write', async (number, message) => {
    const { code, report } = await make('quantity', {
      ...quantity,
      source: 'reuters-van-buren',
      number,
      id: 'parcels-x',
    });
    expect(code).toBe(1);
    expect(report).toContain(message);
    expect(existsSync(join(root, 'content/quantities/parcels-x.yaml'))).toBe(false);
  });

  it.each([
    'c. 40',
    'c.40',
    'ca. 40',
    '40ish',
    '40-odd',
    '40 or so',
    '~40',
    'approx. 40',
    'approx 40',
    '“about 40”',
  ])('keeps the hedge of %s', async (number) => {
    const { code } = await make('quantity', {
      ...quantity,
      source: 'reuters-van-buren',
      number,
      wording: 'about 40 parcels',
      id: 'parcels-x',
    });
    expect(code).toBe(0);
    expect(read('content/quantities/parcels-x.yaml')).toMatch(/ value: 40\n/);
    expect(read('content/quantities/parcels-x.yaml')).toMatch(/ hedge: about\n/);
  });

  it('keeps a hedge only with the words in which it was printed', async () => {
    const answers = { ...quantity, source: 'reuters-van-buren', number: 'at least 40' };
    expect((await make('quantity', answers)).report).toContain('--wording "…" is missing');
    expect((await make('quantity', { ...answers, wording: '40 parcels' })).report).toContain(
      'its wording has no hedge beside the number',
    );
    expect((await make('quantity', { ...answers, wording: 'at least 40 parcels' })).code).toBe(0);
  });

  it('asks for the words that name where a text says from whom it has its number', async () => {
    const answers = {
      ...quantity,
      source: 'reuters-van-buren',
      number: '40',
      unseen: 'A report by the Gazette',
    };
    expect((await make('quantity', answers)).report).toContain('--basis <one of them> is missing');
    expect((await make('quantity', { ...answers, basis: 'named' })).report).toContain(
      '--names "…" is missing',
    );
    expect(
      (await make('quantity', { ...answers, basis: 'named', names: 'a report said' })).report,
    ).toContain('have no name from "A report by the Gazette"');
    expect(
      (await make('quantity', { ...answers, basis: 'inferred', names: 'the Gazette' })).report,
    ).toContain('--names does not go with the other answers');
    expect(
      (await make('quantity', { ...answers, basis: 'named', names: 'the Gazette reported' })).code,
    ).toBe(0);
    expect(read('content/quantities/parcels-counted.yaml')).toMatch(
      / unseen: A report by the Gazette\n.* basis: named\n.* names: the Gazette reported\n/s,
    );
  });

  it('takes a source without an address, and one that nobody saw', async () => {
    const { url: _, quote: _quote, ...answers } = source;
    expect((await make('source', answers)).report).toContain(
      '--read-as: A page that was read has an address.',
    );
    expect((await make('source', { ...answers, 'read-as': 'supplied' })).code).toBe(0);
    expect(read('content/sources/the-gazette-2014.yaml')).not.toMatch(/^url:/m);
    const unseen = {
      ...answers,
      kind: 'broadcast',
      'read-as': 'not-seen',
      alias: ['state television'],
      id: 'broadcast',
    };
    expect((await make('source', { ...unseen, url: source.url })).report).toContain(
      '--read-as: What was not seen has no address that was read.',
    );
    expect((await make('source', { ...unseen, quote: source.quote })).report).toContain(
      '--quote does not go with the other answers',
    );
    const { code, report } = await make('source', unseen);
    expect(code).toBe(0);
    expect(report).toContain('Let a statement that names it repeat one of its own');
    expect(read('content/sources/broadcast.yaml')).toContain('aliases: [state television]\n');
  });

  it('says that an archived copy is the owner’s work', async () => {
    expect((await make('source', source)).report).toContain(
      'Ask the owner of the site to have one made',
    );
  });

  it('gives each quantity the next tag that nothing ever had', async () => {
    const tags = listKnownEvidenceTags(root).map((tag) => Number(tag.slice(2)));
    const answers = { ...quantity, source: 'reuters-van-buren', number: '40' };
    await make('quantity', { ...answers, id: 'parcels-a' });
    await make('quantity', { ...answers, id: 'parcels-b' });
    const highest = Math.max(...tags);
    expect(read('content/quantities/parcels-a.yaml')).toContain(`\ntag: E-${highest + 1}\n`);
    expect(read('content/quantities/parcels-b.yaml')).toContain(`\ntag: E-${highest + 2}\n`);

    // After a record is withdrawn, its tag stays taken as long as git remembers it.
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: root,
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'one');
    rmSync(join(root, 'content/quantities/parcels-b.yaml'));
    git('commit', '--quiet', '--all', '--message', 'two');
    await make('quantity', { ...answers, id: 'parcels-c' });
    expect(read('content/quantities/parcels-c.yaml')).toContain(`\ntag: E-${highest + 3}\n`);
  });

  it('puts an entry into its list by its date and leaves the rest as it is', async () => {
    const entries = ['2014-06', '2015-05-31'].map(
      (date) =>
        `# About ${date}.\n- id: in-${date}\n  date: "${date}" # as printed\n  title: An event\n  summary: It happened.\n  lane: ground\n  sources: [van-buren-blog]\n`,
    );
    writeFileSync(join(root, 'content/events.yaml'), `# The timeline.\n\n${entries.join('')}`);
    await make('event', { ...event, source: 'van-buren-blog', date: '2014-07-01' });
    const [first = '', second = ''] = entries;
    const after = read('content/events.yaml');
    expect(
      after.startsWith(
        `# The timeline.\n\n${first}- id: something-is-counted\n  date: 2014-07-01\n`,
      ),
    ).toBe(true);
    expect(after.endsWith(second)).toBe(true);
    expect(after).toContain('  # places: Ids of places.\n');
  });

  it('keeps the comments of a list, and its line ends', async () => {
    const before =
      '# Rounded.\r\n- id: mosul\r\n  name: Mosul\r\n  country: Iraq\r\n  latitude: 36.34\r\n  longitude: 43.13\r\n';
    writeFileSync(join(root, 'content/places.yaml'), before);
    await make('place', place);
    expect(read('content/places.yaml').startsWith(`${before}- id: testville\r\n`)).toBe(true);
    expect(read('content/places.yaml').replaceAll('\r\n', '')).not.toContain('\n');
    writeFileSync(join(root, 'content/corrections.yaml'), '# Newest last.\n[]\n');
    await make('correction', { ...correction, article: 'sample' });
    expect(read('content/corrections.yaml')).toMatch(/^# Newest last\.\n- date: 2026-11-20\n/);
  });

  it.each([
    ['correction', { ...correction, article: 'sample', date: '2026-11-30' }],
    ['source', { ...source, published: '2027' }],
    ['source', { ...source, published: '2026-12' }],
    [
      'quantity',
      {
        ...quantity,
        number: '40',
        source: 'reuters-van-buren',
        subject: 'losses',
        published: '2026-11-30',
      },
    ],
  ] as [string, Record<string, string | string[]>][])(
    'writes no %s of a day to come, which the check refuses',
    async (kind, answers) => {
      const before = checkContent(root).findings;
      const { code, report } = await make(kind, answers);
      expect(report).toContain('is in the future');
      expect(code).toBe(1);
      expect(checkContent(root).findings).toEqual(before);
    },
  );

  it('adds nothing to a list that cannot be read', async () => {
    const broken = '- id: [\n';
    writeFileSync(join(root, 'content/places.yaml'), broken);
    const { code, report } = await make('place', place);
    expect(code).toBe(1);
    expect(report).toContain('content/places.yaml has errors. Fix them first: npm run check');
    expect(read('content/places.yaml')).toBe(broken);
  });

  it.each<[string, string | undefined]>([
    ['a list that is not there', undefined],
    ['an empty file', ''],
    ['notes alone', '# Rounded.\n'],
    ['an empty list', '[]\n'],
  ])('makes the first entry of %s', async (_, before) => {
    rmSync(join(root, 'content/places.yaml'));
    if (before !== undefined) writeFileSync(join(root, 'content/places.yaml'), before);
    expect((await make('place', place)).code).toBe(0);
    expect(read('content/places.yaml')).toMatch(/^(?:# Rounded\.\n)?- id: testville\n/);
    expect(errorsOf(root)).toEqual([]);
  });

  it('begins a newsroom in an empty folder', async () => {
    rmSync(join(root, 'content'), { recursive: true });
    mkdirSync(join(root, 'content'));
    expect((await make('article', { title: 'The first article' })).code).toBe(0);
    expect(
      (await make('source', { ...source, publisher: 'صحيفة', quote: '„einige Worte“' })).code,
    ).toBe(0);
    const answers = { ...quantity, source: 'shyfh-2014', number: '40' };
    expect((await make('quantity', answers)).report).toContain(
      'Until you fill in speaker:, readers see “First source not found”.',
    );
    expect(
      (await make('quantity', { ...answers, speaker: 'The Gazette', id: 'spoken' })).report,
    ).not.toContain('First source');
    // A statement made to the desk has a speaker.
    const talk = {
      kind: 'call',
      person: 'a clerk of the town',
      terms: 'name-withheld',
      'withheld-reason': 'She may lose her post.',
    };
    expect(
      (await make('source', { ...talk, date: '2014-06', held: 'notes', id: 'call-clerk' })).code,
    ).toBe(0);
    expect(
      (await make('quantity', { ...answers, source: 'call-clerk', id: 'told' })).report,
    ).not.toContain('First source');
    expect(new Set(errorsOf(root).map(({ rule }) => rule))).toEqual(new Set(['file-missing']));
  });

  it('minds no error that was there before', async () => {
    const spoilt = read('content/articles/sample.mdx').replace(
      'num:mosul-humvees',
      'num:mosul-humvee',
    );
    writeFileSync(
      join(root, 'content/articles/sample.mdx'),
      spoilt.replace('date: 2026-11-20', 'date: 2026-11-20\nembargo: 2026-11-20'),
    );
    expect(errorsOf(root).length).toBeGreaterThan(0);
    expect((await make('source', source)).code).toBe(0);
    expect((await make('term', { term: 'gadget', meaning: 'A word of the test.' })).code).toBe(0);
  });

  it('writes nothing that the check would refuse', async () => {
    const { code, report } = await make('chart', {
      ...words,
      title: 'The 74,000 guns',
      kind: 'relay',
      quantity: 'machine-guns',
      id: 'new-chart',
    });
    expect(code).toBe(1);
    expect(report).toContain('The number "74,000" has no record.');
    expect(existsSync(join(root, 'content/charts/new-chart.yaml'))).toBe(false);
  });

  it.each<[string[], string]>([
    [
      ['How guns went astray'],
      'Say first what is new, for example an article: npm run new -- article "How guns went astray".',
    ],
    [['sorce'], 'npm run new makes no "sorce". Did you mean "source"?'],
    [[], 'Say what is new: npm run new -- source'],
    [['source', '--titel', 'x'], 'There is no --titel for a new source. Did you mean --title?'],
    [
      ['source', '--zzzzzzzz', 'x'],
      'There is no --zzzzzzzz for a new source. All of them: npm run new -- source --help',
    ],
    [
      ['source', 'https://example.org', 'and', 'more'],
      '"and" is not part of a flag. Put a text of several words in quotation marks.',
    ],
    [['source', '--title'], '--title: Write something after it, or leave it out.'],
    [
      ['source', '--url', 'example.org'],
      '--url: This is not a complete address. Write one that begins with https:// or http://.',
    ],
    [['source', '--kind', 'audt'], '--kind: "audt" is none of the answers. Did you mean "audit"?'],
    [
      ['source', '--published', '2 June 2015'],
      '--published: This is not a date of the calendar. Write 2015-06-02',
    ],
    [
      ['quantity', '--number', '90%', '--unit', 'count'],
      '--unit: The number was given in per cent: choose percent, or give it without its sign.',
    ],
    [['source', '--title', 'a', '--title', 'b'], '--title: It is given twice.'],
    [
      ['source', '--url', 'https://example.org/'],
      '--publisher "…" is missing: Who published it; of a document that the desk holds, whose it is.',
    ],
    [
      ['source', '--url', 'https://example.org/', '--kind', 'interview'],
      '--kind: What the desk itself heard or holds has no address.',
    ],
    [
      ['source', '--kind', 'call', '--person', 'A. Name', '--terms', 'background'],
      '--terms: The name is withheld, and the description begins like',
    ],
    [
      [
        'source',
        '--kind',
        'held-document',
        '--terms',
        'name-withheld',
        '--withheld-reason',
        'He may lose his post.',
      ],
      '--terms goes with --person. Write --person "somebody who worked there", or leave both out where nothing was agreed.',
    ],
    [
      ['source', '--kind', 'call', '--title', 'A talk'],
      '--title does not go with the other answers. Leave it out.',
    ],
    [
      ['quantity', '--source', 'reuters-van-burn'],
      '--source: There is no source called "reuters-van-burn". Did you mean "reuters-van-buren"?',
    ],
    [['chart', '--kind', 'pie'], '--kind: "pie" is none of the answers. Write one of: '],
    [
      ['chart', '--kind', 'route', '--stop', 'Exported'],
      '--stop: Write what happened there, = and the id of its event',
    ],
    [
      ['chart', '--kind', 'route', '--stop', 'Exported=tubes'],
      '--stop: There is no event called "tubes".',
    ],
    [['chart', '--kind', 'relay', '--from', '2014'], '--from does not go with the other answers.'],
    [
      ['chart', '--kind', 'range', '--number', 'machine-guns'],
      '--number: "machine-guns" holds several numbers. Write one of: machine-guns/',
    ],
    [
      ['event', '--place', 'mosull'],
      '--place: There is no place called "mosull". A new one is made with: npm run new -- place',
    ],
    [
      ['correction', '--article', 'none'],
      '--article: There is no published article called "none".',
    ],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, report } = await makeRecord([...args, '--root', root]);
    expect(report).toContain(message);
    expect(report).toMatch(/Nothing was written\.\n$/);
    expect(report).not.toMatch(/\bat .*:\d+:\d+|--id/);
    expect(code).toBe(1);
  });

  it.each(Object.keys(forms))('lists the flags of %s', async (kind) => {
    const { code, report } = await makeRecord([kind, '--help']);
    expect(code).toBe(0);
    for (const { name } of forms[kind as keyof typeof forms].questions)
      expect(report).toContain(`--${name} `);
  });

  it('asks in plain words, says what will not do, and asks again', async () => {
    const lines = [
      'source',
      'example.org',
      'https://example.org/a',
      '',
      'aud',
      'audit',
      'A title',
      'The Gazette',
      '',
      '',
      '2014-06',
      'whole-page',
      '',
      '',
      '',
      'first words',
      'second words',
      '',
      '',
    ];
    const asked: string[] = [];
    const said: string[] = [];
    const terminal: Terminal = {
      ask: (text) => {
        asked.push(text);
        const line = lines.shift();
        return line === undefined
          ? Promise.reject(new Error(`no answer to ${text}`))
          : Promise.resolve(line);
      },
      say: (text) => said.push(text),
    };
    const { code, report } = await makeRecord(['--root', root], terminal, today);
    expect(report).toContain('Wrote content/sources/the-gazette-2014.yaml.');
    expect(code).toBe(0);
    expect(lines).toEqual([]);
    expect(said[0]).toContain('A new source. Press Enter to accept what is in [brackets]');
    expect(said.slice(1)).toEqual([
      'This is not a complete address. Write one that begins with https:// or http://.',
      'There is no record without it.',
      expect.stringMatching(
        /^"aud" is none of the answers\. Did you mean "audit"\? Write one of: /,
      ),
    ]);
    expect(asked).toContain(
      '\nAddress of the page that was read; none for what the desk itself heard or holds. A page without one prints that none was seen (may be left out)\n> ',
    );
    expect(asked).toContain('\nWho wrote it, where a name is printed (may be left out)\n> ');
    expect(asked).toContain('\nName by which articles cite it [the-gazette-2014]\n> ');
    const text = read('content/sources/the-gazette-2014.yaml');
    expect(text).toContain('\nkind: audit\n');
    expect(text).toContain('text: second words\n');
    expect(text).toContain('archived: none-known\n');
  });

  it('runs as a command without a terminal', () => {
    const run = spawnSync(process.execPath, ['src/desk/new/new.ts', 'source', '--root', root], {
      encoding: 'utf8',
      input: '',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('--title "…" is missing: Its title, as printed.');
  });
});
