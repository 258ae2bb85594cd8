/** Looks at what Astro wrote, because its exit code alone is not to be trusted. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listExpectedFiles } from '../library/expected-pages.ts';
import { readContent } from '../library/read-content.ts';

export type BuildOutcome = { root: string; folder: string; code: number | null; log: string };

/** Sentences on what is wrong with the build; none when it may be published. */
export function verifyBuild({ root, folder, code, log }: BuildOutcome): string[] {
  const problems: string[] = [];
  if (code !== 0) problems.push(code === null ? 'Astro was stopped by a signal.' : `Astro ended with exit code ${code}.`);
  if (!/Complete!/.test(log)) problems.push('Astro never said that it was complete.');
  const errors = stripColours(log)
    .split('\n')
    .filter((line) => line.includes('[ERROR]'));
  problems.push(...errors.map((line) => `Astro’s log holds an error: ${line.trim()}`));
  if (problems.length > 0 || !existsSync(folder)) return problems;
  for (const file of listExpectedFiles(readContent(root).content)) {
    if (!existsSync(join(folder, file))) problems.push(`The content promises ${file}, and it was not built.`);
  }
  for (const file of listHtmlFiles(folder)) problems.push(...judgePage(file, readFileSync(join(folder, file), 'utf8')));
  return problems;
}

function listHtmlFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.html')).sort();
}

/** What no page may hold: unresolved references, inline code, resources from elsewhere. */
function judgePage(file: string, html: string): string[] {
  const forbidden: [RegExp, string][] = [
    [/href="(?:num|source):/, 'a number or source link that was not resolved'],
    [/\sstyle="/, 'an inline style, which the content security policy blocks'],
    [/\son[a-z]+="/, 'an inline event handler'],
    [/<script(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")/, 'an inline script'],
    [/<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="(?:https?:)?\/\//, 'a resource from another host'],
    [/<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="(?:https?:)?\/\//, 'a resource from another host'],
  ];
  return forbidden.flatMap(([pattern, what]) => (pattern.test(html) ? [`${file} holds ${what}.`] : []));
}

function stripColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
