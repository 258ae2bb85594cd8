import { putPicture } from '../make-pictures.ts';

export default (root: string) => putPicture(root, 'bridge.heic', Buffer.from('heic'));
