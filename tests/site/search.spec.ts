import { expect, test, type Page } from '@playwright/test';
import { askedLater } from './site-pages.ts';

const status = (page: Page) => page.locator('#found');
const field = (page: Page) => page.getByRole('searchbox', { name: 'Words or a number' });
/** The visible entries, of one kind or of all. */
const shown = (page: Page, kind?: string) =>
  page.locator(`section${kind ? `[data-kind="${kind}"]` : ''} > ul > li:not([hidden])`);

/** Records what a page requests from the host, from now on. */
function watchRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

test('fetches nothing before a reader wants it, and nothing but its own script and index then', async ({
  page,
  context,
}) => {
  const asked = watchRequests(page);
  await page.goto('/search/', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /search-results|search\.json/.test(path))).toEqual([]);
  const fetched = page.waitForResponse('**/search.json*');
  await field(page).focus();
  await fetched;
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path === '/search.json')).toHaveLength(1);
  expect(
    asked.filter((path) => path.endsWith('.js')).every((path) => path.startsWith('/_astro/')),
  ).toBe(true);
  await field(page).fill('machine guns');
  await expect(status(page)).toHaveText(/^\d+ found/);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

/** Opens the page with the first words in its address, and types the others into its field. */
async function askFor(page: Page, words: string): Promise<void> {
  if (!page.url().includes('/search/')) {
    await page.goto(`/search/?q=${encodeURIComponent(words)}`);
  } else {
    await field(page).fill(words);
    // The address is that of the answer.
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === words);
  }
  await expect(status(page)).toHaveText(/^\d+ found/);
}

test('finds the record of a number however it is written, with its rivals', async ({ page }) => {
  for (const written of [
    '74000',
    '74,000',
    '74.000',
    '74 000',
    'seventy-four thousand',
    '٧٤٬٠٠٠',
    'seventy four thousand machine guns',
  ])
    await test.step(written, async () => {
      await askFor(page, written);
      await expect(status(page)).toHaveText(/^\d+ found: Numbers \d/);
      const record = shown(page, 'numbers').filter({
        hasText: 'Machine guns lost to Islamic State in Iraq',
      });
      await expect(record).toHaveCount(1);
      await expect(record).toContainText('4,000 / 74,000');
      await expect(record).toContainText('Sources differ');
      await expect(shown(page, 'claims').first()).toContainText('74,000');
    });
});

test('by the keyboard alone: from the menu to a record', async ({ page }) => {
  await page.goto('/about/');
  const reach = async (wanted: RegExp | string) => {
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const { activeElement: element } = document;
        return element instanceof HTMLInputElement
          ? `field ${element.name}`
          : element?.textContent.trim();
      });
      if (typeof wanted === 'string' ? name === wanted : wanted.test(name ?? '')) return;
    }
    throw new Error(`The keyboard does not reach ${wanted}.`);
  };
  await reach('Search');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/$/);
  await reach('field q');
  await page.keyboard.type('2,300 humvees');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^\d+ found: Numbers/);
  await expect(page).toHaveURL(/\?q=2%2C300\+humvees$/);
  await expect(field(page)).toBeFocused();
  await reach(/^Humvees lost in Mosul$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/numbers\/[a-z-]+\/$/);
  await page.goBack();
  await expect(field(page)).toHaveValue('2,300 humvees');
  await expect(status(page)).toHaveText(/^\d+ found/);
});

