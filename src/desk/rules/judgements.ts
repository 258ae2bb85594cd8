/**
 * Claims, events, places and terms name what exists, and a claim says what would change its
 * verdict.
 */
import type { EvidenceRecord } from '../../evidence/record.ts';
import type { Content } from '../../library/content.ts';
import { isInCountry } from '../../drawings/geography.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { TimelineEvent } from '../../schema/event.ts';
import type { Finding } from '../../schema/finding.ts';
import { evidenceSides, type Claim } from '../../schema/claim.ts';
import { refuseField, type Rule } from './rule.ts';
import { findUnknown, findUnknownNumber } from './unknown.ts';

type File = YamlRecord<unknown>;

export const checkJudgements: Rule = (content) => [
  ...checkClaims(content),
  ...checkEvents(content),
  ...checkPlaces(content),
  ...checkIds(content),
];

function checkSource(content: Content, file: File, path: YamlPath, id: string): Finding[] {
  return findUnknown(content, 'source', file.source, () => file.spanOf(path), id);
}

function checkNumber({ record }: Content, file: File, path: YamlPath, ref: string): Finding[] {
  return findUnknownNumber(record, file.source, () => file.spanOf(path), ref, { whole: true });
}

function checkClaims(content: Content): Finding[] {
  return content.claims.flatMap((file) => {
    const { value } = file;
    const needed = value.verdict !== 'supported' && value.verdict !== 'opinion';
    return [
      ...checkSource(content, file, ['made_in'], value.made_in),
      ...(['for', 'against'] as const).flatMap((side) =>
        (value[side] ?? []).flatMap((entry, index) =>
          checkSource(content, file, [side, index, 'source'], entry.source),
        ),
      ),
      ...(value.numbers ?? []).flatMap((ref, index) =>
        checkNumber(content, file, ['numbers', index], ref),
      ),
      ...checkEvidence(file),
      ...checkSides(file),
      ...(needed && !value.would_change
        ? [
            refuseField(
              file,
              ['verdict'],
              'verdict',
              'A contested claim must say what would change its verdict.',
              'Add a line "would_change: …".',
            ),
          ]
        : []),
    ];
  });
}

/** A verdict needs sources on the side that it takes. */
function checkEvidence(file: YamlRecord<Claim>): Finding[] {
  const { verdict, ...sides } = file.value;
  const needed = evidenceSides[verdict];
  if (!needed || needed.some((side) => sides[side]?.length)) return [];
  const fields = needed.map((side) => `${side}:`).join(' or ');
  const fix = `List them under ${fields}, or change the verdict.`;
  return [refuseField(file, ['verdict'], 'verdict', 'This verdict rests on no sources.', fix)];
}

/**
 * A claim is not evidence for itself, and a source supports one side only: its note says what
 * speaks for the other.
 */
function checkSides(file: YamlRecord<Claim>): Finding[] {
  const { made_in, for: pro = [], against = [] } = file.value;
  const refuse = (path: YamlPath, message: string, fix: string) => [
    refuseField(file, path, 'verdict', message, fix),
  ];
  const own = pro.findIndex(({ source }) => source === made_in);
  return [
    ...(own === -1
      ? []
      : refuse(
          ['for', own, 'source'],
          `"${made_in}" makes this claim, so it cannot support it.`,
          'Name another source that supports it.',
        )),
    ...against.flatMap(({ source }, index) =>
      pro.some((entry) => entry.source === source)
        ? refuse(
            ['against', index, 'source'],
            `"${source}" is listed both for and against.`,
            'Keep it on one side, and explain in its note.',
          )
        : [],
    ),
  ];
}

/** Reports coordinates outside of the country: latitude and longitude are easily exchanged. */
function checkPlaces({ places }: Content): Finding[] {
  if (!places) return [];
  return places.value.flatMap(({ country, latitude, longitude }, index) => {
    if (isInCountry(country, latitude, longitude) !== false) return [];
    const meant = [
      [longitude, latitude],
      [-latitude, longitude],
      [latitude, -longitude],
    ].find(([north = 0, east = 0]) => isInCountry(country, north, east));
    const fix = meant
      ? `Did you mean "latitude: ${meant[0]}" and "longitude: ${meant[1]}"?`
      : 'Check the coordinates; south and west are negative.';
    return [
      refuseField(
        places,
        [index, 'latitude'],
        'place-outside',
        `The point ${latitude}, ${longitude} does not lie in ${country}.`,
        fix,
      ),
    ];
  });
}

function checkEvents(content: Content): Finding[] {
  const { events, record, time = Infinity } = content;
  if (!events) return [];
  return events.value.flatMap((event, index) => [
    // Another rule reports dates in the future.
    ...(Date.parse(event.date) <= time * 1000 ? checkForeseen(record, events, index, event) : []),
    ...event.sources.flatMap((id, at) => checkSource(content, events, [index, 'sources', at], id)),
    ...(event.numbers ?? []).flatMap((ref, at) =>
      checkNumber(content, events, [index, 'numbers', at], ref),
    ),
    ...(event.places ?? []).flatMap((id, at) =>
      findUnknown(content, 'place', events.source, () => events.spanOf([index, 'places', at]), id),
    ),
  ]);
}

/** An event after the publication of all its sources cannot be reported by them. */
function checkForeseen(
  { sources }: EvidenceRecord,
  file: File,
  index: number,
  { date, sources: ids }: TimelineEvent,
): Finding[] {
  const published = ids.flatMap((id) => sources.get(id)?.published ?? []);
  const isBefore = (day: string) => day.slice(0, date.length) < date.slice(0, day.length);
  if (published.length === 0 || published.length < ids.length || !published.every(isBefore))
    return [];
  const message = `The event is of ${date}, but its sources were all published before that, ${published.sort().at(-1)} at the latest.`;
  return [
    refuseField(
      file,
      [index, 'date'],
      'date-order',
      message,
      'Correct the date, or name a source that reports it.',
    ),
  ];
}

/** Ids in a list are unique, and so are the words that a term explains. */
function checkIds({ events, places, glossary }: Content): Finding[] {
  const terms = (glossary?.value ?? []).map(({ term }) => term.toLowerCase());
  const twice = terms.flatMap((term, index) =>
    glossary && terms.indexOf(term) < index
      ? [
          refuseField(
            glossary,
            [index, 'term'],
            'id-taken',
            `Two entries explain "${glossary.value[index]?.term ?? term}".`,
            'Merge the two entries.',
          ),
        ]
      : [],
  );
  const ids = [events, places, glossary].flatMap((file) => {
    if (!file) return [];
    const ids = file.value.map((entry) => entry.id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [
            refuseField(
              file,
              [index, 'id'],
              'id-taken',
              `Two entries are called "${id}".`,
              'Give one of them another id.',
            ),
          ]
        : [],
    );
  });
  return [...ids, ...twice];
}
