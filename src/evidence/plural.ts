/** "1 minute", "2 minutes": a count and what it counts, which stay on one line. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count}\u00a0${count === 1 ? one : many}`;
}

/** The same with an ordinary space, for the terminal, files and messages to editors. */
export function spacedPlural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
