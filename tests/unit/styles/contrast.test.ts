/** The WCAG 2 contrast of the colours of tokens.css, pair by pair, in both themes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../src/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const read = (end: string) =>
  files
    .filter((file) => file.endsWith(end))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
/** The property that a utility of Tailwind sets, by its first part. */
const properties: Record<string, string> = {
  text: 'color',
  bg: 'background',
  border: 'border',
  fill: 'fill',
  stroke: 'stroke',
};
const utilities = [
  ...read('.astro')
    .join('\n')
    .matchAll(/(?<=[\s"'`:])(text|bg|border|fill|stroke)-(?:[a-z]-)?([a-z]+\d?)(?=[\s"'`])/g),
].map(([, first = '', name = '']) => `;${properties[first]}: var(--color-${name});`);
/**
 * All stylesheets, including those of components, without comments, and the colours that templates
 * name.
 */
const styles = [...read('.css'), ...utilities].join('\n').replace(/\/\*.*?\*\//gs, '');
const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

type Palette = Record<string, string>;

function parsePalette(css: string): Palette {
  return Object.fromEntries(
    [...css.matchAll(/--color-([a-z0-9]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, hex]) => [
      name,
      hex,
    ]),
  );
}

function computeLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function computeContrast(a: string, b: string): number {
  const [low = 0, high = 0] = [computeLuminance(a), computeLuminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Returns the colour of `color-mix(in srgb, top 11%, transparent)` over `ground`. */
function mix(top: string, ground: string, share: number): string {
  const parts = [1, 3, 5].map((start) => {
    const [over, under] = [top, ground].map((hex) =>
      Number.parseInt(hex.slice(start, start + 2), 16),
    );
    return Math.round((over ?? 0) * share + (under ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

const darkStart = tokens.indexOf('prefers-color-scheme: dark');
const light = parsePalette(tokens.slice(0, darkStart));
const themes = { light, dark: { ...light, ...parsePalette(tokens.slice(darkStart)) } };
const names = [
  'paper',
  'surface',
  'tint',
  'ink',
  'ink2',
  'ink3',
  'rule2',
  'rule',
  'yarn',
  'steel',
  'mid',
  'brass',
  'pale',
];

/** Colours of text, and the backgrounds on which it is printed. */
const text: [string, string[]][] = [
  ['ink', ['paper', 'surface', 'tint']],
  ['ink2', ['paper', 'surface', 'tint']],
  ['ink3', ['paper', 'surface', 'tint']],
  ['yarn', ['paper', 'surface', 'tint']],
  ['brass', ['paper', 'surface']],
  ['paper', ['ink', 'yarn', 'steel']],
];

/**
 * Marks, outlines and the focus outline. Hairlines (rule) and pale fills carry no meaning alone.
 */
const marks: [string, string[]][] = [
  ['ink', ['paper', 'surface', 'tint']],
  ['yarn', ['paper', 'surface', 'tint']],
  ['steel', ['paper', 'surface', 'tint']],
  ['brass', ['paper', 'surface', 'tint']],
  ['mid', ['paper', 'surface']],
  ['rule2', ['paper', 'surface']],
];

describe.each(Object.entries(themes))('colours in the %s theme', (_theme, palette) => {
  const get = (name: string) => palette[name] ?? '#808080';

  it('are all defined', () => {
    expect(names.filter((name) => !palette[name])).toEqual([]);
  });

  it.each(text.flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const)))(
    '%s reads as text on %s',
    (name, ground) => {
      expect(computeContrast(get(name), get(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(marks.flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const)))(
    '%s shows as a mark on %s',
    (name, ground) => {
      expect(computeContrast(get(name), get(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it('ink reads on the wash of a hovered number', () => {
    expect(
      computeContrast(get('ink'), mix(get('yarn'), get('paper'), 0.11)),
    ).toBeGreaterThanOrEqual(4.5);
  });
});

it('the dark theme gives every colour its own value', () => {
  expect(Object.keys(parsePalette(tokens.slice(darkStart))).sort()).toEqual([...names].sort());
});

describe('the pairs above', () => {
  /** Lists the tokens of colours that some declaration of `property` uses. */
  const listUsed = (property: string) => [
    ...new Set(
      [...styles.matchAll(new RegExp(`(?:^|[\\s;{])(?:${property}):([^;}]*)`, 'g'))].flatMap(
        ([, value = '']) =>
          [...value.matchAll(/var\(--color-([a-z0-9]+)\)/g)].flatMap(([, name = '']) =>
            names.includes(name) ? [name] : [],
          ),
      ),
    ),
  ];
  const textNames = text.map(([name]) => name);
  const markNames = marks.map(([name]) => name);
  const grounds = [...new Set([...text, ...marks].flatMap(([, list]) => list))];
  /**
   * Areas and hairlines that carry no meaning alone: each is outlined, or only separates what words
   * distinguish.
   */
  const decoration = ['rule', 'pale', 'tint', 'surface', 'paper'];

  it('hold every colour that text is set in', () => {
    expect(utilities.some((rule) => rule.startsWith(';color'))).toBe(true);
    expect(listUsed('color')).toContain('ink2');
    expect(listUsed('color').filter((name) => !textNames.includes(name))).toEqual([]);
  });

  it('hold every ground that a stylesheet lays', () => {
    expect(listUsed('background')).toContain('tint');
    expect(
      listUsed('background|background-color|--fill').filter(
        (name) => !grounds.includes(name) && !markNames.includes(name),
      ),
    ).toEqual([]);
  });

  it('hold every colour of a line, mark or outline', () => {
    const used = listUsed(
      'border[a-z-]*|outline|stroke|fill|text-decoration|--role|--ring|--thread',
    );
    expect(used).toContain('yarn');
    expect(
      used.filter(
        (name) =>
          !markNames.includes(name) && !textNames.includes(name) && !decoration.includes(name),
      ),
    ).toEqual([]);
  });
});
