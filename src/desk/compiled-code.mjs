/**
 * Loaded before a command (`node --import`): what Node compiles of our modules and of packages is
 * kept for the next run, below `node_modules/.cache`, by the content of each file. Where nothing
 * can be written there, everything is compiled as usual. It takes a sixth off the check: 1.5 s of
 * the processor for our content, 1.8 s without (median of seven).
 */
import { enableCompileCache } from 'node:module';

enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/compiled-code`);
