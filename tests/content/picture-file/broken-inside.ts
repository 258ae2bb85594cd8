import { draw, putPicture } from '../make-pictures.ts';

/** Wrong bytes that no marker reveals: a decoder turns them into coloured stripes. */
export default async (root: string) => putPicture(root, 'bridge.jpg', (await draw(400, 300).jpeg().toBuffer()).fill(0x55, 9000, 9060));
