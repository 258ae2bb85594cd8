/**
 * What the feeds of the site report: articles with their whole text, corrections, and records that
 * changed.
 */
import { toPlainText } from '../evidence/inline.ts';
import { escapeMarkup } from '../publish/escape-markup.ts';
import { feedForms, type FeedForm } from '../publish/feed-forms.ts';
import { formatFeed, type FeedEntry } from '../publish/format-feed.ts';
import { correctionKinds } from '../schema/correction.ts';
import { changesPath, getChanges, sayChange, sayPlace } from './changes.ts';
import { getArticle, getFirstName, listArticles } from './articles.ts';
import { listCorrections } from './correction-pages.ts';
import { formatArticleHtml } from './feed-text.ts';
import { absoluteHref, href } from './href.ts';
import { getSite } from './site-content.ts';
import { getLastChange } from './structured-data.ts';

/** The text of the feed; `site` is the address that Astro was given. */
export function getFeed(form: FeedForm, site: URL | undefined): string {
  const { name, description } = getSite();
  return formatFeed(form, {
    title: name,
    description: toPlainText(description),
    author: name,
    entries: [...listArticleEntries(site), ...listCorrectionEntries(), ...listChangeEntries()],
    locate: process.env.SITE_URL ? (path) => absoluteHref(path, site) : undefined,
  });
}

/** The feed as Astro's response. */
export const respondWithFeed = (form: FeedForm, site: URL | undefined): Response =>
  new Response(getFeed(form, site), {
    headers: { 'Content-Type': `${feedForms[form].mediaType}; charset=utf-8` },
  });

const listArticleEntries = (site: URL | undefined): FeedEntry[] =>
  listArticles().map((article) => ({
    path: `/articles/${article.slug}/`,
    firstPath: `/articles/${getFirstName(article.slug)}/`,
    title: toPlainText(article.matter.value.title),
    published: article.matter.value.date,
    changed: getLastChange(article),
    summary: toPlainText(article.matter.value.summary),
    content: formatArticleHtml(article, site),
  }));

const listCorrectionEntries = (): FeedEntry[] =>
  listCorrections().map(({ anchor, article, kind, date, old, new: now, why, lead }) => ({
    path: `/articles/${article}/#${anchor}`,
    firstPath: `/articles/${getFirstName(article)}/#${anchor}`,
    title: `${correctionKinds[kind]}: ${toPlainText(getArticle(article).matter.value.title)}`,
    published: date,
    changed: date,
    summary: toPlainText(why),
    content: `<p>It said: <del>${escapeMarkup(old)}</del></p><p>${lead} <ins>${escapeMarkup(now)}</ins></p><p>${escapeMarkup(toPlainText(why))}</p>`,
  }));

const listChangeEntries = (): FeedEntry[] =>
  getChanges().changes.flatMap((change) => {
    const { anchor, day, title, was, is, why, article, lasts } = change;
    if (day === undefined) return [];
    const reason = toPlainText(why?.text ?? '');
    const where = article ? `In “${article.title}”.` : `${sayPlace(change)}.`;
    const [before, after] = sayChange(change);
    return {
      path: `${changesPath}#${anchor}`,
      title: `Changed: ${title}`,
      published: day,
      changed: day,
      summary: `${was}, ${lasts ? 'now' : 'then'} ${is}. ${where}`,
      content: `<p>${before.words} <del>${escapeMarkup(was)}</del></p><p>${after.words} <ins>${escapeMarkup(is)}</ins></p><p>${escapeMarkup([where, reason].filter(Boolean).join(' '))}</p>`,
    };
  });

/** The feeds as pages name them, with their addresses. */
export const listFeeds = () =>
  Object.values(feedForms).map(({ name, path, mediaType }) => ({
    name,
    path,
    mediaType,
    address: href(path),
  }));
