/**
 * The cells of a CSV with their positions.
 *
 * Our own parser, because a finding needs line and column: d3-dsv gives no positions, silently
 * reads on to the end of the file after an unclosed quotation mark, and loses a column named
 * __proto__.
 */

/** A cell with its position in the file. Row and column count from one; the head is row 1. */
export type TableCell = { text: string; row: number; column: number; start: number; end: number };

export type TableProblem = Omit<TableCell, 'text'> & { message: string; fix: string };

/** Reports a problem with a cell, or with what begins there. */
export function report(
  problems: TableProblem[],
  cell: Omit<TableCell, 'text'>,
  message: string,
  fix: string,
): void {
  const { row, column, start, end } = cell;
  problems.push({ row, column, start, end: Math.max(end, start + 1), message, fix });
}

/**
 * Reports a problem with a cell. The message adds its row and the name of its column, so `said`
 * ends without a full stop.
 */
export function reportCell(
  problems: TableProblem[],
  cell: Omit<TableCell, 'text'>,
  said: string,
  fix: string,
  column?: string,
): void {
  const where = column === undefined ? `row ${cell.row}` : `row ${cell.row}, column "${column}"`;
  report(problems, cell, `${said} (${where}).`, fix);
}

/**
 * The sign that divides the cells of a line without commas, if a spreadsheet program has used
 * another one.
 */
export function nameDivider(text: string): { sign: string; name: string } | undefined {
  const names: Record<string, string> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };
  const sign = /[;\t|]/.exec(text)?.[0];
  return sign === undefined ? undefined : { sign, name: names[sign] ?? sign };
}

/**
 * Records and cells as RFC 4180 defines them, with their positions. Line breaks inside quotation
 * marks belong to the cell; empty lines are left out.
 */
export function splitCsv(text: string): { records: TableCell[][]; problems: TableProblem[] } {
  const problems: TableProblem[] = [];
  const records: TableCell[][] = [];
  let record: TableCell[] = [];
  let row = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const refuse = (start: number, message: string, fix: string) => {
    reportCell(problems, { row, column: record.length + 1, start, end: start + 1 }, message, fix);
    return { records: [], problems };
  };
  while (at < text.length) {
    const start = at;
    let value: string;
    if (text[at] === '"') {
      at = findClosingQuote(text, at);
      const fix =
        'Close the cell with " before its comma; write a quotation mark inside it twice: "".';
      if (at === -1)
        return refuse(
          start,
          'This quotation mark is never closed, so the rest of the file is one cell',
          fix,
        );
      value = text
        .slice(start + 1, at)
        .replaceAll('""', '"')
        .replaceAll('\r\n', '\n');
      at += 1;
      if (at < text.length && !/[,\r\n]/.test(text.charAt(at))) {
        const whole =
          'Put the whole cell in quotation marks, and write each one inside it twice: "".';
        return refuse(at, 'Something follows the quotation mark that closes the cell', whole);
      }
    } else {
      while (at < text.length && !/[,\r\n]/.test(text.charAt(at))) at += 1;
      value = text.slice(start, at);
      const quote = value.indexOf('"');
      if (quote !== -1)
        return refuse(
          start + quote,
          'There is a quotation mark inside a cell that does not begin with one',
          // Spaces around the quotation marks of a cell are not part of it.
          `Write ${/^"(?:[^"]|"")*"$/.test(value.trim()) ? `${value.trim()} without spaces around it` : quoteCell(value.trim())}.`,
        );
    }
    record.push({ text: value, row, column: record.length + 1, start, end: at });
    if (text[at] === ',') {
      at += 1;
      if (at < text.length) continue;
      // A comma at the very end begins one more cell, which is empty.
      record.push({ text: '', row, column: record.length + 1, start: at, end: at });
    } else at += text.startsWith('\r\n', at) ? 2 : 1;
    if (record.length > 1 || record[0]?.text.trim()) records.push(record);
    record = [];
    row += 1;
  }
  if (records.length === 0) {
    reportCell(
      problems,
      { row: 1, column: 1, start: 0, end: 1 },
      'The table is empty',
      'Write a head such as label,value and a line for each row below it.',
    );
  }
  return { records, problems };
}

/** The closing quote of the cell that opens at `open`, or -1. */
function findClosingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const quoteCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
