/**
 * Marks the language of words in an article that a source prints in another language, in quotation
 * marks and in > quotations. Screen readers then pronounce them correctly, and Arabic runs from
 * right to left. The component of a tag marks its own words.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  defineHastPlugin,
  type HastContent,
  type HastNode,
  type HastVisitorContext,
} from 'satteri';
import { inLanguage } from '../evidence/language.ts';
import { readContent } from '../library/read-content.ts';
import {
  cutAtLanguages,
  findLanguageOfBlock,
  type KeptWords,
  listKeptWords,
} from '../library/texts/foreign-words.ts';
import { getAuthorTag } from '../schema/author-tags.ts';

let known: { stamp: string; kept: KeptWords } | undefined;

/**
 * Read once, and again when an editor saves a record. A build of a thousand articles would look a
 * thousand times at two thousand files, and none of them changes.
 */
function getKeptWords(root: string): KeptWords {
  if (known && process.env.NODE_ENV === 'production') return known.kept;
  const files = ['sources', 'quantities', 'breakdowns'].flatMap((folder) => {
    const path = join(root, 'content', folder);
    return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
  });
  const stamp = `${files.length} ${Math.max(0, ...files.map((path) => statSync(path).mtimeMs))}`;
  if (known?.stamp !== stamp) known = { stamp, kept: listKeptWords(readContent(root).content) };
  return known.kept;
}

type Text = Readonly<Extract<HastNode, { type: 'text' }>>;
/** Elements that are part of the line around them. */
const inlineTags = new Set(['a', 'em', 'strong', 'del', 'code', 'sup', 'sub', 'span', 'br']);

/** A plugin for `hastPlugins`, after typesetting. */
export const markLanguages = defineHastPlugin({
  name: 'mark-languages',
  before(root, context) {
    if (/["'“”„‘’‚«»‹›<>]|^ *>/m.test(context.source))
      markLines(root, context, getKeptWords(process.cwd()));
  },
});

/** Exported for tests, which have their own wordings. */
export function markLines(
  root: Readonly<HastNode>,
  context: HastVisitorContext,
  kept: KeptWords,
): void {
  let line: Text[] = [];
  const endLine = () => {
    const cut = cutAtLanguages(
      line.map(({ value }) => value),
      kept,
    );
    line.forEach((node, index) => {
      const pieces = cut[index] ?? [];
      if (pieces.some(({ language }) => language !== undefined))
        context.replaceNode(node, pieces.map(toNode));
    });
    line = [];
  };
  const visit = (node: Readonly<HastNode>) => {
    if (node.type === 'text') line.push(node);
    if (!('children' in node)) return;
    if (markBlock(node, context, kept)) return;
    const isInline =
      node.type === 'mdxJsxTextElement' ||
      (node.type === 'element' && inlineTags.has(node.tagName));
    if (!isInline) endLine();
    for (const child of node.children) visit(child);
    if (!isInline) endLine();
  };
  visit(root);
  endLine();
}

/** True if the whole node is in another language, or already has a language. */
function markBlock(
  node: Readonly<HastNode>,
  context: HastVisitorContext,
  kept: KeptWords,
): boolean {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
    return getAuthorTag(node.name)?.words === 'quoted';
  if (node.type !== 'element' || node.tagName !== 'blockquote') return false;
  const { lang, dir } = inLanguage(findLanguageOfBlock(context.textContent(node), kept));
  if (lang === undefined) return false;
  context.setProperty(node, 'lang', lang);
  if (dir !== undefined) context.setProperty(node, 'dir', dir);
  return true;
}

function toNode({ text: value, language }: { text: string; language?: string }): HastContent {
  const text = { type: 'text' as const, value };
  return language === undefined
    ? text
    : {
        type: 'element',
        tagName: 'span',
        properties: { ...inLanguage(language) },
        children: [text],
      };
}
