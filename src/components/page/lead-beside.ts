/**
 * The look of a number that leads an article, in one line with its standing, beside a drawing that
 * is large enough: only on the home page, whose stylesheet names this file.
 */
import type { LeadLook } from './lead-look.ts';

export const leadBeside: LeadLook = {
  number: 'mt-3 text-[min(1.5rem,11.3vw)]/[0.95] font-semibold tracking-[-0.02em]',
  unit: 'text-[1em]',
  standing: 'ms-[0.5em] whitespace-nowrap',
};
