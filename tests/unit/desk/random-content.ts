/**
 * Random content that fast-check makes and shrinks: an article with every tag and nested Markdown,
 * and records, charts and tables with odd texts and odd numbers. Each draft is added to the small
 * site of `small-site.ts`, with as many other drafts as a test needs: its files and ids contain
 * `mine`, which `nameDraft` replaces with a unique name.
 */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { formatValueWithUnit } from '../../../src/evidence/format.ts';
import { hedges } from '../../../src/schema/value.ts';
import { oneLine, phrase, sentence, word } from './random-words.ts';

/** Files by their path below content/, and entries for the files that are lists. */
export type Draft = { files: Record<string, string>; lists: Partial<Record<ListName, object[]>> };
export const listNames = ['events', 'places', 'glossary', 'corrections'] as const;
export type ListName = (typeof listNames)[number];

/** A placeholder in names, addresses and references for the draft's unique name. */
const mine = 'zqzq';
/** The evidence tags of its records, one for each. */
const tag = (index: number) => `E-000${index}`;

/** Gives the draft a unique name, by its number. */
export function nameDraft({ files, lists }: Draft, number: number): Draft {
  const name = (text: string) =>
    text
      .replaceAll(mine, `r${number}`)
      .replace(/E-000(\d)/g, (_, index: string) => `E-${1000 + number * 10 + Number(index)}`);
  return {
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [name(path), name(text)]),
    ),
    lists: JSON.parse(name(JSON.stringify(lists))) as Draft['lists'],
  };
}

const yaml = (value: object) => stringify(value, { lineWidth: 0 });
/** Undefined, except in one of `freq` cases. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) =>
  fc.oneof({ weight: freq - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** Fields that are undefined are left out of the file. */
const fields = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(model).map((record) => JSON.parse(JSON.stringify(record)) as Record<string, unknown>);

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const shown = ['reuters-van-buren', 'van-buren-blog'];
const source = pick(...shown);
const date = pick(
  '2015-06-02',
  '2014-12',
  '2014',
  '2015-01-31',
  '2003-03-19',
  '2012-02-29',
  '1999-12-31',
);
const day = pick('2015-06-02', '2015-12-31', '2016-02-29', '2026-11-19');

