/** The MDX parser's words, told to somebody who knows Markdown and no code. */
import { authorTags } from '../schema/author-tags.ts';
import type { Finding } from '../schema/finding.ts';
import { createFinding, type Span } from './read-yaml.ts';
import type { SourceText } from './source-text.ts';

type Explanation = Pick<Finding, 'rule' | 'message' | 'fix'> & { span: Span };

/** The finding for an article that the parser refused with `message`, which begins with line:column. */
export function explainSyntaxError(source: SourceText, message: string): Finding {
  const place = /^(\d+):(\d+)/.exec(message);
  const start = offsetOf(source.text, Number(place?.[1] ?? 1), Number(place?.[2] ?? 1));
  const { span, ...words } = explain(source, start, message);
  return createFinding(source, span, { level: 'error', ...words });
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let number = 1; number < line; number++) offset = text.indexOf('\n', offset) + 1;
  return Math.min(offset + column - 1, text.length);
}

function explain(source: SourceText, start: number, message: string): Explanation {
  const { text } = source;
  const at = (length: number): Span => ({ start, end: start + length });
  if (/expression/i.test(message)) return explainBrace(text, start);
  const strayTag = /Unexpected closing tag `(<\/[^`]*>)`/.exec(message)?.[1];
  if (strayTag) {
    const [, open, line] = /closing tag for `(<[^`]*>)` \((\d+):/.exec(message) ?? [];
    const opened = open ? `${open} of line ${line} is still open here, and ${strayTag} closes another tag.` : undefined;
    return {
      rule: 'unclosed-tag',
      span: at(strayTag.length),
      message: opened ?? `${strayTag} closes a tag that was never opened.`,
      fix: open ? `Write ${open.replace('<', '</')} before it.` : `Delete ${strayTag}.`,
    };
  }
  const openTag = /Expected a closing tag for `<([^`]*)>`/.exec(message)?.[1];
  if (openTag !== undefined)
    return { rule: 'unclosed-tag', span: at(openTag.length + 1), ...explainUnclosed(text.slice(start), openTag, message) };
  return explainAngle(text, start, message);
}

/** The parser stops inside the braces; the editor is shown where they open. */
function explainBrace(text: string, start: number): Explanation {
  const open = text.lastIndexOf('{', start);
  const span = { start: open === -1 ? start : open, end: (open === -1 ? start : open) + 1 };
  return {
    rule: 'brace-in-text',
    span,
    message: 'Curly braces are code here, and code is not allowed in an article.',
    fix: 'Take the braces out, or write \\{ and \\}.',
  };
}

function explainUnclosed(following: string, name: string, message: string): Pick<Finding, 'message' | 'fix'> {
  const tag = Object.hasOwn(authorTags, name) ? authorTags[name] : undefined;
  const within = /before the end of `paragraph`/.test(message)
    ? ' before its paragraph ends'
    : /before the end of/.test(message)
      ? ' before the list entry or quotation around it ends'
      : '';
  const stated = `<${name}> is opened here and not closed${within}.`;
  if (!tag) return { message: stated, fix: `Delete <${name}>: it is no author tag.` };
  if (tag.content === 'none') return { message: stated, fix: `Write ${/^<[^<>]*/.exec(following)?.[0].trimEnd()} />` };
  return {
    message: stated,
    fix: within
      ? `Write </${name}> there, or put <${name}> and </${name}> on lines of their own around whole paragraphs.`
      : `Write </${name}> where it ends.`,
  };
}

function explainAngle(text: string, start: number, message: string): Explanation {
  const following = text.slice(start, start + 500);
  const span = (length: number, from = 0): Span => ({ start: start + from, end: start + from + length });
  if (following.startsWith('<!--'))
    return {
      rule: 'html-comment',
      span: span(4),
      message: 'HTML comments are not allowed in an article.',
      fix: 'Delete the comment; notes to colleagues belong in the pull request.',
    };
  if (/^<(?:https?:|mailto:|[\w.+-]+@)/.test(following))
    return {
      rule: 'angle-link',
      span: span((/^<[^\s>]*>?/.exec(following) ?? [''])[0].length),
      message: 'An address in angle brackets is not a link here.',
      fix: `Write ${rewriteLink(following)}.`,
    };
  const name = /^<\/?([A-Za-z][\w.]*)(?=[\s/>]|$)/.exec(following)?.[1];
  if (name === undefined)
    return {
      rule: 'angle-in-text',
      span: span(1),
      message: 'The sign < begins a tag here.',
      fix: 'Write "fewer than", or &lt; for the sign itself.',
    };
  const curly = /^<[^<>\n]*?=\s*([“”„‘’])/.exec(following);
  if (curly)
    return {
      rule: 'smart-quote',
      span: span(1, curly[0].length - 1),
      message: 'A tag’s attribute stands in curly quotation marks.',
      fix: 'Replace “ and ” by " inside the tag.',
    };
  const bare = /^<[^<>\n]*?\s([A-Za-z]\w*)\s*=\s*([^\s"'{<>/][^\s<>/]*)/.exec(following);
  if (bare)
    return {
      rule: 'tag-syntax',
      span: span(bare[0].length - bare[0].lastIndexOf(bare[1] ?? ''), bare[0].lastIndexOf(bare[1] ?? '')),
      message: `The attribute "${bare[1]}" stands without quotation marks.`,
      fix: `Write ${bare[1]}="${(bare[2] ?? '').replace(/["'].*$/, '')}".`,
    };
  return {
    rule: 'tag-syntax',
    span: span(name.length + 1),
    message: `The tag <${name} is not written whole${/valid JSX tag/.test(message) ? '' : `: ${message.replace(/^[\d:-]+\s*/, '')}`}.`,
    fix: Object.hasOwn(authorTags, name) ? `Write it like ${authorTags[name]?.example}` : 'Delete it: it is no author tag.',
  };
}

function rewriteLink(following: string): string {
  const address = /^<([^\s>]*)/.exec(following)?.[1] ?? '';
  return /^(?:https?|mailto):/.test(address) ? `[words](${address})` : `[${address}](mailto:${address})`;
}
