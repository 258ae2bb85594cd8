/** Takes from pages and stylesheets what nobody sees. */

const blocks =
  'html|head|meta|link|title|body|header|footer|main|nav|section|article|div|p|h[1-6]|ul|ol|li|dl|dt|dd|figure|figcaption|blockquote|details|summary|fieldset|legend|table|caption|thead|tbody|tr|th|td|br';
/** Parts of a drawing, between which SVG knows no text. */
const shapes = 'defs|g|use|path|circle|rect|line|pattern|text';
/** A tag ends at the first > that stands in no attribute. */
const tag = new RegExp(`\\s*(</?(?:${blocks}|${shapes})(?:\\s(?:"[^"]*"|'[^']*'|[^'">])*)?>)\\s*`, 'g');

/** The same page with no space around tags at which a line begins or ends anyway. Preformatted text stays as it is. */
export function squeezeHtml(html: string): string {
  return html
    .split(/(<pre[\s>].*?<\/pre>)/s)
    .map((part) => (part.startsWith('<pre') ? part : part.replace(tag, '$1')))
    .join('');
}

/** The same stylesheet without comments, and without a prefixed declaration that the tools have written twice. */
export function squeezeCss(css: string): string {
  return css.replace(/\/\*.*?\*\/\s*/gs, '').replace(/(-webkit-[^;{}]+;)\1/g, '$1');
}