/** Values that records may have: whole, fractional, tiny, huge, negative. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.nat(100_000) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 99_999 }).map((hundredths) => hundredths / 100),
  },
  {
    weight: 1,
    arbitrary: pick(
      0,
      1,
      2,
      0.001,
      0.1,
      999.5,
      1_000_000,
      12_300_000_000,
      987_654_321_012_345,
      -1,
      -12.5,
      1e21,
      1e-7,
      99.96,
      100,
    ),
  },
);
const unit = pick(
  { kind: 'count', one: 'parcel', many: 'parcels' },
  { kind: 'count', one: 'person', many: 'people', also: ['persons'] },
  { kind: 'percent', one: 'per cent', many: 'per cent' },
  ...['usd', 'eur', 'iqd', 'ils', 'jpy', 'gbp', 'chf', 'try', 'inr'].map((kind) => ({
    kind,
    one: kind,
    many: kind,
  })),
);
const inline = fc.oneof(
  { weight: 6, arbitrary: sentence },
  {
    weight: 1,
    arbitrary: sentence.map((text) => `${text} Iraq lost [2,300 Humvees](num:mosul-humvees).`),
  },
  {
    weight: 1,
    arbitrary: sentence.map(
      (text) =>
        `${text} So says [the paper](source:reuters-van-buren), and *so* does <Plain>one</Plain> more.`,
    ),
  },
  {
    weight: 1,
    arbitrary: sentence.map(
      (text) =>
        `${text} See [the method](/methodology/) and [a page](https://example.org/a?b=c&d=e#f).`,
    ),
  },
);

// Articles.

const emphasised = fc.oneof(
  word.map((text) => `*${text}*`),
  word.map((text) => `**${text}**`),
  word.map((text) => `~~${text}~~`),
  word.map((text) => `\`${text.replaceAll('`', '')}\``),
  word.map((text) => `***${text}***`),
  word.map((text) => `*${text} **${text}***`),
  word.map((text) => `<Plain>${text}</Plain>`),
  word.map((text) => `<Term id="pkc">${text}</Term>`),
  word.map((text) => `<Contact>${text}</Contact>`),
  word.map((text) => `[${text}](source:van-buren-blog)`),
  word.map((text) => `[*${text}* **more**](/numbers/mosul-humvees/)`),
  word.map((text) => `[${text}](https://example.org/${encodeURIComponent(text)})`),
  word.map((text) => `[${text}](/charts/parcels.csv)`),
);
const odds = pick(
  '<br>',
  '  \nand',
  '\\\nand',
  '&amp;',
  '&nbsp;',
  '&#1078;',
  '&#x4e2d;',
  '&hearts;',
  '\\*',
  '\\[a\\]',
  '\\{',
  '\\<',
  '{',
  '<https://example.org>',
  'https://example.org/a_b_c',
  '![a](b.png)',
  '[^1]',
  '"quoted"',
  "'quoted'",
  '“quoted”',
  '--',
  '---',
  '...',
  '#',
  '| a |',
  '~',
  '@a',
  'a@example.org',
  '$x$',
  '==a==',
  '::a::',
  'style="a"',
  'onclick="b"',
  'href="num:c"',
  '&lt;script&gt;',
  'num:mosul-humvees',
  '1914',
  '2 June 2015',
  '2015-06-02',
  'Type 56',
  'Mk 19',
  '12:30',
  '1.',
  '-',
  '+',
  '>',
);
const bound = pick(
  '[2,300 Humvees](num:mosul-humvees)',
  '[at least 40 tanks](num:tanks-lost)',
  '[74,000 machine guns](num:machine-guns/reuters-2015)',
  '[43.5 per cent](num:weapons-origin/china)',
  '[56.5 per cent](num:weapons-origin/remainder)',
);
const run = fc.oneof(
  { weight: 120, arbitrary: word },
  { weight: 25, arbitrary: emphasised },
  { weight: 8, arbitrary: bound },
  { weight: 2, arbitrary: odds },
);
const prose = fc
  .tuple(word, fc.array(run, { maxLength: 8 }))
  .map(([first, rest]) => `${[first, ...rest].join(' ')}.`);
const indent = (text: string, by: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : by + line))
    .join('\n');

const table = fc
  .tuple(
    fc.array(fc.tuple(phrase, pick('---', ':---', '---:', ':---:', '-')), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.array(
      fc.array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant('') }), {
        minLength: 4,
        maxLength: 4,
      }),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([head, rows]) => {
    const line = (cells: string[]) =>
      `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`;
    return [
      line(head.map(([words]) => words)),
      line(head.map(([, rule]) => rule)),
      ...rows.map((cells) => line(cells.slice(0, head.length))),
    ].join('\n');
  });
const attribute = oneLine.map((text) => text.replaceAll('"', '&quot;'));
const code = fc
  .tuple(pick('', 'text', 'ts'), phrase)
  .map(([language, text]) => `\`\`\`${language}\n${text}\n\n${text}\n\`\`\``);
const wording = 'at least 40 M1A1 main battle tanks';
const tags = fc.oneof(
  pick(
    '<Chart id="parcels" />',
    '<Chart id="guns" />',
    '<Claim id="tanks" />',
    '<Claims ids="tanks" />',
  ),
  attribute.map(
    (at) => `<Quote source="reuters-van-buren" by="Peter Van Buren" at="${at}">${wording}</Quote>`,
  ),
  attribute.map((on) => `<PullQuote source="reuters-van-buren" on="${on}">${wording}</PullQuote>`),
  fc
    .tuple(attribute, attribute, prose)
    .map(
      ([alt, credit, caption]) =>
        `<Picture file="bridge.png" alt="${alt}" credit="${credit}">${caption}</Picture>`,
    ),
  prose.map((text) => `<Picture file="bridge.png" decorative>${text}</Picture>`),
  prose.map(
    (inner) =>
      `<Opinion by="Peter Van Buren, We Meant Well" source="van-buren-blog">${inner}</Opinion>`,
  ),
);
const listOf = (item: fc.Arbitrary<string>) =>
  fc
    .tuple(
      pick('- ', '* ', '1. '),
      fc.array(item, { minLength: 1, maxLength: 3 }),
      pick('\n', '\n\n'),
    )
    .map(([mark, items, between]) =>
      items.map((inner) => mark + indent(inner, ' '.repeat(mark.length))).join(between),
    );
/** The contents of a list, nested as deeply as people write. */
const { item } = fc.letrec<{ item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    prose,
    prose,
    code,
    fc.tuple(prose, listOf(tie('item'))).map((both) => both.join('\n')),
    fc.tuple(prose, tie('item')).map((both) => both.join('\n\n')),
  ),
}));
const inside = fc.oneof(
  { weight: 4, arbitrary: prose },
  { weight: 1, arbitrary: listOf(item) },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: code },
);
const around = fc.oneof(
  fc
    .tuple(attribute, fc.array(inside, { minLength: 1, maxLength: 3 }))
    .map(([title, inner]) => `<Note title="${title}">\n\n${inner.join('\n\n')}\n\n</Note>`),
  fc
    .tuple(attribute, fc.array(inside, { minLength: 1, maxLength: 3 }))
    .map(([by, inner]) => `<Analysis by="${by}">\n\n${inner.join('\n\n')}\n\n</Analysis>`),
);
/** Anything inside anything else; the check refuses most of it. */
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inside,
    tags,
    fc
      .tuple(pick('- ', '3. ', '- [ ] ', '- [x] '), tie('block'))
      .map(([mark, inner]) => mark + indent(inner, ' '.repeat(mark.length))),
    tie('block').map((inner) => `> ${inner.split('\n').join('\n> ')}`),
    fc
      .tuple(attribute, tie('block'))
      .map(([title, inner]) => `<Note title="${title}">\n\n${inner}\n\n</Note>`),
    fc
      .tuple(attribute, tie('block'))
      .map(([by, inner]) => `<Analysis by="${by}">${inner}</Analysis>`),
  ),
}));
const heading = fc
  .tuple(
    pick('## ', '## ', '### '),
    phrase,
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: run }),
  )
  .map(([mark, words, more]) => mark + `${words} ${more}`.replaceAll('\n', ' ').trim());
