/**
 * What a schema cannot say about the record: unique tags, one value per statement, chains that hold
 * together.
 */
import { addUp } from '../../evidence/decimal.ts';
import { formatNumber } from '../../evidence/format.ts';
import { getNextTag } from '../../evidence/tags.ts';
import { listAddressedFiles } from '../../site/expected-pages.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import { createFinding, findNearest } from '../../library/findings.ts';
import { toRecordId } from '../../publish/published-lock.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  notStated,
  type Breakdown,
  type WrittenQuantity,
  type WrittenStatement,
} from '../../schema/quantity.ts';
import type { RuleName } from '../../schema/rules.ts';
import type { Rule } from './rule.ts';

export const checkRecordShape: Rule = (content) => [
  ...checkNames(content),
  ...checkPageNames(content),
  ...content.quantities.flatMap(checkQuantity),
  ...content.breakdowns.flatMap(checkBreakdown),
  ...content.articles.flatMap(({ matter }) => {
    if (!matter?.value.updated || matter.value.updated >= matter.value.date) return [];
    return [
      error(
        matter,
        ['updated'],
        'date-order',
        'The article was updated before it was published.',
        'Correct one of the two dates.',
      ),
    ];
  }),
];

type File = Pick<ContentFile<unknown>, 'source' | 'spanOf'>;

function error(
  file: File,
  path: readonly (string | number)[],
  rule: RuleName,
  message: string,
  fix: string,
): Finding {
  return createFinding(file.source, file.spanOf(path), { rule, level: 'error', message, fix });
}

/**
 * Tags are unique. Quantities and breakdowns share one namespace; statements have one per quantity.
 */
