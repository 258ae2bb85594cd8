/**
 * Finds blocks of text that are too narrow to read, and text that is cut off or beyond the edge of
 * the page.
 */
export type Columns = { narrow: string[]; cut: string[] };

/** For page.evaluate: it uses nothing from outside. */
export function readColumns(): Columns {
  const narrow: string[] = [];
  const cut: string[] = [];
  const heardAlone = new Map<Element, boolean>();
  const isHeardAlone = (element: Element | null): boolean => {
    if (!element) return false;
    const is =
      heardAlone.get(element) ??
      (getComputedStyle(element).clipPath === 'inset(50%)' || isHeardAlone(element.parentElement));
    heardAlone.set(element, is);
    return is;
  };
  type Clipper = { overflowX: string; overflowY: string; box: DOMRect };
  const clippers = new Map<Element, readonly Clipper[]>();
  /** Lists the element and those around it that may cut what runs over, the innermost first. */
  const listClippers = (element: Element | null): readonly Clipper[] => {
    if (!element || element === document.documentElement) return [];
    const known = clippers.get(element);
    if (known) return known;
    const { overflowX, overflowY } = getComputedStyle(element);
    const around = listClippers(element.parentElement);
    const found =
      overflowX === 'visible' && overflowY === 'visible'
        ? around
        : [{ overflowX, overflowY, box: element.getBoundingClientRect() }, ...around];
    clippers.set(element, found);
    return found;
  };
  const range = document.createRange();
  for (const block of document.querySelectorAll(
    'h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, blockquote, summary, caption, legend',
  )) {
    if (!block.checkVisibility() || isHeardAlone(block) || block.closest('[href="#main"], svg'))
      continue;
    const own = [...block.childNodes].filter(
      (node) =>
        node.nodeType === Node.TEXT_NODE ||
        (node instanceof Element && getComputedStyle(node).display === 'inline'),
    );
    const text = own
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
    const tops = new Set<number>();
    for (const node of own) {
      range.selectNodeContents(node);
      for (const { top, width } of range.getClientRects())
        if (width > 1) tops.add(Math.round(top / 6));
    }
    const { width, fontSize, paddingLeft, paddingRight } = (({ left, right }, style) => ({
      ...style,
      width: right - left,
    }))(
      block.getBoundingClientRect(),
      (({ fontSize, paddingLeft, paddingRight }) => ({ fontSize, paddingLeft, paddingRight }))(
        getComputedStyle(block),
      ),
    );
    const room = width - parseFloat(paddingLeft) - parseFloat(paddingRight);
    // Twelve characters are about six times as wide as the size of their letters. Headlines are
    // large and short.
    const least = /^H\d$/.test(block.tagName) ? 4 : 6;
    if (tops.size > 2 && text.length > 40 && room < least * parseFloat(fontSize))
      narrow.push(
        `${block.tagName} ${block.className}, ${String(tops.size)} lines: “${text.slice(0, 50)}”`,
      );
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (
      !node.textContent?.trim() ||
      !element?.checkVisibility() ||
      element.closest('[href="#main"], svg') ||
      isHeardAlone(element)
    )
      continue;
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 2) continue;
      let scrolls = false;
      for (const { overflowX, overflowY, box } of listClippers(element)) {
        if (overflowX === 'auto' || overflowX === 'scroll') scrolls = true;
        else if (
          overflowX !== 'visible' &&
          !scrolls &&
          (right > box.right + 1 || left < box.left - 1)
        )
          cut.push(`“${node.textContent.trim().slice(0, 40)}” is cut`);
        if (
          overflowY !== 'visible' &&
          overflowY !== 'auto' &&
          overflowY !== 'scroll' &&
          (top + bottom) / 2 > box.bottom
        )
          cut.push(`“${node.textContent.trim().slice(0, 40)}” is cut below`);
      }
      if (!scrolls && (right > document.documentElement.clientWidth + 1 || left < -1))
        cut.push(`“${node.textContent.trim().slice(0, 40)}” lies beyond the edge`);
    }
  }
  return { narrow, cut: [...new Set(cut)] };
}