const anyBlock = fc.oneof(
  { weight: 30, arbitrary: inside },
  { weight: 16, arbitrary: tags },
  { weight: 10, arbitrary: around },
  { weight: 8, arbitrary: heading },
  { weight: 3, arbitrary: pick(`> ${wording}`, `> > ${wording}`, '---', '***') },
  { weight: 2, arbitrary: block },
);
const body = fc
  .tuple(prose, fc.array(anyBlock, { minLength: 1, maxLength: 8 }))
  .map(([first, blocks]) =>
    [
      first,
      ...(blocks.some((text) => text.startsWith('#')) ? ['## A first heading'] : []),
      ...blocks,
    ].join('\n\n'),
  );

const matter = fields({
  title: oneLine,
  short_title: maybe(phrase, 12),
  summary: inline,
  date: fc.constant('2015-07-01'),
  updated: maybe(pick('2015-07-02', '2026-11-19'), 4),
  lead_number: maybe(
    pick('mosul-humvees', 'machine-guns/reuters-2015', 'weapons-origin/remainder'),
  ),
  lead_chart: maybe(pick('guns', 'parcels'), 3),
  findings: fc.tuple(inline, inline),
  about: maybe(fc.constant(shown)),
  approached: maybe(
    fc.array(fields({ who: phrase, when: day, answer: sentence }), { minLength: 1, maxLength: 2 }),
    4,
  ),
});
/** Names with a special meaning to some program. */
const fileName = fc.oneof(
  { weight: 9, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: pick('404', '500', 'index', 'constructor', 'page', '1', 'rss', 'site') },
);
const article: fc.Arbitrary<Draft> = fc.tuple(matter, body).map(([front, text]) => ({
  files: { [`articles/${mine}.mdx`]: `---\n${yaml(front)}---\n\n${text}\n` },
  lists: {},
}));
const page: fc.Arbitrary<Draft> = fc
  .tuple(
    fields({ title: phrase, summary: sentence }),
    body,
    fc.oneof(
      fc.constant(mine),
      pick(
        'about',
        'privacy',
        'timeline',
        '404',
        '500',
        'index',
        'articles',
        'embed',
        'cards',
        'pictures',
        'corrections',
      ),
    ),
  )
  .map(([front, text, name]) => ({
    files: { [`pages/${name}.mdx`]: `---\n${yaml(front)}---\n\n${text}\n` },
    lists: {},
  }));

