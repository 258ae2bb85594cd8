/**
 * Finds what is wrong with words of some sizes: headings that are too large or broken, numbers
 * apart from their ring. For page.evaluate: each function uses nothing from outside.
 */

/** Finds words and numbers of headings that are broken across two lines. */
export function findBrokenWords(): string[] {
  const found: string[] = [];
  const range = document.createRange();
  for (const headline of document.querySelectorAll('h1, h2, h3, h4, .chart-title')) {
    const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(
        /[\p{L}\d]+(?:[.,]\d+)*/gu,
      )) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size > 1)
          found.push(word);
      }
    }
  }
  return found;
}

/** Finds numbers that are on another line than their ring. */
export function findLonelyRings(): string[] {
  const range = document.createRange();
  return [...document.querySelectorAll('a.number > .standing-ring, a.number > span > *')].flatMap(
    (ring) => {
      const text = ring.previousSibling;
      const end = text?.textContent?.length ?? 0;
      if (!text || end === 0 || ring.getClientRects().length === 0) return [];
      range.setStart(text, end - 1);
      range.setEnd(text, end);
      const isApart = ring.getBoundingClientRect().top > range.getBoundingClientRect().bottom - 1;
      return isApart ? [ring.closest('a')?.textContent ?? ''] : [];
    },
  );
}

/** Finds texts that are larger than the page's headline. */
export function findLargerTexts(): string[] {
  /** Returns the size of letters as drawn: those in a drawing scale with it. */
  const sizeOf = (element: Element) => {
    const size = parseFloat(getComputedStyle(element).fontSize);
    return element instanceof SVGGraphicsElement ? size * (element.getScreenCTM()?.a ?? 1) : size;
  };
  // The number of a record is also its page's headline.
  const headline = Math.max(...[...document.querySelectorAll('h1, .giant')].map(sizeOf));
  const larger: string[] = [];
  for (const element of document.querySelectorAll('main *, main svg text')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!own || sizeOf(element) <= headline) continue;
    if (element.closest('h1, .giant') || !element.checkVisibility()) continue;
    if (getComputedStyle(element).clipPath === 'inset(50%)') continue;
    larger.push(
      `${Math.round(sizeOf(element))} px, headline ${headline}: ${element.textContent.slice(0, 40)}`,
    );
  }
  return larger;
}

/** Finds visible headings that are larger than one of a higher level. */
export function findLargerHeadings(): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')].flatMap((heading) => {
    const size = parseFloat(getComputedStyle(heading).fontSize);
    const isSeen = heading.checkVisibility() && heading.getBoundingClientRect().width > 1;
    // The number of a record is its headline: the words below it are smaller.
    return isSeen ? [{ level: Number(heading.tagName.slice(1)), size, heading }] : [];
  });
  return headings.flatMap(({ level, size, heading }, index) => {
    // What follows a section, such as the key findings or the contents, is not under its heading.
    const above = headings
      .slice(0, index)
      .findLast(
        (one) =>
          one.level < level &&
          (one.level === 1 ||
            (one.heading.closest('section, aside, figure, nav')?.contains(heading) ?? true)),
      );
    return above && size > above.size + 0.01
      ? [`h${level} ${size} over h${above.level} ${above.size}: ${heading.textContent.trim()}`]
      : [];
  });
}
