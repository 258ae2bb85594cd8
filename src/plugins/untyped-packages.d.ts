/** Types for packages that have none, covering only what is used here. */
declare module 'wawoff2' {
  const wawoff2: { decompress: (woff2: Uint8Array) => Promise<Uint8Array> };
  export default wawoff2;
}

declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2';
    /** One value pins the axis; a range cuts it. */
    variationAxes: Record<string, number | { min: number; max: number }>;
    /** OpenType features by tag. */
    keepFeatures: string[];
    /** By their four letters. */
    dropTables: string[];
    /** Entries of the name table beside the usual ones. */
    preserveNameIds: number[];
  };
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { forceType?: string });
    format(form: 'bibtex' | 'ris' | 'data', options?: { format?: 'text' }): string;
  }
  export const plugins: { config: { get: (name: string) => { format: object } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
