import { describe, expect, it } from 'vitest';
import {
  completeSource,
  completeStatements,
  nameAlone,
  nameWithin,
  sayChecked,
  sayCustody,
  sayTerms,
} from '../../../src/evidence/held-source.ts';
import { countMarks } from '../../../src/evidence/marks.ts';
import { nameSource } from '../../../src/evidence/number-custody.ts';
import { computeBreakdownStanding, computeStanding } from '../../../src/evidence/standing.ts';
import { countOrigins } from '../../../src/evidence/support.ts';
import { heldKinds } from '../../../src/schema/held.ts';
import type { Quantity, Statement } from '../../../src/schema/quantity.ts';
import { sourceSchema, type WrittenSource } from '../../../src/schema/source.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const withheld = {
  kind: 'interview',
  person: 'an officer of the army',
  terms: 'name-withheld',
  withheld_reason: 'Soldiers may not speak to the press.',
  date: '2026-05-12',
  held: ['notes', 'recording'],
} as const;
const named = {
  kind: 'call',
  person: 'A. Name, spokeswoman of the sample',
  terms: 'on-record',
  date: '2026-05-13',
  held: ['notes'],
} as const;
const document = {
  kind: 'held-document',
  title: 'An inventory',
  publisher: 'Ministry of the sample',
  received: '2026-05',
  held: ['copy'],
} as const;
const parse = (source: object): WrittenSource => sourceSchema.parse(source);

const { sources } = makeRecord(
  {},
  {
    officer: withheld,
    clerk: { ...withheld, kind: 'letter', person: 'a clerk of the ministry', terms: 'background' },
    spokeswoman: named,
    inventory: { ...document, published: undefined },
    paper: { publisher: 'A paper' },
    ministry: { publisher: 'Ministry of the sample', kind: 'official-statement' },
  },
);
/** Statements as in the record, completed from their source. */
const complete = (statements: Statement[], changes: Partial<Quantity> = {}) =>
  completeStatements(makeQuantity({ statements, ...changes }), sources);

describe('what the desk heard or holds', () => {
  it('is named by its kind and its person', () => {
    const talk = completeSource(parse(withheld));
    expect(talk).toMatchObject({
      title: 'Interview with an officer of the army',
      publisher: talk.title,
      author: 'an officer of the army',
    });
    expect(talk).toMatchObject({ published: '2026-05-12', read_as: 'held' });
    expect(nameWithin(talk)).toBe('an interview with an officer of the army');
    // Nobody is named twice in one phrase.
    expect(nameWithin(talk, 'an officer of the army')).toBe('an interview with the desk');
    expect(nameWithin(talk, 'A. Name')).toBe('an interview with an officer of the army');
    expect(nameAlone(talk)).toBe('Interview with an officer of the army');
    const held = completeSource(parse(document));
    expect([nameWithin(held), nameAlone(held)]).toEqual([
      'a document of Ministry of the sample',
      'Document of Ministry of the sample',
    ]);
    expect(completeSource(parse({ ...withheld, kind: 'letter' })).title).toBe(
      'Letter from an officer of the army',
    );
    expect(completeSource(parse({ ...withheld, kind: 'call' })).title).toBe(
      'Telephone call with an officer of the army',
    );
    expect(
      completeSource(parse({ ...withheld, person: 'an officer of the army, name withheld' })).title,
    ).toBe(talk.title);
    expect(nameSource(makeRecord({}, { talk: withheld }), 'talk')).toBe(
      'Interview with an officer of the army, 12 May 2026',
    );
  });

  it('keeps title and publisher of a document, and has the day on which it came where it bears none', () => {
    expect(completeSource(parse(document))).toMatchObject({
      title: 'An inventory',
      publisher: 'Ministry of the sample',
      published: '2026-05',
    });
  });

  it('says on what terms, why, and what is held', () => {
    expect(sayTerms(withheld)).toBe('name withheld. Soldiers may not speak to the press.');
    expect(sayTerms(named)).toBe('on the record');
    expect(sayCustody(parse(withheld))).toBe(
      'Name withheld. Notes and recording held by the desk.',
    );
    expect(sayCustody(parse(document))).toBe('Copy held by the desk.');
    // The person who gave a document did not write it.
    expect(
      sayCustody(
        parse({
          ...document,
          person: 'a clerk',
          terms: 'name-withheld',
          withheld_reason: 'He may lose his post.',
        }),
      ),
    ).toBe('Given by a person whose name is withheld. Copy held by the desk.');
    expect(
      [true, false, undefined].map((checked) => sayChecked({ quotes_checked: checked })),
    ).toEqual(['read back to the person and confirmed', 'not read back to the person', undefined]);
  });

  it('needs of each kind what readers must know, and nothing of a page', () => {
    const missing = (source: object) =>
      sourceSchema.safeParse(source).error?.issues.map(({ path }) => path.join('.')) ?? [];
    for (const kind of Object.keys(heldKinds))
      expect(missing({ kind })).toEqual(
        kind === 'held-document' ? ['title', 'publisher', 'held'] : ['person', 'terms', 'held'],
      );
    expect(missing({ kind: 'reporting' })).toEqual(['title', 'publisher', 'read_as', 'archived']);
    for (const source of [withheld, named, document]) expect(missing(source)).toEqual([]);
  });

  it('gives its statements speaker and day, unless they say more', () => {
    const { statements } = complete([
      makeStatement('officer', { value: 40 }),
      makeStatement('spokeswoman', { value: 40, speaker: 'A. Name', published: '2026-05' }),
      makeStatement('inventory', { value: 40 }),
      makeStatement('paper', { value: 40 }),
    ]);
    expect(statements?.map(({ speaker, published }) => [speaker, published])).toEqual([
      ['an officer of the army', '2026-05-12'],
      ['A. Name', '2026-05'],
      [undefined, '2026-05'],
      [undefined, undefined],
    ]);
  });
});

