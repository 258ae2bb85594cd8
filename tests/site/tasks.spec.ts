import { expect, test } from '@playwright/test';

/**
 * What readers come for: where they start, the links that they follow, at most two, and what they
 * find there. A search counts as one: it is one link and a line of words.
 */
type Task = {
  from: string;
  /** Names of links; `search:` is the link to the search, with the words to type there. */
  by: (string | RegExp)[];
  finds: string | RegExp;
};

const mosul = '/articles/what-was-lost-at-mosul/';
const origins = '/articles/where-the-weapons-came-from/';
const tasks: Record<string, Task> = {
  'who first said a number': { from: '/', by: ['74,000'], finds: 'First said' },
  'who first said one of an article': { from: mosul, by: [/^2,300/], finds: 'First said' },
  'whether a claim is true': { from: '/', by: ['search:is 90 per cent true'], finds: 'Claims' },
  'which sources are weak': { from: mosul, by: ['Weak sources'], finds: 'Which sources are weak' },
  'the data of a chart': { from: mosul, by: ['Charts', /blog printed/], finds: 'CSV' },
  'all data': { from: mosul, by: ['data'], finds: 'Bibliography' },
  'how to cite a chart': { from: mosul, by: ['Cite'], finds: 'BibTeX' },
  'how to share a chart': { from: mosul, by: ['Embed'], finds: 'Embed this chart' },
  'everything about a place': { from: '/', by: ['search:Ramadi'], finds: 'Places' },
  'what happened on a day': { from: mosul, by: ['search:10 June 2014'], finds: 'Mosul falls' },
  'what is new': { from: mosul, by: ['What changed'], finds: 'What changed' },
  'what a word means': { from: '/', by: ['Glossary'], finds: 'PKC' },
  'how to report a mistake': { from: mosul, by: ['Corrections'], finds: /mistake/i },
  'what a source said elsewhere': {
    from: origins,
    by: [/^Conflict Armament/, 'Conflict Armament Research'],
    finds: 'Conflict Armament Research',
  },
};

for (const [what, { from, by, finds }] of Object.entries(tasks)) {
  test(`a reader finds ${what}, in at most two steps from ${from}`, async ({ page }) => {
    expect(by.length).toBeLessThanOrEqual(2);
    await page.goto(from);
    for (const step of by) {
      const words = typeof step === 'string' && /^search:(.*)/.exec(step)?.[1];
      const name = words ? 'Search' : step;
      await page.getByRole('link', { name, exact: true }).first().click();
      if (!words) continue;
      // With its script: a form that is sent while the page still loads is another question.
      await page.waitForURL(/\/search\/$/);
      await page.getByRole('searchbox').fill(words);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toHaveText(/^\d+ found/);
    }
    await expect(page.getByRole('main')).toContainText(finds);
  });
}

test('followers of the site are told of its feeds on every page', async ({ page, request }) => {
  for (const address of ['/', mosul, '/numbers/machine-guns/', '/search/']) {
    await page.goto(address);
    for (const name of ['RSS', 'Atom', 'JSON Feed']) {
      const link = page.getByRole('contentinfo').getByRole('link', { name, exact: true });
      const feed = await request.get((await link.getAttribute('href')) ?? '');
      expect(feed.ok(), `${address}: ${name}`).toBe(true);
      await expect(page.locator(`head link[rel="alternate"][title="${name}"]`)).toHaveCount(1);
    }
  }
});
