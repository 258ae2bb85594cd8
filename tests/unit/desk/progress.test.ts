import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/desk/build/progress.ts';

function makeTerminal(isTTY = true, columns = 40) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  it.each([
    ['CI', makeTerminal(), { CI: 'true' }],
    ['a file', makeTerminal(false), {}],
    ['a terminal that cannot move its cursor', makeTerminal(), { TERM: 'dumb' }],
  ])('is not shown in %s', (_, terminal, env) => {
    expect(createProgress('Building', terminal, env)).toBeUndefined();
    expect(terminal.written).toEqual([]);
  });

  it('writes one line over and over, no wider than the terminal, and takes it away', () => {
    let time = 0;
    const terminal = makeTerminal();
    const progress = createProgress('Building', terminal, {}, () => time);
    progress?.show(1, 500);
    time = 50;
    progress?.show(2, 500);
    time = 2100;
    progress?.show(300, 500, '/numbers/a-very-long-name-of-a-quantity/');
    progress?.show(500, 500);
    progress?.end();
    expect(terminal.written.map((text) => text.replace('\r\u001B[K', '<'))).toEqual([
      '<Building: 1 of 500, 0 s',
      '<Building: 300 of 500, 2 s  /numbers/a-v',
      '<Building: 500 of 500, 2 s',
      '<',
    ]);
  });
});
