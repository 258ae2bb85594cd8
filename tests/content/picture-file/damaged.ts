import { draw, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.png', (await draw(400, 300).png().toBuffer()).fill(0x55, 5000, 5100));
