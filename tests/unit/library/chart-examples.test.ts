import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findChartProblems } from '../../../src/library/chart-problems.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { chartSchema } from '../../../src/schema/chart.ts';

/** The examples of the editor's guide, each below the words that every chart has. */
const guide = readFileSync('content/README.md', 'utf8');
const section = guide.slice(guide.indexOf('## Charts'), guide.indexOf('## Breakdowns'));
const [words = ''] = [...section.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');
const examples = [...section.matchAll(/\*\*([a-z]+)\*\*: .*?```yaml\n(.*?)```/gs)].map(([, kind = '', yaml = '']) => ({ kind, yaml }));
const { record } = readContent(process.cwd()).content;

describe('the editor’s guide', () => {
  it('has an example of every kind', () => {
    expect(examples.map(({ kind }) => kind).sort()).toEqual(
      chartSchema.options.map((option) => ('options' in option ? option.options[0] : option).shape.kind.value).sort(),
    );
  });

  it.each(examples)('has a good example of $kind', ({ kind, yaml }) => {
    const chart = chartSchema.parse({
      ...(parse(words, { schema: 'core' }) as object),
      kind,
      ...(parse(yaml, { schema: 'core' }) as object),
    });
    expect(findChartProblems(record, 'sample', chart)).toEqual([]);
  });
});
