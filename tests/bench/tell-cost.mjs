/** Loaded before the measured command: at its end it reports the cost, after everything else on standard error. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(2, `\n${JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 })}`);
});
