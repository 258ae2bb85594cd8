/**
 * What must never be published: keys and passwords, addresses of people other than the site's own,
 * and, in the files of what the desk heard or holds, anything that would lead to a person.
 */
import { listSourceTexts } from '../../library/list-records.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import { heldKinds } from '../../schema/held.ts';
import type { Rule } from './rule.ts';

/** Patterns of the keys of common services; each has its own prefix. */
const secrets: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/g, 'a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/g, 'a key of Amazon Web Services'],
  [
    /\b(?:ghp|gho|ghs|ghu|ghr)_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{40,}\b/g,
    'a token of GitHub',
  ],
  [/\bglpat-[A-Za-z0-9_-]{20,}\b/g, 'a token of GitLab'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}\b/g, 'a token of Slack'],
  [/\bsk_live_[A-Za-z0-9]{16,}\b/g, 'a key of Stripe'],
  [/\bAIza[0-9A-Za-z_-]{35}\b/g, 'a key of Google'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g, 'a signed token'],
];

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

export const checkPrivateData: Rule = (content) => {
  const contact = findContact(content)?.toLowerCase();
  return listSourceTexts(content).flatMap((source) => [
    ...findSecrets(source),
    ...findMail(source, contact),
    ...findTraces(source),
  ]);
};

/** The contact is read even if other fields of site.yaml have mistakes. */
function findContact({ site, unfit = [] }: Content): string | undefined {
  if (site) return site.value.contact;
  const value = unfit.find(({ source }) => source.path === 'content/site.yaml')?.value;
  return value !== null &&
    typeof value === 'object' &&
    'contact' in value &&
    typeof value.contact === 'string'
    ? value.contact
    : undefined;
}

const refuse = (
  source: SourceText,
  start: number,
  length: number,
  message: string,
  fix: string,
): Finding =>
  createFinding(
    source,
    { start, end: start + length },
    { rule: 'private-data', level: 'error', message, fix },
  );

function findSecrets(source: SourceText): Finding[] {
  return secrets.flatMap(([pattern, what]) =>
    [...source.text.matchAll(pattern)].map(({ 0: found, index }) =>
      refuse(
        source,
        index,
        found.length,
        `This looks like ${what}, and anyone who reads it could use it.`,
        'Delete it and revoke it: once committed, it is no longer secret.',
      ),
    ),
  );
}

function findMail(source: SourceText, contact: string | undefined): Finding[] {
  if (!source.text.includes('@')) return [];
  return [...source.text.matchAll(mail)].flatMap(({ 0: address, index }) => {
    // The part before the @ of a web address is reported with the link.
    if (
      address.toLowerCase() === contact ||
      /:\/\/[^\s/]*$/.test(source.text.slice(Math.max(0, index - 80), index))
    )
      return [];
    if (isHeldFile(source))
      return [
        refuse(
          source,
          index,
          address.length,
          'This file must not expose a source, and an e-mail address leads to a person.',
          keepElsewhere,
        ),
      ];
    const fix = contact
      ? `Write ${contact}, or leave it out.`
      : 'Leave it out, or make it the contact: of content/site.yaml.';
    return [
      refuse(
        source,
        index,
        address.length,
        'The site’s contact is the only e-mail address that is published.',
        fix,
      ),
    ];
  });
}

/**
 * True for a source that the desk heard or holds. Looks at the text of the file, so that files with
 * mistakes, and notes to editors, are checked too: the repository may be public.
 */
const isHeldFile = ({ path, text }: SourceText) =>
  path.startsWith('content/sources/') &&
  new RegExp(`^kind:\\s*["']?(?:${Object.keys(heldKinds).join('|')})\\b`, 'm').test(text);

const streets =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Terrace|Boulevard|Blvd|Crescent|Gardens|Mews|Quay';

/**
 * Details that lead to a person: telephone numbers of several countries, streets with a number,
 * coordinates.
 */
const traces: [RegExp, string][] = [
  [
    new RegExp(
      [
        String.raw`(?:\+|\b00)\s?[1-9](?:[\s().\/–-]{0,2}\d){6,14}`,
        String.raw`\(?\b0\d{1,4}\)?(?:[\s.\/–-]{1,2}\d{2,8}){1,4}`,
        String.raw`\b0\d{6,12}`,
        String.raw`(?:\(\d{3}\)\s?|\b\d{3}[\s.-])\d{3}[\s.-]\d{4}`,
      ]
        .map((number) => String.raw`(?<![\w.,/-])${number}(?!\w|[.,/-]\d)`)
        .join('|'),
      'g',
    ),
    'a telephone number',
  ],
  [
    new RegExp(
      String.raw`(?<!\d)\d{1,4}[A-Za-z]?,? (?:\p{Lu}[\p{L}'’]+ ){1,3}(?:${streets})\b`,
      'gu',
    ),
    'an address',
  ],
  [/\p{Lu}\p{L}*(?:stra(?:ß|ss)e|allee|gasse|platz) \d{1,4}\b/gu, 'an address'],
  [/(?<![\d.])-?\d{1,2}\.\d{3,},\s*-?\d{1,3}\.\d{3,}/g, 'a position on the map'],
];

/** A telephone number has seven digits or more, and is not a date. */
const isDate = (found: string) => /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(found);
const isTooShort = (found: string) => found.replace(/\D/g, '').length < 7;

const keepElsewhere =
  'Delete it, here and in any note after a #, and keep it outside the repository.';

function findTraces(source: SourceText): Finding[] {
  if (!isHeldFile(source)) return [];
  return traces.flatMap(([pattern, what]) =>
    [...source.text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      what === 'a telephone number' && (isDate(found) || isTooShort(found))
        ? []
        : [
            refuse(
              source,
              index,
              found.length,
              `This looks like ${what}, and this file must not expose a source.`,
              keepElsewhere,
            ),
          ],
    ),
  );
}