function checkNames({ quantities, breakdowns, published }: Content): Finding[] {
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
        error(
          file,
          ['tag'],
          'tag-taken',
          `The tag ${file.value.tag} stands in two records, here and in ${first}.`,
          `Give the newer of the two the next free tag, ${getNextTag(records.map(({ value }) => value.tag))}; a published tag stays.`,
        ),
      );
    else tags.set(file.value.tag, file.source.path);
    const other = ids.get(file.id);
    if (other)
      findings.push(
        error(
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
function checkPageNames(content: Content): Finding[] {
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

/**
 * A finding for each word that occurs earlier in the list, in capitals or small letters. `path`
 * leads to it.
 */
function tellTwice(
  file: File,
  words: readonly string[],
  path: (index: number) => (string | number)[],
  say: (word: string) => string,
  fix: string,
): Finding[] {
  const small = words.map((word) => word.toLowerCase());
  return words.flatMap((word, index) =>
    small.indexOf(word.toLowerCase()) < index
      ? [error(file, path(index), 'id-taken', say(word), fix)]
      : [],
  );
}

const anotherId = 'Give one of them another id.';

function checkQuantity(file: ContentFile<WrittenQuantity>): Finding[] {
  const { value } = file;
  const statements = value.statements ?? [];
  const findings: Finding[] = [];
  if (value.derivation ? statements.length > 0 : statements.length === 0) {
    findings.push(
      error(
        file,
        [],
        'statements',
        'A quantity has either statements or a derivation.',
        value.derivation
          ? 'Remove one of the two.'
          : 'Add the first statement: who said it, where.',
      ),
    );
  }
  findings.push(
    ...tellTwice(
      file,
      statements.map(({ id }) => id),
      (index) => ['statements', index, 'id'],
      (id) => `Two statements are called "${id}".`,
      anotherId,
    ),
  );
  statements.forEach((statement, index) =>
    findings.push(...checkStatement(file, statement, index)),
  );
  return findings;
}

function checkStatement(
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const at = (key: string) => ['statements', index, key];
  const findings: Finding[] = [];
  if ((statement.value === undefined) === (statement.words === undefined)) {
    findings.push(
      error(
        file,
        ['statements', index],
        'statement-value',
        'A statement has either a value or words.',
        'Write "value: 2300", or "words: hundreds" where no number was printed.',
      ),
    );
  }
  for (const [key, known] of [
    ['object', file.value.variants?.objects],
    ['place', file.value.variants?.places],
    ['model', file.value.variants?.models],
  ] as const) {
    const written = statement[key];
    if (written === undefined || written === notStated || known?.includes(written)) continue;
    const near = findNearest(written, known ?? []);
    findings.push(
      error(
        file,
        at(key),
        'variant',
        `"${written}" is not among the variants of this quantity.`,
        near ? `Did you mean "${near}"?` : `Add it to variants.${key}s.`,
      ),
    );
  }
  return [
    ...findings,
    ...checkRepeats(file, statement, index),
    ...checkChainLength(file, statement, index),
  ];
}

/** Longer chains are hard to follow, and each step loses information. */
const longestChain = 5;

function checkChainLength(
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const statements = file.value.statements ?? [];
  let steps = 0;
  let next: WrittenStatement | undefined = statement;
  while (next?.repeats?.statement !== undefined && steps <= statements.length) {
    const id: string = next.repeats.statement;
    next = statements.find((other) => other.id === id);
    steps += 1;
  }
  if (steps <= longestChain || steps > statements.length) return [];
  return [
    createFinding(file.source, file.spanOf(['statements', index, 'repeats']), {
      rule: 'chain-long',
      level: 'warning',
      message: `The number came to this statement in ${steps} steps; chains of more than ${longestChain} are rare.`,
      fix: 'See that each step repeats the one before it, and not an earlier one.',
    }),
  ];
}

function checkRepeats(
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const { repeats } = statement;
  if (!repeats) return [];
  const statements = file.value.statements ?? [];
  const path = ['statements', index, 'repeats', ...(repeats.statement ? ['statement'] : [])];
  const refuse = (message: string, fix: string) => [error(file, path, 'repeats', message, fix)];
  if ((repeats.statement === undefined) === (repeats.unseen === undefined))
    return refuse(
      'What is repeated is either a statement of this quantity or unseen.',
      'Write one of the two: statement or unseen.',
    );
  if (repeats.statement === undefined) return [];
  const repeated = statements.find((other) => other.id === repeats.statement);
  if (!repeated) {
    const near = findNearest(
      repeats.statement,
      statements.map((other) => other.id),
    );
    return refuse(
      `This quantity has no statement called "${repeats.statement}".`,
      near
        ? `Did you mean "${near}"?`
        : `It has: ${statements.map((other) => other.id).join(', ')}.`,
    );
  }
  const circle = findCircle(statement, statements);
  if (circle)
    return refuse(
      `The chain goes in a circle: ${circle.join(' repeats ')}.`,
      'Let the first of them repeat nothing.',
    );
  const [later, earlier] = [statement.published, repeated.published];
  if (later && earlier && later.slice(0, 10) < earlier.slice(0, later.length)) {
    return refuse(
      `A statement of ${later} cannot repeat one of ${earlier}.`,
      'Correct one of the dates, or turn the link round.',
    );
  }
  return [];
}

/** Ids along the chain if it returns to its start; undefined if it ends. */
function findCircle(
  statement: WrittenStatement,
  statements: WrittenStatement[],
): string[] | undefined {
  const chain = [statement.id];
  let next = statement.repeats?.statement;
  while (next !== undefined && chain.length <= statements.length) {
    chain.push(next);
    if (next === statement.id) return chain;
    const repeated = statements.find((other) => other.id === next);
    next = repeated?.repeats?.statement;
  }
  return undefined;
}

function checkBreakdown(file: ContentFile<Breakdown>): Finding[] {
  const { value } = file;
  const findings: Finding[] = [];
  const { rows } = value;
  const inRow = (key: string) => (index: number) => ['rows', index, key];
  findings.push(
    ...tellTwice(
      file,
      rows.map(({ id }) => id),
      inRow('id'),
      (id) => `Two rows are called "${id}".`,
      anotherId,
    ),
    ...tellTwice(
      file,
      rows.map(({ label }) => label),
      inRow('label'),
      (label) => `Two rows are labelled "${label}".`,
      'Say which is which, or keep one.',
    ),
  );
  rows.forEach((row, index) => {
    findings.push(
      ...tellTwice(
        file,
        (row.printings ?? []).map(({ source }) => source),
        (at) => ['rows', index, 'printings', at, 'source'],
        (source) => `"${source}" prints this row twice.`,
        'Keep what it prints; two that agree must be two sources.',
      ),
    );
    if ((row.printings === undefined) === (row.derivation === undefined)) {
      findings.push(
        error(
          file,
          ['rows', index],
          'statements',
          'A row has either printings or a derivation.',
          'Add who prints it, or our arithmetic.',
        ),
      );
    }
  });
  if (value.whole !== undefined) findings.push(...checkSum(file, value.whole));
  return findings;
}

/** Rows add up to their whole, or leave a named remainder. Rounding may account for half a unit. */
function checkSum(file: ContentFile<Breakdown>, whole: number): Finding[] {
  const { value } = file;
  if (value.rows.some((row) => !row.printings)) return [];
  const sum = addUp(value.rows.map((row) => row.printings?.[0]?.value ?? 0));
  if (sum > whole + 0.5)
    return [
      error(
        file,
        ['whole'],
        'sum',
        `The rows sum to ${formatNumber(sum)}, more than the whole of ${formatNumber(whole)}.`,
        'Correct a row, or the whole.',
      ),
    ];
  if (sum < whole - 0.5 && value.remainder === undefined)
    return [
      error(
        file,
        ['whole'],
        'sum',
        `The rows sum to ${formatNumber(sum)} of ${formatNumber(whole)}, and nothing names the rest.`,
        'Add a line "remainder: not listed".',
      ),
    ];
  return [];
}
