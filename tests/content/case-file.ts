/** A case of bad content: edits of a good site, and what the check reports about the result. */

/**
 * Lines to find in a file, and lines that replace them. Without lines to find, the edit is a whole
 * new file.
 */
type Change = { find: string[]; put: string[] };
export type Edit = { path: string; removed: boolean; changes: Change[] };
/** `time` is SOURCE_DATE_EPOCH, in seconds since 1970. */
export type Case = { time?: string; edits: Edit[]; written: string; told: string };

const divider = '\n=== What the editor is told ===\n';

/**
 * Reads a case. Above the divider: `time: <seconds>`; a path, alone or with `: removed`; below it
 * lines as in a diff, after a space those that stay, after `-` those to remove, after `+` those to
 * add, with `...` between two places. Throws on any other line.
 */
export function readCase(text: string): Case {
  const [written = '', told = ''] = text.split(divider);
  const edits: Edit[] = [];
  let time: string | undefined;
  const body = written.replace(/\n+$/, '');
  for (const line of body.split('\n')) {
    const edit = edits.at(-1);
    const change = edit?.changes.at(-1);
    const [mark = ' ', rest] = [line[0], line.slice(1)];
    if (line.startsWith('time: ')) time = line.slice(6);
    else if (/^content(?:\/|: removed$)/.test(line)) edits.push({ path: line.replace(/: removed$/, ''), removed: line.endsWith(': removed'), changes: [] });
    else if (!edit && line) throw new Error(`Before the first path stands "${line}".`);
    else if (line === '...') edit?.changes.push({ find: [], put: [] });
    else if (/^[ +-]?$/.test(mark)) {
      const open = change ?? { find: [], put: [] };
      if (!change) edit?.changes.push(open);
      if (mark !== '+') open.find.push(rest);
      if (mark !== '-') open.put.push(rest);
    } else throw new Error(`"${line}" begins with neither a space, nor "-", nor "+".`);
  }
  return { ...(time && { time }), edits, written: body, told };
}

/** Returns the text of a case for its file. */
export function writeCase(written: string, told: string): string {
  return `${written}\n${divider}${told}`;
}

/**
 * Returns the text after an edit; `before` is undefined for a new file. Throws unless the file has
 * the lines to find exactly once.
 */
export function applyEdit(edit: Edit, before: string | undefined): string {
  if (before === undefined) {
    if (edit.changes.some(({ find }) => find.length > 0) || edit.changes.length !== 1) throw new Error(`${edit.path} is new: all its lines begin with "+".`);
    return `${edit.changes.flatMap(({ put }) => put).join('\n')}\n`;
  }
  let lines = before.split('\n');
  for (const { find, put } of edit.changes) {
    const places = lines.flatMap((_, index) => (find.every((line, offset) => lines[index + offset] === line) ? index : []));
    if (find.length === 0 || places.length !== 1)
      throw new Error(`${edit.path}: these lines stand ${places.length} times, not once:\n${find.join('\n')}`);
    const at = places[0] ?? 0;
    lines = [...lines.slice(0, at), ...put, ...lines.slice(at + find.length)];
  }
  return lines.join('\n');
}
