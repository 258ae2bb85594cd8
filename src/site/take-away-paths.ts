/** What readers can download of an article, and from where. */
export const takeAwayRoom = 'take-away';

/** By the extension of the file. Only a build makes `html`, from the published page. */
export const takeAwayForms = {
  html: 'one file',
  'plain.html': 'HTML',
  md: 'Markdown',
  zip: 'evidence (zip)',
} as const;
export type TakeAwayForm = keyof typeof takeAwayForms;
export const listTakeAwayForms = () => Object.keys(takeAwayForms) as TakeAwayForm[];

export const formatTakeAwayPath = (slug: string, form: TakeAwayForm) =>
  `/${takeAwayRoom}/${slug}.${form}`;
