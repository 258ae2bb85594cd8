/**
 * Every match of a global pattern that matches no empty text, in order. `String.matchAll` makes a new RegExp each time, which costs
 * more than looking through a sentence does.
 */
export function findAll(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
