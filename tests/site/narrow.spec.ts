import { expect, test, type Page } from '@playwright/test';
import { readLargestPrinted } from '../../src/evidence/largest-printed.ts';
import { askedLater } from './site-pages.ts';

/** Every list that can be sorted and filtered: its address, what it lists, and its rows. */
const lists = [
  { address: '/numbers/', many: 'numbers', row: 'main section tbody tr' },
  { address: '/claims/', many: 'claims', row: 'main section li.source-row' },
  { address: '/sources/', many: 'sources', row: 'main section li.source-row' },
];
/** The groups of a list; a page may have other sections. */
const sections = 'main section:has(li.source-row, tbody tr)';
const status = (page: Page) => page.getByRole('status');
const visible = (page: Page, row: string) => page.locator(row).filter({ visible: true });
const field = (page: Page, name: string) =>
  page
    .getByRole('form', { name: 'Sort and narrow' })
    .getByRole(name === 'Words' ? 'searchbox' : 'combobox', { name, exact: true });

/** Lists the days of rows by which they are sorted; empty for a row without one. */
const listDays = (page: Page, row: string) =>
  page.locator(row).evaluateAll((rows) =>
    rows.map((item) => {
      const { dataset } = item as HTMLElement;
      return item.querySelector('time')?.dateTime ?? dataset.dates?.split(' ')[0] ?? '';
    }),
  );

