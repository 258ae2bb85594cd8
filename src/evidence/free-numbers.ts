/**
 * Numbers that count nothing, and so need no record: dates, times, ages, addresses, telephone
 * numbers, references and names. The words beside them identify them. A number that counts
 * something still needs a record, even if it looks like one of these.
 */
import { isCurrency } from '../schema/currency.ts';
import { moneyNouns } from './currency-signs.ts';
import { countsSomething } from './counted-nouns.ts';
import { freeGrades, freeModels } from './free-grades.ts';
import { freeHours } from './free-hours.ts';
import { freeCodes, freePositions } from './free-positions.ts';
import { freeHalves, freeReferences, references } from './free-references.ts';
import { blankWords } from './free-words.ts';
import { blankNames } from './number-tokens.ts';
import { dayOfMonth, foreignMonths, fullMonths, hijriMonths, months } from './month-names.ts';

const several = (one: string) => String.raw`${one}(?:(?:\s?[–-]\s?| (?:and|or|to) |, )${one})*`;

const capital = String.raw`\p{Lu}[\p{L}'’.-]*`;

/**
 * Words after which a number is a name, unless an article precedes them: in building 5, but in the
 * building 40 people slept.
 */
const rooms =
  'buildings?|blocks?|floors?|flats?|apartments?|cells?|hangars?|towers?|sectors?|zones?|stages?|parts?|lanes?|halls?|camps?|units?|kilomet(?:re|er)|km|miles?|days?|weeks?|months?|years?|nights?|rounds?|laps?|episodes?|seasons?|scenes?|roundabouts?|(?:mile )?markers?|constituency|precincts?|berths?|plots?|exhibits?|suites?';

const article = String.raw`(?<!\b(?:the|an?|this|that|these|those|its|their|his|her|our|each|every|same|of|first|last|new|old) )`;

/**
 * Nouns after which a number is a name only if they have a capital: in the report 40 vans are
 * counted.
 */
const named =
  'Act|Base|Depot|Hill|Recommendation|Invoice|Contract|Waybill|Objective|Outpost|Position|Air Force|Amendment|Badge|Bay|Bed|Bench|Berth|Car|Count|Court|Game|Heat|Hole|Juror|Motion|PC|Pitch|Proposition|Question|Race|Radio|Row|Seat|Service|Tier|Witness|Constituency|Exhibit|Plot|Roundabout|Ward|Sputnik|Voyager|Soyuz|Vostok|Gemini|iPhone|iPad|iOS|Android|Galaxy|PlayStation|Xbox|Year|Form|Group|Fahrenheit|Ramadan|H\\.\\s?R\\.|S\\.|Airbus|Apartment|Apollo|Area|Article|Bank|Battalion|Block|Boeing|Box|Brigade|Building|Bunker|Camp|Case|Cell|Convention|Corps|Decree|Directive|District|Division|Dock|Docket|Executive Order|File|Flat|Floor|Force|Gate|Hall|Hangar|Highway|House|Interstate|Law|Line|Lot|Motorway|Order|Part|Pier|Postcode|Precinct|Protocol|Psalm|Public Law|Regiment|Regulation|Report|Road|Schedule|Sector|Security Council|Serial|Squadron|Stage|Street|Studio|Suite|Surah?|Task Force|Team|Title|Treaty|Unit|Windows|Zone|Zip';

const streets =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Place|Court|Terrace|Boulevard|Blvd|Way|Close|Crescent|Gardens|Row|Hill|Mews|Quay|Highway|Walk|Park';

/**
 * 2 June, 9 and 10 June 2014, 1 to 30 June, 2nd of June; June 2, 2015 and Nov. 27 are tried below.
 */
const days = new RegExp(
  String.raw`(?<![\d.,])${several(String.raw`${dayOfMonth}(?:st|nd|rd|th)?`)}(?: of)? ${months}(?:,? \d{4}\b)?`,
  'gu',
);

