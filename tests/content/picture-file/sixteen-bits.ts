import { draw, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.png', await draw().toColourspace('rgb16').png().toBuffer());
