/** Data about articles and charts in their pages, for programs. */
import { max, min } from 'd3';
import { chartForms, formatChartAddress } from '../drawings/chart-data.ts';
import { toPlainText } from '../evidence/inline.ts';
import { licence } from '../publish/licence.ts';
import type { LinkedData } from '../publish/json-ld.ts';
import { getChartAsTyped } from './chart-pages.ts';
import { listChartSources } from '../publish/chart-json.ts';
import { listArticleCorrections } from './correction-pages.ts';
import { getCardImage } from './cards.ts';
import { absoluteHref } from './href.ts';
import { listArticleSources, listArticlesWithChart, type Article } from './articles.ts';
import { getContentVersion, getSite } from './site-content.ts';

/** The publisher of the site is its author. Only persons whom the content names are named. */
function describePublisher(site: URL | undefined): LinkedData {
  return { '@type': 'Organization', name: getSite().name, url: absoluteHref('/about/', site) };
}

const nameSources = (ids: readonly string[], site: URL | undefined) =>
  ids.map((id) => ({ '@id': absoluteHref(`/sources/${id}/`, site) }));

/** Day of the last change that the page reports. */
export function getLastChange({ slug, matter: { value } }: Article): string {
  return (
    max([
      value.date,
      value.updated ?? value.date,
      ...listArticleCorrections(slug).map(({ date }) => date),
    ]) ?? value.date
  );
}

/** Describes an article: every source that it names, what it is built from, and its corrections. */
export function describeArticleData(article: Article, site: URL | undefined): LinkedData {
  const { title, date, about = [] } = article.matter.value;
  const address = absoluteHref(`/articles/${article.slug}/`, site);
  const publisher = describePublisher(site);
  const corrections = listArticleCorrections(article.slug);
  return {
    '@type': 'AnalysisNewsArticle',
    headline: toPlainText(title),
    url: address,
    image: absoluteHref(getCardImage('articles', article.slug).path, site),
    datePublished: date,
    dateModified: getLastChange(article),
    version: getContentVersion()?.commit,
    inLanguage: 'en',
    license: licence.address,
    author: publisher,
    publisher,
    isBasedOn: about.length > 0 ? nameSources(about, site) : undefined,
    citation: nameSources(listArticleSources(article), site),
    correction:
      corrections.length > 0
        ? corrections.map(({ anchor, date: day, why, old, new: now, lead }) => ({
            '@type': 'CorrectionComment',
            url: `${address}#${anchor}`,
            datePublished: day,
            text: `${toPlainText(why)} It said: ${old} ${lead} ${now}`,
          }))
        : undefined,
  };
}

/** Files that hold the numbers of a chart, and its pictures. */
const mediaTypes = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

/** Day of the first article that prints the chart; undefined if no article prints it. */
export function getFirstDay(id: string): string | undefined {
  return min(listArticlesWithChart(id), ({ matter }) => matter.value.date);
}

/**
 * Describes the table of a chart as a data set, with its files. The sources of events and places
 * are in the JSON file: in the page they would take a kilobyte.
 */
export function describeChartData(id: string, site: URL | undefined): LinkedData {
  const data = getChartAsTyped(id);
  const { title, subtitle, description } = data.chart;
  const publisher = describePublisher(site);
  const version = getContentVersion();
  return {
    '@type': 'Dataset',
    name: toPlainText(title),
    description: [subtitle, description].map(toPlainText).join(' '),
    url: absoluteHref(formatChartAddress(id), site),
    image: absoluteHref(formatChartAddress(id, 'png'), site),
    datePublished: getFirstDay(id),
    dateModified: version?.day,
    version: version?.commit,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: licence.address,
    creator: publisher,
    publisher,
    citation: nameSources(
      listChartSources({ ...data, rows: data.rows.filter(({ entry }) => entry === undefined) }),
      site,
    ),
    distribution: chartForms.map((form) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[form],
      contentUrl: absoluteHref(formatChartAddress(id, form), site),
    })),
  };
}
