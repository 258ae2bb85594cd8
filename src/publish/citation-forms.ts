/**
 * The files in which a work is cited. They stand apart from cited-works.ts, because the check needs
 * only their names and would otherwise load the library of citations.
 */
export const citationForms = {
  bib: { name: 'BibTeX', mediaType: 'application/x-bibtex', output: 'bibtex' },
  ris: { name: 'RIS', mediaType: 'application/x-research-info-systems', output: 'ris' },
  'csl.json': {
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    output: 'data',
  },
} as const;
export type CitationForm = keyof typeof citationForms;
