/**
 * The fonts that a page shows until its own arrive, or instead of them: those of most systems, made
 * as wide and as high as ours, so that nothing moves. Georgia and Arial are on Windows, macOS and
 * iOS; Noto Serif and Roboto on Android; DejaVu and Liberation on Linux.
 */
import { Blob, Face } from 'harfbuzzjs';
import { readFontFiles, sans, serif, type Typeface } from '../library/typefaces.ts';

/** One style of a system's font. */
type Cut = {
  /** Names that systems have for it, the likeliest first. */
  local: string[];
  /**
   * The width to which it is scaled, in per cent, measured over the words of the articles, kerning
   * included.
   */
  size: number;
  weight?: 600;
  slant?: 'italic';
};

/** By the family that `styles/tokens.css` names. */
type Families = Readonly<Record<string, readonly Cut[]>>;

export const systemFonts: readonly { typeface: Typeface; families: Families }[] = [
  {
    typeface: serif,
    families: {
      'Brygada Georgia': [
        { local: ['Georgia', 'Gelasio'], size: 104.2 },
        { local: ['Georgia Bold', 'Gelasio Bold'], size: 91.1, weight: 600 },
        { local: ['Georgia Italic', 'Gelasio Italic'], size: 97.3, slant: 'italic' },
      ],
      'Brygada Noto': [{ local: ['Noto Serif'], size: 96.8 }],
      'Brygada DejaVu': [
        { local: ['DejaVu Serif'], size: 89.8 },
        { local: ['DejaVu Serif Bold'], size: 83.1, weight: 600 },
        { local: ['DejaVu Serif Italic', 'DejaVu Serif'], size: 85.6, slant: 'italic' },
      ],
    },
  },
  {
    typeface: sans,
    families: {
      'Archivo Arial Narrow': [
        { local: ['Arial Narrow', 'Liberation Sans Narrow'], size: 100.6 },
        { local: ['Arial Narrow Bold', 'Liberation Sans Narrow Bold'], size: 98, weight: 600 },
      ],
      'Archivo Arial': [
        { local: ['Arial', 'Liberation Sans'], size: 82.5 },
        { local: ['Arial Bold', 'Liberation Sans Bold'], size: 80.3, weight: 600 },
      ],
      'Archivo Roboto': [{ local: ['Roboto'], size: 82.6 }],
      'Archivo DejaVu': [
        { local: ['DejaVu Sans'], size: 72.8 },
        { local: ['DejaVu Sans Bold'], size: 67.5, weight: 600 },
      ],
    },
  },
];

/**
 * The rules of the stylesheet that name them. Their heights are computed from their widths and our
 * fonts.
 */
export async function formatSystemFonts(): Promise<string> {
  const rules: string[] = [];
  for (const { typeface, families } of systemFonts) {
    const height = await readHeight(typeface);
    for (const [family, cuts] of Object.entries(families))
      for (const cut of cuts) rules.push(formatCut(family, cut, height));
  }
  return rules.join('');
}

type Height = { ascent: number; descent: number };

/** Above and below the line, as shares of the text size: from the table `hhea`. */
async function readHeight(typeface: Typeface): Promise<Height> {
  const [file] = await readFontFiles(typeface);
  const face = file && new Face(new Blob(Uint8Array.from(file.bytes).buffer));
  const table = face?.referenceTable('hhea');
  if (!face || !table) throw new Error(`The font ${typeface.name} has no table hhea.`);
  const view = new DataView(Uint8Array.from(table).buffer);
  return { ascent: view.getInt16(4) / face.upem, descent: -view.getInt16(6) / face.upem };
}

function formatCut(family: string, { local, size, weight, slant }: Cut, height: Height): string {
  const scale = (share: number) => `${Math.round((share * 100_000) / size) / 10}%`;
  return [
    '@font-face {',
    `  font-family: '${family}';`,
    ...(weight ? [`  font-weight: ${weight};`] : []),
    ...(slant ? [`  font-style: ${slant};`] : []),
    `  src: ${local.map((name) => `local('${name}')`).join(', ')};`,
    `  size-adjust: ${size}%;`,
    `  ascent-override: ${scale(height.ascent)};`,
    `  descent-override: ${scale(height.descent)};`,
    '}\n',
  ].join('\n');
}
