/**
 * A build starts Astro beside the check, so that its packages are loaded when the check ends. Astro
 * then waits in its first hook: before the check has passed the content, it reads nothing of it.
 */

/** Set in the environment of an Astro that must wait. */
export const waitingName = 'WAITS_FOR_CHECK';

/** Resolves when the build says that the check has passed. Ends Astro if the build has ended. */
export async function waitForCheck(): Promise<void> {
  if (process.env[waitingName] === undefined) return;
  await new Promise<void>((resolve) => {
    const leave = () => process.exit(1);
    process.once('disconnect', leave);
    process.once('message', () => {
      process.off('disconnect', leave);
      resolve();
    });
    if (!process.connected) leave();
  });
  // Nothing more is said, and an open channel would keep Astro alive.
  process.disconnect();
}