describe('how far it supports a number', () => {
  const standingOf = (statements: Statement[], changes = {}) =>
    computeStanding(complete(statements, changes), sources);
  const one = makeStatement('officer', { value: 40 });
  const other = makeStatement('clerk', { value: 40 });
  const known = makeStatement('paper', { value: 40, speaker: 'B. Name' });

  it('is one origin, however many persons have no name', () => {
    expect(standingOf([one])).toBe('one-statement');
    expect(standingOf([one, other])).toBe('one-statement');
    expect(countOrigins(complete([one, other]), sources)).toBe(
      '2\u00a0sources, 1\u00a0origin, name withheld',
    );
  });

  it('is one more beside somebody who is named', () => {
    expect(standingOf([known, one, other])).toBe('supported-in-part');
    expect(countOrigins(complete([known, one, other]), sources)).toBe(
      '3\u00a0sources, 2\u00a0origins, one with the name withheld',
    );
    expect(standingOf([known, makeStatement('spokeswoman', { value: 40 })])).toBe(
      'supported-in-part',
    );
  });

  it('says that sources differ where a person says otherwise', () => {
    expect(standingOf([one, { ...known, value: 41 }])).toBe('sources-differ');
  });

  it('documents nothing by itself', () => {
    const body = { counted_by: 'Ministry of the sample' };
    const speaker = 'Ministry of the sample';
    const inHand = makeStatement('inventory', { value: 40, speaker });
    expect(standingOf([makeStatement('ministry', { value: 40, speaker })], body)).toBe(
      'documented',
    );
    expect(standingOf([inHand], body)).toBe('one-statement');
    expect(standingOf([inHand, makeStatement('spokeswoman', { value: 40, speaker })], body)).toBe(
      'one-statement',
    );
    // A printing by another publisher is a second, independent one if the speaker is named.
    const printed = makeStatement('paper', { value: 40, speaker });
    expect(standingOf([inHand, printed], body)).toBe('documented');
    expect(standingOf([makeStatement('officer', { value: 40, speaker }), printed], body)).not.toBe(
      'documented',
    );
  });

  it('is one hand in a table, too', () => {
    const tableOf = (...ids: string[]) => {
      const row = { id: 'a', label: 'A', printings: ids.map((source) => ({ source, value: 3 })) };
      const breakdown = {
        tag: 'E-01',
        title: 'T',
        counts: 'C',
        subject: 'losses' as const,
        unit: { kind: 'count' as const, one: 'x', many: 'x' },
      };
      return computeBreakdownStanding({ ...breakdown, rows: [row] }, undefined, sources);
    };
    expect(tableOf('inventory', 'spokeswoman')).toBe('one-statement');
    expect(tableOf('inventory', 'paper')).toBe('supported-in-part');
  });

  it('carries no mark: who trusted the desk is no publisher', () => {
    const quantity = {
      ...complete([
        known,
        { ...one, value: 50, repeats: { statement: 'paper', basis: 'same-words' } },
      ]),
      id: 'q',
    };
    expect(
      countMarks({ quantities: new Map([['q', quantity]]), sources }).map(
        ({ publisher }) => publisher,
      ),
    ).toEqual(['A paper']);
  });
});
