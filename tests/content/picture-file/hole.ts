import { draw, putPicture } from '../make-pictures.ts';

/** A quarter of the bytes are zeros, as after a copy that was interrupted and resumed. */
export default async (root: string) => {
  const bytes = await draw(300, 200).webp({ quality: 90 }).toBuffer();
  putPicture(root, 'bridge.webp', bytes.fill(0, Math.floor(bytes.length / 4), Math.floor(bytes.length / 2)));
};
