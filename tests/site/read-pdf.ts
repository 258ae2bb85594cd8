/**
 * Reads the words on the pages of a PDF with their positions, in points from the foot of each page.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of letters as typeset. `height` is the size of its font. */
export type Run = { text: string; left: number; right: number; bottom: number; height: number };
export type PdfPage = { width: number; height: number; runs: Run[] };

export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  // The library transfers the bytes that it gets, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pdfPages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: false });
    const runs = items.flatMap((item) => {
      if (!('str' in item) || !item.str.trim()) return [];
      const [a, b, , , left, bottom] = item.transform as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      return [{ text: item.str, left, right: left + item.width, bottom, height: Math.hypot(a, b) }];
    });
    pdfPages.push({ width, height, runs });
  }
  await task.destroy();
  return pdfPages;
}

export async function countPages(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}

/** Keeps only letters: line breaks and the direction of quotation marks do not matter here. */
export function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad“”‘’"']+/g, '');
}

/**
 * Finds pairs of runs that overlap. A run that is printed twice in one place is a letter with a
 * halo.
 */
export function findOverprints({ runs }: PdfPage): string[] {
  const found: string[] = [];
  const sorted = runs.toSorted((one, other) => one.bottom - other.bottom);
  for (const [index, run] of sorted.entries()) {
    for (const other of sorted.slice(index + 1)) {
      // Letters fill the middle of their line.
      if (other.bottom > run.bottom + run.height * 0.5) break;
      const wide = Math.min(run.right, other.right) - Math.max(run.left, other.left);
      const isHalo = run.text.trim() === other.text.trim() && Math.abs(run.left - other.left) < 1;
      if (wide > 1 + run.height * 0.12 && !isHalo)
        found.push(`“${run.text.slice(0, 40)}” and “${other.text.slice(0, 40)}”`);
    }
  }
  return found;
}

/** Counts the lines of a page above its footer, one for each height. */
export function countLines({ runs }: PdfPage, foot: number): number {
  return new Set(
    runs.filter(({ bottom }) => bottom > foot).map(({ bottom }) => Math.round(bottom / 3)),
  ).size;
}
