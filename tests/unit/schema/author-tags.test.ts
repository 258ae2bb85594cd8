import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { tagFor, tagNames } from '../../../src/schema/author-tags.ts';

const root = join(import.meta.dirname, '../../../src');
const names: ReadonlySet<string> = new Set(tagNames);
/** The registry of the tags and that of their components. */
const registries = ['schema/author-tags.ts', 'components/author/author-components.ts'];

/** Returns the code of a file; in a component, the part above its markup. */
function readCode(path: string): string {
  const text = readFileSync(join(root, path), 'utf8');
  return path.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
}

/**
 * Finds where code uses the name of a tag: written with its bracket, compared, looked up, or as the
 * key of a table.
 */
function findTagNames(code: string): string[] {
  const found: string[] = [];
  const written = new RegExp(`</?(?:${tagNames.join('|')})\\b`);
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    ) {
      const isName = names.has(node.text);
      const isLookedUp =
        isName &&
        ((ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) ||
          ts.isCaseClause(parent) ||
          (ts.isCallExpression(parent) &&
            /\.(?:has|includes|startsWith|get)$/.test(parent.expression.getText())) ||
          (ts.isArrayLiteralExpression(parent) && ts.isNewExpression(parent.parent)) ||
          (ts.isPropertyAssignment(parent) && parent.name.getText() === 'tag'));
      if (isLookedUp || written.test(node.text)) found.push(node.text);
    }
    if (ts.isRegularExpressionLiteral(node) && written.test(node.text.replaceAll('\\', '')))
      found.push(node.text);
    if (ts.isPropertyAssignment(node) && names.has(node.name.getText()))
      found.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

describe('the author tags', () => {
  it('are known by their names in the registry of the tags and in that of their components alone', () => {
    const files = (readdirSync(root, { recursive: true }) as string[]).filter((path) =>
      /\.(?:ts|astro|mjs)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(200);
    const elsewhere = files.filter((path) => !registries.includes(path));
    expect(
      elsewhere.flatMap((path) =>
        findTagNames(readCode(path)).map((name) => `src/${path}: ${name}`),
      ),
    ).toEqual([]);
  });

  it('are found wherever code could know them', () => {
    const samples = [
      `node.name === 'Chart'`,
      `if (name != "Plain") {}`,
      `switch (name) { case 'Quote': }`,
      `const exempt = new Set(['Plain'])`,
      `names.has('Term')`,
      `['a'].includes('Term')`,
      `const kinds = { Chart: 'charts' }`,
      `const one = { tag: 'Claim' }`,
      'const fix = `Write <Picture file="…" />`',
      `const fix = '</Note>'`,
      String.raw`/<Plain>(.*?)<\/Plain>/`,
    ];
    expect(samples.filter((code) => findTagNames(code).length === 0)).toEqual([]);
    // Words on a page and types do not count.
    expect(
      findTagNames(
        `const label = ['Claims', '/claims/']; const a: Map<Chart, Claim> = new Map(); const b = { label: 'Note' };`,
      ),
    ).toEqual([]);
  });

  it('have each what sentences advise', () => {
    expect(tagFor).toEqual({
      chart: 'Chart',
      claim: 'Claim',
      term: 'Term',
      picture: 'Picture',
      quotation: 'Quote',
      freed: 'Plain',
      aside: 'Note',
      contact: 'Contact',
    });
  });
});
