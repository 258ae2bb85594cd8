import { draw, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', await draw().resize(8000, 5001, { kernel: 'nearest' }).jpeg({ quality: 5 }).toBuffer());
