/**
 * Loaded before the measured command: at its end it reports the cost, after everything else on
 * standard error, or in the file COST_FILE.
 */
import { appendFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const line = `\n${JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 })}`;
  if (process.env.COST_FILE) appendFileSync(process.env.COST_FILE, line);
  else writeSync(2, line);
});
