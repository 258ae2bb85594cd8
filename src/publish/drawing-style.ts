/**
 * The look of drawings outside the page, read from the page's own stylesheets, so that both look
 * the same. It understands only the parts of CSS that chart.css uses for drawings: classes,
 * `.drawing` in front of them, `:is()`, the variable --role and tokens.
 */

/** Presentation attributes: `{ fill: '#12181a' }`. */
export type Attributes = Record<string, string>;

export type DrawingStyle = {
  /** The look of an element with these classes. Throws on a value that a file cannot hold. */
  find: (element: 'path' | 'rect' | 'text', classes: readonly string[]) => Attributes;
  /** A light colour by its token: `ink`. */
  colour: (token: string) => string;
};

type Rule = {
  element: string;
  classes: string[];
  weight: number;
  declarations: [string, string][];
};

const properties =
  /^(?:fill|fill-opacity|fill-rule|stroke|stroke-width|stroke-opacity|stroke-dasharray|stroke-linecap|stroke-linejoin|opacity|font-family|font-weight|font-style|--role)$/;

/** Fonts by token, with fallbacks for machines without ours. */
const fontFamilies: Record<string, string> = {
  'font-sans': "'Archivo Narrow', 'Arial Narrow', 'Liberation Sans Narrow', sans-serif",
  'font-serif': "'Brygada 1918', Georgia, serif",
};

/**
 * Reads the text of chart.css and of tokens.css. It takes the light colours, because a file cannot
 * know its background.
 */
export function readDrawingStyle(chartCss: string, tokensCss: string): DrawingStyle {
  const rules = readRules(chartCss);
  const light = tokensCss.slice(0, tokensCss.indexOf('@variant'));
  const colours = new Map(
    [...light.matchAll(/--color-([a-z0-9]+):\s*(#[0-9a-f]{3,8})\b/g)].map(
      ([, name = '', hex = '']) => [name, hex],
    ),
  );
  const colour = (token: string) => {
    const hex = colours.get(token);
    if (!hex) throw new Error(`There is no colour --color-${token}.`);
    return hex;
  };
  const resolve = (value: string, role: string): string =>
    value.replace(/var\(--([a-z0-9-]+)\)/g, (_, name: string) =>
      name === 'role'
        ? resolve(role, '')
        : (fontFamilies[name] ?? colour(name.replace(/^color-/, ''))),
    );

  const find: DrawingStyle['find'] = (element, classes) => {
    const found: Attributes = {};
    for (const rule of rules) {
      const fits =
        (rule.element === '' || rule.element === element) &&
        rule.classes.every((name) => classes.includes(name));
      if (fits) for (const [property, value] of rule.declarations) found[property] = value;
    }
    const { '--role': role = '', ...rest } = found;
    for (const [property, value] of Object.entries(rest)) {
      rest[property] = resolve(value, role).replace(/px$/, '');
      if (rest[property].includes('('))
        throw new Error(`${property}: ${value} of ${classes.join(' ')} cannot stand in a file.`);
    }
    return rest;
  };
  return { find, colour };
}

/**
 * The rules outside of @media and the like that apply inside a drawing, in order of specificity.
 */
function readRules(css: string): Rule[] {
  const flat = dropAtRules(css.replace(/\/\*.*?\*\//gs, ''));
  const rules = [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = '', body = '']) => {
      const declarations = [...body.matchAll(/([a-z-]+)\s*:\s*([^;]+)/g)].flatMap(
        ([, property = '', value = '']): [string, string][] =>
          properties.test(property) ? [[property, value.trim()]] : [],
      );
      return declarations.length === 0
        ? []
        : listSelectors(selectors).flatMap((selector) => readSelector(selector, declarations));
    },
  );
  return rules.sort((a, b) => a.weight - b.weight);
}

/** Removes the blocks of @media and the like, which may be nested. */
function dropAtRules(css: string): string {
  return css.replace(/@[^{};]+\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');
}

/** Returns the single selectors of a list, with each alternative of `:is()` written out. */
function listSelectors(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((selector) => selector.trim())
    .flatMap((selector) => {
      const match = /^(.*):is\(([^)]*)\)(.*)$/s.exec(selector);
      return match
        ? (match[2] ?? '').split(',').map((choice) => `${match[1]}${choice.trim()}${match[3]}`)
        : [selector];
    });
}

function readSelector(selector: string, declarations: Rule['declarations']): Rule[] {
  if (selector === '.drawing')
    return [
      {
        element: '',
        classes: [],
        weight: 0,
        declarations: declarations.filter(([name]) => name === '--role'),
      },
    ];
  const match = /^(\.drawing )?(path|rect|text|)((?:\.[a-z0-9-]+)*)$/.exec(selector);
  if (!match?.[2] && !match?.[3]) return [];
  const classes = (match[3] ?? '').split('.').filter(Boolean);
  const isOfDrawing = match[1] !== undefined || classes.some((name) => name.startsWith('c-'));
  return isOfDrawing
    ? [
        {
          element: match[2] ?? '',
          classes,
          weight: (classes.length + (match[1] ? 1 : 0)) * 10 + (match[2] ? 1 : 0),
          declarations,
        },
      ]
    : [];
}
