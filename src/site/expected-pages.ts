/** Files that the content requires. A build without one of them has failed. */
import { chartForms, formatChartAddress } from '../drawings/chart-data.ts';
import { listPictureSizes } from '../library/pictures/picture-files.ts';
import { feedForms } from '../publish/feed-forms.ts';
import { citationForms } from '../publish/citation-forms.ts';
import type { Content } from '../library/content.ts';
import { findPublishers } from './publisher-pages.ts';
import { formatTakeAwayPath, listTakeAwayForms } from './take-away-paths.ts';
import { dataForms, packagePath, tableNames, formatTablePath } from './data-paths.ts';

/** Paths inside the built site, sorted. Throws if a picture cannot be read. */
export function listExpectedFiles(content: Content): string[] {
  const cards = listCardPaths(content).map((path) => path.slice(1));
  return [
    ...listAddressedFiles(content),
    ...cards,
    ...listPublished(content).flatMap(({ slug }) =>
      listTakeAwayForms().map((form) => formatTakeAwayPath(slug, form).slice(1)),
    ),
    ...listPictureSizes(content).map(({ name }) => `pictures/${name}`),
  ].sort();
}

/** Files that a text may link to: pages and downloads. */
export function listAddressedFiles(content: Content): string[] {
  const page = (path: string) => `${path}index.html`;
  const ids = listRecordIds(content);
  const published = listPublished(content);
  return [
    '404.html',
    'corrections.xml',
    'robots.txt',
    'search.json',
    ...Object.values(feedForms).map(({ path }) => path.slice(1)),
    'site.webmanifest',
    packagePath.slice(1),
    ...tableNames.flatMap((name) => dataForms.map((form) => formatTablePath(name, form).slice(1))),
    ...[
      '',
      'articles/',
      'numbers/',
      'sources/',
      'publishers/',
      'charts/',
      'timeline/',
      'places/',
      'corrections/',
      'changes/',
      'search/',
      'weak-sources/',
      'data/',
      'claims/',
      'glossary/',
      ...content.pages.map((file) => `${file.slug}/`),
    ].map(page),
    ...published.flatMap(({ slug }) => [
      page(`articles/${slug}/`),
      ...citationFiles(`articles/${slug}`),
      ...citationFiles(`articles/${slug}.sources`),
    ]),
    ...citationFiles('data/sources'),
    ...listFormerNames(content).map((name) => page(`articles/${name}/`)),
    ...ids.flatMap((id) => [page(`numbers/${id}/`), `numbers/${id}.json`]),
    ...content.sources.map((file) => page(`sources/${file.id}/`)),
    ...findPublishers(content.record.sources).map(({ id }) => page(`publishers/${id}/`)),
    ...content.claims.map((file) => page(`claims/${file.id}/`)),
    ...content.charts.flatMap(({ id }) => [
      page(`charts/${id}/`),
      page(`embed/${id}/`),
      ...citationFiles(`charts/${id}`),
      ...chartForms.map((form) => formatChartAddress(id, form).slice(1)),
    ]),
  ];
}

/**
 * Paths of the pages, for the sitemap: without frames for other sites, which point at their charts,
 * and without former addresses.
 */
export function listPagePaths(content: Content): string[] {
  const former = new Set(listFormerNames(content).map((name) => `articles/${name}/index.html`));
  const pages = listAddressedFiles(content).filter(
    (file) => /(?:^|\/)index\.html$/.test(file) && !file.startsWith('embed/') && !former.has(file),
  );
  return pages.map((file) => `/${file.replace(/index\.html$/, '')}`).sort();
}

/**
 * Paths of the share pictures: one for the site, and one for each article, number, claim and chart.
 */
export function listCardPaths(content: Content): string[] {
  const kinds = {
    articles: listPublished(content).map((article) => article.slug),
    numbers: listRecordIds(content),
    claims: content.claims.map((file) => file.id),
    charts: content.charts.map((file) => file.id),
  };
  return [
    '/cards/site.png',
    ...Object.entries(kinds).flatMap(([kind, ids]) => ids.map((id) => `/cards/${kind}/${id}.png`)),
  ];
}

/** Former slugs of the articles that are shown. */
const listFormerNames = (content: Content) =>
  listPublished(content).flatMap(({ matter }) => matter?.value.formerly ?? []);
const citationFiles = (name: string) => Object.keys(citationForms).map((form) => `${name}.${form}`);
const listRecordIds = (content: Content) =>
  [...content.quantities, ...content.breakdowns].map((file) => file.id);
const listPublished = (content: Content) =>
  content.articles.filter((article) => article.withheld === undefined);
