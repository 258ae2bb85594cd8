/** `npm run dev` and `npm run preview`: Astro's servers, printing the address they serve. */
import { resolve } from 'node:path';
import { createStackFilter } from './leave-out-stacks.ts';
import { bringBackSite } from './replace-site.ts';
import { runAstro } from './run-astro.ts';

const [command = 'preview', ...rest] = process.argv.slice(2);
if (command === 'preview') bringBackSite(resolve('dist'));
const filter = createStackFilter();
// Several servers may run beside each other: an editor's, and that of the tests.
const { code } = await runAstro([command, '--ignore-lock', ...rest], {}, (text, stream) => stream.write(filter(text)));
process.exitCode = code ?? 1;