// Records.

const address = pick(
  'https://example.org/',
  'https://example.org/a b',
  'https://مثال.example/ž?a=1&b="2"',
  'http://example.org/%zz',
  'https://[::1]/',
  'https://example.org/#a#b',
);
/** Titles and quotations in other scripts, which stay unchanged. */
const foreign = pick(
  { language: 'zh', title: '伊拉克军队的武器', quotes: [{ text: '一百件武器', by: 'Somebody' }] },
  { language: 'ja', title: 'モスルの武器', quotes: [{ text: '武器の数' }] },
  { language: 'he', title: 'הנשק של מוסול' },
  { language: 'ka', title: 'იარაღი ერაყში' },
  { language: 'ar', title: 'أسلحة العراق: ٢٣٠٠', quotes: [{ text: 'عربة همفي', at: 'p. 3' }] },
  { language: 'fa', title: 'سلاح‌های عراق' },
  { language: 'el', title: 'Τα όπλα του Ιράκ' },
  { language: 'ru', title: 'Оружие Ирака «Хамви»' },
  { language: 'hi', title: 'इराक के हथियार' },
  { language: 'de', title: 'Die „Waffen“ des IS' },
);
const ownSource = fields({
  title: oneLine,
  title_ours: maybe(fc.boolean(), 3),
  publisher: phrase,
  author: maybe(phrase),
  aliases: maybe(fc.array(phrase, { maxLength: 2 }), 3),
  published: maybe(date, 5),
  kind: pick('opinion', 'reporting', 'primary-document', 'audit', 'broadcast'),
  url: fc.oneof(
    { weight: 9, arbitrary: fc.constant(`https://example.org/${mine}`) },
    { weight: 1, arbitrary: maybe(address, 5) },
  ),
  linked: maybe(fc.constant(false), 3),
  copy_of: maybe(phrase, 3),
  read_as: pick('whole-page', 'whole-page', 'stored-excerpt', 'supplied'),
  archived: fc.constant('none-known'),
  archived_reason: fc.constant('It was not kept.'),
  language: maybe(pick('de', 'nb', 'tr', 'fr', 'vi', 'el'), 2),
  rests_on: maybe(sentence, 3),
  note: maybe(inline),
  weak: maybe(sentence, 3),
  quotes: maybe(
    fc.array(fields({ text: phrase, by: maybe(phrase), at: maybe(phrase) }), {
      minLength: 1,
      maxLength: 2,
    }),
  ),
});

const sourceRecord = fc
  .tuple(ownSource, maybe(foreign, 4))
  .map(([record, other]) => ({ ...record, ...other }));

type Unit = { kind: string; one: string; many: string };

/** Says the number in words with our own formatter: an article may print it that way. */
function say(unitOf: Unit, said: Record<string, unknown>): string {
  try {
    return formatValueWithUnit(said, unitOf);
  } catch {
    return String(said.value);
  }
}
const link = (unitOf: Unit, said: Record<string, unknown>, ref: string) =>
  `[${say(unitOf, said)}](num:${ref})`;

