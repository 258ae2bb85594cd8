/**
 * An article holds Markdown and the author tags, nothing else: no code, no HTML, no pictures from
 * elsewhere.
 */
import { tagFor, tagNames } from '../../schema/author-tags.ts';
import {
  getSpan,
  getTag,
  getText,
  isTag,
  listAttributeSpans,
  walk,
} from '../../library/markup/article-text.ts';
import type { ArticleNode } from '../../library/content.ts';
import { createFinding, findNearest, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import { judgePlace, judgeContact, endOfLine } from './tag-place.ts';

type Words = Pick<Finding, 'rule' | 'message' | 'fix'>;

export const checkAuthorTags: Rule = (content) =>
  [...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    tree ? judgeMarkup(source, tree) : [],
  );

/** Everything in a text that is neither Markdown nor an author tag. */
export function judgeMarkup(source: SourceText, tree: ArticleNode): Finding[] {
  return [...walk(tree)].flatMap(({ node, ancestors }) => [
    ...judge(source, node),
    ...judgePlace(source, node, ancestors),
    ...judgeContact(source, node, ancestors),
  ]);
}

function judge(source: SourceText, node: ArticleNode): Finding[] {
  const span = getSpan(node);
  const at = (
    words: Words,
    where: Span = { start: span.start, end: Math.min(span.end, endOfLine(source, span.start)) },
  ) => [createFinding(source, where, { level: 'error', ...words })];
  switch (node.type) {
    case 'mdxjsEsm':
      return at({
        rule: 'code-in-article',
        message:
          'A paragraph that begins with "import" or "export" is read as code, and code is not allowed.',
        fix: 'Delete it if it is code; if it is prose, begin the sentence with another word.',
      });
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return at({
        rule: 'brace-in-text',
        message: 'Curly braces are code here, and code is not allowed in an article.',
        fix: `Write ${getWithoutBraces(node)} without the braces, or \\{ and \\} for the signs themselves.`,
      });
    case 'image':
    case 'imageReference':
      return at({
        rule: 'picture-in-article',
        message: 'Pictures are not placed with ![](…).',
        fix: `Write <${tagFor.picture} file="…" alt="…" /> with a file of content/pictures/, or <${tagFor.chart} id="…" />.`,
      });
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return judgeTag(source, node, at);
    default:
      return [];
  }
}

function getWithoutBraces(node: ArticleNode): string {
  const value = (node.value ?? '').trim();
  return value && value.length < 40 ? value : 'the words';
}

type Tell = (words: Words, where?: Span) => Finding[];

const quotation = `<${tagFor.quotation} source="…">words of the source</${tagFor.quotation}>`;

/** What to write in place of HTML: Markdown, or one of our tags. */
const inMarkdown = new Map(
  Object.entries({
    b: 'Write **words**.',
    strong: 'Write **words**.',
    i: 'Write *words*.',
    em: 'Write *words*.',
    u: 'Write *words* for emphasis.',
    del: 'Write ~~words~~, or take the words out.',
    s: 'Write ~~words~~, or take the words out.',
    br: 'Begin a new paragraph with an empty line, or delete it.',
    p: 'Delete it: an empty line divides paragraphs.',
    hr: 'Write *** on a line of its own, with an empty line above and below.',
    a: 'Write [words](address).',
    img: `Write <${tagFor.picture} file="…" alt="…" /> with a file of content/pictures/.`,
    blockquote: `Begin each line with >, or write ${quotation}.`,
    q: `Write “words of the source”, or ${quotation}.`,
    h1: 'Delete it: the headline comes from the title.',
    h2: 'Write ## Heading',
    h3: 'Write ### Heading',
    ul: 'Delete it, and begin each line of the list with a hyphen and a space.',
    ol: 'Delete it, and begin each line of the list with 1. and a space.',
    li: 'Begin the line with a hyphen and a space, as in - Words',
    sup: 'Delete it; for a note, write [^1] here, and [^1]: followed by the note on a line of its own.',
    sub: 'Delete it.',
    span: 'Delete it.',
    div: 'Delete it.',
    font: 'Delete it.',
    center: 'Delete it.',
  }),
);

function judgeTag(source: SourceText, node: ArticleNode, at: Tell): Finding[] {
  const name = node.name ?? '';
  const span = getSpan(node);
  const nameSpan = { start: span.start + 1, end: span.start + 1 + Math.max(1, name.length) };
  const atName = (words: Words) => at(words, nameSpan);
  const tag = getTag(node);
  if (!tag) {
    const near = findNearest(name, tagNames);
    const fix = near
      ? `Did you mean <${near}>?`
      : (inMarkdown.get(name.toLowerCase()) ?? `Use one of: ${tagNames.join(', ')}.`);
    return atName({ rule: 'unknown-tag', message: `There is no author tag <${name}>.`, fix });
  }
  const findings = [
    ...judgeAttributes(source, node, tag, nameSpan, at),
    ...findMissingAttributes(node, tag, atName),
  ];
  if (!/(?:\/|<\/[\w\s]+)>$/.test(source.text.slice(span.start, span.end)))
    findings.push(
      ...atName({
        rule: 'unclosed-tag',
        message: `<${name}> and </${name}> are on either side of another mark, such as ** or ], so the tag ends too early.`,
        fix: `Open and close <${name}> inside the same marks.`,
      }),
    );
  const empty = getText(node).trim() === '' && !(node.children ?? []).some(isTag);
  if (tag.content === 'none' && !empty)
    findings.push(
      ...atName({
        rule: 'tag-content',
        message: `<${name}> has no content.`,
        fix: `Write ${tag.example}`,
      }),
    );
  if (tag.content === 'required' && empty)
    findings.push(
      ...atName({
        rule: 'tag-content',
        message: `<${name}> needs text inside it.`,
        fix: `Write ${tag.example}`,
      }),
    );
  return findings;
}

type Tag = NonNullable<ReturnType<typeof getTag>>;

type Attribute = NonNullable<ArticleNode['attributes']>[number];

/** Attributes that are given twice, or that the tag does not accept as written. */
function judgeAttributes(
  source: SourceText,
  node: ArticleNode,
  tag: Tag,
  nameSpan: Span,
  at: Tell,
): Finding[] {
  const seen = new Set<string>();
  const spans = listAttributeSpans(node, source.text);
  return (node.attributes ?? []).flatMap((attribute) => {
    const name = attribute.name ?? '';
    const [where = nameSpan, again = where] = spans.filter((written) => written.name === name);
    const isTwice = name !== '' && seen.has(name);
    seen.add(name);
    const message = `"${name}" appears twice in this tag, and only one would be printed.`;
    const wrong = judgeAttribute(node.name ?? '', tag, name, attribute);
    return [
      ...(isTwice ? at({ rule: 'tag-syntax', message, fix: 'Keep one of the two.' }, again) : []),
      ...(wrong ? at(wrong, where) : []),
    ];
  });
}

function judgeAttribute(
  tagName: string,
  { attributes }: Tag,
  name: string,
  { type, value }: Attribute,
): Words | undefined {
  if (type !== 'mdxJsxAttribute' || (value !== null && typeof value === 'object'))
    return {
      rule: 'code-in-article',
      message: `The tag <${tagName}> holds code in braces.`,
      fix: 'Write the attribute as text in straight double quotes: name="value".',
    };
  if (!Object.hasOwn(attributes, name)) {
    const near = findNearest(name, Object.keys(attributes));
    const known = Object.keys(attributes).join(', ') || 'none';
    const fix = near ? `Did you mean ${near}="…"?` : `It takes: ${known}.`;
    return { rule: 'unknown-attribute', message: `<${tagName}> has no attribute "${name}".`, fix };
  }
  if (attributes[name]?.flag) {
    if (value === null || value === undefined) return undefined;
    const message = `"${name}" takes no value.`;
    return { rule: 'tag-syntax', message, fix: `Write ${name} alone, without ="…".` };
  }
  if (typeof value === 'string' && value.trim() !== '') return undefined;
  return {
    rule: 'empty-attribute',
    message: `The attribute "${name}" of <${tagName}> is empty.`,
    fix: `Write ${name}="…".`,
  };
}

function findMissingAttributes(
  node: ArticleNode,
  { attributes }: Tag,
  atName: (words: Words) => Finding[],
): Finding[] {
  const written = new Set((node.attributes ?? []).map((attribute) => attribute.name));
  return Object.entries(attributes).flatMap(([name, { required, purpose }]) =>
    required && !written.has(name)
      ? atName({
          rule: 'missing-attribute',
          message: `<${node.name}> needs ${name}="…".`,
          fix: `Add ${name}="…": ${purpose}`,
        })
      : [],
  );
}
