/**
 * Loaded before a program (`node --import`): every message, fix, cause and cure that our modules
 * put into an object is immediately replaced by `x`. Words from packages stay, because code may
 * read those.
 */
import { registerHooks } from 'node:module';
import ts from 'typescript';

const words = new Set(['message', 'fix', 'cause', 'cure', 'reason']);
globalThis.takeOutWords = (value) => (typeof value === 'string' && value !== '' ? 'x' : value);

/** The places of a module where such a field gets its value, the last first. */
function findFields(text) {
  const found = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && words.has(node.name.getText()))
      found.push({ start: node.initializer.getStart(), end: node.initializer.getEnd(), name: '' });
    if (ts.isShorthandPropertyAssignment(node) && words.has(node.name.getText()))
      found.push({ start: node.getStart(), end: node.getEnd(), name: `${node.name.getText()}: ` });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true));
  return found.sort((one, other) => other.start - one.start);
}

/** The module with the words taken out; fields within fields are taken out with them. */
export function takeOut(text) {
  let [result, last] = [text, Infinity];
  for (const { start, end, name } of findFields(text)) {
    if (end > last) continue;
    last = start;
    result = `${result.slice(0, start)}${name}globalThis.takeOutWords(${result.slice(start, end)})${result.slice(end)}`;
  }
  return result;
}

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!/\/src\/(?!schema\/rules)[^?]*\.ts$/.test(url)) return loaded;
    return { ...loaded, source: takeOut(String(loaded.source)) };
  },
});
