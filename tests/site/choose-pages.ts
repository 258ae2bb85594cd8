/**
 * Chooses the pages on which `npm test` asks what is asked of every page: as few as have each
 * element and each class of the site. What is made of the same parts looks alike.
 */

const tag = /<([a-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;

/**
 * Lists the classes of a page that only say when a browser draws a part, and how high it may be:
 * `later-*` in styles/utilities.css, under the short names that a build gives them.
 */
export function listWaits(html: string): Set<string> {
  const css = /<style>([^<]*)/.exec(html)?.[1] ?? '';
  const rules = css.matchAll(/\.([\w-]+)[^{},.]*\{content-visibility:/g);
  return new Set([...rules].map(([, name = '']) => name));
}

/**
 * Lists the elements and classes of a page: "p", ".note". Without classes of parts that
 * wait: a part that was drawn looks the same, however high it was taken to be.
 */
export function listParts(html: string): Set<string> {
  const parts = new Set<string>();
  const waits = listWaits(html);
  for (const [, name = '', attributes = ''] of html.matchAll(tag)) {
    parts.add(name);
    const classes = /\sclass="([^"]+)"/.exec(attributes)?.[1] ?? '';
    for (const word of classes.split(/\s+/))
      if (word !== '' && !waits.has(word)) parts.add(`.${word}`);
  }
  return parts;
}

/**
 * Takes, one after the other, the page with the most parts that none before it has; the longest, if
 * several have as many.
 */
export function choosePages(pages: ReadonlyMap<string, string>): string[] {
  const parts = [...pages]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([address, html]): [string, Set<string>] => [address, listParts(html)]);
  const left = new Set(parts.flatMap(([, has]) => [...has]));
  const chosen: string[] = [];
  while (left.size > 0) {
    const news = parts.map(([, has]) => [...has].filter((part) => left.has(part)));
    const most = Math.max(...news.map(({ length }) => length));
    const index = news.findIndex(({ length }) => length === most);
    chosen.push(parts[index]?.[0] ?? '');
    for (const part of news[index] ?? []) left.delete(part);
  }
  return chosen;
}
