/** Loaded before the command that is measured: tells at its end, behind everything else on standard error, what it took. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(2, `\n${JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 })}`);
});
