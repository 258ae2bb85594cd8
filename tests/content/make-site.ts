import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
// What is in the future is so by the time of the content, here the day of the good site's article.
export const noon = String(Date.parse('2026-11-20T12:00Z') / 1000);

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** One folder a rule, one folder in it a case. */
export const cases = folders(here)
  .filter((rule) => rule !== '_base')
  .flatMap((rule) => folders(join(here, rule)).map((name) => ({ rule, name })));

/**
 * Makes the small site of a case at `root`: files laid over the good site in `_base`. A file `_remove` names what is taken away, one
 * path a line; `_make.ts` makes what no text can hold. Gives the time of its content: what `_time` says, else noon.
 */
export async function makeSite(rule: string, name: string, root: string): Promise<string> {
  const folder = join(here, rule, name);
  const readNote = (note: string) => (existsSync(join(folder, note)) ? readFileSync(join(folder, note), 'utf8').trim() : undefined);
  cpSync(join(here, '_base'), root, { recursive: true });
  if (existsSync(join(folder, 'content'))) cpSync(join(folder, 'content'), join(root, 'content'), { recursive: true });
  for (const path of readNote('_remove')?.split('\n') ?? []) rmSync(join(root, path), { recursive: true });
  const script = join(folder, '_make.ts');
  if (existsSync(script)) await ((await import(script)) as { default: (root: string) => unknown }).default(root);
  return readNote('_time') ?? noon;
}
