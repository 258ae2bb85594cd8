import type { RuleName } from './rules.ts';

/**
 * What a finding is about: the record, article or page that it names. Without an id, all of that
 * kind.
 */
export type About = {
  kind:
    | 'source'
    | 'number'
    | 'article'
    | 'chart'
    | 'claim'
    | 'place'
    | 'event'
    | 'term'
    | 'subject'
    | 'page';
  /** The reference of a number, or the address of a page. */
  id?: string;
};

/**
 * A finding is what the check reports to an editor: where, what, and how to fix it. Every rule of
 * the desk returns findings and nothing else.
 */
export type Finding = {
  /** Which rule found it; `rules.ts` says what it means. */
  rule: RuleName;
  /** Errors stop the build, warnings do not. */
  level: 'error' | 'warning';
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** One-based. */
  line: number;
  /** One-based, counted in UTF-16 code units, as editors do. */
  column: number;
  /** Number of characters to underline; at least 1. */
  length: number;
  /** One sentence on the cause. */
  message: string;
  /** One thing to do, which can be copied. */
  fix: string;
  about?: About | undefined;
};
