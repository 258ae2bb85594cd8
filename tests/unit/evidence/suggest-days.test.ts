import { expect, it } from 'vitest';
import { suggestDays } from '../../../src/evidence/suggest-days.ts';

it.each([
  ['2 June 2015', ['2015-06-02']],
  ['2nd Jun. 2015', ['2015-06-02']],
  ['June 2, 2015', ['2015-06-02']],
  ['2015/6/2', ['2015-06-02']],
  ['2.6.2015', ['2015-06-02', '2015-02-06']],
  ['13/06/2015', ['2015-06-13']],
  ['06/06/2015', ['2015-06-06']],
  ['31 June 2015', []],
  ['2 Foo 2015', []],
  ['June 2015', []],
  ['2015-02-31', []],
])('%s', (written, days) => {
  expect(suggestDays(written)).toEqual(days);
});
