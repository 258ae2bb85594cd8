/** Brackets that were meant as a link and are printed unchanged. */
import type { Finding } from '../../schema/finding.ts';

export type Problem = Pick<Finding, 'message' | 'fix' | 'about'> & {
  rule?: 'link' | 'broken-link' | 'unknown-page';
};

export const linkInLink: Problem = {
  rule: 'broken-link',
  message: 'A link cannot hold another link, and a term of the glossary is one.',
  fix: 'End the first link before the second begins, or leave one of them out.',
};

type BrokenLink = Problem & { index: number; length: number };

/**
 * Brackets in running text that were meant as a link and are printed unchanged. A bare address is a
 * separate link, and ends the text before it.
 */
export function findBrokenLinks(written: string, following: string): BrokenLink[] {
  const isAddress = /^(?:https?:|www\.)/.test(following);
  // A quick test: each of them holds a square bracket.
  if (!/[[\]]/.test(written)) return [];
  const broken: [RegExp, Problem][] = [
    [
      isAddress
        ? /\](\s+)\((?:$|(?=mailto:|num:|source:|[/#]))/g
        : /\](\s+)\((?=(?:https?:|mailto:|num:|source:|[/#]))/g,
      {
        message: 'A space between ] and ( breaks the link, so it would be printed as typed.',
        fix: 'Write [words](address) without the space.',
      },
    ],
    [
      /(?<!\\)\]\((?=[^)]*\s|[^)]*$)/g,
      {
        message:
          'The address of this link holds a space or is not closed, so the link would be printed as typed.',
        fix: 'Write [words](address), the address without spaces.',
      },
    ],
    [
      /(?<!\\)\]\((?=(?:https?:|mailto:|num:|source:|[/#])[^)\s]*\))/g,
      {
        message:
          'A link cannot hold another link or a tag that prints one, so this one would be printed as typed.',
        fix: linkInLink.fix,
      },
    ],
    [
      isAddress ? /\([^()\n]+\)\[$/g : /\([^()\n]+\)\[(?!…\]|\.\.\.\]|sic\]|\^)(?=[^\]\n]+\])/g,
      {
        message: 'The brackets of this link are the wrong way round.',
        fix: 'Write [words](address).',
      },
    ],
    [
      /(?<!\\)\[[^[\]^]+\]\[[^[\]]+\]/g,
      {
        message: 'This link refers to an address that is not defined.',
        fix: 'Write [words](address).',
      },
    ],
  ];
  return broken.flatMap(([pattern, problem]) =>
    [...written.matchAll(pattern)].map((match) => ({
      ...problem,
      rule: 'broken-link' as const,
      index: match.index,
      length: match[0].length,
    })),
  );
}
