import { draw, putPicture } from '../make-pictures.ts';

/** Bytes that no marker gives away: a decoder makes coloured stripes of them. */
export default async (root: string) => putPicture(root, 'bridge.jpg', (await draw(400, 300).jpeg().toBuffer()).fill(0x55, 9000, 9060));
