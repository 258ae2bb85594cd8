/** A wording is kept without the quotation marks around it, because pages add them. */
import { createFinding } from '../../library/findings.ts';
import { findMarkedWordings } from '../../library/yaml/marked-wordings.ts';
import type { Rule } from './rule.ts';

export const checkWordingMarks: Rule = ({ sources, quantities, breakdowns }) =>
  [...sources, ...quantities, ...breakdowns].flatMap((file) =>
    findMarkedWordings(file.value).map(({ path, words }) =>
      createFinding(file.source, file.spanOf(path), {
        rule: 'quotation-mark',
        level: 'error',
        message:
          'The quotation marks around the whole wording do not belong to it: the site adds them.',
        fix: `Write ${JSON.stringify(words)}, or run: npm run check -- --fix`,
      }),
    ),
  );
