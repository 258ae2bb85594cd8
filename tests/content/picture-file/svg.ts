import { putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'bridge.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'));
