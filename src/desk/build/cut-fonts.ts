/**
 * Cuts the fonts of the site on a separate thread while the check reads, so that they are ready
 * when Astro first asks for them.
 */
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { writeSiteFonts } from '../../plugins/site-fonts.ts';

export type FontCutting = {
  /**
   * Resolves when they are cut, or when that failed: then Astro does it again, and says what is
   * wrong.
   */
  end: Promise<void>;
  stop: () => Promise<unknown>;
};

/** Begins immediately. A build that ends earlier must stop it. */
export function startCutting(root: string): FontCutting {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: root,
    stdout: true,
    stderr: true,
  });
  const end = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error'] as const) worker.once(event, () => resolve());
  });
  return { end, stop: () => worker.terminate() };
}

if (!isMainThread && typeof workerData === 'string') await writeSiteFonts(workerData, false);
