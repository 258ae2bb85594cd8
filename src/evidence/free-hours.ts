/**
 * Hours of the day that are written as a number alone: wet by 9, from 8 till 5, just after 3. They
 * are recognised by the verb or noun before them and by the end of the phrase after them. If a
 * change may be meant, as in "fell by 9", the number still needs a record.
 */
const hour = String.raw`(?<![\d.,])(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?`;
/** The end of the phrase: nothing that could be counted follows. */
const end = String.raw`(?=[,;:!?)]|\.(?!\d)|$| (?:on|in the|sharp|tonight|today|tomorrow|yesterday|each|every|daily|when|but|for|as|if)\b| and (?!\d|(?:a|one|two|three|half)\b))`;
const preposition = '(?:at|by|before|after|until|till|from|around|about|since|for)';

/** Things that begin or end at an hour. */
const appointments =
  'appointment|auction|dawn|dusk|daybreak|high tide|low tide|final whistle|briefing|bulletin|bus|church|class|concert|curfew|deadline|dinner|ferry|flight|funeral|game|hearing|kick-off|lesson|lunch|mass|match|meeting|news|opening|party|prayers|press conference|rehearsal|school|screening|service|session|show|sitting|sunrise|sunset|supper|tea|throw-in|train|vigil|wedding';
/** Verbs that take an hour and never an amount. */
const doings =
  'doors? open|opens?|opened|reopens?|reopened|shuts?|closes|starts?|started|starting|begins?|began|begun|ends|meets?|met|sun (?:sets?|rises|rose)|leaves?|arrives?|arrived|wakes?|woke|sails?|sailed|departs?|departed|dined?|ate|sits|sat|resumes?|resumed|kicks? off|kicked off|sets? (?:off|out)|gets? up|got up|is (?:home|due|back)|was (?:home|due|back)|(?:is|was|be) expected|(?:is|was|were|be) (?:lifted|reopened|called off|arrested|released|freed|buried|woken|evacuated|relieved|searched|raided)';
/** Not after things that open and close at a price or a number. */
const priced =
  '(?<!\\b(?:bidding|shares?|stocks?|bonds?|index|trading|prices?|rates?|odds|list|scale|count|auction) )';
/** Words between a verb and its hour, none of which can belong to a number. */
const between = String.raw`(?:(?!\b(?:total|count|sum|price|number|toll|score|rate|share|level|figure|value)s?\b)[^.,;:\d]){0,30}`;
/** What may have happened by an hour. */
const done =
  'stopped|ended|gone|left|arrived|begun|started|finished|closed|opened|cleared|come|returned|gathered|fled|landed|sailed|docked';
/** States that can be measured: after them, "by 9" says by how much. */
const measures =
  'up|down|ahead|behind|short|over|under|out|off|worse|less|more|cut|led|hit|won|lost|beat|bought|sold|sent|spent|made|paid|held|kept|left|set|late|early|wrong|rising|falling|growing|dropping|climbing|shrinking|increasing|decreasing|declining|slipping|leading|winning|losing|trailing|widening|narrowing|gaining';
const state = String.raw`(?:is|are|was|were|been|be|stood|lay|seemed|looked) (?:still |already |all |quite |nearly )?(?!(?:${measures})\b)\p{Ll}+(?<!er|ed|[^p]en|wn)`;
const open = String.raw`(?:opens?|opened|shut|works?|worked|working|on duty|on air|on sale|manned|staffed|guarded|served|(?:hours|shifts?|duty|day) (?:is|are|was|were|runs?|ran|lasts?|lasted))`;
const range = String.raw`${hour}(?: to | till | until | and |\s?[–-]\s?)${hour}`;

export const freeHours: RegExp[] = [
  // It was wet by 9; the rain had stopped by 3.
  new RegExp(String.raw`\b${state}(?: \p{Ll}+ing)? by ${hour}(?:${end}| and \p{Ll}+)`, 'gu'),
  new RegExp(
    String.raw`\b(?:has|have|had) (?:all |already |mostly )?(?:${done}) by ${hour}${end}`,
    'gu',
  ),
  // By 10 the square was empty, around 4 the lights went out.
  new RegExp(
    String.raw`(?<=^|[.!?:] )(?:By|At|Around|About|Before|After|Until|Till|Towards) ${hour}(?=,? (?:the|an?(?! (?:head|piece|share|time|day|week|month|year|night|kilo|litre|barrel|gallon|mile|pop|tonne|ton|unit|dozen)\b)|it|he|she|they|we|I|all|most|no|nobody|his|her|their|every|only) )`,
    'gu',
  ),
  // From 8 till 5, 9 to 5, open 10 to 6, between 4 and 5 in the morning.
  new RegExp(String.raw`\b(?:from )?${hour} (?:till|until) ${hour}${end}`, 'gu'),
  new RegExp(String.raw`(?<![\d.,])\b9(?: to |\s?[–-]\s?)5${end}`, 'gu'),
  new RegExp(String.raw`\b${open} (?:\p{Ll}+ ){0,2}?(?:from |between )?${range}${end}`, 'gu'),
  new RegExp(
    String.raw`\b(?:between|from) ${range}(?= (?:in the (?:morning|afternoon|evening)|at night)\b)`,
    'gu',
  ),
  // Half past 6, quarter to 9, just after 3, gone 11.
  new RegExp(
    String.raw`\b(?:half past|quarter (?:past|to)|(?:five|ten|twenty|twenty-five) past) ${hour}${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:just|shortly|soon|a little|not long|minutes|right|well) (?:before|after|past) ${hour}${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b[Ii]t (?:is|was) (?:just |already |well )?(?:gone|past) ${hour}${end}|\b[Ii]t was ${hour}(?= when\b)`,
    'gu',
  ),
  // The meeting is at 2; the clinic opens at 9 and shuts at 5.
  new RegExp(
    String.raw`\b(?:${appointments})s? (?:is|are|was|were|will be|had been|has been) (?:on \p{Lu}\p{Ll}+ |set |due |fixed |planned |scheduled |called |over |put off )?${preposition} ${hour}${end}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:listed|set|fixed|scheduled|adjourned|booked) (?:for|until|till) ${hour}${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\bwill (?:have )?(?:ease|clear|stop|end|begin|start|arrive|die down|set in|(?:reach|spread|move|turn)[^.,;:\d]{1,30}) by ${hour}${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\bon at ${hour}${end}|${priced}\b(?:${doings})\b${between}? (?:at|before|after|until|till|around|about) ${hour}${end}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:opens?|shuts?|starts?|begins?|ends|leaves?|arrives?|resumes?|is due|are due|was due) by ${hour}${end}`,
    'gu',
  ),
  // The 10.15 was cancelled.
  /\b[Tt]he (?:[1-9]|1\d|2[0-3])[.:][0-5]\d(?= (?:was|is|left|leaves|ran|runs|train|service|bus|ferry|had|has)\b)/gu,
];
