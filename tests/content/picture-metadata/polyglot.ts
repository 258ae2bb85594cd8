import { draw, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', Buffer.concat([await draw().jpeg().toBuffer(), Buffer.from('PK\x03\x04')]));
