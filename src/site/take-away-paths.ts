/** What readers may take away of an article, and where it is. */
export const takeAwayRoom = 'take-away';

/** By the ending of the file. Only a build makes `html`: of the page as readers get it. */
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
