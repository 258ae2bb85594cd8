/**
 * Makes sure that the browser tests have a browser: an installed Chromium, else Playwright's own
 * download, else Debian's package where we may install one. Downloads the headless shell, which is
 * smaller and faster (see find-browser.ts), or the whole browser where there is none.
 */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

function run(command: string, args: string[]): boolean {
  process.stdout.write(`> ${command} ${args.join(' ')}\n`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: 10 * 60_000 }).status === 0;
}

const isRoot = process.getuid?.() === 0;

if (!findBrowser()) run('npx', ['playwright', 'install', '--only-shell', 'chromium']);
if (!findBrowser() && isRoot) {
  run('apt-get', ['update', '-qq']);
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (!findBrowser()) run('apt-get', [...install, name]);
}

const browser = findBrowser();
if (browser) {
  process.stdout.write(`Browser: ${browser}\n`);
} else {
  process.stderr.write(
    'No browser was found and none could be installed. Install Chromium, or name one in CHROMIUM_PATH.\n',
  );
  process.exitCode = 1;
}