for (const { address, many, row } of lists) {
  test(`${address} can be narrowed by words, and is whole again`, async ({ page }) => {
    await page.goto(address);
    const all = await page.locator(row).count();
    await expect(status(page)).toHaveText(`${all}\u00a0${many}.`);
    const order = await page.locator(row).allTextContents();
    // Each group is there once, and no group is empty.
    const titles = await page
      .locator('main h2.subject-group')
      .filter({ visible: true })
      .allTextContents();
    expect(titles.length).toBeGreaterThan(1);
    await expect(visible(page, sections)).toHaveCount(titles.length);
    await field(page, 'Words').pressSequentially('weapons');
    await expect(status(page)).toHaveText(new RegExp(`^\\d+ of ${all}\u00a0${many}\\.$`));
    const found = Number(/^\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
    expect(found).toBeLessThan(all);
    await expect(visible(page, row)).toHaveCount(found);
    await expect(page).toHaveURL(/\?words=weapons$/);
    for (const section of await visible(page, sections).all())
      expect(
        await section.locator(row.replace('main section ', '')).filter({ visible: true }).count(),
      ).toBeGreaterThan(0);
    await field(page, 'Words').fill('qqqq');
    await expect(status(page)).toHaveText(`None of ${all}\u00a0${many}.`);
    await expect(visible(page, row)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(status(page)).toHaveText(`${all}\u00a0${many}.`);
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    expect(await page.locator(row).allTextContents()).toEqual(order);
  });

  const sort = async (page: Page, reloads: (order: string) => boolean) => {
    await page.goto(address);
    const all = await page.locator(row).count();
    const listed = await page.locator(row).allTextContents();
    const orders = await field(page, 'Order')
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(orders.length).toBeGreaterThan(4);
    for (const order of orders.filter(Boolean)) {
      await field(page, 'Order').selectOption(order);
      await expect(page).toHaveURL(new RegExp(`\\?order=${order}$`));
      // All rows are in one list, each exactly once.
      await expect(visible(page, sections)).toHaveCount(1);
      await expect(visible(page, row)).toHaveCount(all);
      if (reloads(order)) {
        await page.reload();
        await expect(field(page, 'Order')).toHaveValue(order);
        await expect(visible(page, sections)).toHaveCount(1);
      }
      if (order !== 'newest' && order !== 'oldest') continue;
      const days = await listDays(page, row);
      const known = days.filter(Boolean);
      expect(days.slice(known.length).every((day) => day === '')).toBe(true);
      const sorted = known.toSorted();
      expect(known).toEqual(order === 'newest' ? sorted.reverse() : sorted);
    }
    await field(page, 'Order').selectOption('');
    expect(await page.locator(row).allTextContents()).toEqual(listed);
  };

  test(`${address} can be sorted in every order it offers, kept in its address`, ({ page }) =>
    sort(page, (order) => order === 'newest'));

  test(`${address} keeps each order in its address`, askedLater, ({ page }) =>
    sort(page, () => true),
  );

  test(
    `${address} says its count in a live region, and asks nothing and keeps nothing`,
    askedLater,
    async ({ page, context }) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const asked: string[] = [];
      // A browser requests the icon again when an address changes, and the typeface of another
      // alphabet when a row that has its letters is shown.
      page.on('request', (request) => {
        if (!/\/favicon\.svg$|\.woff2$/.test(request.url())) asked.push(request.url());
      });
      await field(page, 'Order').selectOption({ index: 1 });
      await field(page, 'Words').fill('weapons');
      await expect(status(page)).toHaveText(/^\d+ of /);
      expect(asked).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    },
  );
}

for (const { address, row } of lists)
  test(`${address} offers no choice that finds nothing, and every year that a row has`, async ({
    page,
  }) => {
    await page.goto(address);
    const found = await page.evaluate((rows) => {
      const form = document.querySelector<HTMLFormElement>('form.narrow');
      const fields = [...(form?.querySelectorAll('select') ?? [])];
      return fields
        .filter(({ name }) => name !== 'order')
        .flatMap((field) =>
          [...field.options].slice(1).map(({ value }) => {
            field.value = value;
            form?.requestSubmit();
            const shown = document.querySelectorAll(`${rows}:not([hidden])`).length;
            field.value = '';
            return { field: field.name, value, shown };
          }),
        );
    }, row);
    expect(found.length).toBeGreaterThan(5);
    for (const { field: name, value, shown } of found)
      expect(shown, `${name}: ${value}`).toBeGreaterThan(name === 'publisher' ? 1 : 0);
    const years = await page.locator(row).evaluateAll((rows) =>
      rows.flatMap((item) => {
        const dates =
          item.querySelector('time')?.dateTime ??
          item.closest<HTMLElement>('main [data-dates]')?.dataset.dates;
        return (dates ?? '').split(' ').flatMap((date) => date.slice(0, 4) || []);
      }),
    );
    expect(found.filter(({ field: name }) => name === 'year').map(({ value }) => value)).toEqual(
      [...new Set(years)].sort().reverse(),
    );
  });

test('numbers by value: the largest first, those without a value last', async ({ page }) => {
  await page.goto('/numbers/?order=largest');
  await expect(visible(page, sections)).toHaveCount(1);
  const values = await page.locator('main section tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      printed: row.querySelector('.value')?.textContent ?? '',
      hidden: (row as HTMLElement).dataset.value,
    })),
  );
  const read = values.map(({ printed, hidden }) => Number(hidden ?? readLargestPrinted(printed)));
  const known = read.filter((value) => !isNaN(value));
  expect(read.slice(0, known.length)).toEqual(known.toSorted((a, b) => b - a));
  expect(known.length).toBeGreaterThan(50);
  // The whole value counts: a billion in words is more than a million in digits.
  const billion = values.findIndex(({ printed }) => /^\$[\d.]+\sbillion$/.test(printed.trim()));
  const thousands = values.findIndex(({ printed }) => /^[\d,]{5,}$/.test(printed.trim()));
  expect(billion).toBeGreaterThan(-1);
  expect(billion).toBeLessThan(thousands);
});

test('numbers by name, in the order of letters and not of marks or capitals', async ({ page }) => {
  await page.goto('/numbers/?order=name');
  const names = await page
    .locator('main section td[data-name]')
    .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent?.trim() ?? ''));
  const { compare } = new Intl.Collator('en', { numeric: true, ignorePunctuation: true });
  expect(names).toEqual(names.toSorted(compare));
});

