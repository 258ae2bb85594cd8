/** Runs a command of the desk: whatever a person may get wrong in calling it ends in a sentence. */

/** Runs `main` and takes its answer as the exit code; for --help, or when it was called wrongly, prints its `usage`. */
export async function runCommand(usage: string, main: () => number | Promise<number>): Promise<void> {
  // Whoever reads what is printed may stop before its end, as `head` does.
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
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
    process.stderr.write(`${error.message.split(/\.(?:\s|$)/)[0]}.\n${usage}`);
    process.exitCode = 1;
  }
}
