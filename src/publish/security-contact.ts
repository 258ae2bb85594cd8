/** The text of security.txt (RFC 9116): where to report a vulnerability of the site. */

export type SecurityContact = {
  contact: string;
  /**
   * The day of the content. The file is valid for a year from then, and each new build renews it.
   */
  day: string;
  /** The full address of the file; undefined if the site has no address. */
  address: string | undefined;
};

export function formatSecurityContact({ contact, day, address }: SecurityContact): string {
  const [year = '', ...rest] = day.replace(/-02-29$/, '-02-28').split('-');
  const lines = [
    `Contact: mailto:${contact}`,
    `Expires: ${[Number(year) + 1, ...rest].join('-')}T00:00:00Z`,
    'Preferred-Languages: en',
    address && `Canonical: ${address}`,
  ];
  return lines.flatMap((line) => (line ? `${line}\n` : [])).join('');
}
