/**
 * Runs in the page, for page.evaluate: it uses nothing from outside. Reads a whole stylesheet with
 * the browser's parser, and finds its rules, declarations and variables that the page would use but
 * does not contain. States such as `:hover` count as possible.
 */
export function findLostRules({ css, paper }: { css: string; paper: string }): {
  asked: number;
  lost: string[];
} {
  /** Splits a list into selectors. Commas in brackets are parts of a selector. */
  const split = (list: string) => {
    const parts = [''];
    let depth = 0;
    for (const sign of list) {
      if (/[([]/.test(sign)) depth += 1;
      if (/[)\]]/.test(sign)) depth -= 1;
      if (sign === ',' && depth === 0) parts.push('');
      else parts.push(`${parts.pop() ?? ''}${sign}`);
    }
    return parts.map((part) => part.trim());
  };
  const states =
    /:(?:hover|focus(?:-visible|-within)?|active|target|visited|link|popover-open|checked|autofill)(?![\w-])/g;
  const fitsSome = (selector: string) => {
    const bare = selector
      .replace(/::[\w-]+(?:\([^)]*\))?|\[open\]|\[hidden\]/g, '')
      .replace(states, '')
      .replace(/:(?:not|is|where|has)\(\s*\)/g, '')
      .replace(/(^|[\s>+~])(?=$|[\s>+~,])/g, '$1*');
    try {
      return document.querySelector(bare) !== null;
    } catch {
      return true;
    }
  };
  /** Lists what a rule sets. Variables are handled separately. */
  const listDeclarations = (style: CSSStyleDeclaration) =>
    [...style]
      .filter((name) => !name.startsWith('--'))
      .map((name) => `${name}:${style.getPropertyValue(name)}${style.getPropertyPriority(name)}`)
      .join(';');
  type Found = { selector: string; place: string; declarations: string; sets: string[] };
  const listRules = (rules: CSSRuleList, place = ''): Found[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule)
        return split(rule.selectorText).map((selector) => ({
          selector,
          place,
          declarations: listDeclarations(rule.style),
          sets: [...rule.style].filter((name) => name.startsWith('--')),
        }));
      const head = rule.cssText.slice(0, rule.cssText.indexOf('{')).trim();
      return 'cssRules' in rule && !(rule instanceof CSSKeyframesRule)
        ? listRules((rule as CSSGroupingRule).cssRules, `${place}${head} `)
        : [];
    });
  const stylesheet = new CSSStyleSheet();
  stylesheet.replaceSync(css);
  const own = [...document.styleSheets].filter(({ href }) => href === null);
  const key = ({ place, selector, declarations }: Found) => `${place}${selector}{${declarations}`;
  const carried = new Set(own.flatMap(({ cssRules }) => listRules(cssRules)).map(key));
  const fitting = listRules(stylesheet.cssRules).filter(({ selector }) => fitsSome(selector));
  const wanted = fitting.filter(({ declarations }) => declarations !== '');
  const lost = wanted
    .filter((rule) => !carried.has(key(rule)))
    .map(({ place, selector }) => `${place}${selector}`);
  const text = [...document.querySelectorAll('style')].map((style) => style.textContent).join('');
  const read = new Set(
    [...`${text}${paper}`.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name),
  );
  const set = new Set(fitting.flatMap(({ sets }) => sets).filter((name) => read.has(name)));
  lost.push(...[...set].filter((name) => !new RegExp(`${name}\\s*:`).test(text)));
  return { asked: wanted.length, lost };
}
