/**
 * Makes sure that the browser tests have a browser: an installed Chromium, else Playwright's own
 * download, else Debian's package where we may install one.
 */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

function run(command: string, args: string[]): boolean {
  process.stdout.write(`> ${command} ${args.join(' ')}\n`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: 10 * 60_000 }).status === 0;
}

const isRoot = process.getuid?.() === 0;

if (!findBrowser()) run('npx', ['playwright', 'install', 'chromium']);
if (!findBrowser() && isRoot) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
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
