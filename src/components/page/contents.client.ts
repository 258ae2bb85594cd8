/**
 * Marks in a list of sections the one that is read: the last whose heading has passed the upper
 * quarter of the window. Headings in a closed part of the page pass with that part.
 */

const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
const places = links.map(({ hash }) => {
  const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
  return heading?.closest('details') ?? heading;
});
const passed = new Set<Element>();

/** What counts reaches as far up as there are pages. */
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
