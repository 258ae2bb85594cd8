/** Checks whether the texts of a finished drawing can be read. */
import { getBox, type Box, type Misfit, type DrawingPart } from './drawing.ts';

/** Reports texts that extend beyond their part, touch one another or touch a mark. */
export function findMisplacedTexts(part: DrawingPart, marks: Box[] = []): Misfit[] {
  const slack = 0.5;
  const placed = part.texts.map((text) => ({ text, box: getBox(text) }));
  const touches = (a: Box, b: Box) =>
    a.left < b.right - slack &&
    b.left < a.right - slack &&
    a.top < b.bottom - slack &&
    b.top < a.bottom - slack;
  return placed.flatMap(({ text, box }, index) => {
    const found: Misfit[] = [];
    if (
      box.left < -slack ||
      box.right > part.width + slack ||
      box.top < -slack ||
      box.bottom > part.height + slack
    ) {
      found.push({
        kind: 'outside',
        words: [text.text],
        message: `"${text.text}" does not fit into the drawing.`,
      });
    }
    for (const other of placed.slice(index + 1)) {
      if (touches(box, other.box))
        found.push({
          kind: 'overlap',
          words: [text.text, other.text.text],
          message: `"${text.text}" and "${other.text.text}" overlap.`,
        });
    }
    if (marks.some((mark) => touches(box, mark)))
      found.push({
        kind: 'on-mark',
        words: [text.text],
        message: `"${text.text}" lies on a mark.`,
      });
    return found;
  });
}
