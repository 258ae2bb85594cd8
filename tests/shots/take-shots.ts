/**
 * `npm run shots`: screenshots of every kind of page of the built site, for review by eye. They are
 * written to `shots/`, which git ignores: `<page>-<width>-<mode>.png`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { createProgress } from '../../src/desk/build/progress.ts';
import { browserFlags, findBrowser } from '../site/find-browser.ts';
import { mediaTypes } from '../site/static-host.ts';
import { distFolder, drawAll, kindsOfPage, listPages, toAddress } from '../site/site-pages.ts';
import { getLook, isMode, modes, type Mode } from './modes.ts';

const usage = `npm run shots                                       every kind of page at 375, 768 and 1440 px, light and dark
npm run shots -- /articles/ /numbers/machine-guns/  pages by their address
npm run shots -- --widths 320,1024,2560             other widths
npm run shots -- --modes ${Object.keys(modes).join(',')}
npm run shots -- --all                              every built page, not one of each kind
npm run shots -- --out <folder>                     another folder than shots/
npm run shots -- --readme                           the first screens that README.md shows, into .github/pictures/
`;

const root = join(distFolder, '..');
const host = 'http://shots.invalid';
/** One page in one mode, opened once and captured at every width. */
type Sitting = { address: string; mode: Mode };

/** Exits with an error and the usage. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n\n${usage}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        widths: { type: 'string', default: '375,768,1440' },
        modes: { type: 'string', default: 'light,dark' },
        out: { type: 'string', default: join(root, 'shots') },
        all: { type: 'boolean', default: false },
        readme: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** Serves the built files to the page as if from `host`, and nothing else. */
async function serveBuiltFiles(page: Page, bare: boolean): Promise<void> {
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const named = join(distFolder, decodeURIComponent(pathname));
    const file =
      existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.html') : named;
    if (origin !== host || !existsSync(file)) return route.abort();
    const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
    const body =
      bare && file.endsWith('.html')
        ? readFileSync(file, 'utf8').replace(/<style>.*?<\/style>/gs, '')
        : readFileSync(file);
    return route.fulfill({ body, contentType: type });
  });
}

/** Returns the name of a screenshot's file, without its extension. */
function nameShot({ address, mode }: Sitting, width: number): string {
  const page = address.replace(/\.html$/, '').replace(/^\/|\/$/g, '') || 'home';
  return `${page.replaceAll('/', '_')}-${width}-${mode}`;
}

/** Opens the page at `address` in `mode`, in a separate browser context. */
async function openPage(browser: Browser, { address, mode }: Sitting): Promise<Page> {
  const { media = {}, blocked, bare = false, style } = getLook(mode);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.emulateMedia(media);
  await serveBuiltFiles(page, bare);
  if (blocked) await page.route(blocked, (route) => route.abort());
  await page.goto(`${host}${address}`);
  if (style)
    await page.evaluate((rules) => Object.assign(document.documentElement.style, rules), style);
  return page;
}

/** Sets letters to `percent` of the browser's own size, as a reader does in the settings. */
async function chooseLetters(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', {
    fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
  });
}

async function takeShots(
  browser: Browser,
  sitting: Sitting,
  widths: number[],
  folder: string,
): Promise<void> {
  const { pdf, letters } = getLook(sitting.mode);
  const page = await openPage(browser, sitting);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (letters) {
      await chooseLetters(page, letters);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      // A new window size resets the letters, and so would a screenshot larger than the window.
      await page.setViewportSize({ width, height });
      await chooseLetters(page, letters);
    }
    await page.evaluate(() => document.fonts.ready);
    await drawAll(page);
    await page.screenshot({
      path: join(folder, `${nameShot(sitting, width)}.png`),
      fullPage: letters === undefined,
    });
  }
  if (pdf)
    await page.pdf({
      path: join(folder, `${nameShot(sitting, widths[0] ?? 0).replace(/-\d+-/, '-')}.pdf`),
      format: pdf,
    });
  await page.context().close();
}

/** The screenshots in README.md, by file name: first screens, light and dark. */
const readmePictures = {
  article: '/articles/where-the-weapons-came-from/',
  record: '/numbers/machine-guns/',
};
const readmeFolder = join(root, '.github/pictures');
/** In bytes, because a reader of the README may have a slow connection. */
const readmeLimit = 150_000;

/**
 * Takes screenshots with few colours and few bytes, so that a new one adds little to the history.
 */
async function takeReadmePictures(browser: Browser): Promise<void> {
  mkdirSync(readmeFolder, { recursive: true });
  for (const [name, address] of Object.entries(readmePictures)) {
    for (const mode of ['light', 'dark'] as const) {
      const page = await openPage(browser, { address, mode });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => document.fonts.ready);
      const png = await sharp(await page.screenshot())
        .png({ palette: true, colours: 64, effort: 10 })
        .toBuffer();
      if (png.length > readmeLimit)
        throw new Error(
          `The picture ${name}-${mode} has ${png.length} bytes, ${readmeLimit} are allowed.`,
        );
      writeFileSync(join(readmeFolder, `${name}-${mode}.png`), png);
      await page.context().close();
    }
  }
}

const { values, positionals } = readArguments();
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
if (!existsSync(join(distFolder, 'index.html')))
  refuse('There is no built site yet. Run npm run build first.');
const executablePath = findBrowser();
if (!executablePath)
  refuse(
    'No browser was found. Run npm run test:site once, which installs one, or name one in CHROMIUM_PATH.',
  );

const widths = values.widths.split(',').map(Number);
if (!widths.every((width) => Number.isInteger(width) && width >= 200 && width <= 4000)) {
  refuse(
    `--widths takes widths in px between 200 and 4000, such as 375,1440, and not “${values.widths}”.`,
  );
}
const chosenModes = values.modes.split(',');
const unknownMode = chosenModes.find((mode) => !isMode(mode));
if (unknownMode !== undefined)
  refuse(`There is no mode “${unknownMode}”. The modes are ${Object.keys(modes).join(', ')}.`);
const known = listPages().map(toAddress);
const missing = positionals.find((address) => !known.includes(address));
if (missing)
  refuse(
    `The built site has no page ${missing}. Addresses begin and end with a slash, such as /numbers/machine-guns/.`,
  );

const addresses = positionals.length > 0 ? positionals : values.all ? known : kindsOfPage;
const queue: Sitting[] = addresses.flatMap((address) =>
  chosenModes.filter(isMode).map((mode) => ({ address, mode })),
);
if (positionals.length === 0 && !values.readme)
  rmSync(values.out, { recursive: true, force: true });
if (!values.readme) mkdirSync(values.out, { recursive: true });

const progress = values.readme ? undefined : createProgress('Pictures');
const total = queue.length * widths.length;
let taken = 0;
const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
async function work(): Promise<void> {
  for (let sitting = queue.shift(); sitting; sitting = queue.shift()) {
    await takeShots(browser, sitting, widths, values.out);
    taken += widths.length;
    progress?.show(taken, total, `${sitting.address} ${sitting.mode}`);
  }
}
try {
  if (values.readme) await takeReadmePictures(browser);
  else await Promise.all([work(), work()]);
} finally {
  progress?.end();
  await browser.close();
}
process.stdout.write(
  values.readme
    ? `The README’s pictures are in ${readmeFolder}\n`
    : `${total} pictures in ${values.out}\n`,
);
