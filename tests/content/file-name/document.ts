import { putPicture } from '../make-pictures.ts';

export default (root: string) => putPicture(root, 'report.pdf', Buffer.from('%PDF-1.7'));