/** Patterns that are always blanked. */
const always: RegExp[] = [
  // Footnote marks.
  /\[\^[^\]\s]+\]/gu,
  // 2014-06-10, 27/11/2023, 27.11.23; and days that are known by their numbers.
  /(?<![\d/.-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])/gu,
  new RegExp(
    String.raw`(?<![\d/.-])(?:${dayOfMonth}([/.-])(?:0?[1-9]|1[0-2])\1|(?:0?[1-9]|1[0-2])/${dayOfMonth}/)(?:\d{4}|\d\d)(?![\d/-]|\.\d)`,
    'gu',
  ),
  /(?<![\d/.])(?:9\/11|11\/9|7\/7|26\/11|24[/-]7|20\/20|50[/-]50|9-to-5)(?![\d/]|\.\d)/gu,
  // 2026/11/03; on 3.12. as other countries write it.
  /(?<![\d/.-])\d{4}([/.])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\d/-]|\.\d)/gu,
  new RegExp(
    String.raw`(?<=\b(?:on|until|till|since) )${dayOfMonth}\. ?(?:0?[1-9]|1[0-2])\.(?= \p{Ll})`,
    'giu',
  ),
  days,
  new RegExp(String.raw`\b${months} ${dayOfMonth}(?:st|nd|rd|th)?, \d{4}\b`, 'gu'),
  // 2. Juni, 14 juillet, 3 de mayo de 2014.
  new RegExp(
    String.raw`(?<![\d.,])${dayOfMonth}(?:\.|er|º)? (?:de )?(?:${foreignMonths})(?!\p{L})(?:,? (?:de )?\d{4}\b)?`,
    'giu',
  ),
  // 12 Ramadan 1435, in Muharram 1436, in 1436 AH.
  new RegExp(
    String.raw`(?:(?<![\d.,])${dayOfMonth}(?:st|nd|rd|th)?(?: of)? )?\b${hijriMonths}(?: 1[234]\d\d\b(?![.,]?\d))?`,
    'gu',
  ),
  /\b1[234]\d\d(?:[–/-]\d{2,4})? A\.?H\b\.?/gu,
  // 10:30, 9 a.m., 21.15 GMT, 0600 GMT, 1800 hours, 5 o’clock.
  /\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|GMT\b|UTC\b|o['’]clock\b|noon\b)|\b\d{1,2}:\d\d(?::\d\d)?\b/gu,
  /\b(?:[01]\d|2[0-4])[0-5]\d ?(?:GMT\b|UTC\b|Z\b|Zulu\b|(?:hours|hrs?|h)\b(?! of\b)|local time\b)/gu,
  /\b\d{1,2}[.:]\d\d (?=(?:train|bus|ferry|flight|service|news)\b)/gu,
  // From 0300 to 1500, the 2.30 at Ascot, the 07.52.
  /(?<![\d.,–-])0\d[0-5]\d(?: (?:to|until|till|and|or) [012]\d[0-5]\d)?(?![\d%]|[.,]\d)(?=[.,;:!?)]|$| (?:on|to|until|till|daily|every|each|today|and|the|when|from)\b)/giu,
  /\b[Tt]he (?:[1-9]|1\d|2[0-3])[.:][0-5]\d(?= (?:at|from|to) \p{Lu})|(?<![\d.,])0\d[.:][0-5]\d(?![\d%]|[.,]\d)/gu,
  // How long a work is: a 90-minute film.
  /\b\d{1,4}-(?:second|minute|hour|page|word|part|episode) (?:film|documentary|programme|program|video|clip|interview|speech|show|play|concert|podcast|series|book|report|essay|letter|statement|drama|broadcast|recording|service|hearing|match|game|round|slot)s?\b/giu,
  // When, and not how many: 20 years ago, 10 months before the column.
  /\b\d{1,4} (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centuries) (?:ago|later|earlier|before|after|back|previously)\b/giu,
  /\b24 hours a day\b|\b(?:7|seven) days a week\b|\b365 days a year\b/giu,
  /\b\d+(?:st|nd|rd|th)\b/gu,
  // In the ’90s, the spring of ’03; Matthew 5:9; the Group of 20; a 737 MAX, a 404 error.
  /(?<=[\s(])['’]\d\ds?\b/gu,
  /\b\p{Lu}\p{Ll}+ \d{1,3}:\d{1,3}(?:[–-]\d{1,3})?\b/gu,
  /\bGroup of (?:7|8|10|20|24|77)\b(?! (?:\p{Ll}+s|men|women|people)\b)/gu,
  /\b7[0-8]7(?= (?:MAX|jets?|airliners?|Dreamliners?)\b)|\b(?:403|404|500)(?= errors?\b)/gu,
  // 7.62 x 39 mm, 155 mm, 5.56, .50 calibre, 12-gauge.
  /\b\d+(?:\.\d+)?\s?(?:x|×)\s?\d+(?:\.\d+)?(?:\s?mm)?\b(?![¹²³⁰⁴-⁹^])|\b\d+(?:\.\d+)?[\s-]?mm\b|\b(?:5\.45|5\.56|7\.62|12\.7|14\.5)\b(?! (?:met(?:re|er)s?|km|kilomet\w+|tonnes?|tons?|kilos?|kg|litres?|per|million|billion|thousand|miles?|hours?|days?|years?)\b|%)/gu,
  /(?<![\d.])0?\.\d{2,3}[\s-](?:(?:rifle|pistol|revolver|handgun|round)s?\b|cal\b|calib(?:re|er)s?\b|inch\b|Browning\b|Winchester\b)|\b\d{1,2}[\s-](?:gauge|bore|pounder)\b/gu,
  // Ages: Karim, 34, said; aged 34; a 34-year-old; in his 40s.
  new RegExp(
    String.raw`(?<=${capital},) (?:1[01]\d|\d{1,2})(?=,| and\b[^,]*, (?:1[01]\d|\d{1,2}),)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=${capital}, (?:1[01]\d|\d{1,2}),? and ${capital}(?: ${capital})*,) (?:1[01]\d|\d{1,2})(?=[,.])`,
    'gu',
  ),
  /(?<=\b(?:the|an?|his|her|their|my|our) [\p{L}-]+(?<!s),) \d\d(?=,)/giu,
  /\b(?:aged?|ages|age of|ages of|turn(?:s|ed|ing)?)(?: (?:between|from|of))? \d{1,3}(?:\s?(?:–|-|to|and|or)\s?\d{1,3})?\b(?! per\b|%)/giu,
  /\b(?:children|people|those|men|women|boys|girls|anyone|everyone|everybody|adults|pupils|patients) (?:aged |under |over |below |above )(?:the age of )?\d{1,3}\b(?! per\b|%|[.,]\d)/giu,
  /\bAt \d\d(?= (?:he|she)\b)|\b(?:he|she|who) (?:is|was|will be|turns)(?: (?:then|now|only|just|already))? \d{1,3}(?=[.,;!?]|$| (?:today|tomorrow|this|next|when|then|at the time|and (?:he|she|has|had|was|lives|lived))\b)(?![.,]\d)/giu,
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) \p{Lu}[\p{L}-]+(?:, [^,.]{3,40},)? (?:is|was) \d{2,3}(?=[.,;!?]|$| (?:when|and)\b)(?![.,]\d)/gu,
  /(?<=\b(?:twins?|sisters?|brothers?|boys?|girls?|sons?|daughters?|child|children|baby|toddler|teenagers?|pupils?),) \d{1,2}(?=,)/giu,
  /\b\d{1,3} years of age\b/giu,
  /(?<=\b(?:the|his|her|their|my|our) (?:\p{L}+ )?(?:sons|daughters|children|boys|girls|brothers|sisters|twins|kids|grandchildren|men|women|teenagers|suspects|victims|defendants|pupils),) \d{1,2}(?:, \d{1,2})*,? and \d{1,2}(?=[,.])/giu,
  /(?<=, (?:then|now|only|just|barely|still) )\d{1,2}(?=[,.])/giu,
  /\b\d{1,3}(?:, \d{1,3})+(?=,? (?:and|or) \d{1,3} years? old\b)/giu,
  /\b\d{1,3}(?:(?:\s?(?:–|-|to|and|or)[\s-]?)\d{1,3})?[\s-](?:years?|months?|weeks?|days?)[\s-]olds?\b/giu,
  /\b(?:his|her|their|my|our|your) (?:early[\s-]|mid[\s-]|late[\s-])?\d0s\b|\b(?:under|over)-\d\ds?\b|\b(?:early|mid|late)[\s-]\d0s\b/giu,
  /\b(?:man|woman|boy|girl|child|son|daughter|student|widow) of \d{1,3}\b(?! (?:per|houses|families)\b|[.,]\d|%)/giu,
  // Addresses: 12 High Street, 221B Baker Street, SW1A 2AA, DC 20001.
  new RegExp(
    String.raw`\b\d{1,4}(?:[–-]\d{1,4})?[A-Za-z]?,? (?:${capital} ){1,3}(?:${streets})\b\.?`,
    'gu',
  ),
  new RegExp(
    String.raw`\b${capital}(?:[\s-](?:${streets})|stra(?:ß|ss)e|allee|platz|gasse) \d{1,4}[a-z]?\b`,
    'gu',
  ),
  /\b\d{1,4},? (?:rue|avenue|boulevard|place|via|calle|piazza) (?:d[eu]s? |la |l['’])*\p{Lu}/giu,
  /\b(?:Rue|Avenue|Boulevard|Via|Calle|Piazza)(?: [\p{L}'’]+){1,4} \d{1,4}\b/gu,
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b/gu,
  // Telephone numbers.
  /(?<![\d.,])(?:\+|00)\d[\d ()/.-]{6,}\d(?!\d|[.,]\d)|(?<![\d.,])\(?0\d{1,4}\)?[ /-]\d{2,4}(?:[ -]?\d{2,4}){1,3}(?!\d|[.,]\d)|\b\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}\b/gu,
  /\b(?:dial(?:led|ling|s)?|call(?:ed|ing|s)?|phon(?:e|ed|ing)|text(?:ed|ing|s)?) (?:911|999|112|111|101)\b(?! \p{Ll}+(?:s|people|men|women)\b| people\b)/giu,
  /\b(?:ring|call|dial|phone|text|tel\.?|telephone|fax|hotline|extension|ext\.)(?:ed|s|ing|led|ling)?(?: is| was| on| us on| them on| the \w+ on|:)? (?:\d{3}-\d{4}|\d{5,6})\b(?![.,]\d| \p{Ll}*(?:s|people|men|women)\b)/giu,
  // No 10, Nr. 10. In lower case or at the beginning of a sentence, "no" is a negation.
  /\bNr\.? ?\d+[A-Za-z]?\b|(?<=[\p{L}\p{N},] )No \d+[A-Za-z]?\b|\bNo \d+(?= (?:would|will|has|had|is|was|said|says|did|does|declined)\b)/gu,
  // How a game, a vote or a chart ended: 2–1, passed 52-48, a 3-0 win, the top 10.
  /(?<=\b(?:won|beat|drew|score (?:was|is|stood at|of)|passed|voted|split)(?: by)?(?: \p{Lu}[\p{L}]+)? )\d{1,3}(?:[–-]| to )\d{1,3}(?=[.,;:!?)]|$| (?:at|in|on|after|to|against|for|with|and|along)\b)/gu,
  /(?<=\b(?:lost|lose|trailed|led|level|tied|finished|finishes|ended|ends|went down) )\d{1,2}[–:-]\d{1,2}(?= (?:after|to|at|away|on (?:penalties|aggregate)|in (?:extra|added)|against|for|with)\b|[,;:!?)]|\.(?!\d)|$)/giu,
  // Races and bowlers: the 400m hurdles, took 5-42.
  /\b\d{2,5}(?:m|[ -]met(?:re|er)s?) (?=(?:hurdles|final|sprint|relay|freestyle|butterfly|backstroke|breaststroke|medley|steeplechase|race|heats?|champion|title|record)\b)|(?<=\btook )\d{1,2}-\d{2,3}(?![\d%]|[.,]\d)(?=[.,;:!?)]|$| (?:on|in|for|as|at)\b)/gu,
  /\b(?:999|911|112|111|101)(?= (?:call|operator|handler)\b)/gu,
  /(?<![\d.,–-])\d{1,2}[–-]\d{1,2}(?: ?\(\d{1,2}(?:[–-]\d{1,2})?\))?(?:(?:, | and |, and )\d{1,2}[–-]\d{1,2}(?: ?\(\d{1,2}(?:[–-]\d{1,2})?\))?)+(?![\d–-]|[.,]\d)(?=[.,;:!?)]|$| (?:in|on|at|to|over|against|win|victory|defeat)\b)/gu,
  // Names that a desk, a court or a council gives to a case: reference 4471, 23/01456/FUL, counts 1
  // to 4, a jury of 12.
  /\b(?:reference|ref\.?|(?:case|crime|incident|application|order|serial|licence|invoice|claim)(?: (?:number|no\.?)))(?: (?:number|no\.?))?(?: is| was|:)? (?=[\p{L}/-]*\d)[\p{L}\d][\p{L}\d/-]*(?!\d|[.,]\d)/giu,
  /\b\d+(?:\/\d+)+\/[A-Z]{1,6}\b/gu,
  /(?<=\b(?:on|of|to) )counts? \d{1,2}(?:(?:, | and | to | or |–|-)\d{1,2})*(?![\d%]|[.,]\d)/giu,
  /\bjury of 12\b/giu,
  /\b\d{1,3}(?:[–-]| to )\d{1,3}(?= (?:win|victory|defeat|draw|loss|vote|decision|ruling)\b)/gu,
  /\btop (?:5|10|20|25|50|100|500)(?=[.,;:!?)]|$| (?:in|of|list|for|on)\b)/giu,
  // The year 1258, 300 BC.
  /\b\d{1,4} (?:AD|BC|BCE|CE)\b/gu,
  /\b(?:24|360|180|90)[\s-](?:hour|degrees?|day)\b(?= (?:a|per|watch|news|turn|view|curfew|ceasefire|truce|guard|service|clock|cycle)\b)|\b(?:360|180)-degree\b/gu,
];

