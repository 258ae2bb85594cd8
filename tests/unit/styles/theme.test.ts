/** Each token in the theme of tokens.css is used by a rule or by a utility. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../src');
const tokens = readFileSync(join(root, 'styles/tokens.css'), 'utf8');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => /\.(?:css|astro)$|^components.*\.ts$/.test(name) && !name.endsWith('tokens.css'),
  )
  .map((name) => readFileSync(join(root, name), 'utf8').replace(/\/\*.*?\*\//gs, ''))
  .join('\n');
const names = [
  ...new Set(
    [...tokens.matchAll(/^\s*--(color|text|font|breakpoint|spacing)(?:-([a-z0-9]+))?:/gm)].map(
      ([, kind, name]) => `${kind}-${name ?? ''}`,
    ),
  ),
];

/** Whether rules or templates use the token. */
function isUsed(token: string): boolean {
  const [kind = '', name = ''] = token.split('-');
  if (token === 'spacing-') return sources.includes('--spacing(');
  if (kind === 'breakpoint')
    return new RegExp(`@variant (?:max-)?${name}\\b|[\\s"':](?:max-)?${name}:`).test(sources);
  const utility =
    kind === 'color' ? '(?:text|bg|border|fill|stroke)' : kind === 'spacing' ? '[a-z]+' : kind;
  return (
    sources.includes(`var(--${token})`) ||
    new RegExp(`[\\s"':]${utility}-${name}[\\s"'/]`).test(sources)
  );
}

it('has colours, sizes, fonts, widths and spaces', () => {
  expect(names.length).toBeGreaterThan(30);
  expect(names).toContain('spacing-');
});

it.each(names)('uses %s', (token) => {
  expect(isUsed(token)).toBe(true);
});

it('knows what nothing uses', () => {
  expect(isUsed('color-nowhere')).toBe(false);
  expect(isUsed('breakpoint-9xl')).toBe(false);
});
