/**
 * If anything in a statement other than its value is changed, the check reports it: tested on the
 * whole record.
 */
import type { Content, ContentFile } from '../../../src/library/content.ts';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDimensions } from '../../../src/desk/rules/stated-dimensions.ts';
import { checkNaming } from '../../../src/desk/rules/named-sources.ts';
import { checkValues } from '../../../src/desk/rules/values.ts';
import { dropNotStated } from '../../../src/evidence/dimensions.ts';
import { variantLists } from '../../../src/evidence/variants.ts';
import { readContent } from '../../../src/library/read-content.ts';
import {
  dimensions,
  notStated,
  type Breakdown,
  type BreakdownRow,
  type Dimension,
  type WrittenQuantity,
  type WrittenStatement,
} from '../../../src/schema/quantity.ts';
import { hedges } from '../../../src/schema/value.ts';
import { some } from '../../how-much.ts';

const { content } = readContent(join(import.meta.dirname, '../../..'));

/** Content of which nothing is tested here. */
const none = {
  ...{
    site: undefined,
    articles: [],
    pages: [],
    sources: [],
    breakdowns: [],
    charts: [],
    claims: [],
    pictures: [],
  },
  ...{ events: undefined, places: undefined, glossary: undefined, corrections: undefined },
};

type Printing = NonNullable<BreakdownRow['printings']>[number];

/** Returns the findings on a statement that replaces one of the record. */
function judge(file: ContentFile<WrittenQuantity>, index: number, statement: WrittenStatement) {
  const statements = (file.value.statements ?? []).with(index, statement);
  const changed = { ...file, value: { ...file.value, statements } };
  const quantities = new Map([[file.id, { ...dropNotStated(changed.value), id: file.id }]]);
  const alone: Content = {
    ...content,
    ...none,
    quantities: [changed],
    record: { ...content.record, quantities },
  };
  const lineOf = (at: number) =>
    at < statements.length
      ? file.source.locate(file.spanOf(['statements', at]).start).line
      : Infinity;
  return [checkDimensions, checkValues, checkNaming]
    .flatMap((rule) => rule(alone))
    .filter(({ line }) => line >= lineOf(index) && line < lineOf(index + 1));
}

function listOtherValues(
  { variants }: WrittenQuantity,
  dimension: Dimension,
  now: string | undefined,
): (string | undefined)[] {
  const known = dimension === 'hedge' ? hedges : (variants?.[variantLists[dimension]] ?? []);
  return [...known, notStated, undefined].filter((value) => value !== now);
}

const all = content.quantities.flatMap((file) =>
  (file.value.statements ?? []).map((statement, index) => ({ file, statement, index })),
);

describe('the check', () => {
  it('is content with every statement as it stands', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.flatMap(({ file, statement, index }) => judge(file, index, statement))).toEqual([]);
  });

  it('names every object, place, model and hedge that is changed, left open or left out where a wording is kept', () => {
    const flips = all
      .filter(({ statement }) => statement.wording !== undefined)
      .flatMap((entry) =>
        dimensions.flatMap((dimension) =>
          some(listOtherValues(entry.file.value, dimension, entry.statement[dimension])).map(
            (value) => ({ ...entry, dimension, value }),
          ),
        ),
      );
    expect(flips.length).toBeGreaterThan(1000);
    const missed = flips.filter(
      ({ file, statement, index, dimension, value }) =>
        judge(file, index, { ...statement, [dimension]: value }).length === 0,
    );
    expect(
      missed.map(
        ({ file, statement, dimension, value }) =>
          `${file.id}/${statement.id} ${dimension}: ${value}`,
      ),
    ).toEqual([]);
  });

  it('names every hedge that is changed in a row of a printed table, where a wording is kept', () => {
    const judgeRow = (
      file: ContentFile<Breakdown>,
      row: BreakdownRow,
      printing: Printing,
      hedge: Printing['hedge'],
    ) => {
      const replace = (other: Printing) => (other === printing ? { ...printing, hedge } : other);
      const rows = file.value.rows.map((other) =>
        other === row ? { ...row, printings: row.printings?.map(replace) } : other,
      );
      const alone: Content = {
        ...content,
        ...none,
        quantities: [],
        breakdowns: [{ ...file, value: { ...file.value, rows } }],
      };
      return [checkDimensions, checkValues].flatMap((rule) => rule(alone));
    };
    const flips = content.breakdowns.flatMap((file) =>
      file.value.rows.flatMap((row) =>
        (row.printings ?? [])
          .filter(({ wording }) => wording !== undefined)
          .flatMap((printing) =>
            [...hedges, undefined].map((hedge) => ({ file, row, printing, hedge })),
          ),
      ),
    );
    expect(flips.length).toBeGreaterThan(100);
    const wrong = flips.filter(
      ({ file, row, printing, hedge }) =>
        (judgeRow(file, row, printing, hedge).length === 0) !== (hedge === printing.hedge),
    );
    expect(wrong.map(({ file, row, hedge }) => `${file.id}/${row.id} hedge: ${hedge}`)).toEqual([]);
  });

  it('names every link that is turned into one by name and keeps no words that name', () => {
    const linked = all.filter(({ statement }) => statement.repeats !== undefined);
    expect(linked.length).toBeGreaterThan(50);
    const missed = linked.filter(({ file, statement, index }) => {
      const repeats = statement.repeats && {
        ...statement.repeats,
        basis: 'named' as const,
        names: undefined,
      };
      return judge(file, index, { ...statement, repeats }).length === 0;
    });
    expect(missed.map(({ file, statement }) => `${file.id}/${statement.id}`)).toEqual([]);
  });

  it('names every dimension that a statement without a wording is given', () => {
    const missed = all
      .filter(({ statement }) => statement.wording === undefined)
      .flatMap(({ file, statement, index }) =>
        dimensions.flatMap((dimension) =>
          listOtherValues(file.value, dimension, undefined)
            .filter(
              (value) => judge(file, index, { ...statement, [dimension]: value }).length === 0,
            )
            .map((value) => `${file.id}/${statement.id} ${dimension}: ${value}`),
        ),
      );
    expect(missed).toEqual([]);
  });
});
