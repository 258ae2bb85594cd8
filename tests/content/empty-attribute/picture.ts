import { draw, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', await draw().jpeg().toBuffer());
