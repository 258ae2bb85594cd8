/** The small good site with one text as its article, to test a rule without a disk. */
import type { Content } from '../../../src/library/content.ts';
import { join } from 'node:path';
import type { Rule } from '../../../src/desk/rules/rule.ts';
import { findFrontMatter } from '../../../src/library/markup/front-matter.ts';
import { parseMarkup } from '../../../src/library/markup/parse-markup.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { readYaml } from '../../../src/library/yaml/read-yaml.ts';
import { createSourceText } from '../../../src/library/source-text.ts';
import { articleSchema } from '../../../src/schema/article.ts';
import type { Finding } from '../../../src/schema/finding.ts';

const { content } = readContent(join(import.meta.dirname, '../../content/_base'), 1_800_000_000);

const frontMatter = (title: string) =>
  `---\ntitle: ${title}\nsummary: Two sentences below the headline. They hold no number.\ndate: 2026-11-20\nfindings:\n  - The first finding.\n  - The second finding.\n---\n\n`;

/** Returns the content with an article of this text, below a headline. */
export function putText(body: string, title = 'A sample of an article'): Content {
  const source = createSourceText('content/articles/sample.mdx', `${frontMatter(title)}${body}\n`);
  const { tree, rest } = parseMarkup(source);
  const { yaml, offset } = findFrontMatter(source.text) ?? { yaml: '', offset: 0 };
  const { record } = readYaml(source, articleSchema, yaml, offset);
  return {
    ...content,
    articles: [
      {
        slug: 'sample',
        source,
        matter: record,
        tree,
        rest: tree ? undefined : rest,
        withheld: undefined,
      },
    ],
  };
}

/** Returns what the rule finds in the text. */
export function findIn(rule: Rule, body: string, title?: string): Finding[] {
  return rule(putText(body, title)).filter(({ file }) => file === 'content/articles/sample.mdx');
}
