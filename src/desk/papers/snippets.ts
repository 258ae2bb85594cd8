/** Snippets for the editor's program: the parts of an article, with fields to fill in. */
import type { AuthorTag } from '../../schema/author-tags.ts';

export type Snippet = { scope: string; prefix: string; description: string; body: string[] };

/** Numbers and citations have the same form in articles and in the texts of records. */
const everywhere = 'mdx,markdown,yaml';

const written: Record<string, Snippet> = {
  Article: {
    scope: 'mdx,markdown',
    prefix: 'article',
    description: 'A new article: its front matter, as a draft.',
    body: [
      '---',
      'title: "${1:Headline}"',
      'summary: >-',
      '  ${2:Two or three sentences below the headline.}',
      'date: ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}',
      'draft: true',
      'findings:',
      '  - "${3:The first key finding, one sentence.}"',
      '  - "${4:The second.}"',
      '---',
      '',
      '${0:TODO Write the article here.}',
    ],
  },
  Number: {
    scope: everywhere,
    prefix: 'num',
    description: 'A number, linked to its record. Hedge, number and unit go inside the brackets.',
    body: ['[${1:40 parcels}](num:${2:parcels-lost/gazette-2014})'],
  },
  Citation: {
    scope: everywhere,
    prefix: 'source',
    description: 'The name of a source, linked to its record.',
    body: ['[${1:The Gazette}](source:${2:gazette-2014})'],
  },
};

/** One snippet for each author tag, made from its example, plus numbers and citations. */
export function listSnippets(tags: Record<string, AuthorTag>): Record<string, Snippet> {
  const fromTags = Object.entries(tags).map(([name, { purpose, example }]) => [
    name,
    {
      scope: 'mdx,markdown',
      prefix: name.toLowerCase(),
      description: purpose,
      body: [toPlaceholders(example)],
    },
  ]);
  return { ...written, ...(Object.fromEntries(fromTags) as Record<string, Snippet>) };
}

/** Turns each attribute's value in the example, and the words inside, into a field to fill in. */
function toPlaceholders(example: string): string {
  let count = 0;
  const field = (text: string) => `\${${(count += 1)}:${text.replace(/[\\$}]/g, '\\$&')}}`;
  return example
    .replace(/="([^"]*)"/g, (_, value: string) => `="${field(value)}"`)
    .replace(/>([^<]+)<\//, (_, words: string) => `>${field(words)}</`);
}

/** Returns the text of a snippet whose fields keep their defaults, on `day`, YYYY-MM-DD. */
export function fillDefaults({ body }: Snippet, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const known: Record<string, string> = {
    CURRENT_YEAR: year,
    CURRENT_MONTH: month,
    CURRENT_DATE: date,
  };
  const dated = body
    .join('\n')
    .replace(/\$\{([A-Z_]+)\}/g, (variable, name: string) => known[name] ?? variable);
  return dated.replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) =>
    text.replace(/\\(.)/g, '$1'),
  );
}
