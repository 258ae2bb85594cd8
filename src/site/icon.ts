/** The mark of the site as icons, for home screens of phones and for feed readers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** In pixels; the first is for the home screens of iPhones and iPads. */
export const iconSizes = [180, 192, 512] as const;

export const formatIconPath = (size: (typeof iconSizes)[number]) => `/icon-${size}.png`;

/** The colour of paper, which is the background of the mark. */
export const paper = '#f6f7f4';

/** Renders the mark on paper, with the margin that systems may cut off. */
export async function renderIcon(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const mark = readFileSync(join(process.cwd(), 'public/favicon.svg'));
  const room = Math.round(size * 0.18);
  const drawn = await sharp(mark, { density: (72 * size) / 32 })
    .resize(size - 2 * room, size - 2 * room)
    .toBuffer();
  const whole = sharp({
    create: { width: size, height: size, channels: 3, background: paper },
  }).composite([{ input: drawn }]);
  return new Uint8Array(await whole.png().toBuffer());
}