const statement = (id: string) =>
  fields({
    id: fc.constant(id),
    source,
    speaker: maybe(phrase, 3),
    said: fc.oneof(
      { weight: 6, arbitrary: value.map((one) => ({ value: one })) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(value, value)
          .map(([a, b]) => ({ value: [Math.min(a, b), Math.max(a, b)] })),
      },
      {
        weight: 1,
        arbitrary: pick('hundreds', 'dozens', 'thousands of them').map((words) => ({ words })),
      },
    ),
    hedge: maybe(pick(...hedges), 4),
    locator: maybe(phrase, 3),
    note: maybe(inline, 3),
  }).map(({ said, ...rest }) => ({ ...rest, ...(said as object) }));

const quantityRecord = fc
  .tuple(
    fields({
      title: phrase,
      counts: inline,
      not_counted: maybe(fc.array(sentence, { maxLength: 2 }), 3),
      subject: pick('losses', 'origin', 'audits', 'campaign'),
      unit,
      place: maybe(phrase, 3),
      as_of: maybe(pick('2014-06', '2014-07/2017-11', '2014'), 3),
      counted_by: maybe(phrase, 3),
    }),
    statement('first'),
    maybe(statement('second')),
    maybe(pick('same-words', 'inferred', 'named')),
    fields({
      caveats: maybe(
        fc.array(fields({ kind: pick('inference', 'unverified', 'disputed'), text: inline }), {
          maxLength: 2,
        }),
        3,
      ),
      note: maybe(inline, 3),
      replies: maybe(
        fc.array(fields({ by: phrase, date: day, text: sentence }), { maxLength: 1 }),
        4,
      ),
    }),
  )
  .map(([front, first, second, basis, rest]) => {
    const kept = (said: Record<string, unknown>) =>
      'hedge' in said ? { ...said, wording: say(front.unit as Unit, said) } : said;
    const later =
      second && basis
        ? {
            ...second,
            repeats: {
              statement: 'first',
              basis,
              ...(basis === 'named' ? { names: 'as it says' } : {}),
            },
          }
        : second;
    return {
      tag: tag(1),
      ...front,
      statements: later ? [kept(first), kept(later)] : [kept(first)],
      ...rest,
    } as unknown as Record<string, unknown> & {
      unit: Unit;
      statements: Record<string, unknown>[];
    };
  });

const chartWords = fields({
  title: oneLine,
  subtitle: sentence,
  description: sentence.map(
    (text) =>
      `One mark for each number, from the first to the last; what they stand for is in the table below. ${text}`,
  ),
  note: maybe(inline, 2),
  sources: fc.constant('[Reuters](source:reuters-van-buren)'),
});
const label = phrase;
const role = pick('main', 'context', 'highlight', 'rest');

/**
 * A quantity, a chart of each kind that can draw its numbers, and an article that prints one of
 * them.
 */
