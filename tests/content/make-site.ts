import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { applyEdit, readCase } from './case-file.ts';

const here = import.meta.dirname;
// What is in the future is so by the time of the content, here the day of the good site's article.
export const noon = String(Date.parse('2026-11-20T12:00Z') / 1000);

/** One folder a rule, one file in it a case. */
export const cases = globSync('*/*.txt', { cwd: here })
  .map((path) => ({ rule: dirname(path), name: basename(path, '.txt') }))
  .filter(({ rule }) => rule !== 'passes')
  .sort((a, b) => (`${a.rule}/${a.name}` < `${b.rule}/${b.name}` ? -1 : 1));

export const toPath = (rule: string, name: string): string => join(here, rule, `${name}.txt`);

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/**
 * The files that a case changes, by their paths in the site; undefined is one that it takes away.
 */
export function editFiles(rule: string, name: string): Map<string, string | undefined> {
  const { edits } = readCase(readFileSync(toPath(rule, name), 'utf8'));
  const edited = edits.map((edit) => {
    if (edit.removed) return [edit.path, undefined] as const;
    return [edit.path, applyEdit(edit, read(join(here, '_base', edit.path)) ?? read(join(here, '_parts', edit.path)))] as const;
  });
  return new Map(edited);
}

/**
 * Makes the small site of a case at `root` from the good site in `_base`: by the edits in the
 * case's file, in files of `_base` or, for kinds of record that the good site has none of, of
 * `_parts`; then by a folder of the case's name, laid over it with what no line of text can hold
 * (bytes, other line ends); then by a script of its name. Gives the time of its content, else noon.
 */
export async function makeSite(rule: string, name: string, root: string): Promise<string> {
  cpSync(join(here, '_base'), root, { recursive: true });
  for (const [path, text] of editFiles(rule, name)) {
    if (text === undefined) rmSync(join(root, path), { recursive: true });
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  const folder = join(here, rule, name);
  if (existsSync(folder)) cpSync(folder, root, { recursive: true });
  const script = `${folder}.ts`;
  if (existsSync(script)) await ((await import(script)) as { default: (root: string) => unknown }).default(root);
  return readCase(readFileSync(toPath(rule, name), 'utf8')).time ?? noon;
}
