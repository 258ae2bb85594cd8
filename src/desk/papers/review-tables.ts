/** Sections and tables of a review, cut if they are too long to read. */
import type { Finding } from '../../schema/finding.ts';
import { listFindings } from './copy-sheet-layout.ts';
import {
  heading,
  paragraph,
  strong,
  tabulateOr,
  type Block,
  type Run,
  type Words,
} from './desk-page.ts';

/** The most rows of one table; further ones are only counted. */
export const mostRows = 200;

export const section = (name: string, blocks: Block[]): Block[] =>
  blocks.length > 0 ? [heading(name), ...blocks] : [];

export const table = (head: string[], rows: Words[][]): Block[] =>
  rows.length > 0 ? cutTable(head, rows) : [];

export const asOld = (text: string | undefined): Words =>
  text === undefined ? 'none' : { text, as: 'old' };

export const asNew = (text: string | undefined): Words =>
  text === undefined ? 'none' : { text, as: 'new' };

/** Prints a count in bold, so that nobody overlooks it, or "none" for zero. */
export const countStrongly = (count: number): Run | string =>
  count === 0 ? 'none' : strong(String(count));

export function cutTable(head: string[], rows: Words[][]): Block[] {
  const more = rows.length - mostRows;
  return [
    tabulateOr('', head, rows.slice(0, mostRows)),
    ...(more > 0 ? [paragraph(`And ${more} more.`)] : []),
  ];
}

export function cutFindings(findings: Finding[]): Block[] {
  const more = findings.length - mostRows;
  return [
    ...listFindings(findings.slice(0, mostRows)),
    ...(more > 0 ? [paragraph(`And ${more} more.`)] : []),
  ];
}
