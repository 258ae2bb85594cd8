/** The terms of republishing an article, in sentences. */
import { licence } from './licence.ts';

export type Terms = {
  /** Name of the site. */
  site: string;
  /** The full address of the article; undefined if the site has no address. */
  address: string | undefined;
  /** Whether the article shows pictures that belong to others. */
  pictures: boolean;
};

export function listTerms({ site, address, pictures }: Terms): string[] {
  return [
    `Text, charts and data are under ${licence.name} (${licence.address}): print them again, whole or in part, if you name ${site}${address ? `, link to ${address}` : ''} and say what you changed.`,
    'Quotations, and titles and wordings of sources, belong to those who wrote them and are not under this licence. Keep them short, marked and with their source.',
    ...(pictures
      ? [
          'Pictures belong to those who are named with them, and are not in this file. Ask them before you print one.',
        ]
      : []),
    'Pictures of the charts are in the zip of the evidence. Put them on your own site instead of loading them from ours.',
    address
      ? `Corrections stand at ${address}. Please follow them.`
      : 'Corrections stand with the article. Please follow them.',
  ];
}