test('a standing is chosen without a script too, and with one the count follows', async ({
  page,
}) => {
  await page.goto('/numbers/?standing=4');
  await expect(page.getByRole('radio', { name: /^Sources differ/ })).toBeChecked();
  const rows = visible(page, 'main section tbody tr');
  for (const row of await rows.all()) await expect(row).toContainText('Sources differ');
  await expect(status(page)).toHaveText(new RegExp(`^${await rows.count()} of \\d+`));
});

test('claims by verdict and year, and sources by publisher, kind, year and how they were read', async ({
  page,
}) => {
  await page.goto('/claims/');
  await field(page, 'Verdict').selectOption({ label: 'Differs from the record' });
  const claims = visible(page, 'main section li.source-row');
  for (const row of await claims.all()) await expect(row).toContainText('Differs from the record');
  await expect(status(page)).toHaveText(new RegExp(`^${await claims.count()} of`));
  await page.goto('/sources/');
  await field(page, 'Kind').selectOption({ index: 1 });
  await field(page, 'Year').selectOption('2017');
  const sources = visible(page, 'main section li.source-row');
  for (const row of await sources.all())
    await expect(row.locator('time')).toHaveAttribute('datetime', /^2017/);
  const heading = page.locator('main section h2').filter({ visible: true });
  await expect(heading).toHaveCount(1);
  await expect(heading.locator('small')).toHaveText(`${await sources.count()}`);
  await page.getByRole('button', { name: 'Show all' }).click();
  await field(page, 'How it was read').selectOption('not-seen');
  for (const row of await sources.all())
    await expect(row).toHaveAttribute('data-reading', 'not-seen');
  await field(page, 'How it was read').selectOption('');
  await field(page, 'Publisher').selectOption({ index: 1 });
  const publisher = await field(page, 'Publisher').inputValue();
  for (const row of await sources.all()) await expect(row).toContainText(publisher);
});

test('by the keyboard alone, and what a screen reader is told', async ({ page }) => {
  await page.goto('/claims/');
  const form = page.getByRole('form', { name: 'Sort and narrow' });
  await expect(form).toMatchAriaSnapshot(`
    - form "Sort and narrow":
      - text: Words
      - searchbox "Words"
      - combobox "Verdict"
      - combobox "Publisher"
      - combobox "Year"
      - combobox "Order"
      - button "Narrow"
      - button "Show all"
  `);
  await field(page, 'Words').focus();
  await page.keyboard.type('weapons');
  await expect(field(page, 'Words')).toHaveAccessibleDescription(/^\d+ of/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?words=weapons$/);
  for (let fields = 0; fields < 4; fields++) await page.keyboard.press('Tab');
  await page.keyboard.type('New');
  await expect(status(page)).toHaveText(/^\d+ of .*Newest first\.$/);
  for (let buttons = 0; buttons < 2; buttons++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^\d+\u00a0claims\.$/);
});

test('paper has what was chosen, and no fields', async ({ page }) => {
  await page.goto('/claims/?order=newest&words=weapons');
  await expect(status(page)).toHaveText(/^\d+ of/);
  const shown = await visible(page, 'main section li.source-row').count();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('form.narrow')).toBeHidden();
  await expect(visible(page, 'main section li.source-row')).toHaveCount(shown);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { address, row } of lists)
    test(`${address} stands whole, and shows no field that does nothing`, async ({ page }) => {
      await page.goto(`${address}?words=weapons&order=newest`);
      expect(await visible(page, row).count()).toBe(await page.locator(row).count());
      await expect(page.locator('.narrow [data-fields]')).toBeHidden();
    });

  test('the numbers of one standing', async ({ page }) => {
    await page.goto('/numbers/');
    await page.getByRole('radio', { name: /^Derived by us/ }).check({ force: true });
    const rows = visible(page, 'main section tbody tr');
    expect(await rows.count()).toBeGreaterThan(2);
    for (const row of await rows.all()) await expect(row).toContainText('Derived by us');
  });
});