const numbers: fc.Arbitrary<Draft> = fc
  .tuple(
    quantityRecord,
    maybe(sourceRecord, 5),
    chartWords,
    pick('first', 'second', 'range', 'range-log', 'relay', 'none'),
    fc.tuple(label, label, maybe(label), maybe(role), maybe(inline)),
    prose,
  )
  .map(([quantity, sourceOf, words, wanted, [first, second, own, roleOf, note], text]) => {
    // The kinds of chart that suit the unit.
    const suited =
      quantity.unit.kind === 'count'
        ? 'units'
        : quantity.unit.kind === 'percent'
          ? 'shares'
          : 'bars';
    const kind =
      wanted === 'first'
        ? 'bars'
        : wanted === 'second'
          ? suited
          : wanted === 'relay' && quantity.statements.length < 2
            ? 'range'
            : wanted;
    const id = `${mine}-quantity`;
    const refs = quantity.statements.map((said) => `${id}/${String(said.id)}`);
    const charts: Record<string, object> = {
      bars: {
        measures: [{ id: 'a', label: first }],
        groups: [
          {
            label: own,
            rows: refs.map((ref) => ({ label: second, values: { a: ref }, role: roleOf, note })),
          },
        ],
      },
      units: { rows: [{ numbers: refs.slice(0, 2), label: own, note }] },
      range: {
        rows: refs.map((ref, index) => ({ numbers: [ref], label: index ? second : first, note })),
      },
      'range-log': {
        scale: 'log',
        rows: refs.map((ref, index) => ({ numbers: [ref], label: index ? second : first })),
      },
      relay: { quantity: id },
      shares: {
        parts: [
          { id: 'a', label: first, role: roleOf },
          { id: 'b', label: second },
        ],
        rows: [
          {
            label: own ?? first,
            values: Object.fromEntries(refs.map((ref, index) => ['ab'[index], ref])),
            note,
          },
        ],
      },
    };
    const chart = charts[kind];
    const files: Record<string, string> = { [`quantities/${id}.yaml`]: yaml(quantity) };
    if (sourceOf || JSON.stringify(quantity).includes(`${mine}-source`))
      files[`sources/${mine}-source.yaml`] = yaml(
        sourceOf ?? {
          title: 'A source',
          publisher: 'A publisher',
          kind: 'reporting',
          read_as: 'whole-page',
          published: '2015-06-01',
          url: 'https://example.org/s',
          archived: 'none-known',
          archived_reason: 'It was not kept.',
        },
      );
    if (chart)
      files[`charts/${mine}-chart.yaml`] = yaml(
        JSON.parse(
          JSON.stringify({ kind: kind.replace('-log', ''), ...words, ...chart }),
        ) as object,
      );
    const links = quantity.statements.map((said) =>
      link(quantity.unit, said, `${id}/${String(said.id)}`),
    );
    const front = {
      title: `What was counted, ${mine}`,
      summary: `Two sentences. They say little of ${mine}.`,
      date: '2015-07-01',
      lead_number: refs[0],
      findings: [`The paper wrote ${links[0] ?? ''}.`, 'The other finding says no more.'],
      about: shown,
    };
    files[`articles/${mine}-numbers.mdx`] =
      `---\n${yaml(front)}---\n\nThe paper wrote ${links.join(' and then ')}.\n\n${text}\n\n${chart ? `<Chart id="${mine}-chart" />\n` : ''}`;
    return { files, lists: {} };
  });

