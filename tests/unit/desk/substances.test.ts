import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/desk/check/run-rules.ts';

const root = mkdtempSync(join(tmpdir(), 'substances-'));
cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

const path = join(root, 'content/articles/sample.mdx');
const good = readFileSync(path, 'utf8');
const findIn = (body: string) => {
  writeFileSync(path, `${good}\n${body}\n`);
  return checkContent(root).findings.filter(({ rule }) => rule === 'explosive-substance');
};

describe('the rule on explosives', () => {
  it.each([
    'Improvised explosive devices were made with chemical precursors from the civilian market.',
    'Fertiliser, detonators, detonating cord and cable were bought in the same town.',
    'The explosives weighed more than the vehicle, and fuel was sold by the barrel.',
    'Rounds of 7.62 x 39 mm and a mix of calibres were found; the fuel came by road.',
    'The paste of the poster was white, and the powder burns were old.',
    'The address is [a page](https://example.org/ammonium-nitrate-report/).',
    'The armour was made of aluminium, and the aluminium plates were new.',
    'The mixture of fuel and politics was older than both.',
  ])('leaves alone: %s', (body) => expect(findIn(body)).toEqual([]));

  it.each([
    'Ammonium nitrate',
    'ammonium-nitrate',
    'ammonium  nitrate',
    'aluminum paste',
    'aluminium powder',
    'Nitric acid',
    'nitroglycerin',
    'PETN',
    'TNT',
    'Semtex',
  ])('refuses: %s', (name) => expect(findIn(`Drums of ${name} were found.`)).toHaveLength(1));

  it.each([
    'Mix <Plain>5 parts</Plain> of sugar with oil.',
    'The recipe asks for <Plain>3:1</Plain>, oil last.',
    'Sugar is blended in at <Plain>40 per cent</Plain>.',
  ])('refuses a proportion: %s', (body) => expect(findIn(body)).toHaveLength(1));
});
