/**
 * Prints a drawing as SVG text, one element on each line, as the page's component does: for
 * snapshots, and for people to look at.
 */
import { round, type Drawing, type DrawingPart } from '../../src/charts/drawing.ts';
import type { MarkLinks } from '../../src/drawings/chart-kinds.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function tag(name: string, attributes: Record<string, string | number | undefined>, content?: string): string {
  const printed = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escape(String(value))}"`));
  return content === undefined ? `<${name}${printed.join('')}/>` : `<${name}${printed.join('')}>${content}</${name}>`;
}

/** `links` are printed as on the page. Without them, each mark's target has its key. */
export function printDrawingPart({ id, width, height, patterns, paths, texts, targets = [] }: DrawingPart, links?: MarkLinks): string {
  const lines = [
    ...patterns.map((pattern) =>
      tag('pattern', { id: pattern.id, width: pattern.pitch, height: pattern.pitch, patternUnits: 'userSpaceOnUse' },
        (pattern.bare ? '' : tag('rect', { class: `c-ground ${pattern.role}`, width: pattern.pitch, height: pattern.pitch })) +
        tag('rect', { class: `c-dot ${pattern.role}`, width: pattern.dot, height: pattern.dot })),
    ),
    ...paths.map((path) =>
      tag('path', { class: `c-${path.kind}${path.role ? ` ${path.role}` : ''}`, d: path.d, 'stroke-width': path.thickness, 'stroke-dasharray': path.dash?.join(' '), fill: path.pattern && `url(#${path.pattern})` }),
    ),
    ...texts.map(({ x, y, text, size, style, anchor }) =>
      tag('text', { class: `c-${style}`, x, y, 'font-size': size, 'text-anchor': anchor === 'start' ? undefined : anchor }, escape(text)),
    ),
    tag('g', { class: 'c-marks', fill: 'none', 'pointer-events': 'all' }, targets.map(({ key, boxes }) =>
      tag('a', { href: links?.get(key)?.path ?? key, 'aria-label': links?.get(key)?.name },
        boxes.map(({ left, top, right, bottom }) => tag('rect', { x: left, y: top, width: round(right - left), height: round(bottom - top) })).join('')),
    ).join('\n  ')),
  ];
  return `${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', id, width, height, viewBox: `0 0 ${width} ${height}` }, `\n  ${lines.join('\n  ')}\n`)}\n`;
}

export function printDrawing(drawing: Drawing, links?: MarkLinks): string {
  return drawing.parts.map((part) => printDrawingPart(part, links)).join('');
}
