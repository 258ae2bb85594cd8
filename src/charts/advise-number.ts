/** Says what an editor may write instead of a cell that is not a number in plain digits. */
import Big from 'big.js';
import { toAsciiDigits } from '../schema/ascii-digits.ts';

/** What spreadsheets and editors write for a missing value. */
const nothing =
  /^(?:n\.?\s?\/?\s?a\.?|null|none|nil|unknown|not (?:known|given|printed|stated)|nan|#n\/a|\?+|\.{2,}|…|[-–—]{2,})$/i;

export function adviseNumber(cell: string): string {
  const written = toAsciiDigits(cell).replace(/\s/g, ' ');
  if (written !== cell && /^\d+(?:\.\d+)?$/.test(written)) return `Write ${written}.`;
  if (nothing.test(written)) return 'Write – where no number was printed.';
  if (/^[1-9]\d{0,2},\d{3}$/.test(written))
    return `Write ${written.replace(',', '')} if the comma divides the thousands, or ${written.replace(',', '.')}0 if decimals follow it.`;
  const number = readNumber(written);
  if (number !== undefined) return `Write ${number}.`;
  const range = /^(\d+(?:\.\d+)?) ?(?:-|–|to) ?(\d+(?:\.\d+)?)$/.exec(written);
  if (range)
    return `A row draws one number: write ${range[1]} or ${range[2]} here, and what the source prints into a column "note".`;
  const share = /^(.+?) ?(?:%|per ?cent)$/.exec(written)?.[1];
  const unit = /^(?:[$€£¥] ?(\S+)|(\d[\d.,]*) ?[$€£¥]|(\d[\d.,]*) [a-z][a-z -]*)$/i.exec(written);
  const bare = readNumber(share ?? unit?.[1] ?? unit?.[2] ?? unit?.[3] ?? '');
  if (
    bare !== undefined &&
    !/ (?:hundred|thousand|(?:m|b|tr)illion|bn|mn|lakh|crore|dozen)\b/i.test(written)
  )
    return `Write ${bare}; the unit is in the YAML.`;
  const thousands = /^(\d+(?:\.\d+)?) ?k$/i.exec(written)?.[1];
  if (thousands) return `Write ${new Big(thousands).times(1000).toFixed()}.`;
  const marked = /^(\d+(?:\.\d+)?) ?(?:[*†‡§]+|\[\w+\]|\(\w\))$/.exec(written)?.[1];
  if (marked) return `Write ${marked}, and what its mark refers to into a column "note".`;
  const hedged = /^(?:[~<>≈≥≤]|[a-z][a-z. -]*) ?(\d+(?:\.\d+)?)$/i.exec(written)?.[1];
  if (hedged) return `Write ${hedged} here and the hedge into a column "qualifier".`;
  return 'Write digits with a point for decimals, or – where no number was printed.';
}

/** Returns a number in plain digits, if its spelling can be read in only one way. */
function readNumber(written: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(written)) return written;
  // Thousands separated by commas, spaces or apostrophes, or grouped as in India: 12,34,567.
  const grouped =
    /^[1-9]\d{0,2}(?:([, ’'])\d{3})(?:\1\d{3})*(?:\.\d+)?$|^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(
      written,
    );
  if (grouped) return written.replace(/[^\d.]/g, '');
  const continental =
    /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}(?:[ ’']\d{3})+,\d+$/.test(
      written,
    );
  if (continental) return written.replace(/[^\d,]/g, '').replace(',', '.');
  if (/^\d+,\d+$/.test(written)) return written.replace(',', '.');
  const exact = /^(?:0[xob][\da-f]+|\+?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i.test(written)
    ? Number(written)
    : Number.NaN;
  return Number.isFinite(exact) && exact <= Number.MAX_SAFE_INTEGER
    ? new Big(exact).toFixed()
    : undefined;
}
