/**
 * `npm run review`: explains in Markdown what the content changes compared with a commit. In a
 * workflow of GitHub it goes into the summary of the job. `--charts` also draws the charts that
 * changed, before and after.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatChartSvg, getPicture } from '../../drawings/whole-svg.ts';
import { findChartData } from '../../drawings/chart-problems.ts';
import { compareContent } from './compare-content.ts';
import type { Content } from '../../library/content.ts';
import { layoutReview } from './review-layout.ts';
import { formatPageMarkdown } from './desk-page.ts';
import { findBase, readCommitTime, writeRevision } from './read-revision.ts';
import { runCommand } from '../run-command.ts';
import { checkContent } from '../check/run-rules.ts';

export type ReviewOutcome = {
  code: 0 | 1;
  /** The summary as Markdown, or why there is none. */
  report: string;
};

/** What a change is compared with by default. */
const usualBases = ['origin/main', 'main'];

/**
 * Reviews the content below `root` against the commit that `base` names. Drawings of changed charts
 * go into `charts`.
 */
export function reviewContent(
  root: string,
  base: string | undefined,
  charts?: string,
): ReviewOutcome {
  const tried = base === undefined ? usualBases : [base];
  const commit = tried
    .map((revision) => findBase(root, revision))
    .find((found) => found !== undefined);
  if (commit === undefined) {
    const fix =
      base === undefined
        ? 'Name one: npm run review -- --base <commit>'
        : `Fetch it: git fetch origin ${base.replace(/^origin\//, '')}`;
    return {
      code: 1,
      report: `There is no commit called ${tried.join(' or ')} here to compare with.\n${fix}\n`,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  try {
    writeRevision(root, commit, folder);
    const [before, after] = [
      checkContent(folder, readCommitTime(root, commit)),
      checkContent(root),
    ];
    const review = compareContent(before, after);
    if (charts !== undefined) {
      mkdirSync(charts, { recursive: true });
      for (const { id } of review.charts) {
        drawChart(before.content, id, join(charts, `${id}-before.svg`));
        drawChart(after.content, id, join(charts, `${id}-after.svg`));
      }
    }
    return {
      code: 0,
      report: formatPageMarkdown(
        layoutReview(review, `What this changes in the content since ${commit.slice(0, 8)}`),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Draws the chart into a file. Writes nothing if the chart is missing or cannot be drawn. */
function drawChart(content: Content, id: string, path: string): void {
  const file = content.charts.find((candidate) => candidate.id === id);
  const data = file && findChartData(content.record, file);
  if (!data) return;
  writeFileSync(path, formatChartSvg(getPicture(data, content.site?.value.name ?? '', '')));
}

/** GitHub shows a summary of at most one mebibyte. */
const mostBytes = 1_000_000;

function cutToSize(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= mostBytes
    ? text
    : `${bytes.subarray(0, mostBytes).toString('utf8').replace(/\n.*$/, '')}\n\nThe rest is too long to show here; run npm run review.\n`;
}

const usage = `npm run review                       what the content changes against the main branch, as Markdown
npm run review -- --base <commit>    against another commit
npm run review -- --charts <folder>  draws the changed charts there, before and after
`;

if (import.meta.main)
  await runCommand(usage, () => {
    const { values } = parseArgs({
      options: {
        base: { type: 'string' },
        charts: { type: 'string' },
        root: { type: 'string', default: process.cwd() },
      },
    });
    const { code, report } = reviewContent(values.root, values.base, values.charts);
    const summary = process.env.GITHUB_STEP_SUMMARY;
    if (code === 0 && summary) appendFileSync(summary, cutToSize(report));
    else (code === 0 ? process.stdout : process.stderr).write(report);
    return code;
  });
