/**
 * Every match of a global pattern that cannot match an empty text, in order. `String.matchAll`
 * makes a new RegExp each time, which costs more than searching a sentence.
 */
export function findAll(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
