import type { APIRoute } from 'astro';
import { listPictureSizes, type PictureSize } from '../../library/pictures.ts';
import { renderPicture } from '../../library/render-picture.ts';
import { getContent } from '../../library/site-content.ts';

const types = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

export const getStaticPaths = () =>
  listPictureSizes(getContent(), import.meta.env.DEV).map((size) => ({ params: { file: size.name }, props: size }));

export const GET: APIRoute<PictureSize> = async ({ props }) =>
  new Response(new Uint8Array(await renderPicture(props)), { headers: { 'Content-Type': types[props.form] } });
