/** What others paste into their own pages, as HTML text. */

export type EmbedWords = {
  title: string;
  description: string;
  siteName: string;
  /** Absolute addresses of the chart's page, of its page for frames, and of its PNG. */
  page: string;
  frame: string;
  picture: string;
  /** Of the picture, as shown; and of the frame. */
  width: number;
  height: number;
  frameHeight: number;
};

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The chart in a frame: it may run no script and may only open links in a new tab. */
export function formatFrameCode({ title, frame, frameHeight }: EmbedWords): string {
  const address = `src="${escape(frame)}" title="${escape(title)}"`;
  return `<iframe ${address} width="100%" height="${frameHeight}" loading="lazy" style="border: 0"\n  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** The chart as a picture with a caption, for pages that take no frames. */
export function formatFigureCode({ title, description, siteName, page, picture, width, height }: EmbedWords): string {
  return [
    '<figure>',
    `  <a href="${escape(page)}"><img src="${escape(picture)}" width="${width}" height="${height}"`,
    `    style="max-width: 100%; height: auto" alt="${escape(`${title}. ${description}`)}"></a>`,
    `  <figcaption>${escape(title)}. Chart: <a href="${escape(page)}">${escape(siteName)}</a>, CC BY 4.0</figcaption>`,
    '</figure>',
  ].join('\n');
}
