/**
 * Sources that the desk heard or holds itself. Readers learn who it was, as far as agreed, why a
 * name is withheld, and what is held. Such a source has no address, and no field, quotation or
 * statement says more about a person than was agreed.
 */
import {
  isHeld,
  isNameWithheld,
  isTalk,
  isUnnamed,
  readPerson,
} from '../../evidence/held-source.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import { heldFields } from '../../schema/held.ts';
import type { WrittenSource } from '../../schema/source.ts';
import { refuseField, type Rule } from './rule.ts';
import { checkWithheldSpeakers, checkAttributedTags, listStatements } from './withheld-names.ts';

export const checkHeldSources: Rule = (content) => [
  ...content.sources.flatMap((file) =>
    isHeld(file.value) ? checkHeld(content, file) : checkPublished(file),
  ),
  ...checkWithheldSpeakers(content),
  ...checkAttributedTags(content),
];

const tell = (file: YamlRecord<unknown>, path: YamlPath, message: string, fix: string): Finding =>
  refuseField(file, path, 'held-source', message, fix);

type Field = keyof WrittenSource;

/** Reports each field that must not be there, with the reason. */
function refuseFields(
  file: ContentFile<WrittenSource>,
  fields: readonly Field[],
  message: string,
  fix: string,
): Finding[] {
  return fields
    .filter((field) => file.value[field] !== undefined)
    .map((field) => tell(file, [field], message, fix));
}

function checkPublished(file: ContentFile<WrittenSource>): Finding[] {
  const fix = 'Delete the line; or write kind: interview, letter, call or held-document.';
  const others = heldFields.filter((field) => field !== 'date');
  return [
    ...refuseFields(
      file,
      others,
      `Only what the desk itself heard or holds has this field, and the kind is ${file.value.kind}.`,
      fix,
    ),
    ...refuseFields(
      file,
      ['date'],
      'A published source gives its date as published:.',
      `Write published: ${file.value.date}`,
    ),
  ];
}

function checkHeld(content: Content, file: ContentFile<WrittenSource>): Finding[] {
  const { kind, published, date, received } = file.value;
  const page = 'If it was published, change its kind; otherwise delete the line.';
  return [
    ...refuseFields(
      file,
      ['url', 'original_url', 'archived'],
      'What the desk heard or holds has no address: it would lead to the person, or to what was given in confidence.',
      page,
    ),
    ...refuseFields(
      file,
      ['linked', 'read_as', 'archived_reason'],
      `This field is for a published page, and the kind is ${kind}.`,
      'Delete the line.',
    ),
    ...refuseFields(
      file,
      ['published'],
      'This was not published, so it has a date.',
      `Write date: ${published}`,
    ),
    ...(date === undefined && received === undefined
      ? [
          tell(
            file,
            ['kind'],
            'There is no date.',
            isTalk(file.value) && kind !== 'letter'
              ? 'Add "date: …", the day of the talk, or only its month if the day would reveal too much.'
              : 'Add "date: …", the day that it bears, or "received: …".',
          ),
        ]
      : []),
    ...(kind === 'interview' || kind === 'call'
      ? refuseFields(
          file,
          ['received'],
          'A talk is not received: it has a date.',
          'Write its day as date:, and delete this line.',
        )
      : []),
    ...checkOrder(file),
    ...(isTalk(file.value) ? checkTalk(file) : []),
    ...checkPerson(file),
    ...checkQuoting(content, file),
  ];
}

function checkOrder(file: ContentFile<WrittenSource>): Finding[] {
  const { date = '', received = '' } = file.value;
  const size = Math.min(date.length, received.length);
  if (received.slice(0, size) >= date.slice(0, size)) return [];
  const message = `It was received on ${received}, before ${date}, its own date.`;
  return [
    createFinding(file.source, file.spanOf(['received']), {
      rule: 'date-order',
      level: 'error',
      message,
      fix: 'Correct one of the two.',
    }),
  ];
}

function checkTalk(file: ContentFile<WrittenSource>): Finding[] {
  const message =
    'An interview, letter or call is named by its kind and its person: any other name could reveal too much.';
  return refuseFields(
    file,
    ['title', 'title_ours', 'publisher', 'author', 'aliases', 'copy_of'],
    message,
    'Delete the line; what readers may know of the person goes after person:.',
  );
}

function checkPerson(file: ContentFile<WrittenSource>): Finding[] {
  const { person, terms, withheld_reason: reason } = file.value;
  if (person === undefined)
    return refuseFields(
      file,
      ['terms', 'withheld_reason'],
      'There is no person, so nothing was agreed.',
      'Add "person: …", or delete it.',
    );
  if (terms === undefined) {
    const fix = 'Add "terms: on-record", "terms: name-withheld" or "terms: background".';
    return [
      tell(
        file,
        ['person'],
        'The record does not say whether this person agreed to be named.',
        fix,
      ),
    ];
  }
  if (!isNameWithheld(file.value))
    return refuseFields(
      file,
      ['withheld_reason'],
      'The person is named, so no name is withheld.',
      'Delete the line, or change terms:.',
    );
  return [
    ...(reason === undefined
      ? [
          tell(
            file,
            ['terms'],
            'There is no reason for withholding the name.',
            'Add "withheld_reason: …", one sentence that reveals nothing about the person.',
          ),
        ]
      : []),
    ...(/^\p{Lu}/u.test(readPerson(person).replace(/^(?:The|An?|One)\s/, ''))
      ? [
          tell(
            file,
            ['person'],
            'The name is withheld, but this begins like a name.',
            'Describe the person as agreed, beginning with a lower-case letter: an officer of the army.',
          ),
        ]
      : []),
  ];
}

function checkQuoting(content: Content, file: ContentFile<WrittenSource>): Finding[] {
  const { kind, terms, quotes = [], quotes_checked: checked } = file.value;
  const worded = listStatements(content, file.id).filter(
    ({ statement }) => statement.wording !== undefined,
  );
  if (terms === 'background')
    return [
      ...refuseFields(
        file,
        ['quotes', 'quotes_checked'],
        'Words given on background are not quoted.',
        'Delete them, or change terms:.',
      ),
      ...worded.map(({ quantity, at }) =>
        tell(
          quantity,
          [...at, 'wording'],
          `"${file.id}" is on background, so its words are not printed.`,
          'Delete the line.',
        ),
      ),
    ];
  const names = isUnnamed(file.value)
    ? quotes.flatMap((quote, index) =>
        quote.by === undefined
          ? []
          : [
              tell(
                file,
                ['quotes', index, 'by'],
                'The name is withheld, but this line would give one.',
                'Delete the line.',
              ),
            ],
      )
    : [];
  if (kind !== 'interview' && kind !== 'call')
    return [
      ...names,
      ...refuseFields(
        file,
        ['quotes_checked'],
        'Only spoken words are read back.',
        'Delete the line.',
      ),
    ];
  if (checked !== undefined || (quotes.length === 0 && worded.length === 0)) return names;
  const fix = 'Add "quotes_checked: true", or false where they were not read back.';
  return [
    ...names,
    tell(
      file,
      [quotes.length > 0 ? 'quotes' : 'kind'],
      'The record does not say whether the person confirmed these words.',
      fix,
    ),
  ];
}