/** The patterns that are blanked everywhere, in this order. */
const inDigits = [...freeReferences, ...freePositions, ...always, ...freeHours, ...freeGrades];

/** Blanked unless a record counts what follows: in room 40 vans stood. */
const unlessCounted: RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${references})\s?\d+(?:\.\d+)*[A-Za-z]?(?:(?:\s?[–/-]\s?|, | and | to | or )\d+(?:\.\d+)*)*(?![\p{L}\p{N},]\d|%)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${article}(?:${rooms}) \d+[a-z]?(?![\p{L}\p{N},]\d|%)`,
    'giu',
  ),
  freeModels,
  freeCodes,
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${named})s? (?:No\. ?)?\d+(?:[-–/.]\d+)*[A-Za-z]?(?![\p{L}\p{N},]\d|%)`,
    'gu',
  ),
];

const monthDay = new RegExp(String.raw`\b${months} ${several(dayOfMonth)}(?![\d.,]*\d|%)`, 'gu');

const beforeDay = /\b(?:on|by|until|till|since|before|after|from|of|and|to)\s$/iu;

const years =
  /(?<![\p{Sc}\d.,]|\p{Sc}\s|\b[A-Z]{3}\s|\b(?:Rs|Rp|Tk|kr|Kč|Ft)\.?\s)\b(?:1[89]|20)\d\d(?:\s?[–/-]\s?(?:\d\d)?\d\d)?s?\b(?![,.]\d|\s?%)/gu;

