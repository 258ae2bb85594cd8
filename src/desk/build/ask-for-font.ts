/**
 * Lets the pages of a built site that have room for it ask for the font of their first words together with the stylesheet.
 * It is there when they are drawn, then, and no line of them breaks anew.
 *
 * A page has room while its start, all that is fetched before it is drawn, stays small: a larger one would be drawn later.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { commonAlphabet } from '../../plugins/site-fonts.ts';

/** What a page, its stylesheet and the font may weigh together, in bytes as a server sends them. */
export const startLimit = 20_000;

/** How hard brotli tries, of 11. Most pages fit although the quick one is some 15 % larger; the slow one takes ten times as long. */
const qualities = [5, 10];

const stylesheetLink = /<link rel="stylesheet" href="([^"]*\/)([^"/]+\.css)">/;

/** Changes the pages in `folder`; does nothing where it holds no such font. */
export function askForFont(folder: string): void {
  const assets = join(folder, '_astro');
  const font = existsSync(assets) && readdirSync(assets).find((name) => name.includes(`-${commonAlphabet}.`) && name.endsWith('.woff2'));
  if (!font) return;
  const fontSize = readFileSync(join(assets, font)).length;
  const styles = readdirSync(assets).filter((name) => name.endsWith('.css'));
  const styleSizes = new Map(styles.map((name) => [name, brotliCompressSync(readFileSync(join(assets, name))).length]));
  for (const file of readdirSync(folder, { recursive: true }) as string[]) {
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(folder, file), 'utf8');
    const [link = '', path = '', name = ''] = stylesheetLink.exec(html) ?? [];
    const styleSize = styleSizes.get(name);
    if (styleSize === undefined) continue;
    const asking = html.replace(link, `<link rel="preload" as="font" type="font/woff2" href="${path}${font}" crossorigin>${link}`);
    const room = startLimit - fontSize - styleSize;
    if (qualities.some((quality) => weigh(asking, quality) <= room)) writeFileSync(join(folder, file), asking);
  }
}

const weigh = (html: string, quality: number) =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: html.length } })
    .length;
