/** Explains the messages of the MDX parser to somebody who knows Markdown but no code. */
import { getAuthorTag } from '../../schema/author-tags.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Span } from '../findings.ts';

/**
 * A mistake in the markup of a text, and what to cover up so that the parser can read what follows.
 */
export type SyntaxMistake = Pick<Finding, 'rule' | 'message' | 'fix'> & {
  span: Span;
  covered: Span;
  /**
   * What to put in place of the covered characters, with the same length. By default a word without
   * meaning.
   */
  readAs?: string;
  /** Name of a tag whose opening tag is covered, so that its closing tag is left over. */
  opens?: string;
  /** Name of a tag whose closing tag is covered, so that its opening tag is left over. */
  closes?: string;
};

/**
 * Explains why the parser refused `text`. `failure` is its message, which begins with line:column.
 */
export function explainSyntaxError(text: string, failure: string): SyntaxMistake {
  const place = /^(\d+):(\d+)/.exec(failure);
  return explain(text, offsetOf(text, Number(place?.[1] ?? 1), Number(place?.[2] ?? 1)), failure);
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let number = 1; number < line; number++) offset = text.indexOf('\n', offset) + 1;
  return Math.min(offset + column - 1, text.length);
}

function explain(text: string, start: number, failure: string): SyntaxMistake {
  const at = (length: number): Span => ({ start, end: start + length });
  if (/expression/i.test(failure))
    return explainBrace(text, start, failure.includes('end of file'));
  const strayTag = /Unexpected closing tag `<\/([^`]*)>`/.exec(failure)?.[1];
  if (strayTag !== undefined) {
    const [, open, line = '1', column = '1'] =
      /closing tag for `<([^`]*)>` \((\d+):(\d+)/.exec(failure) ?? [];
    const span = at(/^<[^>]*>?/.exec(text.slice(start))?.[0].length ?? 1);
    if (open === undefined)
      return {
        rule: 'unclosed-tag',
        span,
        message: `</${strayTag}> closes a tag that was never opened.`,
        fix: `Delete </${strayTag}>.`,
        covered: span,
      };
    const begin = offsetOf(text, Number(line), Number(column));
    const opened = [
      ...text.slice(0, start).matchAll(new RegExp(`<(/?)${strayTag}\\b[^<>]*(?<!/)>`, 'g')),
    ];
    const isOpen = opened.reduce((depth, [, slash]) => depth + (slash ? -1 : 1), 0) > 0;
    return {
      rule: 'unclosed-tag',
      span,
      message: `<${open}> of line ${line} is still open here, and </${strayTag}> closes another tag.`,
      fix: isOpen ? `Write </${open}> before it.` : `Write </${open}> in its place.`,
      covered: { start: begin, end: findTagEnd(text, begin) },
      ...(isOpen && { opens: open }),
    };
  }
  const openTag = /Expected a closing tag for `<([^`]*)>`/.exec(failure)?.[1];
  if (openTag !== undefined)
    return {
      rule: 'unclosed-tag',
      span: at(openTag.length + 1),
      ...explainUnclosed(text.slice(start, findTagEnd(text, start)), openTag, failure),
      covered: { start, end: findTagEnd(text, start) },
      opens: openTag,
    };
  return explainAngle(text, start, failure);
}

/**
 * The offset after the > of the tag that begins at `start`. A > in quotation marks does not end the
 * tag.
 */
function findTagEnd(text: string, start: number): number {
  const tag = /^<(?:"[^"]*"|'[^']*'|[^<>"'])*>/.exec(text.slice(start, start + 2000));
  return start + (tag?.[0].length ?? 1);
}

/**
 * The parser stops inside the braces, or at the opening one if they are never closed. The editor is
 * shown the opening brace.
 */
function explainBrace(text: string, at: number, isOpen: boolean): SyntaxMistake {
  const start = isOpen ? at : (findOpenBrace(text, at) ?? at);
  const end = isOpen ? start + 1 : findClosingBrace(text, start);
  const words = text.slice(start + 1, end - 1).trim();
  const isValue = /=\s*$/.test(text.slice(Math.max(0, start - 20), start));
  return {
    rule: 'brace-in-text',
    span: { start, end: start + 1 },
    message: 'Curly braces are code here, and code is not allowed in an article.',
    fix:
      words && words.length < 40
        ? `Write ${words} without the braces, or \\{ and \\} for the signs themselves.`
        : 'Delete the braces, or write \\{ and \\}.',
    covered: { start, end },
    ...(isValue && end > start + 1 && { readAs: `"${coverWord(text.slice(start + 1, end - 1))}"` }),
  };
}

function findOpenBrace(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    if (text[index] === '}') depth += 1;
    else if (text[index] === '{' && text[index - 1] !== '\\') {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return undefined;
}

/**
 * The offset after the brace that closes the one at `start`, or after the opening brace if none
 * closes it.
 */
function findClosingBrace(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}' && --depth === 0) return index + 1;
  }
  return start + 1;
}

/** Filler without meaning to the parser, with the length and line breaks of `text`. */
export function coverWord(text: string): string {
  return text.replace(/[^\n]/g, 'x');
}

function explainUnclosed(
  following: string,
  name: string,
  failure: string,
): Pick<Finding, 'message' | 'fix'> {
  const tag = getAuthorTag(name);
  const within = failure.includes('before the end of `paragraph`')
    ? ' before its paragraph ends'
    : failure.includes('before the end of')
      ? ' before the list entry or quotation around it ends'
      : '';
  const stated = `<${name}> is opened here and not closed${within}.`;
  if (!tag) return { message: stated, fix: `Delete <${name}>: it is no author tag.` };
  if (tag.content === 'none')
    return { message: stated, fix: `Write ${/^<[^<>]*/.exec(following)?.[0].trimEnd()} />` };
  return {
    message: stated,
    fix: within
      ? `Write </${name}> there, or put <${name}> and </${name}> on lines of their own around whole paragraphs.`
      : `Write </${name}> where it ends.`,
  };
}

function explainAngle(text: string, start: number, failure: string): SyntaxMistake {
  const following = text.slice(start, start + 2000);
  const span = (length: number, from = 0): Span => ({
    start: start + from,
    end: start + from + length,
  });
  if (following.startsWith('<!--')) {
    const end = text.indexOf('-->', start);
    const covered = span(
      end === -1 ? (/^[^\n]*/.exec(following)?.[0].length ?? 4) : end + 3 - start,
    );
    return {
      rule: 'html-comment',
      span: span(4),
      message: 'HTML comments are not allowed in an article.',
      fix: 'Delete the comment; notes to colleagues belong in the pull request.',
      covered,
      readAs: text.slice(covered.start, covered.end).replace(/[^\n]/g, ' '),
    };
  }
  if (/^<(?:https?:|mailto:|[\w.+-]+@)/.test(following)) {
    const link = span((/^<[^\s>]*>?/.exec(following) ?? [''])[0].length);
    return {
      rule: 'angle-link',
      span: link,
      message: 'An address in angle brackets is not a link here.',
      fix: `Write ${rewriteLink(following)}.`,
      covered: link,
    };
  }
  const name = /^<\/?([A-Za-z][\w.]*)(?=[\s/>]|$)/.exec(following)?.[1];
  if (name === undefined)
    return {
      rule: 'angle-in-text',
      span: span(1),
      message: 'The sign < begins a tag here.',
      fix: 'Write "fewer than", or &lt; for the sign itself.',
      covered: span(1),
    };
  return {
    ...explainBadTag(following, name, failure, span),
    ...coverBadTag(following, name, span),
  };
}

function explainBadTag(
  following: string,
  name: string,
  failure: string,
  span: (length: number, from?: number) => Span,
): Omit<SyntaxMistake, 'covered'> {
  const curly = /^<[^<>\n]*?=\s*([“”„‘’])/.exec(following);
  if (curly)
    return {
      rule: 'smart-quote',
      span: span(1, curly[0].length - 1),
      message: 'A tag’s attribute is in curly quotation marks.',
      fix: 'Replace “ and ” by " inside the tag.',
    };
  const bare = /^<[^<>\n]*?\s([A-Za-z]\w*)\s*=\s*([^\s"'{<>/][^\s<>/]*)/.exec(following);
  if (bare)
    return {
      rule: 'tag-syntax',
      span: span(
        bare[0].length - bare[0].lastIndexOf(bare[1] ?? ''),
        bare[0].lastIndexOf(bare[1] ?? ''),
      ),
      message: `The attribute "${bare[1]}" has no quotation marks.`,
      fix: `Write ${bare[1]}="${(bare[2] ?? '').replace(/["'].*$/, '')}".`,
    };
  const open =
    /^<[^<>\n"']*(?:"[^"<>\n]*"[^<>\n"']*)*\s([A-Za-z]\w*)\s*=\s*"([^"<>\n]*?)\s*\/?(?:>|$)/m.exec(
      following,
    );
  if (open)
    return {
      rule: 'tag-syntax',
      span: span(
        open[0].length - open[0].lastIndexOf(`${open[1]}`),
        open[0].lastIndexOf(`${open[1]}`),
      ),
      message: `The quotation mark of ${open[1]}="… is not closed.`,
      fix: `Write ${open[1]}="${open[2]}"`,
    };
  const isEnd = following.startsWith('</');
  const unended = /^<[^<>\n]*(?=\n|$)/
    .exec(following)?.[0]
    .trimEnd()
    .replace(/\s*\/$/, '');
  const known = getAuthorTag(name);
  const fix = !known
    ? 'Delete it: it is no author tag.'
    : isEnd
      ? `Write </${name}>`
      : unended
        ? `Write ${unended}${known.content === 'none' ? ' /' : ''}>`
        : `Write it like ${known.example}`;
  return {
    rule: 'tag-syntax',
    span: span(name.length + (isEnd ? 2 : 1)),
    message: `The tag <${isEnd ? '/' : ''}${name} is incomplete${failure.includes('valid JSX tag') ? '' : `: ${failure.replace(/^[\d:-]+\s*/, '')}`}.`,
    fix,
  };
}

/**
 * Reads curly quotation marks in a tag as if they were straight. Any other tag is covered to its
 * closing bracket. Without one, an author tag is covered to the end of the line, another tag to the
 * end of its name.
 */
function coverBadTag(
  following: string,
  name: string,
  span: (length: number) => Span,
): Pick<SyntaxMistake, 'covered' | 'readAs' | 'opens' | 'closes'> {
  const isKnown = getAuthorTag(name) !== undefined;
  const tag =
    /^<[^<>\n]*>/.exec(following)?.[0] ??
    (isKnown ? /^<[^<\n]*/ : /^<\/?[\w.]*/).exec(following)?.[0] ??
    '<';
  const straight = tag
    .replace(/(=\s*)[“”„‘’]/g, '$1"')
    .replace(/[“”„‘’](?=\s*\/?>|\s+[\w-]+\s*=)/g, '"');
  if (straight !== tag) return { covered: span(tag.length), readAs: straight };
  if (tag.startsWith('</')) return { covered: span(tag.length), closes: name };
  return { covered: span(tag.length), ...(!tag.endsWith('/>') && { opens: name }) };
}

function rewriteLink(following: string): string {
  const address = /^<([^\s>]*)/.exec(following)?.[1] ?? '';
  return /^(?:https?|mailto):/.test(address)
    ? `[words](${address})`
    : `[${address}](mailto:${address})`;
}