/** A year in which something happened, before the nineteenth century. */
const oldYears =
  /(?<=\b(?:in|since|until|before|after|by|(?<!\b(?:rose|fell|grew|went|up|down|climbed|dropped|rise|fall|cut|increased?|changed) )from) )1[0-7]\d\d\b(?=[,.;:)]|$| (?:the|a|an|and|or|to|when|his|her|it|he|she|they|by|after|before)\b)/giu;

/** Words that follow a count or measure and never a year. */
const measured = new RegExp(
  String.raw`^[\s-]?(?:per\s?cent\b|percent|hundred|thousand|million|billion|trillion|bn\b|tonnes?\b|tons?\b|kilos?\b|kg\b|km\b|kilomet|met(?:re|er)s?\b|miles?\b|litres?\b|USD\b|EUR\b|GBP\b|(?:${moneyNouns})\b)`,
  'iu',
);

/**
 * Words before a year, which show that it does not count the word after it: in 2015 vans crossed
 * the river.
 */
const beforeYear = new RegExp(
  String.raw`(?:\b(?:in|of|since|by|until|till|from|during|before|after|early|late|mid|to|and|the|on|${fullMonths})[\s-]|[’'(])$`,
  'iu',
);

/** Words that precede a count and never a year: some 1999 lamps, at least 2015 doors. */
const beforeCount =
  /\b(?:some|at least|more than|fewer than|nearly|almost|exactly|no fewer than|up to)\s$/iu;

