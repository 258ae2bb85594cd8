import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describePackages, dropUnasked, keep, shorten } from '../../../src/library/kept-files.ts';

let folder = '';
let drawn: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  drawn = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a file of this origin, and records whether it is drawn. */
const ask = async (...origin: string[]) => {
  const make = () => {
    drawn.push(origin.join('+'));
    return Promise.resolve(Buffer.from(`drawn of ${origin.join('+')}`));
  };
  return Buffer.from(await keep(origin, make, folder)).toString();
};

describe('what is kept', () => {
  it('is made once, and anew when anything differs that it is made from', async () => {
    expect([await ask('a', 'b'), await ask('a', 'b')]).toEqual(['drawn of a+b', 'drawn of a+b']);
    await ask('a', 'c');
    // The same letters, split differently, are a different origin.
    await ask('ab');
    await ask('a', 'b');
    expect(drawn).toEqual(['a+b', 'a+c', 'ab']);
  });

  it.each<[string, (whole: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (whole) => whole.subarray(0, -1)],
    ['longer', (whole) => Buffer.concat([whole, Buffer.from('!')])],
    [
      'changed in its first byte',
      (whole) => Buffer.concat([Buffer.from([(whole[0] ?? 0) ^ 1]), whole.subarray(1)]),
    ],
    [
      'changed in its last byte',
      (whole) => Buffer.concat([whole.subarray(0, -1), Buffer.from([(whole.at(-1) ?? 0) ^ 1])]),
    ],
    [
      'a picture of somebody else',
      () => Buffer.from('\x89PNG\r\n\x1a\n and so on, for more than thirty-two bytes'),
    ],
  ])('is made anew where the file is %s', async (_, damage) => {
    await ask('a');
    const path = join(folder, readdirSync(folder)[0] ?? '');
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(await ask('a')).toBe('drawn of a');
    expect(drawn).toEqual(['a', 'a']);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('is made anew where a sound file stands under the name of another', async () => {
    await ask('a');
    await ask('b');
    copyFileSync(join(folder, shorten('a')), join(folder, shorten('b')));
    expect(await ask('b')).toBe('drawn of b');
    expect(drawn).toEqual(['a', 'b', 'b']);
  });

  it('is made each time where nothing can be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const make = () => Promise.resolve(Buffer.from('drawn'));
    for (let time = 0; time < 2; time++)
      expect(Buffer.from(await keep(['a'], make, join(folder, 'file/below'))).toString()).toBe(
        'drawn',
      );
  });

  it('is not kept where it could not be made', async () => {
    await expect(
      keep(['a'], () => Promise.reject(new Error('no such letter')), folder),
    ).rejects.toThrow('no such letter');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes when no build has asked for it in two weeks', async () => {
    await ask('old');
    await ask('asked again');
    const longAgo = new Date(Date.now() - 15 * 24 * 60 * 60 * 1000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
    await ask('asked again');
    dropUnasked(folder);
    expect(readdirSync(folder)).toEqual([shorten('asked again')]);
    expect(() => {
      dropUnasked(join(folder, 'nowhere'));
    }).not.toThrow();
  });
});

it('packages are told with all that they need, by version', () => {
  const told = describePackages(['subset-font']).split('\n');
  expect(told).toEqual(expect.arrayContaining([process.platform, process.arch]));
  expect(
    told.filter((line) => /^(subset-font|harfbuzzjs|fontverter|p-limit) \d+\.\d+\.\d+$/.test(line)),
  ).toHaveLength(4);
});
