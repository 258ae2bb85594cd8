import { existsSync } from 'node:fs';
import { defineConfig, firefox, webkit } from '@playwright/test';
import { browserFlags, findBrowser } from './tests/site/find-browser.ts';

const port = 4329;
const browser = findBrowser();

/**
 * Other engines run the smoke test where Playwright has them, or where ENGINES asks for them:
 * `ENGINES=firefox,webkit`.
 */
const asked = (process.env.ENGINES ?? '').split(',');
const others = [firefox, webkit].filter(
  (engine) => asked.includes(engine.name()) || existsSync(engine.executablePath()),
);

export default defineConfig({
  testDir: 'tests/site',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A second try on a busy machine is reported as flaky, not hidden.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: { baseURL: `http://127.0.0.1:${port}` },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        // A test gets the page of the test before it, emptied: a new one takes half of its time.
        reuseContext: true,
        launchOptions: {
          ...(browser ? { executablePath: browser } : {}),
          args: [
            ...browserFlags,
            '--disable-quic',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
    ...others.map((engine) => ({
      name: engine.name(),
      testMatch: 'engines.spec.ts',
      use: { browserName: engine.name() as 'firefox' | 'webkit' },
    })),
  ],
  webServer: {
    command: `node src/desk/dev/serve.ts preview --port ${port} --host 127.0.0.1`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
