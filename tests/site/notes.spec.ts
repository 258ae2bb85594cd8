import { expect, test } from '@playwright/test';
import { listPages, toAddress, openPage } from './site-pages.ts';

const address = '/articles/what-was-lost-at-mosul/';
const number = '.prose a.number[href$="/numbers/machine-guns/#reuters-2015"]';

test.describe('the note of a number', () => {
  test('stands beside it under a pointer, stays while the pointer is in it, and Escape sends it away', async ({
    page,
  }) => {
    await page.goto(address);
    const link = page.locator(number).first();
    await link.hover();
    const card = page.getByRole('tooltip');
    await expect(card).toBeVisible();
    await expect(card).toContainText('74,000');
    await expect(card).toContainText('Peter Van Buren');
    await expect(card).toContainText('Sources differ');
    await expect(card.locator('.note-address')).toHaveText(
      await link.evaluate((element: HTMLAnchorElement) => element.href),
    );
    await card.hover();
    await page.waitForTimeout(400);
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
  });

  test('is told to a screen reader when the keyboard stands on the number', async ({ page }) => {
    await page.goto(address);
    const link = page.locator('.key-findings a.number').first();
    await page.keyboard.press('Tab');
    await link.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await expect(link).toHaveAttribute('aria-describedby', 'record-card');
    await expect(page.getByRole('tooltip')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(link).not.toHaveAttribute('aria-describedby');
  });

  test('never leaves the screen', async ({ page }) => {
    await page.goto(address);
    for (const width of [700, 1024, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      const links = page.locator('.prose > p a.number');
      const order = await links.evaluateAll((found) =>
        found
          .map((link, index) => ({ index, left: link.getBoundingClientRect().left }))
          .sort((one, other) => one.left - other.left)
          .map(({ index }) => index),
      );
      expect(order.length).toBeGreaterThan(4);
      // Those nearest to the edges.
      for (const index of [...order.slice(0, 2), ...order.slice(-2)]) {
        const link = links.nth(index);
        // The card of the number before must not be taken for this one's, nor lie upon the number.
        await page.mouse.move(1, 1);
        const card = page.getByRole('tooltip');
        await expect(card).toBeHidden();
        await link.hover();
        await expect(card).toBeVisible();
        const box = await card.evaluate((element) => element.getBoundingClientRect().toJSON());
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
      }
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true });

  test('a tap opens it as a dialog, which leads to the record and closes again', async ({
    page,
  }) => {
    await page.goto(address);
    await page.locator(number).first().tap();
    const dialog = page.getByRole('dialog', { name: 'About this number' });
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('74,000');
    const whole = await page
      .locator(number)
      .first()
      .evaluate((element: HTMLAnchorElement) => element.href);
    expect(whole).toMatch(/^https?:\/\/.+\/numbers\/machine-guns\/#reuters-2015$/);
    await expect(dialog.getByRole('link', { name: whole })).toHaveAttribute('href', whole);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.locator(number).first().tap();
    await dialog.getByRole('button', { name: 'Close' }).tap();
    await expect(dialog).toBeHidden();
    await page.locator(number).first().tap();
    await dialog.getByRole('link', { name: 'Open record' }).tap();
    await expect(page).toHaveURL(/\/numbers\/machine-guns\/#reuters-2015$/);
  });
});

test('without its script the number is a plain link', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(address);
  await page.locator(number).first().click();
  await expect(page).toHaveURL(/\/numbers\/machine-guns\/#reuters-2015$/);
});

test('every record prints its own address, and links it', () => {
  const records = listPages().filter(
    (file) => /^numbers\/./.test(file) && file !== 'numbers/index.html',
  );
  expect(records.length).toBeGreaterThan(20);
  const without = records.filter((file) => {
    const link = openPage(file).querySelector('.address a');
    return !link?.text.endsWith(toAddress(file)) || link.getAttribute('href') !== link.text;
  });
  expect(without).toEqual([]);
});
