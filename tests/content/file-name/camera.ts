import { draw, putPicture } from '../make-pictures.ts';

export default async (root: string) => putPicture(root, 'IMG_2041.JPG', await draw().jpeg().toBuffer());
