/**
 * Finds overlapping texts, headings above text that precedes them, and how much too wide the page
 * is.
 */
export type Reading = { overlaps: string[]; disorder: string[]; tooWide: number };

/** For page.evaluate: it uses nothing from outside. */
export function readLayout(): Reading {
  type Line = {
    text: string;
    node: Node;
    left: number;
    right: number;
    top: number;
    bottom: number;
  };
  const heardAlone = new Map<Element, boolean>();
  const isHeardAlone = (element: Element | null): boolean => {
    if (!element) return false;
    const is =
      heardAlone.get(element) ??
      (getComputedStyle(element).clipPath === 'inset(50%)' || isHeardAlone(element.parentElement));
    heardAlone.set(element, is);
    return is;
  };
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent?.trim() || !element?.checkVisibility()) continue;
    // Skips words in drawings, which other tests cover, the skip link, which shows when focused,
    // and texts for screen readers alone: the head of a stacked table and the description of a
    // door.
    if (element.closest('svg, [href="#main"]') || isHeardAlone(element)) continue;
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // Letters fill the middle of their line box.
      const inset = (bottom - top) * 0.25;
      if (right - left > 1)
        lines.push({
          text: node.textContent.trim(),
          node,
          left,
          right,
          top: top + inset,
          bottom: bottom - inset,
        });
    }
  }
  for (const svg of document.querySelectorAll('figure svg')) {
    const { left, right, top, bottom } = svg.getBoundingClientRect();
    if (svg.checkVisibility())
      lines.push({ text: 'a drawing', node: svg, left, right, top, bottom });
  }
  lines.sort((a, b) => a.top - b.top);
  const overlaps: string[] = [];
  for (const [index, line] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= line.bottom - 1) break;
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (wide > 2 && line.node !== other.node)
        overlaps.push(`“${line.text.slice(0, 30)}” and “${other.text.slice(0, 30)}”`);
    }
  }
  const headings = [...document.querySelectorAll('main h1, main h2, main h3')].filter((heading) =>
    heading.checkVisibility(),
  );
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  const disorder = headings
    .filter((_, index) => (tops[index] ?? 0) < (tops[index - 1] ?? -Infinity))
    .map((heading) => heading.textContent.trim());
  const { scrollWidth, clientWidth } = document.documentElement;
  return { overlaps, disorder, tooWide: scrollWidth - clientWidth };
}
