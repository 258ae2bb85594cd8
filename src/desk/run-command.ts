/** Runs a command of the desk. Reports a wrong call in one sentence. */

/**
 * Runs `main` and uses its result as the exit code. For --help, or after a wrong call, prints its
 * `usage`. At the end says which of the flags in `usage` never came here, because npm took them.
 */
export async function runCommand(
  usage: string,
  main: () => number | Promise<number>,
): Promise<void> {
  // The program that reads the output may stop early, as `head` does.
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
    const told = explainFileError(error);
    if (told !== undefined) {
      process.stderr.write(told);
      process.exitCode = 1;
      return;
    }
    // Anything else is our own bug, and its stack shows where.
    if (
      !(error instanceof Error) ||
      !('code' in error) ||
      !String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      throw error;
    process.stderr.write(`${error.message.split(/\.(?:\s|$)/)[0]}.\n${usage}`);
    process.exitCode = 1;
  } finally {
    process.stderr.write(saySwallowed(usage));
  }
}

/**
 * Whether npm took a flag for itself, as it does unless two hyphens precede the flags. The
 * environment names these.
 */
export const isTakenByNpm = (name: string): boolean =>
  process.env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined;

/** Says which flags of `usage` npm took, and what to write instead. */
function saySwallowed(usage: string): string {
  const command = process.env.npm_lifecycle_event;
  if (command === undefined) return '';
  const swallowed = [...new Set([...usage.matchAll(/ --([a-z-]+)/g)].map(([, name = '']) => name))]
    .filter(isTakenByNpm)
    .filter((name) => !process.argv.some((arg) => arg.split('=')[0] === `--${name}`));
  return swallowed
    .map((name) => `npm takes --${name} for itself. Write: npm run ${command} -- --${name}\n`)
    .join('');
}

const causes: Record<string, [cause: (path: string) => string, fix: string]> = {
  EACCES: [
    (path) => `You may not write to ${path}.`,
    'Change its owner or permissions, or work in a folder of your own.',
  ],
  EROFS: [
    (path) => `${path} lies on a disk that is read-only.`,
    'Work on a disk that you can write to.',
  ],
  ENOSPC: [(path) => `The disk is full: ${path} cannot be written.`, 'Make room, then try again.'],
  EISDIR: [(path) => `${path} is a folder, and a file belongs there.`, 'Move the folder away.'],
  ENOTDIR: [
    (path) => `There is a file in place of a folder: ${path}.`,
    'Move the file away, or give it another name.',
  ],
};
const codes: Record<string, string> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC', EEXIST: 'ENOTDIR' };

/**
 * Says in two lines why a file could not be written, and what to do. Undefined for any other error.
 */
export function explainFileError(error: unknown): string | undefined {
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const [cause, fix] = causes[codes[code] ?? code] ?? [];
  const written = dest ?? path;
  return cause && fix && written
    ? `${cause(written)}
${fix}
`
    : undefined;
}
