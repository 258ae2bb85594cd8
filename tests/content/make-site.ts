import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { applyEdit, readCase } from './case-file.ts';

const here = import.meta.dirname;
// The time of the content decides what is in the future. Here it is the day of the good site's
// article.
export const noon = String(Date.parse('2026-11-20T12:00Z') / 1000);

/** One folder for each rule, with one file for each case. */
export const cases = globSync('*/*.txt', { cwd: here })
  .map((path) => ({ rule: dirname(path), name: basename(path, '.txt') }))
  .filter(({ rule }) => rule !== 'passes')
  .sort((a, b) => (`${a.rule}/${a.name}` < `${b.rule}/${b.name}` ? -1 : 1));

export const toPath = (rule: string, name: string): string => join(here, rule, `${name}.txt`);

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Returns the files that a case changes, by their paths in the site; undefined means removed. */
export function editFiles(rule: string, name: string): Map<string, string | undefined> {
  const { edits } = readCase(readFileSync(toPath(rule, name), 'utf8'));
  const edited = edits.map((edit) => {
    if (edit.removed) return [edit.path, undefined] as const;
    return [edit.path, applyEdit(edit, read(join(here, '_base', edit.path)) ?? read(join(here, '_parts', edit.path)))] as const;
  });
  return new Map(edited);
}

/**
 * Makes the small site of a case at `root` from the good site in `_base`. First it applies the
 * edits in the case's file to files of `_base`, or of `_parts` for kinds of record that the good
 * site lacks. Then it copies the folder of the case's name over the site, for what lines of text
 * cannot hold (bytes, other line ends), and runs the script of its name. Returns the time of its
 * content; noon by default.
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
