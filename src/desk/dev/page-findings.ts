/** Sorts the findings by page, for an editor who looks at a page while writing it. */
import { listChartIds, listClaimIds } from '../../library/markup/article-text.ts';
import type { Content } from '../../library/content.ts';
import type { Finding } from '../../schema/finding.ts';

/** A finding with the words that it points at. */
export type ShownFinding = Finding & { words: string };

/** What the editor sees on a page. */
export type PageFindings = {
  /** Findings on the files of the page. */
  own: ShownFinding[];
  /** Findings on all other files. */
  others: ShownFinding[];
  /** The text whose line numbers the page's paragraphs have; undefined if it shows none. */
  file: string | undefined;
};

/** Pages that are made from one file, by the folder of their address. */
const folders: Record<string, string[]> = {
  articles: ['content/articles/*.mdx'],
  numbers: ['content/quantities/*.yaml', 'content/breakdowns/*.yaml'],
  sources: ['content/sources/*.yaml'],
  charts: ['content/charts/*.yaml', 'content/charts/*.csv'],
  embed: ['content/charts/*.yaml', 'content/charts/*.csv'],
  claims: ['content/claims/*.yaml'],
};

const lists: Record<string, string> = {
  '': 'content/site.yaml',
  timeline: 'content/events.yaml',
  places: 'content/places.yaml',
  glossary: 'content/glossary.yaml',
  corrections: 'content/corrections.yaml',
};

/**
 * Lists the main files of the page at `address`, whether they exist or not. One of them must exist.
 */
export function listFilesOf(address: string): string[] {
  // Not a page, for example /numbers/a.json.
  if (!address.endsWith('/')) return [];
  const [folder = '', id] = address.split('/').filter(Boolean);
  return id === undefined
    ? [lists[folder] ?? `content/pages/${folder}.mdx`]
    : (folders[folder] ?? []).map((path) => path.replace('*', id));
}

/** The part of the content that says which files belong to a page. */
export type ContentOutline = {
  /** The files that could be read. */
  read: string[];
  /** By the path of a text, the files of the charts and claims that it prints. */
  parts: Record<string, string[]>;
};

export const readOutline = (content: Content): ContentOutline => ({
  read: listReadPaths(content),
  parts: Object.fromEntries(
    [...content.articles, ...content.pages].map((text) => [text.source.path, listParts(text)]),
  ),
});

/** True for a page of a list: it is shown empty if its file could not be read. */
export const isShownUnread = (address: string) =>
  listFilesOf(address).some((file) => lists[''] !== file && Object.values(lists).includes(file));

/**
 * Lists the files of the page at `address` if none of them could be read: emptied, half saved, not
 * YAML, or missing according to `exists`. Then nothing of the page can be shown.
 */
export function listUnread(
  address: string,
  outline: ContentOutline,
  exists: (path: string) => boolean,
): string[] {
  const read = new Set(outline.read);
  const files = listFilesOf(address);
  if (files.some((file) => read.has(file))) return [];
  return files.filter((file) => exists(file) || Object.values(lists).includes(file));
}

function listReadPaths(content: Content): string[] {
  const {
    site,
    events,
    places,
    glossary,
    corrections,
    sources,
    quantities,
    breakdowns,
    charts,
    claims,
    articles,
    pages,
  } = content;
  const records = [
    site,
    events,
    places,
    glossary,
    corrections,
    ...sources,
    ...quantities,
    ...breakdowns,
    ...charts,
    ...claims,
  ];
  const texts = [...articles, ...pages].filter(({ matter, tree }) => matter && tree);
  return [...records, ...texts].flatMap((file) => file?.source.path ?? []);
}

/** Sorts the findings for the page at `address`, which is inside the site: "/articles/a/". */
export function sortForPage(
  address: string,
  outline: ContentOutline,
  findings: readonly ShownFinding[],
): PageFindings {
  const files = listFilesOf(address);
  const [first = ''] = files;
  const own = new Set([...files, ...(outline.parts[first] ?? [])]);
  return {
    own: findings.filter(({ file }) => own.has(file)),
    others: findings.filter(({ file }) => !own.has(file)),
    file: first.endsWith('.mdx') ? first : undefined,
  };
}

/** Files of the charts and claims that a text prints. */
function listParts({ tree }: Content['articles'][number] | Content['pages'][number]): string[] {
  if (!tree) return [];
  const charts = listChartIds(tree).flatMap((id) => [
    `content/charts/${id}.yaml`,
    `content/charts/${id}.csv`,
  ]);
  return [...charts, ...listClaimIds(tree).map((id) => `content/claims/${id}.yaml`)];
}

/**
 * The address at which a page requests its findings, and that of the script that shows them. Both
 * are outside the site's folder, like all of Vite's addresses.
 */
export const findingsPath = '/@desk/findings';
export const clientPath = '/src/desk/dev/findings-panel.client.ts';

/**
 * The answer in place of a page that cannot be built. Its script shows the findings and requests
 * the page again when a file is saved. `gone` are the missing files of the page.
 */
export function formatFailure({ own, others }: PageFindings, gone: readonly string[] = []): string {
  const errors = [...own, ...others].some(({ level }) => level === 'error');
  const why =
    gone.length > 0 && own.length === 0
      ? `Its file is gone: ${gone.join(' or ')}. It comes as soon as the file is back.`
      : errors
        ? 'The mistakes below prevent it. It appears as soon as they are fixed and the file is saved.'
        : 'The check finds nothing that explains it. The terminal in which the site runs says more.';
  return `<!doctype html>
<html lang="en" data-desk="failed">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This page cannot be shown yet</title>
<script type="module" src="/@vite/client"></script>
<script type="module" src="${clientPath}"></script>
</head>
<body>
<main>
<h1>This page cannot be shown yet</h1>
<p>${why}</p>
</main>
</body>
</html>
`;
}