const severalThings = /^ (?:\p{Ll}+ )?\p{Ll}{3,}s\b(?! (?:is|was|has|when)\b)/u;

const blank = (match: string) => ' '.repeat(match.length);

/**
 * The text with spaces in place of the numbers that count nothing; `countedNouns` are the nouns
 * that records count, in lower case.
 */
export function blankFreeNumbers(text: string, countedNouns: ReadonlySet<string>): string {
  let blanked = text.replace(/\[\^[^\]\s]+\]/gu, blank).replace(freeHalves, blank);
  if (!/\d/.test(blanked)) return blankWords(blanked);
  // Most texts have only days and years, so the other hundred patterns are not needed.
  const undated = blankYears(blanked.replace(days, blank), countedNouns);
  if (!/\d/.test(undated)) return blankWords(undated);
  const counts = (end: number) => countsSomething(blanked.slice(end), countedNouns);
  for (const pattern of inDigits) {
    const rest = blanked.replace(pattern, blank);
    if (rest !== blanked && !/\d/.test(rest)) return blankWords(rest);
    blanked = rest;
  }
  blanked = blanked.replace(monthDay, (match, ...more: unknown[]) => {
    const index = more.find((entry) => typeof entry === 'number') ?? 0;
    return counts(index + match.length) && !beforeDay.test(blanked.slice(0, index))
      ? match
      : blank(match);
  });
  for (const pattern of unlessCounted)
    blanked = blanked.replace(pattern, (match, index: number) =>
      counts(index + match.length) ? match : blank(match),
    );
  blanked = blankYears(blanked, countedNouns).replace(oldYears, blank);
  // The code of a currency directly before its amount: USD5.
  return blankWords(blankNames(blanked)).replace(/\b[A-Z]{3}(?=\d)/g, (code) =>
    isCurrency(code.toLowerCase()) ? blank(code) : code,
  );
}

function blankYears(text: string, countedNouns: ReadonlySet<string>): string {
  return text.replace(years, (match, index: number) => {
    const before = text.slice(0, index);
    const following = text.slice(index + match.length);
    const isCount = beforeCount.test(before) && severalThings.test(following);
    const isYear =
      !isCount &&
      !measured.test(following) &&
      (!countsSomething(following, countedNouns) || beforeYear.test(before));
    return isYear ? blank(match) : match;
  });
}
