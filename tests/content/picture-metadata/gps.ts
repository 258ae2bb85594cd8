import { draw, putPicture, withCamera } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', await withCamera(draw().jpeg(), 6).toBuffer());
