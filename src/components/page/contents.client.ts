/**
 * In a list of sections, marks the one being read: the last whose heading is in the upper quarter
 * of the window or above it. In a closed part of the page, the position of that part counts.
 */

const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
const places = links.map(({ hash }) => {
  const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
  return heading?.closest('details') ?? heading;
});
const passed = new Set<Element>();

/** The margin above is longer than any page, so that headings above the window count. */
const watcher = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes)
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    const current = places.findLastIndex((place) => place && passed.has(place));
    for (const [index, link] of links.entries())
      if (index === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
  },
  { rootMargin: '1000000px 0px -75% 0px' },
);
for (const place of places) if (place) watcher.observe(place);
