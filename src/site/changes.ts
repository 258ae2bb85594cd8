/**
 * Numbers that changed after readers saw them, from git, the lock of what was published, and the
 * content.
 */
import { toPlainText } from '../evidence/inline.ts';
import { typeset } from '../evidence/typeset.ts';
import { findNumber, isFailure } from '../evidence/record.ts';
import { readLockHistory } from '../library/read-lock-history.ts';
import { getPublishedLock } from '../library/texts/published-articles.ts';
import { listDatedChanges, type LockChange } from '../publish/lock-changes.ts';
import { toRecordId } from '../publish/published-lock.ts';
import { findNamedArticle } from './articles.ts';
import { listArticleCorrections } from './correction-pages.ts';
import { once } from './once.ts';
import { getContent, getContentVersion, getContentAsTyped } from './site-content.ts';

export const changesPath = '/changes/';

export type ShownChange = LockChange & {
  /**
   * What the number counts, and the path of its record. If that page was removed, the title is the
   * record's id.
   */
  title: string;
  record: string | undefined;
  article: { title: string; path: string } | undefined;
  /** The correction that says why. */
  why: { text: string; path: string } | undefined;
};

export type Changes = {
  /** Why older changes are not known. */
  missing: 'no-git' | 'shallow' | undefined;
  /** Whether nothing was published before, so that nothing could have changed. */
  first: boolean;
  /** The newest first. */
  changes: ShownChange[];
};

export const getChanges = once(({ published }): Changes => {
  const { missing, versions } = readLockHistory(process.cwd());
  const last = versions.at(-1)?.lock;
  const day = getContentVersion()?.day;
  // The lock of the last deployment may be newer than this commit.
  const kept =
    published && JSON.stringify(published.value) !== JSON.stringify(last)
      ? [{ day, lock: published.value }]
      : [];
  const before = [...versions, ...kept];
  const changes =
    before.length === 0
      ? []
      : listDatedChanges([...before, { day, lock: getPublishedLock(getContentAsTyped()) }]);
  return { missing, first: before.length === 0, changes: changes.map(showChange).reverse() };
});

function showChange(change: LockChange): ShownChange {
  const { record } = getContent();
  const id = toRecordId(change.ref);
  const number = findNumber(record, change.ref);
  const named = record.quantities.get(id) ?? record.breakdowns.get(id);
  const title = isFailure(number)
    ? named?.title
    : number.breakdown
      ? `${number.breakdown.title}: ${number.title}`
      : number.title;
  const article = change.slug === undefined ? undefined : findNamedArticle(change.slug);
  return {
    ...change,
    was: typeset(change.was),
    is: typeset(change.is),
    title:
      title === undefined ? `A number that this site no longer has (${id})` : toPlainText(title),
    record: named && `/numbers/${id}/`,
    article: article && {
      title: toPlainText(article.matter.value.title),
      path: `/articles/${article.slug}/`,
    },
    why: explain({ ...change, slug: article?.slug }),
  };
}

/**
 * Finds the correction that has the number's new words or, if none has them, the newest that names
 * the number.
 */
function explain({ slug, ref, is }: LockChange): ShownChange['why'] {
  if (slug === undefined) return undefined;
  const naming = listArticleCorrections(slug).filter(({ numbers = [] }) =>
    numbers.some((named) => named === ref || named === toRecordId(ref)),
  );
  const found = naming.find((correction) => correction.new.includes(is)) ?? naming[0];
  return found && { text: found.why, path: `/articles/${slug}/#${found.anchor}` };
}

/** Returns what readers were shown, and what came after it. */
export function sayChange({ lasts, was, is, record, article }: ShownChange) {
  const gone = !record && !article;
  const after = !lasts
    ? 'Then, until it changed again:'
    : gone
      ? 'The last that it said:'
      : 'It says now:';
  return [
    { words: 'It said:', value: was },
    { words: after, value: is },
  ] as const;
}

/** Returns where readers saw it. */
export const sayPlace = ({ record }: ShownChange) =>
  record ? 'On the page of its record' : 'On the page of its record, which has left its address';
