/** HTML that others paste into their own pages. */
import { escapeMarkup } from './escape-markup.ts';

export type EmbedWords = {
  title: string;
  description: string;
  siteName: string;
  /** Absolute addresses of the chart's page, of its page for frames, and of its PNG. */
  page: string;
  frame: string;
  picture: string;
  /** Size of the picture as shown, and of the frame. */
  width: number;
  height: number;
  frameHeight: number;
};

/** The chart in a frame: it may run no script and may only open links in a new tab. */
export function formatFrameCode({ title, frame, frameHeight }: EmbedWords): string {
  const address = `src="${escapeMarkup(frame)}" title="${escapeMarkup(title)}"`;
  return `<iframe ${address} width="100%" height="${frameHeight}" loading="lazy" style="border: 0"\n  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** The chart as a picture with a caption, for pages that do not allow frames. */
export function formatFigureCode({
  title,
  description,
  siteName,
  page,
  picture,
  width,
  height,
}: EmbedWords): string {
  return [
    '<figure>',
    `  <a href="${escapeMarkup(page)}"><img src="${escapeMarkup(picture)}" width="${width}" height="${height}"`,
    `    style="max-width: 100%; height: auto" alt="${escapeMarkup(`${title}. ${description}`)}"></a>`,
    `  <figcaption>${escapeMarkup(title)}. Chart: <a href="${escapeMarkup(page)}">${escapeMarkup(siteName)}</a>, CC BY 4.0</figcaption>`,
    '</figure>',
  ].join('\n');
}
