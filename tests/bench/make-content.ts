/**
 * Writes a large record to check: quantities with chained statements, and articles that draw
 * numbers from them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * With `charts`, each article shows one of that many charts, `chart-0` and up, which `makeCharts`
 * writes.
 */
export type Size = {
  sources: number;
  quantities: number;
  statementsPerQuantity: number;
  articles: number;
  charts?: number;
};

/** Deterministic: the same size gives the same bytes. */
export function makeContent(
  root: string,
  { sources, quantities, statementsPerQuantity, articles, charts = 0 }: Size,
): void {
  const write = (path: string, text: string) => {
    writeFileSync(join(root, 'content', path), text);
  };
  for (const folder of ['articles', 'sources', 'quantities'])
    mkdirSync(join(root, 'content', folder), { recursive: true });
  for (const name of ['events', 'places', 'glossary', 'corrections']) write(`${name}.yaml`, '[]\n');
  write(
    'site.yaml',
    'name: Bench\ndescription: A large record.\ncontact: desk@example.org\nlead: article-0\nlead_numbers: [quantity-0, quantity-1, quantity-2]\n',
  );
  for (let index = 0; index < sources; index++) {
    write(
      `sources/source-${index}.yaml`,
      `title: Page ${index}\npublisher: Publisher ${index % 97}\npublished: 2015-06-02\nkind: reporting\nurl: https://example.org/${index}\nread_as: whole-page\narchived: none-known\narchived_reason: A sample.\n`,
    );
  }
  for (let index = 0; index < quantities; index++) {
    const statements = Array.from({ length: statementsPerQuantity }, (_, at) =>
      [
        `  - id: paper-${at}`,
        `    source: source-${(index * 7 + at) % sources}`,
        ...(at === 0
          ? ['    speaker: A minister']
          : [
              `    repeats: { statement: paper-${at - 1}, basis: named, names: as Publisher ${((index * 7 + at - 1) % sources) % 97} wrote }`,
            ]),
        `    value: ${1000 + index}`,
      ].join('\n'),
    );
    write(
      `quantities/quantity-${index}.yaml`,
      `tag: E-${String(index + 1).padStart(2, '0')}\ntitle: Things of kind ${'abcdefghij'[index % 10]}\ncounts: Things that somebody counted.\nsubject: losses\nunit: { kind: count, one: thing, many: things }\nstatements:\n${statements.join('\n')}\n`,
    );
  }
  const format = new Intl.NumberFormat('en-GB');
  for (let index = 0; index < articles; index++) {
    const paragraphs = Array.from({ length: 12 }, (_, at) => {
      const quantity = (index * 13 + at) % quantities;
      return `It was said that [${format.format(1000 + quantity)} things](num:quantity-${quantity}) were lost, as [one paper](source:source-${(index + at) % sources}) wrote. ${'The words around a number matter as much as the number itself does. '.repeat(5)}`;
    });
    write(
      `articles/article-${index}.mdx`,
      `---\ntitle: Article ${nameInLetters(index)} of the bench\nsummary: What article ${nameInLetters(index)} says, without a number in it.\ndate: 2026-11-20\nfindings:\n  - The first finding.\n  - The second finding.\n---\n\n${[...paragraphs, ...(charts > 0 ? [`<Chart id="chart-${index % charts}" />`] : [])].join('\n\n')}\n`,
    );
  }
}

/**
 * Writes a number as letters, because a number in a text must be in the record: 27 is "BuBu". The
 * vowels prevent marks that the check reports, such as TK or TODO.
 */
export const nameInLetters = (index: number) =>
  index.toString(26).replace(/./g, (digit) => `${String.fromCharCode(65 + parseInt(digit, 26))}u`);
