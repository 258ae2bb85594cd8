import { putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', Buffer.alloc(5_000_001));
