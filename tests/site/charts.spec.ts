import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, readPage } from './site-pages.ts';

const charts = [
  { id: 'weapon-origins', page: 'articles/where-the-weapons-came-from/index.html' },
  { id: 'losses-mosul-iraq', page: 'articles/what-was-lost-at-mosul/index.html' },
];

/** Fields of one CSV line; our files quote a field only where it holds a comma, quote or line break. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = pattern.exec(text); match && pattern.lastIndex <= text.length; match = pattern.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    if (match[3] === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

for (const { id, page } of charts) {
  test.describe(id, () => {
    const figure = parse(readPage(page)).querySelector(`figure#${id}`);
    const csv = parseCsv(readFileSync(join(distFolder, `charts/${id}.csv`), 'utf8'));

    test('prints the same values in the table and in the CSV', () => {
      const [head = [], ...records] = csv;
      const valueColumn = head.indexOf('value');
      expect(valueColumn).toBeGreaterThan(0);
      const tableRows = figure?.querySelectorAll('tbody tr') ?? [];
      expect(tableRows).toHaveLength(records.length);
      const toNumber = (text: string) => Number(/-?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN);
      for (const [index, row] of tableRows.entries()) {
        const printed = toNumber(row.querySelector('td.number')?.text ?? '');
        const recorded = records[index]?.[valueColumn] ?? '';
        if (recorded === '') expect(printed).toBeNaN();
        else expect(printed).toBe(Number(recorded));
      }
    });

    test('labels every printed value in both drawings', () => {
      const valueColumn = csv[0]?.indexOf('value') ?? -1;
      for (const drawing of figure?.querySelectorAll('.drawing') ?? []) {
        const words = drawing
          .querySelectorAll('text')
          .map((text) => text.text)
          .join(' | ');
        for (const record of csv.slice(1)) {
          const value = Number(record[valueColumn]);
          if (record[valueColumn] === '') continue;
          const accepted = [value.toLocaleString('en-GB'), value.toFixed(1), String(value)];
          expect(
            accepted.some((text) => words.includes(text)),
            `${record[0]}: ${value} in ${words}`,
          ).toBe(true);
        }
      }
    });

    test('has a name, a description that everyone can open, a note and a source line', () => {
      expect(figure?.querySelector('.chart-title')?.text.length).toBeGreaterThan(20);
      expect(figure?.querySelector('.chart-description p')?.text.length).toBeGreaterThan(80);
      expect(figure?.querySelector('figcaption')?.text).toContain('Source');
      for (const drawing of figure?.querySelectorAll('.drawing') ?? []) {
        expect(drawing.getAttribute('role')).toBe('img');
        expect(figure?.querySelector(`#${drawing.getAttribute('aria-labelledby')}`)).not.toBeNull();
        expect(figure?.querySelector(`#${drawing.getAttribute('aria-describedby')}`)).not.toBeNull();
      }
    });

    test('shows exactly one drawing at every width, and one without styles', async ({ page: browser, baseURL }) => {
      const address = `${baseURL}/${page.replace('index.html', '')}`;
      for (const width of [320, 375, 768, 1024, 1440]) {
        await browser.setViewportSize({ width, height: 800 });
        await browser.goto(address);
        const visible = await browser
          .locator(`#${id} .drawing`)
          .evaluateAll((drawings) => drawings.filter((drawing) => drawing.checkVisibility()).length);
        expect(visible, `${width} px`).toBe(1);
      }
      await browser.route('**/*.css', (route) => route.abort());
      await browser.goto(address);
      const visible = await browser
        .locator(`#${id} .drawing`)
        .evaluateAll((drawings) => drawings.filter((drawing) => drawing.checkVisibility()).length);
      expect(visible).toBe(1);
    });

    test('clips and overlaps no label', async ({ page: browser, baseURL }) => {
      for (const width of [320, 375, 768, 1440]) {
        await browser.setViewportSize({ width, height: 800 });
        await browser.goto(`${baseURL}/${page.replace('index.html', '')}`);
        await browser.evaluate(() => document.fonts.ready);
        const faults = await browser.locator(`#${id} .drawing svg`).evaluateAll((drawings) =>
          drawings
            .filter((drawing) => drawing.checkVisibility())
            .flatMap((drawing) => {
              const frame = drawing.getBoundingClientRect();
              // The ink of a line, not its line box: from the height of a capital to the depth of a descender.
              const labels = [...drawing.querySelectorAll<SVGTextElement>('text')].map((text) => {
                const { left, right } = text.getBoundingClientRect();
                const scale = drawing.getBoundingClientRect().width / (drawing as SVGSVGElement).viewBox.baseVal.width;
                const baseline = frame.top + Number(text.getAttribute('y')) * scale;
                const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
                return { text: text.textContent, box: { left, right, top: baseline - 0.72 * size, bottom: baseline + 0.22 * size } };
              });
              const clipped = labels.filter(
                ({ box }) =>
                  box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2,
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
            }),
        );
        expect(faults, `${width} px`).toEqual([]);
      }
    });
  });
}
