/** The licence of the site's text and data. */
export const licence = {
  name: 'CC BY 4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
