/**
 * Checks the given folders in turn, and prints a line of JSON for each: limits.test.ts runs this as
 * a separate process.
 */
import { formatFindings } from '../../../src/desk/check/format-findings.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';

/** Processor time, so that a busy machine does not matter. */
export type Outcome = {
  seconds: number;
  findings: { rule: string; file: string; line: number }[];
  characters: number;
};

for (const root of process.argv.slice(2)) {
  const start = process.cpuUsage();
  const { findings } = checkContent(root);
  const characters = formatFindings(findings, root).length;
  const { user, system } = process.cpuUsage(start);
  const told = findings.map(({ rule, file, line }) => ({ rule, file, line }));
  process.stdout.write(
    `${JSON.stringify({ seconds: (user + system) / 1e6, findings: told, characters } satisfies Outcome)}\n`,
  );
}
