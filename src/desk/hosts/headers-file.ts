/** The file `_headers`, which Netlify and Cloudflare read in the folder that they publish. */
import { joinBase } from '../../site/href.ts';
import { ruleOfAll, type HostRule } from './host-rules.ts';

export const headersName = '_headers';

/** The limits of Cloudflare for this file. Netlify names none. */
export const headersLimits = { rules: 100, line: 2000 };

/** `base` is the folder of the site at its host. */
export function formatHeadersFile(rules: readonly HostRule[], base: string): string {
  return [ruleOfAll, ...rules]
    .map(({ path, headers }) =>
      [
        joinBase(base, path),
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ].join('\n'),
    )
    .map((rule) => `${rule}\n`)
    .join('\n');
}

/** Says what a host would silently ignore. */
export function judgeHeadersFile(text: string): string[] {
  const lines = text.split('\n');
  const rules = lines.filter((line) => line.startsWith('/')).length;
  const long = lines.filter((line) => line.length > headersLimits.line);
  return [
    ...(rules > headersLimits.rules
      ? [
          `${headersName} has ${rules} rules, and Cloudflare reads ${headersLimits.rules}: put several files at the top of the site into one folder.`,
        ]
      : []),
    ...long.map(
      (line) =>
        `${headersName} has a line of ${line.length} characters, and Cloudflare reads ${headersLimits.line}: ${line.slice(0, 60).trim()}… Let pages of that folder share their styles.`,
    ),
  ];
}