test('the arrows go from the field through what was found, Escape and up go back to it', async ({
  page,
}) => {
  await page.goto('/search/?q=ramadi');
  await expect(status(page)).toHaveText(/^\d+ found/);
  await field(page).press('ArrowDown');
  await expect(shown(page).nth(0).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(shown(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('ramadi');
  // After the last entry, the focus stays there.
  await field(page).fill('c.i.a. secret');
  await expect(page).toHaveURL(/q=c\.i\.a\.\+secret/);
  const count = await shown(page).count();
  for (let at = 0; at <= count; at++) await page.keyboard.press('ArrowDown');
  await expect(shown(page).last().getByRole('link')).toBeFocused();
});

/**
 * A date, an id, a shortened name or a question as typed, with the kind of entry and an entry that
 * it finds.
 */
const asked: [string, string, string | RegExp][] = [
  ['10 June 2014', 'events', 'Mosul falls'],
  ['2014-06-10', 'events', 'Mosul falls'],
  ['10.06.2014', 'events', 'Mosul falls'],
  ['June 2014', 'events', 'Mosul falls'],
  ['E-07', 'numbers', 'Humvees lost in Mosul'],
  ['export-to-recovery-days', 'numbers', 'Days from export to recovery'],
  ['fall-of-mosul', 'events', 'Mosul falls'],
  ['NYT', 'sources', 'The New York Times'],
  ['262,6', 'numbers', '$262.6 million'],
  ['how many humvees were lost in mosul', 'numbers', 'Humvees lost in Mosul'],
  ['who first said 74,000', 'numbers', 'Machine guns lost to Islamic State in Iraq'],
];
test('finds what is meant by a date, an id, a shortened name or a question', async ({ page }) => {
  for (const [words, kind, title] of asked)
    await test.step(words, async () => {
      await askFor(page, words);
      await expect(shown(page, kind).filter({ hasText: title }).first()).toBeVisible();
    });
});

test('says kindly what it cannot find, and what else might', async ({ page }) => {
  await page.goto('/search/?q=%3F%3F%3F');
  await expect(status(page)).toHaveText(/^No word and no number was asked for\.\s\d+\sentries\.$/);
  for (const [words, told] of [
    ['zzzzzz', /^Nothing found\. Another spelling/],
    ['zzzzzz yyyyyy', /^Nothing found\. Fewer words/],
    ['987654321', /^Nothing found\. No entry has this number/],
    ['1 January 1801', /^Nothing found\. No entry has this number or day\.$/],
    ['machien guns', /^Nothing has these words\. With words written much like them: Numbers/],
    ['<script>alert(1)</script>', /^Nothing has all of these words/],
    ['x'.repeat(500), /^Nothing found/],
  ] as const) {
    await field(page).fill(words);
    await expect(status(page)).toHaveText(told);
  }
  await page.goto('/search/?standing=documented&verdict=contradicted');
  await expect(status(page)).toHaveText(/^Nothing found\. No entry fits all choices\.$/);
  await page.goto('/search/?q=ramadi&verdict=contradicted&year=2003');
  await expect(status(page)).toHaveText(/^Nothing found among these\. Without the choices: \d+\.$/);
});

test('a screen reader is told what was found, and each group has a heading with how many', async ({
  page,
}) => {
  await page.goto('/search/?q=ramadi');
  await expect(page.getByRole('search', { name: 'This site' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/^\d+ found: .*Events \d+.*Places \d/);
  await expect(field(page)).toHaveAccessibleDescription(/\d+ found/);
  await expect(page.getByRole('heading', { level: 2, name: /^Places \d+$/ })).toBeVisible();
  const announced = (await status(page).textContent())?.match(/^\d+/)?.[0];
  const counts = await page.locator('section:not([hidden]) > h2 small').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(announced));
  await field(page).fill('qqqqqqqqq');
  await expect(page.getByRole('status')).toHaveText(/^Nothing found/);
  await expect(shown(page)).toHaveCount(0);
});

test('narrows by kind, standing, verdict, year and publisher, sorts, and says so in the address', async ({
  page,
}) => {
  await page.goto('/search/');
  await page.getByLabel('Verdict on a claim').selectOption({ label: 'Differs from the record' });
  await expect(status(page)).toHaveText(/^\d+ found: Claims \d+\.$/);
  await expect(page).toHaveURL(/\?verdict=contradicted$/);
  await page.goto('/search/?kind=sources&order=oldest');
  await expect(status(page)).toHaveText(/Sources/);
  const days = await page
    .locator('section[data-kind="sources"] time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days.length).toBeGreaterThan(50);
  expect(days).toEqual(days.toSorted());
  await page.getByLabel('Publisher').selectOption({ index: 1 });
  const publisher = await page.getByLabel('Publisher').inputValue();
  await expect(page).toHaveURL(/publisher=/);
  await expect(status(page)).toHaveText(/^\d+ found: Sources \d+\.$/);
  for (const row of await shown(page, 'sources').all()) await expect(row).toContainText(publisher);
  await page.goto('/search/?standing=sources-differ');
  await expect(status(page)).toHaveText(/^\d+ found: Numbers \d+\.$/);
  await page.getByRole('button', { name: /^Show all/ }).click();
  for (const row of await shown(page).all()) await expect(row).toContainText('Sources differ');
  await page.goto('/search/?year=2014&kind=events');
  await expect(status(page)).toHaveText(/Events/);
  for (const time of await page.locator('section[data-kind="events"] li time').all())
    await expect(time).toHaveAttribute('datetime', /^2014/);
});

/** Words that the record keeps as printed. */
const foreign: [string, string][] = [
  ['оръжие', 'bg'],
  ['ОРЪЖИЕ', 'bg'],
  ['Patronen', 'de'],
  ['pieces d’armement', 'fr'],
  ['oruzja', 'sr'],
  ['zbrane', 'cs'],
  ['武器', 'ja'],
];
test('finds quotations in other languages, and marks their language', async ({ page }) => {
  for (const [word, language] of foreign)
    await test.step(word, async () => {
      await askFor(page, word);
      await expect(page.locator(`.found-words[lang="${language}"] mark`).first()).toBeVisible();
    });
});

test('says when the index cannot be fetched or is of another edition, and keeps the list', async ({
  page,
}) => {
  await page.route('**/search.json*', (route) => route.fulfill({ json: { stamp: 'other' } }));
  await page.goto('/search/?q=ramadi');
  await expect(status(page)).toHaveText(/could not be fetched/);
  expect(await shown(page).count()).toBeGreaterThan(300);
  await page.unroute('**/search.json*');
  await field(page).fill('ramadi');
  await expect(status(page)).toHaveText(/^\d+ found/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page lists everything, by kind, and shows no field that does nothing', async ({
    page,
  }) => {
    await page.goto('/search/?q=ramadi');
    await expect(page.locator('form.search')).toBeHidden();
    for (const kind of [
      'numbers',
      'articles',
      'claims',
      'sources',
      'charts',
      'events',
      'places',
      'terms',
    ])
      expect(await shown(page, kind).count(), kind).toBeGreaterThan(2);
    await page.getByRole('link', { name: 'Places', exact: true }).first().click();
    await expect(page).toHaveURL(/#places$/);
    await expect(page.getByRole('link', { name: 'Ramadi', exact: true })).toBeVisible();
  });
});

test('works where a page may make no markup of text', askedLater, async ({ page }) => {
  await page.route('**/search/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
      },
    });
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/search/?q=74000');
  await expect(status(page)).toHaveText(/^\d+ found: Numbers/);
  expect(errors).toEqual([]);
});
