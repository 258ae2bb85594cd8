import { readFileSync } from 'node:fs';
import { Blob, Face } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { readFontFiles, sans, serif, type Typeface } from '../../../src/library/typefaces.ts';
import { formatSystemFonts } from '../../../src/plugins/system-fonts.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../../src/styles/${name}`, import.meta.url), 'utf8');
const stacks = new Map(
  [...read('tokens.css').matchAll(/--font-(serif|sans):\s+([^;]+);/g)].map(
    ([, name = '', list = '']) => [name, list.replace(/\s+/g, ' ')],
  ),
);
const faces = [...(await formatSystemFonts()).matchAll(/@font-face \{(.*?)\}/gs)].map(
  ([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/([a-z-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
    ),
);

/** Reads ascent and descent as shares of the text size, from the table `hhea`. */
async function readMetrics(typeface: Typeface): Promise<{ ascent: number; descent: number }> {
  const [file] = await readFontFiles(typeface);
  if (!file) throw new Error('The typeface has no file.');
  const face = new Face(new Blob(Uint8Array.from(file.bytes).buffer));
  const table = face.referenceTable('hhea');
  if (!table) throw new Error('The font has no table hhea.');
  const view = new DataView(Uint8Array.from(table).buffer);
  return { ascent: view.getInt16(4) / face.upem, descent: -view.getInt16(6) / face.upem };
}

describe.each([
  ['serif', serif, ['Georgia', 'Noto Serif', 'DejaVu Serif']],
  ['sans', sans, ['Arial', 'Roboto', 'DejaVu Sans']],
] as const)('the fonts that stand in for the %s', (stack, typeface, systems) => {
  const list = stacks.get(stack) ?? '';
  const standIns = faces.filter((face) => list.includes(face['font-family'] ?? '?'));

  it('come after it, for the systems of most readers', () => {
    expect(list.startsWith(`'${typeface.family}', `)).toBe(true);
    const faces = standIns.filter((face) => !face['font-style']);
    for (const system of systems)
      expect(faces.some((face) => face.src?.includes(`local('${system}')`))).toBe(true);
    // Headlines and labels are bold, which is wider: the system's bold face is measured too, except
    // on Android, which has none by name.
    const families = new Set(
      faces
        .filter((face) => !/Noto|Roboto/.test(face.src ?? ''))
        .map((face) => face['font-family']),
    );
    for (const family of families) {
      expect(
        faces.filter((face) => face['font-family'] === family).map((face) => face['font-weight']),
      ).toEqual([undefined, '600']);
    }
  });

  it('are as high as it, whatever their size', async () => {
    const { ascent, descent } = await readMetrics(typeface);
    for (const face of standIns) {
      const size = Number.parseFloat(face['size-adjust'] ?? '') / 100;
      expect((Number.parseFloat(face['ascent-override'] ?? '') / 100) * size).toBeCloseTo(
        ascent,
        2.5,
      );
      expect((Number.parseFloat(face['descent-override'] ?? '') / 100) * size).toBeCloseTo(
        descent,
        2.5,
      );
    }
  });
});

it('every stand-in is used', () => {
  for (const face of faces) expect([...stacks.values()].join()).toContain(`${face['font-family']}`);
});