const breakdown: fc.Arbitrary<Draft> = fc
  .tuple(
    fields({
      title: phrase,
      counts: inline,
      subject: pick('origin', 'calibre'),
      unit,
      base: maybe(fc.constant('mosul-humvees'), 4),
    }),
    fc.array(
      fields({
        label: phrase,
        printings: fc.array(fields({ source: pick(...shown), value, note: maybe(inline, 4) }), {
          minLength: 1,
          maxLength: 1,
        }),
        note: maybe(inline, 4),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    chartWords,
    pick('bars', 'shares', 'range', 'none'),
  )
  .map(([front, rows, words, kind]) => {
    const id = `${mine}-table`;
    const refs = rows.map((_, index) => `${id}/row-${index}`);
    const charts: Record<string, object> = {
      bars: {
        measures: [{ id: 'a', label: 'A measure' }],
        groups: [{ rows: refs.map((ref) => ({ values: { a: ref } })) }],
      },
      shares: {
        parts: [{ id: 'a', label: 'A part' }],
        rows: refs.map((ref, index) => ({
          label: `Row ${'abcd'[index] ?? ''}`,
          values: { a: ref },
        })),
      },
      range: { rows: refs.map((ref) => ({ numbers: [ref] })) },
    };
    const chart = charts[kind];
    return {
      files: {
        [`breakdowns/${id}.yaml`]: yaml({
          tag: tag(2),
          ...front,
          rows: rows.map((row, index) => ({ id: `row-${index}`, ...row })),
        }),
        ...(chart ? { [`charts/${mine}-rows.yaml`]: yaml({ kind, ...words, ...chart }) } : {}),
      },
      lists: {},
    };
  });

const cell = fc
  .oneof(
    { weight: 4, arbitrary: phrase },
    {
      weight: 1,
      arbitrary: pick('', 'a, b', '"quoted"', '=1+1', '@a', '<b>', '-', '*a*', '&amp;', 'a|b'),
    },
  )
  .map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
const digits = fc.oneof(
  { weight: 40, arbitrary: fc.nat(50).map(String) },
  { weight: 4, arbitrary: value.map(String) },
  { weight: 1, arbitrary: pick('–', '-', '', '1,000', '1.000', '0.10', '007', '1e3', '½', '٣') },
);
const tableChart: fc.Arbitrary<Draft> = fc
  .tuple(
    chartWords,
    pick('bars', 'shares'),
    unit,
    fc.tuple(label, label),
    phrase,
    fc.array(
      fc.tuple(
        cell,
        digits,
        digits,
        cell,
        pick('', 'main', 'highlight'),
        pick('', '', 'at-least', 'about'),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  )
  .map(([words, kind, ofWhat, [first, second], base, rows]) => {
    const head = kind === 'bars' ? 'label,a,role,qualifier,note' : 'label,a,b,note';
    const lines = rows.map(([name, a, b, note, roleOf, qualifier]) =>
      (kind === 'bars' ? [name, a, roleOf, qualifier, note] : [name, a, b, note]).join(','),
    );
    const shape =
      kind === 'bars'
        ? { measures: [{ id: 'a', label: first }] }
        : {
            parts: [
              { id: 'a', label: first },
              { id: 'b', label: second, role: 'context' },
            ],
          };
    return {
      files: {
        [`charts/${mine}-csv.yaml`]: yaml({
          kind,
          ...words,
          table: 'csv',
          unit: kind === 'shares' ? { kind: 'percent', one: 'per cent', many: 'per cent' } : ofWhat,
          base,
          read_in: ['reuters-van-buren'],
          ...shape,
        }),
        [`charts/${mine}-csv.csv`]: `${head}\n${lines.join('\n')}\n`,
      },
      lists: {},
    };
  });

const claim: fc.Arbitrary<Draft> = fields({
  made_in: fc.constant('reuters-van-buren'),
  claim: inline,
  verdict: pick('supported', 'opinion', 'not-verifiable'),
  finding: inline,
  for: fc.array(fields({ source: fc.constant('van-buren-blog'), note: maybe(inline) }), {
    minLength: 1,
    maxLength: 1,
  }),
  would_change: sentence,
  numbers: maybe(fc.constant(['tanks-lost', 'weapons-origin/china'])),
}).map((record) => ({ files: { [`claims/${mine}-claim.yaml`]: yaml(record) }, lists: {} }));

/** Entries of the lists, and charts that draw them. */
const entries: fc.Arbitrary<Draft> = fc
  .tuple(
    fields({
      id: fc.constant(`${mine}-place`),
      name: phrase,
      country: phrase,
      also: maybe(fc.array(phrase, { maxLength: 2 })),
      latitude: pick(36.3, 33, 35.5, 90, 0, -12.25),
      longitude: pick(43.1, 44.4, 40, 180, -0.1),
      note: maybe(inline),
    }),
    fc.array(
      fields({
        date,
        title: oneLine,
        summary: inline,
        lane: pick('ground', 'record'),
        sources: fc.constant(shown),
        places: maybe(fc.constant([`${mine}-place`])),
        numbers: maybe(fc.constant(['mosul-humvees'])),
        major: maybe(fc.boolean()),
        disputed: maybe(sentence, 3),
      }),
      { minLength: 2, maxLength: 3 },
    ),
    fields({
      id: fc.constant(`${mine}-term`),
      term: phrase,
      also: maybe(fc.array(phrase, { maxLength: 2 })),
      meaning: inline,
      funding: maybe(inline, 3),
    }),
    fields({
      date: pick('2015-07-02', '2015-08-01'),
      kind: pick('error', 'clarification', 'update'),
      article: fc.constant('everything'),
      old: sentence,
      new: pick('Words of others', 'What was counted', '[removed]'),
      why: inline,
    }),
    chartWords,
    pick('map', 'timeline', 'route', 'none'),
    fc.tuple(oneLine, oneLine, inline, phrase, maybe(inline)),
  )
  .map(([place, happened, term, correction, words, kind, [first, second, what, who, note]]) => {
    const events = happened
      .map(
        (event, index) =>
          ({ id: `${mine}-event-${index}`, ...event }) as Record<string, unknown> & {
            id: string;
            date: string;
          },
      )
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    const [begin, end] = events;
    const charts: Record<string, object> = {
      map: { places: [`${mine}-place`, 'mosul'] },
      timeline: {
        from: Math.min(...events.map((event) => Number(event.date.slice(0, 4)))),
        to: 2027,
      },
      route: {
        stops: [
          { title: first, event: begin?.id, at: `${mine}-place`, note },
          { title: second, event: end?.id, at: 'mosul' },
        ],
        legs: [
          note ? { unknown: what } : { from: who, to: who, what, read_in: ['reuters-van-buren'] },
        ],
      },
    };
    const chart = charts[kind];
    return {
      files: chart
        ? {
            [`charts/${mine}-list.yaml`]: yaml(
              JSON.parse(JSON.stringify({ kind, ...words, ...chart })) as object,
            ),
          }
        : {},
      lists: { places: [place], events, glossary: [term], corrections: [correction] },
    };
  });

const standing: fc.Arbitrary<Draft> = fields({
  name: phrase,
  description: sentence,
  purpose: maybe(sentence),
  contact: maybe(fc.constant('desk@example.org')),
  desk_names: maybe(fc.array(phrase, { minLength: 1, maxLength: 3 })),
  repository: maybe(address),
  lead: fc.constant('everything'),
  lead_numbers: fc.tuple(
    fc.constant('mosul-humvees'),
    fields({ number: fc.constant('machine-guns/reuters-2015'), counts: phrase }),
    pick('weapons-origin/remainder', 'tanks-lost', 'weapons-origin/china'),
  ),
}).map((record) => ({ files: { 'site.yaml': yaml(record) }, lists: {} }));

const odd: fc.Arbitrary<Draft> = fileName.map((name) => ({
  files: {
    [`articles/${name || mine}.mdx`]: `---\ntitle: An article called ${name || mine}\nsummary: Two sentences. They say little of ${name || mine}.\ndate: 2015-07-01\nfindings: [The first finding., The second finding.]\nabout: [reuters-van-buren]\n---\n\nIraq lost [2,300 Humvees](num:mosul-humvees).\n`,
    ...(name
      ? {
          [`claims/${name}.yaml`]: yaml({
            made_in: 'reuters-van-buren',
            claim: `A claim, ${name}.`,
            verdict: 'opinion',
            finding: `A finding, ${name}.`,
          }),
          [`sources/${name}.yaml`]: yaml({
            title: 'A source',
            publisher: 'A publisher',
            kind: 'reporting',
            read_as: 'whole-page',
            url: `https://example.org/${name}`,
            archived: 'none-known',
            archived_reason: 'It was not kept.',
          }),
        }
      : {}),
  },
  lists: {},
}));

/** Anything that an editor may add to the small site. */
export const draft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 8, arbitrary: article },
  { weight: 2, arbitrary: page },
  { weight: 6, arbitrary: numbers },
  { weight: 3, arbitrary: breakdown },
  { weight: 3, arbitrary: tableChart },
  { weight: 2, arbitrary: claim },
  { weight: 3, arbitrary: entries },
  { weight: 1, arbitrary: standing },
  { weight: 1, arbitrary: odd },
  {
    weight: 2,
    arbitrary: sourceRecord.map((record) => ({
      files: { [`sources/${mine}-alone.yaml`]: yaml(record) },
      lists: {},
    })),
  },
);
