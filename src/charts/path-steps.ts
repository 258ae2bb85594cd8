/**
 * Writes d3's path data with relative instead of absolute coordinates, as short as SVG allows. Rows
 * of blocks and marks then repeat the same text and compress to almost nothing.
 */

/**
 * How many numbers of each command are coordinates. Those in front of them (radii and flags of an
 * arc) stay unchanged.
 */
const places: Record<string, number> = { M: 2, L: 2, Q: 4, A: 2 };

/**
 * `d` is path data as d3 writes it: a letter for each command, and absolute coordinates for
 * everything but the sides of boxes.
 */
export function writeSteps(d: string): string {
  let out = '';
  let last = '';
  /** The position of the pen and the start of its stroke, in tenths, so that sums are exact. */
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const write = (command: string, numbers: readonly number[]) => {
    const joined = numbers
      .map((tenths) => String(tenths / 10).replace(/^(-?)0\./, '$1.'))
      .reduce(append, '');
    out +=
      command === last && !joined.startsWith('-')
        ? ` ${joined}`
        : (command === last ? '' : command) + joined;
    last = command;
  };
  for (const [, command = '', rest = ''] of d.matchAll(/([MLhvQAZ])([^A-Za-z]*)/g)) {
    if (command === 'Z') {
      out += 'z';
      [x, y, last] = [startX, startY, 'z'];
      continue;
    }
    const numbers = rest.split(',').map((number) => Math.round(Number(number) * 10));
    const own = numbers.length - (places[command] ?? 0);
    const steps =
      command === 'h' || command === 'v'
        ? numbers
        : numbers.map((number, index) =>
            index < own ? number : number - ((index - own) % 2 ? y : x),
          );
    const [dx = 0, dy = 0] =
      command === 'h' ? [numbers[0], 0] : command === 'v' ? [0, numbers[0]] : steps.slice(-2);
    if (command !== 'L') write(out === '' ? command : command.toLowerCase(), steps);
    else if (dy === 0) write('h', [dx]);
    else if (dx === 0) write('v', [dy]);
    else write('l', [dx, dy]);
    [x, y] = [x + dx, y + dy];
    if (command === 'M') [startX, startY] = [x, y];
  }
  return out;
}

const append = (joined: string, number: string) =>
  joined && !number.startsWith('-') ? `${joined} ${number}` : joined + number;
