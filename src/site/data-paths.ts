/** The addresses of the record's tables. */
export const dataPath = '/data/';
export const packagePath = '/data/datapackage.json';
export const dataForms = ['csv', 'json'] as const;
export type DataForm = (typeof dataForms)[number];
export const tableNames = [
  'numbers',
  'statements',
  'sources',
  'claims',
  'events',
  'places',
] as const;
export const formatTablePath = (name: string, form: DataForm) => `${dataPath}${name}.${form}`;
