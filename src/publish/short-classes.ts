/**
 * Short names for Tailwind's utility classes. A utility's name is written in its rule and in every
 * class attribute, so long names would make a page heavier than one with custom rules. Short names
 * make it lighter.
 */
import { parse, walk } from 'css-tree';

/** Removes the escapes of CSS: `\[a\]` is [a], `\32 xl` is 2xl. */
export const unescapeName = (name: string) =>
  name.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, letter = '') =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : String(letter),
  );

type Place = { name: string; start: number; end: number };

/** Finds each class in the selectors of a stylesheet, with its position. */
function findClasses(css: string): Place[] {
  const places: Place[] = [];
  const stylesheet = parse(css, { positions: true, parseValue: false, parseCustomProperty: false });
  walk(stylesheet, {
    visit: 'ClassSelector',
    enter: ({ name, loc }) => {
      if (loc)
        places.push({
          name: unescapeName(name),
          start: loc.start.offset,
          end: loc.end.offset,
        });
    },
  });
  return places;
}

export const listClasses = (css: string) => new Set(findClasses(css).map(({ name }) => name));

/** Ad blockers hide elements whose class names begin with this. */
const blocked = 'ad';

/**
 * Assigns a, b, … to the names in turn, skipping those in `taken`. Names in the order of the
 * stylesheet compress best, and do not depend on the content.
 */
export function nameShortly(
  names: Iterable<string>,
  taken: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  let index = 0;
  const takeNext = (): string => {
    const name = spell(index++);
    return taken.has(name) || name.startsWith(blocked) ? takeNext() : name;
  };
  return new Map([...names].map((name) => [name, takeNext()]));
}

/** Returns a for 0, z for 25, aa for 26. */
function spell(index: number): string {
  const letter = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? letter : spell(Math.floor(index / 26) - 1) + letter;
}

export function shortenCss(css: string, short: ReadonlyMap<string, string>): string {
  let end = 0;
  const parts = findClasses(css).flatMap((place) => {
    const name = short.get(place.name);
    if (name === undefined) return [];
    const before = css.slice(end, place.start);
    end = place.end;
    return [before, '.', name];
  });
  return parts.join('') + css.slice(end);
}

/** A tag, or a whole script element. */
const tagOrScript = /<script[\s>].*?<\/script>|<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gs;

export function shortenHtml(html: string, short: ReadonlyMap<string, string>): string {
  return html.replace(tagOrScript, (tag) =>
    tag.startsWith('<script')
      ? tag
      : tag.replace(/(\sclass=")([^"]*)(?=")/, (_, before: string, names: string) => {
          const words = names.split(/\s+/).map((name) => short.get(unescapeText(name)) ?? name);
          return before + words.join(' ');
        }),
  );
}

/** Lists each class that elements of a page have. */
export const listUsedClasses = (html: string) =>
  [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/));

const unescapeText = (name: string) =>
  name.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
