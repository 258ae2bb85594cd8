/**
 * Has Node itself load the rooms that need nothing of Vite, in `npm run dev`. Node keeps them
 * compiled between starts and loaded when a file of the content is saved, so that an unchanged
 * record is not read again.
 */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** The exit code that asks for another start. */
export const startAgain = 83;

/** The rooms below `site`: they import nothing virtual, no styles and no component. */
const rooms = /^\/src\/(?:schema|evidence|charts|publish|library|drawings)\/.+\.ts$/;

/**
 * Also ends the server when one of these modules is changed, because Node loads a module only once.
 * If it cannot be loaded, the server says so and goes on with what it has.
 */
export function loadByNode(): Plugin {
  return {
    name: 'load-by-node',
    configureServer({ config, environments, watcher }) {
      const root = config.root.replaceAll('\\', '/');
      const findPath = (name: string) => {
        const path = name.replaceAll('\\', '/').replace(root, '');
        return rooms.test(path) ? path : undefined;
      };
      for (const environment of Object.values(environments)) {
        if (environment.config.consumer !== 'server') continue;
        const fetchModule = environment.fetchModule.bind(environment);
        environment.fetchModule = async (url, ...rest) => {
          const path = findPath(url);
          return path === undefined
            ? fetchModule(url, ...rest)
            : { externalize: pathToFileURL(root + path).href, type: 'module' };
        };
      }
      watcher.on('change', (name) => {
        const path = findPath(name);
        if (path === undefined) return;
        // Under another address Node reads the file anew.
        import(`${pathToFileURL(root + path).href}?${Date.now()}`).then(
          () => {
            config.logger.info(`${path.slice(1)} has changed. The server starts again.`);
            process.exit(startAgain);
          },
          (error: unknown) => {
            config.logger.error(`${path.slice(1)} cannot be loaded.\n${String(error)}`);
          },
        );
      });
    },
  };
}
