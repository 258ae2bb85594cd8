/**
 * Loaded before a command (`node --import`): caches what Node compiles of our modules and of
 * packages, below `node_modules/.cache`, by the content of each file. If nothing can be written
 * there, everything is compiled as usual. It saves the check a sixth of its time: 1.5 s of the
 * processor for our content, 1.8 s without (median of seven).
 */
import { enableCompileCache } from 'node:module';

enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/compiled-code`);
