/**
 * Lists the files of `content/` to read, and reports unknown, misnamed and missing files and
 * folders.
 */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../schema/finding.ts';
import { createFinding, findNearest } from './findings.ts';
import { findEntry, type Unreadable } from './read-bytes.ts';
import { createSourceText } from './source-text.ts';
import { deviceName, proposeId } from './texts/propose-id.ts';

/** The most characters of a file's name without its ending. */
const longestName = 80;

/** The entries that `content/` itself may have. */
const known = {
  folders: [
    'articles',
    'pages',
    'sources',
    'quantities',
    'breakdowns',
    'charts',
    'claims',
    'pictures',
  ],
  files: [
    'site.yaml',
    'events.yaml',
    'places.yaml',
    'glossary.yaml',
    'corrections.yaml',
    'rivers.json',
    'published.lock.json',
  ],
};
/** Harmless files that belong to no kind. */
const ignored = new Set(['README.md', '.gitkeep', '.DS_Store']);

/**
 * Reports anything directly in `content/` that is not one of its known files and folders, because
 * it would never be read.
 */
export function findStrangers(root: string): Finding[] {
  const entries = listEntries(root, 'content');
  if ('message' in entries) {
    return [
      createFinding(
        createSourceText('content', ''),
        { start: 0, end: 1 },
        { rule: 'file-name', level: 'error', ...entries },
      ),
    ];
  }
  const all = [...known.folders, ...known.files];
  return entries
    .filter(({ name }) => !ignored.has(name) && !all.includes(name))
    .map(({ name }) => {
      const near = findNearest(name, all);
      const fix = near
        ? `Did you mean "${near}"?`
        : `Move it into one of: ${known.folders.join(', ')}; or out of content/.`;
      const at = createSourceText(`content/${name}`, '');
      const message = 'Nothing reads this; it would be ignored.';
      return createFinding(
        at,
        { start: 0, end: 1 },
        { rule: 'file-name', level: 'error', message, fix },
      );
    });
}

/** Paths of the folder's files, sorted. Reports a file that the site would ignore or misname. */
export function listFiles(
  root: string,
  folder: string,
  extensions: string[],
  findings: Finding[],
): string[] {
  const entries = listEntries(root, folder);
  if ('message' in entries) {
    findings.push(
      createFinding(
        createSourceText(folder, ''),
        { start: 0, end: 1 },
        { rule: 'file-name', level: 'error', ...entries },
      ),
    );
    return [];
  }
  const paths: string[] = [];
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (ignored.has(entry.name)) continue;
    const refuse = (message: string, fix: string) =>
      findings.push(
        createFinding(
          createSourceText(path, ''),
          { start: 0, end: 1 },
          { rule: 'file-name', level: 'error', message, fix },
        ),
      );
    const extension =
      extensions.find((candidate) => entry.name.toLowerCase().endsWith(candidate)) ?? '';
    const stem = entry.name.slice(0, entry.name.length - extension.length);
    if (!entry.isFile())
      refuse(
        'Only files belong here; a folder or link would be ignored.',
        `Move the files up into ${folder}/.`,
      );
    else if (!extension)
      refuse(
        `Only ${new Intl.ListFormat('en-GB').format(extensions)} files belong in ${folder}/; this one would be ignored.`,
        `${extensions.length > 1 ? 'Save it as' : 'Rename it to end in'} ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(extensions)}, or move it elsewhere.`,
      );
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) || !entry.name.endsWith(extension))
      refuse(
        'A file’s name becomes an address, so it has only lower-case letters, digits and single hyphens.',
        `Rename it, for example to ${proposeId(stem, longestName) || 'new-name'}${extension}.`,
      );
    else if (stem.length > longestName)
      refuse(
        `The file’s name has ${stem.length} characters; an address has at most ${longestName}.`,
        'Give it a shorter name.',
      );
    else if (deviceName.test(stem))
      refuse(
        'Windows reserves this name for a device, so the project could not be opened there.',
        `Rename it, for example to ${stem}-1${extension}.`,
      );
    else paths.push(path);
  }
  return paths;
}

/** The entries of the folder, sorted by name. Empty if there is no such folder. */
function listEntries(root: string, folder: string): Dirent[] | Unreadable {
  const stats = findEntry(root, folder);
  if (!stats) return [];
  if (!stats.isDirectory())
    return {
      message: 'This is no folder, and one is expected here.',
      fix: 'Delete it, and make a folder of that name.',
    };
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return { message: 'The folder cannot be opened.', fix: 'See that you may read it.' };
  }
}

/** Standing pages that the menu and the footer of every page link to. */
const linkedPages = ['about', 'accessibility', 'methodology', 'privacy'];

/**
 * Reports missing standing pages to which every page links, if the site has standing pages at all.
 */
export function findMissingPages(root: string): Finding[] {
  const entries = listEntries(root, 'content/pages');
  if ('message' in entries) return [];
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.mdx'));
  return linkedPages.flatMap((page) => {
    if (names.length === 0 || names.includes(`${page}.mdx`)) return [];
    const path = `content/pages/${page}.mdx`;
    const message = `Every page of the site links to /${page}/, but its file is missing.`;
    const problem = { message, fix: `Restore ${path} from the last version.` };
    return [
      createFinding(
        createSourceText(path, ''),
        { start: 0, end: 1 },
        { rule: 'file-missing', level: 'error', ...problem },
      ),
    ];
  });
}

/** Reports each required folder that is missing or empty, once and by its name. */
export function findEmptied(root: string): Finding[] {
  return Object.entries({ sources: 'source', quantities: 'quantity', articles: 'article' }).flatMap(
    ([name, one]) => {
      const entries = listEntries(root, `content/${name}`);
      if ('message' in entries || entries.some((entry) => !ignored.has(entry.name))) return [];
      const problem = {
        message: `There are no ${name}: the folder is missing or empty, and the site needs at least one file in it.`,
        fix: `Make the first: npm run new -- ${one}. If there were some, restore content/${name}/ from the last version.`,
      };
      const place = createSourceText(`content/${name}`, '');
      return [
        createFinding(
          place,
          { start: 0, end: 1 },
          { rule: 'file-missing', level: 'error', ...problem },
        ),
      ];
    },
  );
}
