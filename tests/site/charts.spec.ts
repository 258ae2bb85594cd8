import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { typeset } from '../../src/evidence/typeset.ts';
import { findDifferences, readForms } from './chart-forms.ts';
import { dropStyles } from './drop-styles.ts';
import { readPdf, squash } from './read-pdf.ts';
import { distFolder, listPages, readPage, toAddress } from './site-pages.ts';

/** Every chart of the content, on its own page and in the articles that show it. */
const files = readdirSync(join(distFolder, '../content/charts')).filter((file) =>
  file.endsWith('.yaml'),
);
const charts = files.map((file) => {
  const id = file.replace(/\.yaml$/, '');
  const articles = listPages().filter(
    (page) =>
      page.startsWith('articles/') && readPage(page).includes(`<figure class="chart" id="${id}"`),
  );
  return {
    id,
    page: `charts/${id}/index.html`,
    addresses: [`/charts/${id}/`, ...articles.map(toAddress)],
  };
});

/**
 * Finds labels that leave their drawing or overlap. For evaluateAll: it uses nothing from outside.
 */
function findLabelFaults(drawings: (HTMLElement | SVGElement)[]): string[] {
  return drawings
    .filter((drawing) => drawing.checkVisibility())
    .flatMap((drawing) => {
      const frame = drawing.getBoundingClientRect();
      // Measures the ink of a line, not its line box: from the top of a capital to the bottom of a
      // descender.
      const labels = [...drawing.querySelectorAll<SVGTextElement>('text')].map((text) => {
        const { left, right } = text.getBoundingClientRect();
        const scale =
          drawing.getBoundingClientRect().width / (drawing as SVGSVGElement).viewBox.baseVal.width;
        const baseline = frame.top + Number(text.getAttribute('y')) * scale;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        return {
          text: text.textContent,
          box: { left, right, top: baseline - 0.72 * size, bottom: baseline + 0.22 * size },
        };
      });
      // A first letter such as A extends to the left of its line by a pixel of the drawing.
      const clipped = labels.filter(
        ({ box }) =>
          box.left < frame.left - 1.5 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 2 ||
          box.bottom > frame.bottom + 2,
      );
      const overlapping = labels.flatMap((one, index) =>
        labels
          .slice(index + 1)
          .filter(
            (other) =>
              one.box.left < other.box.right - 1 &&
              other.box.left < one.box.right - 1 &&
              one.box.top < other.box.bottom - 1 &&
              other.box.top < one.box.bottom - 1,
          )
          .map((other) => `${one.text} over ${other.text}`),
      );
      return [...clipped.map(({ text }) => `clipped: ${text}`), ...overlapping];
    });
}

