/** The mark of the site as icons, for screens of phones and lists of those who follow it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** In pixels; the first for the screens of iPhones and iPads. */
export const iconSizes = [180, 192, 512] as const;

export const formatIconPath = (size: (typeof iconSizes)[number]) => `/icon-${size}.png`;

/** Colour of paper, the ground of the mark. */
export const paper = '#f6f7f4';

/** The mark on paper, with the room around it that systems may cut off. */
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
