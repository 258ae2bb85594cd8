/**
 * What a page may load: nothing foreign, no script of its own text, and of styles its own alone, each by its fingerprint. The policy
 * comes first in every head, so that it holds for all that follows.
 */
import { createHash } from 'node:crypto';

/** As a build has it before each page has got its styles: see desk/build/inline-styles.ts. */
export const policy = writePolicy([]);

export function writePolicy(styles: readonly string[]): string {
  return (
    `default-src 'none'; script-src 'self'; style-src ${["'self'", ...styles].join(' ')}; img-src 'self'; font-src 'self'; ` +
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
  );
}

/** How a policy names the text of a `<style>`. */
export function nameStyle(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