for (const { id, page, addresses } of charts) {
  test.describe(id, () => {
    const forms = readForms(distFolder, id);
    const { figure, svg, json } = forms;

    test('prints the same values in the table, the CSV and the JSON, in its drawings and in the SVG file', () => {
      expect(findDifferences(forms)).toEqual([]);
    });

    test('has a name, a description that everyone can open, a note and a source line', () => {
      expect(figure?.querySelector('.chart-title')?.text.length).toBeGreaterThan(20);
      expect(figure?.querySelector('.chart-description p')?.text.length).toBeGreaterThan(80);
      expect(figure?.querySelector('figcaption')?.text).toContain('Source');
      for (const drawing of figure?.querySelectorAll('.drawing') ?? []) {
        // To a screen reader, a picture has no parts; a drawing whose marks are links is a group of
        // them.
        expect(drawing.getAttribute('role')).toBe(drawing.querySelector('a') ? 'group' : 'img');
        expect(figure?.querySelector(`#${drawing.getAttribute('aria-labelledby')}`)).not.toBeNull();
        expect(
          figure?.querySelector(`#${drawing.getAttribute('aria-describedby')}`),
        ).not.toBeNull();
      }
    });

    test('shows exactly one drawing at every width, with no label clipped or on another, and one without styles', async ({
      page: browser,
      baseURL,
    }) => {
      const drawings = browser.locator(`#${id} .drawing`);
      const countVisible = () =>
        drawings.evaluateAll((all) => all.filter((drawing) => drawing.checkVisibility()).length);
      for (const address of [...addresses, `/embed/${id}/`]) {
        await browser.goto(`${baseURL}${address}`);
        await browser.evaluate(() => document.fonts.ready);
        for (const width of [320, 375, 768, 1024, 1440]) {
          await browser.setViewportSize({ width, height: 800 });
          expect(await countVisible(), `${address} ${width} px`).toBe(1);
          expect(
            await drawings.locator('svg').evaluateAll(findLabelFaults),
            `${address} ${width} px`,
          ).toEqual([]);
        }
      }
      await dropStyles(browser);
      await browser.goto(`${baseURL}/charts/${id}/`);
      expect(await countVisible()).toBe(1);
    });

    test('draws in the SVG file what the page draws, in the same colours', async ({
      page: browser,
      baseURL,
    }) => {
      await browser.setViewportSize({ width: 1440, height: 900 });
      await browser.goto(`${baseURL}/charts/${id}/`);
      const drawn = await browser
        .locator(`#${id} .drawing-desktop :is(path, text)`)
        .evaluateAll((elements) =>
          elements.map((element) => {
            const { fill, stroke, strokeWidth, fillOpacity } = getComputedStyle(element);
            const isText = element.localName === 'text';
            return [
              isText ? element.textContent.trim() : element.getAttribute('d'),
              fill.replace(/-phone-|-file/, ''),
              isText ? '' : stroke,
              isText ? '' : strokeWidth,
              fillOpacity,
            ].join(' | ');
          }),
        );
      await browser.goto(`${baseURL}/charts/${id}.svg`);
      const filed = await browser.locator('path, text').evaluateAll((elements) =>
        elements.map((element) => {
          const { fill, stroke, strokeWidth, fillOpacity } = getComputedStyle(element);
          const isText = element.localName === 'text';
          return [
            isText ? element.textContent : element.getAttribute('d'),
            fill.replace('-file', ''),
            isText ? '' : stroke,
            isText ? '' : strokeWidth,
            fillOpacity,
          ].join(' | ');
        }),
      );
      expect(drawn.length).toBeGreaterThan(5);
      const known = new Set(filed);
      expect(drawn.filter((line) => !known.has(line))).toEqual([]);
    });

    test('gives its PNG at twice the size of its SVG, as the picture of its page', async () => {
      const { width, height } = await sharp(join(distFolder, `charts/${id}.png`)).metadata();
      const frame = svg.querySelector('svg');
      expect([width, height]).toEqual([
        2 * Number(frame?.getAttribute('width')),
        2 * Number(frame?.getAttribute('height')),
      ]);
      const textless = svg.toString().replaceAll(/<text\b.*?<\/text>/gs, '');
      const decode = (input: string | Buffer) =>
        sharp(input, { density: 72 })
          .resize(width, height, { fit: 'fill' })
          .removeAlpha()
          .raw()
          .toBuffer();
      const [whole, bare] = [
        await decode(join(distFolder, `charts/${id}.png`)),
        await decode(Buffer.from(textless)),
      ];
      expect(
        whole.filter((value, index) => Math.abs(value - (bare[index] ?? 0)) > 64).length /
          whole.length,
      ).toBeGreaterThan(0.01);
      const head = parse(readPage(page));
      expect(head.querySelector('meta[property="og:image"]')?.getAttribute('content')).toContain(
        `/cards/charts/${id}.png`,
      );
      expect(
        head.querySelector('meta[property="og:image:alt"]')?.getAttribute('content'),
      ).toContain(typeset(json.title));
    });

    test('works in a sandboxed frame, without scripts, and shows its table', async ({
      page: browser,
      baseURL,
    }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await browser.emulateMedia({ colorScheme });
        await browser.setContent(
          `<iframe src="${baseURL}/embed/${id}/" sandbox="" width="360" height="900"></iframe>`,
        );
        const frame = browser.frameLocator('iframe');
        await expect(frame.locator('h1')).toContainText(typeset(json.title).slice(0, 20));
        await expect(frame.locator('.drawing-phone')).toBeVisible();
        await expect(frame.locator('.drawing-desktop')).toBeHidden();
        await expect(frame.locator('table')).toBeHidden();
        await frame.getByText('Table', { exact: true }).click();
        await expect(frame.locator('tbody tr')).toHaveCount(json.rows.length);
        await expect(frame.locator('table')).toBeVisible();
        const ground = await frame
          .locator('html')
          .evaluate((root) => getComputedStyle(root).backgroundColor);
        expect(ground).toBe(colorScheme === 'light' ? 'rgb(246, 247, 244)' : 'rgb(16, 21, 23)');
      }
      const embed = parse(readPage(`embed/${id}/index.html`));
      expect(embed.querySelectorAll('script, nav')).toHaveLength(0);
      expect(embed.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
      expect(embed.querySelector('.chart-tools > a')?.getAttribute('href')).toContain(
        `/charts/${id}/`,
      );
    });

    test('prints its drawing on one page, before its table', async ({ page: browser, baseURL }) => {
      await browser.goto(`${baseURL}/charts/${id}/`);
      await browser.emulateMedia({ media: 'print' });
      const labels = await browser
        .locator(`#${id} .drawing svg`)
        .evaluateAll((drawings) =>
          drawings
            .filter((drawing) => drawing.checkVisibility())
            .flatMap((drawing) =>
              [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent),
            ),
        );
      expect(labels.length).toBeGreaterThan(2);
      const [first] = await readPdf(await browser.pdf({ format: 'A4' }));
      const printed = squash(first?.runs.map(({ text }) => text).join('') ?? '');
      expect(labels.map(squash).filter((label) => !printed.includes(label))).toEqual([]);
    });
  });
}
