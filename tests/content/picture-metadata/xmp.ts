import { draw, putPicture, xmp } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', await draw().jpeg().withXmp(xmp).toBuffer());
