import { draw, insertSegment, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', insertSegment(await draw().jpeg().toBuffer(), 0xed, 'Photoshop 3.0\x008BIM'));
