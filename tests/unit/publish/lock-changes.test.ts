import { describe, expect, it } from 'vitest';
import { listDatedChanges } from '../../../src/publish/lock-changes.ts';
import type { PublishedLock } from '../../../src/schema/lock-file.ts';

type Numbers = Record<string, string>;
const lock = (
  articles: Record<string, Numbers>,
  numbers?: Numbers,
  formerly?: string[],
): PublishedLock => ({
  version: 1,
  articles: Object.fromEntries(
    Object.entries(articles).map(([slug, own]) => [
      slug,
      {
        text: `sha256-${'0'.repeat(64)}`,
        numbers: own,
        corrections: [],
        ...(formerly && { formerly }),
      },
    ]),
  ),
  ...(numbers && { numbers }),
});
const state = (day: string, ...of: Parameters<typeof lock>) => ({ day, lock: lock(...of) });

describe('listDatedChanges', () => {
  it('tells nothing of a first state, nor of what is printed for the first time or no more', () => {
    expect(listDatedChanges([state('2026-11-20', { a: { vans: '40 vans' } })])).toEqual([]);
    expect(
      listDatedChanges([
        state('2026-11-20', { a: { vans: '40 vans' } }),
        state('2026-11-21', { a: { boats: '3 boats' }, b: { vans: '50 vans' } }),
      ]),
    ).toEqual([]);
  });

  it('tells each change in its article, from which day, under a name that stays', () => {
    const states = [
      state('2026-11-20', { a: { vans: '40 vans' } }),
      state('2026-11-21', { a: { vans: '50 vans' } }),
      state('2026-11-22', { a: { vans: '40 vans' } }),
    ];
    const first = {
      anchor: 'a-vans',
      day: '2026-11-21',
      slug: 'a',
      ref: 'vans',
      was: '40 vans',
      is: '50 vans',
      lasts: true,
    };
    expect(listDatedChanges(states.slice(0, 2))).toEqual([first]);
    expect(listDatedChanges(states)).toEqual([
      { ...first, lasts: false },
      { ...first, anchor: 'a-vans-2', day: '2026-11-22', was: '50 vans', is: '40 vans' },
    ]);
  });

  it('knows a number under another statement, and an article under another name', () => {
    const changes = listDatedChanges([
      state('2026-11-20', { old: { 'vans/gazette': '40 vans' } }),
      state('2026-11-21', { renamed: { 'vans/herald': '50 vans' } }, undefined, ['old']),
    ]);
    expect(changes).toMatchObject([
      { slug: 'renamed', ref: 'vans/gazette', was: '40 vans', is: '50 vans' },
    ]);
  });

  it('tells a number of the record that no article prints, and one that is printed once', () => {
    const changes = listDatedChanges([
      state(
        '2026-11-20',
        { a: { vans: '40 vans' } },
        { vans: '40 vans', 'boats/gazette': '3 boats' },
      ),
      state(
        '2026-11-21',
        { a: { vans: '50 vans' } },
        { vans: '50 vans', 'boats/gazette': '4 boats', 'boats/new': '5 boats' },
      ),
    ]);
    expect(changes.map(({ anchor }) => anchor)).toEqual(['a-vans', 'record-boats-gazette']);
  });
});
