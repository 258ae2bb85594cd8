/** Every address of the site, and the anchors on its pages that a link may name. */
import { listChartIds, listHeadings } from '../library/markup/article-text.ts';
import { listAddressedFiles } from './expected-pages.ts';
import type { Content } from '../library/content.ts';
import { remainderId } from '../evidence/record.ts';

/** Anchors that the page of an article adds around the text. */
export const articlePlaces = [
  ...['main', 'all-evidence', 'key-findings', 'what-we-could-read', 'who-was-approached'],
  ...['numbers', 'sources', 'take-away', 'corrections', 'cite'],
];
/** Anchors that only some of these pages have. */
const sometimes = new Set(['who-was-approached', 'corrections', 'take-away']);

/** Anchors of the computed parts below the text of standing pages. */
export const placesOfPages: Readonly<Record<string, readonly string[]>> = {
  methodology: ['standing', 'kinds-of-source', 'marks', 'missing'],
  about: ['contact'],
};

/**
 * Addresses as an editor writes them, /numbers/parcels-lost/ or /corrections.xml, each with the
 * anchors on its page.
 */
export type SiteAddresses = ReadonlyMap<string, ReadonlySet<string>>;

export function listSiteAddresses(content: Content): SiteAddresses {
  const addresses = new Map<string, Set<string>>();
  for (const file of listAddressedFiles(content)) {
    if (file !== '404.html')
      addresses.set(`/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`, new Set());
  }
  const add = (address: string, places: readonly string[]) => {
    for (const place of places) addresses.get(address)?.add(place);
  };
  for (const { slug, tree } of content.articles)
    if (tree) add(`/articles/${slug}/`, listArticlePlaces(content, slug, tree));
  for (const { slug, tree } of content.pages)
    if (tree)
      add(
        `/${slug}/`,
        listHeadings(tree).map((heading) => heading.slug),
      );
  for (const [slug, places] of Object.entries(placesOfPages)) add(`/${slug}/`, places);
  add(
    '/numbers/',
    [...content.quantities, ...content.breakdowns].map(({ value }) => value.subject),
  );
  add(
    '/sources/',
    content.sources.map(({ value }) => value.kind),
  );
  add(
    '/claims/',
    content.claims.map(({ value }) => value.made_in),
  );
  for (const { id, value } of content.quantities)
    add(
      `/numbers/${id}/`,
      (value.statements ?? []).map((statement) => statement.id),
    );
  for (const { id, value } of content.breakdowns)
    add(`/numbers/${id}/`, [
      ...value.rows.map((row) => row.id),
      ...(value.remainder ? [remainderId] : []),
    ]);
  add(
    '/timeline/',
    (content.events?.value ?? []).map((event) => event.id),
  );
  add(
    '/places/',
    (content.places?.value ?? []).map((place) => place.id),
  );
  add(
    '/glossary/',
    (content.glossary?.value ?? []).map((term) => term.id),
  );
  return addresses;
}

function listArticlePlaces(
  { corrections }: Content,
  slug: string,
  tree: Parameters<typeof listHeadings>[0],
): string[] {
  const corrected = corrections?.value.some((correction) => correction.article === slug);
  return [
    ...articlePlaces.filter(
      (place) => !sometimes.has(place) || (place === 'corrections' && corrected),
    ),
    ...listHeadings(tree).map((heading) => heading.slug),
    ...listChartIds(tree),
  ];
}
