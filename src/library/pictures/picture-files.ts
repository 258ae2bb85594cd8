/** Pictures of the texts: their files, which of them are shown, and their published sizes. */
import { join } from 'node:path';
import { listNamed, walk } from '../markup/article-text.ts';
import { readPicture } from './picture-bytes.ts';
import { readBytes, type Unreadable } from '../read-bytes.ts';
import type { ArticleNode, Content, PictureFile } from '../content.ts';

export const picturesFolder = 'content/pictures';
/** A picture is at most this many bytes. */
const maximumBytes = 5_000_000;

export function createPictureFile(root: string, path: string): PictureFile {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, id: name.slice(0, name.lastIndexOf('.')), path, location: join(root, path) };
}

export function readPictureBytes({ location }: PictureFile): Buffer | Unreadable {
  return readBytes(location, '', maximumBytes);
}

/** Names of the files that a text shows, in order. */
export function listPictureNames(tree: ArticleNode): string[] {
  return walk(tree).flatMap(({ node }) => listNamed(node, 'pictures'));
}

/**
 * Pictures that the site shows, each once. Pictures that only withheld articles show are included
 * only if `all` is set.
 */
export function listShownPictures(
  { articles, pages, pictures }: Content,
  all = false,
): PictureFile[] {
  const texts = [...articles.filter(({ withheld }) => all || withheld === undefined), ...pages];
  const shown = new Set(texts.flatMap(({ tree }) => (tree ? listPictureNames(tree) : [])));
  return pictures.filter(({ name }) => shown.has(name));
}

/** The published widths in pixels. A picture is never enlarged. */
const widths = [480, 960, 1440];
/** The one size for browsers without WebP. */
const fallbackWidth = 960;

type Form = 'webp' | 'jpg' | 'png';
/** One file that readers can get: `name` is below /pictures/. */
export type PictureSize = { name: string; location: string; width: number; form: Form };
export type PictureSizes = {
  width: number;
  height: number;
  webp: PictureSize[];
  fallback: PictureSize;
};

/** Width and height of the upright picture, and the files that are made from it. */
export function getPictureSizes(picture: PictureFile): PictureSizes {
  const { id, path, location } = picture;
  const bytes = readPictureBytes(picture);
  const read = 'message' in bytes ? undefined : readPicture(bytes);
  if (!read) throw new Error(`${path} cannot be shown; run npm run check`);
  const [width, height] =
    read.orientation > 4 ? [read.height, read.width] : [read.width, read.height];
  const size = (wanted: number, form: Form): PictureSize => ({
    name: `${id}-${wanted}.${form}`,
    location,
    width: wanted,
    form,
  });
  const all = [...new Set(widths.map((wanted) => Math.min(wanted, width)))];
  return {
    width,
    height,
    webp: all.map((wanted) => size(wanted, 'webp')),
    fallback: size(Math.min(width, fallbackWidth), read.kind === 'png' ? 'png' : 'jpg'),
  };
}

/** Every file that is made from the pictures that the site shows. */
export function listPictureSizes(content: Content, all = false): PictureSize[] {
  return listShownPictures(content, all).flatMap((picture) => {
    const { webp, fallback } = getPictureSizes(picture);
    return [...webp, fallback];
  });
}
