/**
 * Loaded before every command (`node --import`), and not TypeScript, so that an old Node can read it: `npm run` puts the project's
 * own Node first, and where that was not installed the commands would end in an error about file endings.
 */
const wanted = 24;

if (Number.parseInt(process.versions.node) < wanted) {
  process.stderr.write(
    `This is Node ${process.versions.node}, and the site is built with Node ${wanted}, which the project brings along.\n` +
      'Run "npm ci", then the command by its name: "npm start", "npm run check". With --ignore-scripts it is not installed.\n',
  );
  process.exit(1);
}
