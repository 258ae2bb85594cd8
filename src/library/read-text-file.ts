/** An article or a standing text: front matter and the tree of its Markdown. */
import type { z } from 'astro/zod';
import type { Finding } from '../schema/finding.ts';
import type { Found, TextFile } from './content.ts';
import { createFinding } from './findings.ts';
import { getSpan } from './markup/article-text.ts';
import { findFrontMatter } from './markup/front-matter.ts';
import { findDeepNode, findDeepText, maximumNesting } from './markup/nesting.ts';
import { parseMarkup, type Markup } from './markup/parse-markup.ts';
import { maximumLine, readText } from './read-text.ts';
import type { SourceText } from './source-text.ts';
import { readYaml } from './yaml/read-yaml.ts';

/**
 * The most character references, because the parser's time grows with the square of their number.
 */
const maximumReferences = 1000;

export function readTextFile<S extends z.ZodType>(
  root: string,
  path: string,
  schema: S,
  { findings, unfit }: Found,
): TextFile<z.infer<S>>[] {
  const source = readText(root, path, findings);
  if (!source) return [];
  const slug = path.slice(path.lastIndexOf('/') + 1, -'.mdx'.length);
  const matter = findFrontMatter(source.text);
  if (!matter) {
    findings.push(
      createFinding(
        source,
        { start: 0, end: 3 },
        {
          rule: 'front-matter',
          level: 'error',
          ...(/^---[ \t]*\n/.test(source.text)
            ? {
                message: 'The front matter is never closed.',
                fix: 'Write a line of --- below its last field, before the text begins.',
              }
            : {
                message: 'The file does not begin with front matter between two lines of ---.',
                fix: 'Begin the file with ---, then its title and other fields, then --- again.',
              }),
        },
      ),
    );
    return [{ slug, source, matter: undefined, tree: undefined, rest: undefined }];
  }
  const read = readYaml(source, schema, matter.yaml, matter.offset);
  findings.push(...read.findings);
  if (read.unfit) unfit.push(read.unfit);
  return [{ slug, source, matter: read.record, ...parseArticle(source, findings) }];
}

/** Parses the article's text, after looking for anything that would crash the parser. */
function parseArticle(
  source: SourceText,
  findings: Finding[],
): Pick<TextFile<unknown>, 'tree' | 'rest'> {
  const refuse = (rule: 'nesting' | 'file-text', start: number, message: string, fix: string) => {
    findings.push(
      createFinding(source, { start, end: start + 1 }, { rule, level: 'error', message, fix }),
    );
    return { tree: undefined, rest: undefined };
  };
  const refuseDepth = (start: number) =>
    refuse(
      'nesting',
      start,
      `Lists, quotations, tags or brackets nest deeper than ${maximumNesting} levels here.`,
      'Write it with fewer levels.',
    );
  const deep = findDeepText(source.text);
  if (deep !== undefined) return refuseDepth(deep);
  const long = findLongParagraph(source.text);
  if (long !== undefined)
    return refuse(
      'file-text',
      long,
      `The paragraph is longer than ${maximumLine} characters.`,
      'Divide it with empty lines.',
    );
  const references = [...source.text.matchAll(/&#?\w+;/g)];
  if (references.length > maximumReferences)
    return refuse(
      'file-text',
      references[0]?.index ?? 0,
      `The text holds ${references.length} references such as &amp;; at most ${maximumReferences} are read.`,
      'Write the characters themselves.',
    );
  const { tree, rest, findings: mistakes }: Markup = parseMarkup(source);
  findings.push(...mistakes);
  const whole = tree ?? rest?.tree;
  const node = whole && findDeepNode(whole);
  return node ? refuseDepth(getSpan(node).start) : { tree, rest };
}

function findLongParagraph(text: string): number | undefined {
  let start = 0;
  for (const { index } of [...text.matchAll(/\n[ \t]*(?=\n)/g), { index: text.length }]) {
    if (index - start > maximumLine) return text.length - text.slice(start).trimStart().length;
    start = index;
  }
  return undefined;
}
