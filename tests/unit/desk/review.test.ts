import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewContent } from '../../../src/desk/papers/review.ts';

const base = join(import.meta.dirname, '../../content/_base');
const articlePath = 'content/articles/sample.mdx';
const humvees = 'content/quantities/mosul-humvees.yaml';
let root: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-C', root, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...identity },
  }).trim();
const identity = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
};
const commit = (message: string) => {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
};
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain(from);
  write(path, text.replaceAll(from, to));
};
const chart = (ref: string, description: string) => `kind: range
title: Humvees lost in Mosul
subtitle: Humvees that Iraqi forces lost in Mosul in June 2014, as printed
description: >-
  ${description}
sources: AFP
rows:
  - numbers: [${ref}]
`;
const good = `One mark on an axis from zero stands at [2,300 Humvees](num:mosul-humvees), which Haider al-Abadi named on Iraqi television in 2015 without saying how many were wrecks.`;
const review = (charts?: string) => reviewContent(root, 'main', charts).report;
/** Reads the rows of the table below a heading, cell by cell. */
const table = (report: string, heading: string) =>
  (report.split(new RegExp(`^#+ ${heading}$`, 'm'))[1] ?? '')
    .split(/\n#/)[0]
    ?.split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | ')) ?? [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'review-test-'));
  cpSync(base, root, { recursive: true });
  mkdirSync(join(root, 'content/charts'));
  write('content/charts/humvees.yaml', chart('mosul-humvees', good));
  git('init', '--quiet', '--initial-branch', 'main');
  commit('the base');
  git('checkout', '--quiet', '-b', 'change');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('npm run review', () => {
  it('says so when no content is touched', () => {
    write('code.ts', 'throw new Error("never run");');
    expect(review()).toMatch(
      /^# What this changes in the content since [0-9a-f]{8}\n\nNo content file is touched\.\n$/,
    );
  });

  it('names a changed number with old and new value, its articles, and what readers saw without a correction', () => {
    edit(humvees, 'value: 2300', 'value: 2500');
    edit(articlePath, '2,300 Humvees', '2,500 Humvees');
    edit('content/charts/humvees.yaml', '2,300 Humvees', '2,500 Humvees');
    const report = review();
    const [number] = table(report, 'Numbers of the record');
    expect(number?.slice(1, 3)).toEqual(['~~2,300 Humvees~~', '**2,500 Humvees**']);
    expect(number?.[4]).toBe('sample');
    expect(table(report, 'Published numbers touched without a correction')).toEqual([
      ['`sample`', '`mosul-humvees`', '~~2,300 Humvees~~', '**2,500 Humvees**'],
    ]);
    expect(table(report, 'sample')).toEqual([
      ['`mosul-humvees`', '~~2,300 Humvees~~', '**2,500 Humvees**'],
    ]);
    expect(table(report, 'Articles')[0]?.[1]).toBe('changed, published');
    write(
      'content/corrections.yaml',
      '- { date: 2026-11-25, kind: error, article: sample, old: "2,300 Humvees", new: "2,500 Humvees", why: It was wrong., numbers: [mosul-humvees] }\n',
    );
    const corrected = review();
    expect(corrected).toContain('Published numbers touched without a correction: none');
    expect(table(corrected, 'New corrections')[0]?.slice(1, 3)).toEqual([
      '25 November 2026',
      'Error',
    ]);
  });

  it('shows a changed chart before and after, and draws both', () => {
    edit(humvees, 'value: 2300', 'value: 2500');
    edit(articlePath, '2,300', '2,500');
    edit('content/charts/humvees.yaml', '2,300', '2,500');
    const folder = join(root, 'drawn');
    const report = review(folder);
    expect(report).toContain('### humvees: changed');
    expect(table(report, 'humvees: changed').map((row) => row.slice(1))).toContainEqual([
      '~~2,300~~',
      '**2,500**',
    ]);
    expect(readFileSync(join(folder, 'humvees-before.svg'), 'utf8')).toContain('2,300');
    expect(readFileSync(join(folder, 'humvees-after.svg'), 'utf8')).toContain('2,500');
  });

  it('names new sources without archived copy, and not those that have one', () => {
    const source = readFileSync(join(root, 'content/sources/reuters-van-buren.yaml'), 'utf8');
    write('content/sources/new-one.yaml', source);
    const archived = 'archived: https://web.archive.org/web/20150608000000/https://example.org/';
    write(
      'content/sources/new-two.yaml',
      source.replace(/^archived: .*$/m, archived).replace(/^archived_reason: .*\n/m, ''),
    );
    const report = review();
    expect(report).toContain('- New sources: 2, without archived copy: **1**');
    const [one, two] = table(report, 'New sources');
    expect(one?.[0]).toContain('`new-one`');
    expect(one?.at(-1)).toContain('**none known**');
    expect(two?.at(-1)).toContain('web.archive.org');
  });

  it('names quotations that no source keeps, and who keeps the others', () => {
    write(
      articlePath,
      `${readFileSync(join(root, articlePath), 'utf8')}\n[Reuters](source:reuters-van-buren) has “40 M1A1 main battle tanks” and “words that nobody printed”.\n`,
    );
    const report = review();
    expect(report).toContain('- Quotations not found: **1**');
    expect(table(report, 'New quotations').map((row) => row.slice(1))).toEqual([
      ['“40 M1A1 main battle tanks”', 'Reuters, 2 June 2015'],
      ['“words that nobody printed”', '**no record**'],
    ]);
    expect(table(report, 'Quotations not found')[0]?.slice(0, 2)).toEqual([
      '`content/articles/sample.mdx:14`',
      '“words that nobody printed”',
    ]);
  });

  it('names descriptions that say nothing', () => {
    edit(
      'content/charts/humvees.yaml',
      good,
      'This chart shows Humvees lost in Mosul: Humvees that Iraqi forces lost in Mosul in June 2014, as printed.',
    );
    write(
      articlePath,
      `${readFileSync(join(root, articlePath), 'utf8')}\n<Picture file="bridge.jpg" alt="bridge.jpg" />\n`,
    );
    const report = review();
    expect(report).toContain('- Descriptions that say nothing: **2**');
    expect(table(report, 'Descriptions that say nothing').map(([of]) => of)).toEqual([
      '`humvees`',
      '`content/articles/sample.mdx:14`',
    ]);
  });

  it('lists what only git can tell', () => {
    write(
      'content/glossary.yaml',
      '- { id: pkc, term: PKC, meaning: A machine gun of Soviet design. }\n',
    );
    expect(review().split('## Other files touched')[1]).toBe('\n\n- `content/glossary.yaml`\n');
  });

  it('tells new, published and removed articles apart, with their reading time', () => {
    const text = readFileSync(join(root, articlePath), 'utf8');
    write('content/articles/long.mdx', text.concat(`\n${'word '.repeat(2200)}\n`));
    write('content/articles/draft.mdx', text.replace('---\n', '---\ndraft: true\n'));
    commit('a draft and a long one');
    git('branch', '--force', 'main');
    write('content/articles/draft.mdx', text);
    write('content/articles/new.mdx', text.replace('---\n', '---\ndraft: true\n'));
    rmSync(join(root, 'content/articles/long.mdx'));
    expect(table(review(), 'Articles').map(([, what, time]) => [what, time])).toEqual([
      ['**published by this change**', '1 minute'],
      ['**removed, was published**', '10 minutes'],
      ['**new, not published**', '1 minute'],
    ]);
  });

  it('knows that an embargo had ended before the change', () => {
    edit(articlePath, 'date: 2026-11-20', 'date: 2020-05-01\nembargo: 2020-05-02');
    commit('an article that waited');
    git('branch', '--force', 'main');
    edit(articlePath, 'Iraq lost', 'In Mosul Iraq lost');
    expect(table(review(), 'Articles')[0]?.[1]).toBe('changed, published');
  });

  it('compares with where the work began, not with what others did since', () => {
    git('checkout', '--quiet', 'main');
    edit(humvees, 'value: 2300', 'value: 2600');
    commit('somebody else’s change');
    git('checkout', '--quiet', 'change');
    expect(review()).toContain('No content file is touched.');
  });

  it('reads the base as git has it, follows no link, and says what it could not read', () => {
    write('content/quantities/broken.yaml', 'tag: [');
    symlinkSync('/etc/hostname', join(root, 'content/quantities/link.yaml'));
    commit('a broken base');
    git('branch', '--force', 'main');
    rmSync(join(root, 'content/quantities/link.yaml'));
    rmSync(join(root, 'content/quantities/broken.yaml'));
    edit(humvees, 'title:', 'note: A note.\ntitle:');
    const report = review();
    expect(report).toContain('Before this change 1 file could not be read');
    expect(table(report, 'Other fields of records')).toEqual([
      ['`content/quantities/mosul-humvees.yaml`', 'note'],
    ]);
  });

  it('does not run anything of the base or of the change', () => {
    mkdirSync(join(root, '.githooks'));
    write('.gitattributes', '*.yaml filter=evil\n');
    git('config', 'filter.evil.smudge', `touch ${join(root, 'smudged')}; cat`);
    commit('a filter');
    git('branch', '--force', 'main');
    rmSync(join(root, 'smudged'), { force: true });
    review();
    expect(existsSync(join(root, 'smudged'))).toBe(false);
  });

  it('says what to do when there is nothing to compare with', () => {
    expect(reviewContent(root, 'origin/release')).toEqual({
      code: 1,
      report:
        'There is no commit called origin/release here to compare with.\nFetch it: git fetch origin release\n',
    });
    expect(reviewContent(root, '--help').code).toBe(1);
  });

  it('writes into the summary of the job where there is one', () => {
    const summary = join(root, 'summary.md');
    write('summary.md', 'before\n');
    const command = join(import.meta.dirname, '../../../src/desk/papers/review.ts');
    const run = spawnSync(process.execPath, [command, '--root', root, '--base', 'main'], {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_STEP_SUMMARY: summary },
    });
    expect([run.status, run.stdout]).toEqual([0, '']);
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n# What this changes/);
  });

  it('prints what an author writes as words, whatever it looks like', () => {
    edit(
      articlePath,
      'title: A sample of an article',
      'title: "A | sample <img src=x> [x](https://example.org)"',
    );
    expect(review()).toContain('A \\| sample &lt;img src=x&gt; x');
  });
});
