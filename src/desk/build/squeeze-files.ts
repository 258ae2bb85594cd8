/** Squeezes every page and stylesheet of a built site; see `publish/squeeze.ts`. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { takeAwayRoom } from '../../site/take-away-paths.ts';
import { squeezeCss, squeezeHtml } from '../../publish/squeeze.ts';

const squeezers: Record<string, (text: string) => string> = {
  '.html': squeezeHtml,
  '.css': squeezeCss,
};

/** Files in `take-away/` stay unchanged. Does nothing if the folder was never written. */
export function squeezeFiles(folder: string): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder, { recursive: true }) as string[]) {
    const squeeze = file.startsWith(takeAwayRoom) ? undefined : squeezers[extname(file)];
    const path = join(folder, file);
    if (squeeze) writeFileSync(path, squeeze(readFileSync(path, 'utf8')));
  }
}
