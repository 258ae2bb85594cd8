import { drawFrames, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.webp', await (await drawFrames()).webp().toBuffer());
