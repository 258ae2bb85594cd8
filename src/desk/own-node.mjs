/**
 * Loaded before every command (`node --import`): stops it if Node is too old. It is not TypeScript,
 * so that an old Node can read it. `npm run` puts the project's own Node first on the path. If that
 * one is missing, a command would fail with an error about file extensions.
 */
const wanted = 24;

if (Number.parseInt(process.versions.node) < wanted) {
  process.stderr.write(
    `This is Node ${process.versions.node}, and the site is built with Node ${wanted}, which the project brings along.\n` +
      'Run "npm ci", then the command by its name: "npm start", "npm run check". With --ignore-scripts it is not installed.\n',
  );
  process.exit(1);
}
