/** Compiled code of our modules and packages, kept from one run to the next. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Modules that are imported from now on are taken from `node_modules/.cache` where their content, and Node, are the same as when
 * they were compiled. Where nothing can be written there, they are compiled as ever.
 */
export function keepCompiledCode(): void {
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled-code'));
}
