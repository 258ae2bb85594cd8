/** Runs a command of the desk. A mistake in calling it ends in a sentence. */

/**
 * Runs `main` and uses its result as the exit code. For --help, or if it was called wrongly, prints
 * its `usage`.
 */
export async function runCommand(
  usage: string,
  main: () => number | Promise<number>,
): Promise<void> {
  // The reader of the output may stop before its end, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(usage);
    return;
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    // Anything else is our own bug, and its stack shows where.
    if (
      !(error instanceof Error) ||
      !('code' in error) ||
      !String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      throw error;
    process.stderr.write(`${error.message.split(/\.(?:\s|$)/)[0]}.\n${usage}`);
    process.exitCode = 1;
  }
}
