/** Events as a timeline draws them. */
import type { TimelineTable } from '../charts/timeline/table.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import type { TimelineChart } from '../schema/chart.ts';
import type { ChartProblem } from './chart-problem.ts';
import { listEventsBetween, resolveTimeline } from './event-tables.ts';
import { nameEntry, type MarkLink } from './mark-names.ts';

function findTimelineProblems(record: EvidenceRecord, chart: TimelineChart): ChartProblem[] {
  const { from = -Infinity, to = Infinity } = chart;
  if (from > to)
    return [
      {
        path: ['from'],
        message: `The timeline ends in ${to}, before it begins.`,
        fix: 'Write the earlier year as from.',
      },
    ];
  if (listEventsBetween(record, chart).length === 0)
    return [
      {
        path: [],
        message: 'No event of events.yaml is in these years.',
        fix: 'Leave out from and to, or take other years.',
        about: { kind: 'event' },
      },
    ];
  return [];
}

function typesetTimeline(table: TimelineTable): TimelineTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      title: typeset(row.title),
      dateText: typeset(row.dateText),
    })),
  };
}

function linkTimeline({ rows }: TimelineTable): MarkLink[] {
  return rows.map(({ id, title, dateText, sources }) => ({
    key: id,
    path: `/timeline/#${id}`,
    name: nameEntry([title, dateText], sources),
  }));
}

/** It draws no number. */
export const timelineRecord = {
  resolve: resolveTimeline,
  refs: () => [],
  problems: findTimelineProblems,
  set: typesetTimeline,
  links: linkTimeline,
};
