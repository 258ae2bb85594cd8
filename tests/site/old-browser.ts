/**
 * Runs in the page: removes from its stylesheets everything that Chromium 87 of November 2020 does
 * not understand, as that browser would: a rule with an unknown selector, a block with an unknown
 * condition, a single declaration. Returns how many of each were removed, so that a test knows that
 * some were.
 */
export function ageStylesheets(): { rules: number; declarations: number } {
  const taken = { rules: 0, declarations: 0 };
  const newSelectors =
    /:is\(|:where\(|:has\(|:not\([^()]*,|:user-(?:in)?valid|::details-content|:popover-open/;
  const newProperties =
    /^(?:text-wrap|text-wrap-style|accent-color|aspect-ratio|container.*|rotate|scale|translate|inset-area|content-visibility|text-box.*|interpolate-size|field-sizing|hanging-punctuation|size-adjust)$/;
  const newValues =
    /color-mix\(|light-dark\(|oklch\(|oklab\(|lch\(|lab\(|\b[\d.]+(?:cqw|cqh|cqi|cqb|dvh|svh|lvh|dvw|svw|lvw|lh|rlh)\b|inline-(?:start|end)\b/;

  function ageStyle(style: CSSStyleDeclaration): void {
    for (const property of [...style]) {
      const value = style.getPropertyValue(property);
      const isLogicalValue =
        /^(?:float|clear|resize|caption-side)$/.test(property) && /inline-|block-/.test(value);
      if (property.startsWith('--')) {
        // A variable may hold anything, but a declaration that uses it may then be invalid.
        if (newValues.test(value.replace(/inline-(?:start|end)/g, ''))) {
          style.setProperty(property, 'not-understood');
          taken.declarations += 1;
        }
      } else if (
        newProperties.test(property) ||
        isLogicalValue ||
        newValues.test(value.replace(/inline-(?:start|end)/g, ''))
      ) {
        style.removeProperty(property);
        taken.declarations += 1;
      }
    }
  }

  function ageRules(stylesheet: CSSStyleSheet | CSSGroupingRule): void {
    for (let index = stylesheet.cssRules.length - 1; index >= 0; index--) {
      const rule = stylesheet.cssRules[index];
      if (rule instanceof CSSSupportsRule && rule.conditionText.startsWith('not selector(')) {
        // In that browser the condition is true, so the rules inside it apply.
        const held = [...rule.cssRules].map(({ cssText }) => cssText);
        stylesheet.deleteRule(index);
        for (const text of held) stylesheet.insertRule(text, index);
        continue;
      }
      const isKnown =
        rule instanceof CSSFontFaceRule ||
        rule instanceof CSSPageRule ||
        (rule instanceof CSSSupportsRule &&
          !/selector\(|:has|color-mix|cq[wi]/.test(rule.conditionText)) ||
        (rule instanceof CSSMediaRule && !/[<>]/.test(rule.conditionText)) ||
        // Rules nested in a style rule.
        (rule instanceof CSSStyleRule &&
          !newSelectors.test(rule.selectorText) &&
          rule.cssRules.length === 0);
      if (!isKnown) {
        stylesheet.deleteRule(index);
        taken.rules += 1;
      } else if (rule instanceof CSSStyleRule) {
        ageStyle(rule.style);
      } else if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule) {
        ageRules(rule);
      }
    }
  }

  for (const stylesheet of document.styleSheets) ageRules(stylesheet);
  return taken;
}
