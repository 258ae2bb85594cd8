import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { typeset } from '../../src/evidence/typeset.ts';
import { findDifferences, readForms } from './chart-forms.ts';
import { dropStyles } from './drop-styles.ts';
import { readPdf, squash } from './read-pdf.ts';
import { ask, distFolder, openPage } from './site-pages.ts';

/** Every chart of the content. */
const charts = readdirSync(join(distFolder, '../content/charts'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

/**
 * Lists marks and words of a drawing with their colours, on a page or in a file. For evaluateAll:
 * it uses nothing from outside.
 */
function listMarks(elements: Element[]): string[] {
  return elements.map((element) => {
    const { fill, stroke, strokeWidth, fillOpacity } = getComputedStyle(element);
    const isText = element.localName === 'text';
    return [
      isText ? element.textContent.trim() : element.getAttribute('d'),
      fill.replace(/-phone-|-file/, ''),
      isText ? '' : stroke,
      isText ? '' : strokeWidth,
      fillOpacity,
    ].join(' | ');
  });
}

for (const id of charts) {
  test.describe(id, () => {
    const page = `charts/${id}/index.html`;
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

    test('prints its drawing on one page, before its table, shows exactly one without styles, and draws the same in its SVG file, in the same colours', async ({
      page: browser,
      baseURL,
    }) => {
      await browser.goto(`${baseURL}/charts/${id}/`);
      const drawn = await browser
        .locator(`#${id} .drawing-desktop :is(path, text)`)
        .evaluateAll(listMarks);

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

      await browser.emulateMedia({ media: null });
      await dropStyles(browser);
      const drawings = await browser
        .locator(`#${id} .drawing`)
        .evaluateAll((all) => all.map((drawing) => drawing.checkVisibility()));
      expect(drawings.filter(Boolean), 'drawings shown without styles').toEqual([true]);

      await browser.goto(`${baseURL}/charts/${id}.svg`);
      const filed = new Set(await browser.locator('path, text').evaluateAll(listMarks));
      expect(drawn.length).toBeGreaterThan(5);
      expect(drawn.filter((line) => !filed.has(line))).toEqual([]);
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
      const head = openPage(page);
      expect(head.querySelector('meta[property="og:image"]')?.getAttribute('content')).toContain(
        `/cards/charts/${id}.png`,
      );
      expect(
        head.querySelector('meta[property="og:image:alt"]')?.getAttribute('content'),
      ).toContain(typeset(json.title));
    });

    test(
      'works in a sandboxed frame, without scripts, and shows its table',
      ask(`/embed/${id}/`),
      async ({ browser, baseURL }) => {
        // A page of its own: one that had a page of the site before may not frame another.
        const other = await browser.newPage();
        await other.setContent(
          `<iframe src="${baseURL}/embed/${id}/" sandbox="" width="360" height="900"></iframe>`,
        );
        const frame = other.frameLocator('iframe');
        await expect(frame.locator('h1')).toContainText(typeset(json.title).slice(0, 20));
        await expect(frame.locator('.drawing-phone')).toBeVisible();
        await expect(frame.locator('.drawing-desktop')).toBeHidden();
        await expect(frame.locator('table')).toBeHidden();
        await frame.getByText('Table', { exact: true }).click();
        await expect(frame.locator('tbody tr')).toHaveCount(json.rows.length);
        await expect(frame.locator('table')).toBeVisible();
        for (const [colorScheme, ground] of [
          ['light', 'rgb(246, 247, 244)'],
          ['dark', 'rgb(16, 21, 23)'],
        ] as const) {
          await other.emulateMedia({ colorScheme });
          await expect(frame.locator('html')).toHaveCSS('background-color', ground);
        }
        await other.close();
        const embed = openPage(`embed/${id}/index.html`);
        expect(embed.querySelectorAll('script, nav')).toHaveLength(0);
        expect(embed.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
        expect(embed.querySelector('.chart-tools > a')?.getAttribute('href')).toContain(
          `/charts/${id}/`,
        );
      },
    );
  });
}
