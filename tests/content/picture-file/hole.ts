import { draw, putPicture } from '../make-pictures.ts';

/** Half of the pixels are zeros, as where a copy broke off and was taken up again. */
export default async (root: string) => {
  const bytes = await draw(300, 200).webp({ quality: 90 }).toBuffer();
  putPicture(root, 'bridge.webp', bytes.fill(0, Math.floor(bytes.length / 4), Math.floor(bytes.length / 2)));
};
