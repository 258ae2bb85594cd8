import type { APIRoute } from 'astro';
import { listPictureSizes, type PictureSize } from '../../library/pictures/picture-files.ts';
import { keepPicture } from '../../site/render-picture.ts';
import { getContent } from '../../site/site-content.ts';

const types = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

export const getStaticPaths = () =>
  listPictureSizes(getContent(), import.meta.env.DEV).map((size) => ({
    params: { file: size.name },
    props: size,
  }));

export const GET: APIRoute<PictureSize> = async ({ props }) =>
  new Response(await keepPicture(props), { headers: { 'Content-Type': types[props.form] } });
