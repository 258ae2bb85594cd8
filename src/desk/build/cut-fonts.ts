/**
 * Cuts the fonts of the site on a separate thread while the check reads, so that they are ready
 * when Astro first asks for them.
 */
import { Worker, isMainThread, workerData } from 'node:worker_threads';

export type FontCutting = {
  /**
   * Resolves when the fonts are cut, or when that failed: then Astro cuts them again, and reports
   * the error.
   */
  end: Promise<void>;
  stop: () => Promise<unknown>;
};

/** Starts immediately. A build that ends earlier must call `stop`. */
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

if (!isMainThread && typeof workerData === 'string') {
  const { writeSiteFonts } = await import('../../plugins/site-fonts.ts');
  await writeSiteFonts(workerData, false);
}
