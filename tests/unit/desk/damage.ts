/**
 * Damages a small site at random, thousands of times, and checks it each time.
 * damaged-content.test.ts runs it in a separate process, because a check that crashes or hangs
 * would also end the test. Prints JSON: the result, and what the check accepted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { formatFindings } from '../../../src/desk/check/format-findings.ts';
import { guard } from '../../../src/desk/build/guard.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { blankFrontMatter } from '../../../src/plugins/text-modules.ts';

export type Order = { root: string; files: string[]; runs: number; seed: number };
export type Passed = { file: string; text: string };
export type Report = {
  runs: number;
  failure: string | undefined;
  slowest: number;
  findings: number;
  passed: Passed[];
};

/**
 * Input that is difficult for parsers: marks of Markdown, YAML and tags, half-written parts,
 * invisible characters.
 */
const shards = [
  ...[
    '{',
    '}',
    '{x}',
    '<',
    '>',
    '</',
    '/>',
    '<Note>',
    '</Note>',
    '</Quote>',
    '<Plain>',
    '<Chart id="',
    '<!--',
    '<a',
    '<https://a>',
    '&',
    '&amp;',
    '&#0;',
  ],
  ...[
    '[',
    ']',
    '](',
    '](num:',
    '](num:tanks-lost)',
    '](source:',
    '](javascript:a)',
    '![',
    '[^1]',
    '[a]: b',
    '(',
    ')',
    '\\',
    '`',
    '```\n',
    '$',
    '|',
    '|-|\n',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '# ',
    '\n# ',
    '\n## ',
    '\n- ',
    '\n  - ',
    '\n1. ',
    '\n> ',
    '\n---\n',
    '---',
    '\n\n',
    '\n',
    '  \n',
    '    ',
    '\t',
    '\r',
    '\r\n',
  ],
  ...[
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '…',
    '[…]',
    '–',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\u00ad',
    '\ufeff',
    '\0',
    '\u0007',
    '\ufffd',
    '\ud800',
    '😀',
    'é',
    'e\u0301',
    'ѕ',
    '٣',
  ],
  ...[
    ': ',
    ':',
    '- ',
    '#',
    ' #',
    '|\n',
    '>-\n',
    '[]',
    '{}',
    '[a, b]',
    '{ a: b }',
    '&a ',
    '*a',
    '!!js/function ',
    '!a ',
    '? ',
    '%',
    '@',
    '~',
    'null',
    'true',
    '<<: ',
  ],
  ...[
    '1',
    '0',
    '-1',
    '1e400',
    '0x10',
    '.nan',
    '1,000',
    '2,300 Humvees',
    '12 %',
    'hundreds',
    'one',
    '2015-02-30',
    '2015-06-02',
    '03/04/2026',
    'import a',
    '\nexport const a = 1\n',
  ],
  ...[
    'draft: true\n',
    '__proto__: 1\n',
    'constructor',
    'title: ',
    'id: a\n',
    'https://',
    'http://a',
    'mailto:',
    '../',
    'file: x\n',
  ],
];

type Edit = { at: number; cut: number; put: string; kind: 'replace' | 'repeat' | 'move' | 'end' };
const place = fc.nat(999_999).map((millionth) => millionth / 1_000_000);
const words = fc.constantFrom(
  'a',
  ' ',
  'b c',
  'Word',
  ' and ',
  '.',
  ',',
  ' the',
  's',
  '…',
  'é',
  '😀',
  '\n',
  '“',
  '”',
  '*',
  '_',
  '&amp;',
  '\\',
  '-',
  '[',
  '(',
  "'",
  ': ',
);

/** Slips of the hand; most of them pass the check. */
const slip: fc.Arbitrary<Edit> = fc.record({
  at: place,
  cut: fc.nat(1),
  put: words,
  kind: fc.constant('replace'),
});
/** Damage by pasting, merging and faulty programs. */
const breakage: fc.Arbitrary<Edit> = fc.record({
  at: place,
  cut: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(60) },
  ),
  put: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...shards) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...shards), { maxLength: 4 })
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  ),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'repeat', 'move', 'end'),
});
const damage = fc.oneof(
  fc.array(slip, { minLength: 1, maxLength: 2 }),
  fc.array(breakage, { minLength: 1, maxLength: 4 }),
);

function apply(text: string, { at, cut, put, kind }: Edit): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + cut);
  if (kind === 'repeat')
    return text.slice(0, end) + text.slice(start, end).repeat(cut) + text.slice(end);
  if (kind === 'move') return text.slice(0, start) + text.slice(end) + text.slice(start, end);
  if (kind === 'end') return text.slice(0, text.length - cut) + put;
  return text.slice(0, start) + put + text.slice(end);
}

/** The most processor seconds that a check may take; the small site takes 0.02. */
const limit = 1;

const { root, files, runs, seed } = JSON.parse(readFileSync(0, 'utf8')) as Order;
const whole = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const report: Report = { runs: 0, failure: undefined, slowest: 0, findings: 0, passed: [] };

async function tryOne(file: string, edits: Edit[]): Promise<void> {
  const good = whole.get(file) ?? '';
  const text = edits.reduce(apply, good);
  writeFileSync(join(root, file), text);
  try {
    const start = process.cpuUsage();
    const { findings } = checkContent(root);
    formatFindings(findings, root);
    const { user, system } = process.cpuUsage(start);
    report.runs += 1;
    report.findings += findings.length;
    report.slowest = Math.max(report.slowest, (user + system) / 1e6);
    if ((user + system) / 1e6 > limit)
      throw new Error(`The check took ${(user + system) / 1e6} seconds.`);
    if (findings.some(({ level }) => level === 'error') || text === good) return;
    // The compiler of the site must accept what the check accepts.
    if (file.endsWith('.mdx'))
      await mdxToJs(blankFrontMatter(text), {
        mdastPlugins: [guard],
        fileURL: pathToFileURL(join(root, file)),
      });
    report.passed.push({ file, text });
  } finally {
    writeFileSync(join(root, file), good);
  }
}

const property = fc.asyncProperty(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(files[0] ?? '') },
    { weight: 7, arbitrary: fc.constantFrom(...files) },
  ),
  damage,
  tryOne,
);
const details = await fc.check(property, {
  seed,
  numRuns: runs,
  endOnFailure: false,
});
if (details.failed) {
  const [file, edits] = details.counterexample ?? ['', []];
  const error =
    details.errorInstance instanceof Error
      ? details.errorInstance.stack
      : String(details.errorInstance);
  report.failure = `${file}\n${JSON.stringify(edits)}\n${error}\n----\n${edits.reduce(apply, whole.get(file) ?? '')}`;
}
process.stdout.write(JSON.stringify(report));
