/**
 * Words that multiply or divide a number: a quadrupling of costs, a third more, half as much, rents
 * have doubled.
 */
const amounts =
  'number|amount|grant|price|cost|total|rate|rent|wage|salar(?:y|ies)|bill|debt|deficit|tax|sale|profit|loss(?:es)?|income|output|production|share|sum|value|quantit(?:y|ies)|length|height|depth|width|distance|area|size|population|budget|figure|weight|volume|speed|limit|fee|fine|fare|average|fatalit(?:y|ies)|case|complaint|arrest|casualt(?:y|ies)|traffic|demand|export|import|spending|turnover|stock|pay|age|dose|risk|odds|dues|workforce|membership|intake';
const amount = String.raw`(?:${amounts})(?:s\b|\b)`;
const multiplied = '(?:doubled|trebled|tripled|quadrupled|quintupled|halved)';
const multiplying = '(?:doubling|trebling|tripling|quadrupling|quintupling|halving)';
const times =
  '(?:twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|a thousand) times)';
const part = '(?:half|an? (?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth))';
const hedge = String.raw`(?:(?:more than|less than|almost|nearly|about|roughly|over|some|around|at least|up to|as much as|well over|just over|just under) )?`;
const degrees =
  '(?:many|much|large|high|big|long|heavy|fast|likely|expensive|dear|cheap|old|wide|deep|tall|far|great|often|strong|small|low)';
const comparatives =
  '(?:more|less|fewer|bigger|larger|higher|greater|worse|smaller|longer|faster|lower|stronger|heavier|cheaper|dearer|richer|older|wider|deeper|taller)';
/** Words of change, as in "rose by a third". */
const changes =
  'rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|shrank|shrunk|shrinks?|dropp?ed|drops?|cuts?|cutting|up|down|increas(?:e|es|ed|ing)|decreas(?:e|es|ed)|reduc(?:e|es|ed|ing)|raised?|raises|lowered|climb(?:s|ed)|declin(?:e|es|ed)|slashed|expanded|jump(?:s|ed)|soared|plunged|slid|slipped|swelled|swollen|contracted|trimmed|shortened|lengthened|widened|narrowed|surged|ballooned|inflated|overran|overshot';
const changeNouns =
  'rise|fall|cut|increase|decrease|reduction|drop|decline|growth|jump|loss|discount|surge|slump|gain|shortfall|majority|minority|stake';
/** Not "third man" or "quarter century": no noun follows the part. */
const alone = String.raw`(?=[,;:!?)]|\.(?!\d)|$| (?:in|on|since|from|over|to|after|between|compared|and|but|within|last|this|that|for|at|or|during|was|were|is|when|while|as|a (?:year|month|week)|again)\b)`;

export const multiples: RegExp[] = [
  new RegExp(
    String.raw`\b(?:(?:double|triple|treble|quadruple|half|${times}) (?:(?:the|its|their|his|her|that|this|last year['’]s) (?:[\p{L}-]+ )?${amount}|(?:as ${degrees}|what it)\b|that(?=[.,;:!?)]|$| of\b)))`,
    'giu',
  ),
  new RegExp(String.raw`\b${times} ${comparatives}\b`, 'giu'),
  new RegExp(
    String.raw`\b(?:${multiplying} (?:of|in)|(?:an?|the) (?:[\p{L}-]+ )?${multiplying})\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\b${amount}(?:(?: of| for| in) (?:[\p{L}-]+ ){0,3}[\p{L}-]+)? (?:(?:has|have|had|was|were|is|are|will|would|may|could) )?(?:(?:been|be|more than|almost|nearly|about|roughly|then|since|also|at least|all) ){0,3}(?:${multiplied}|doubles?|triples?|trebles?|quadruples?)(?=[,;:!?)]|\.(?!\d)|$| (?!(?:up|back|as|the|its|their)\b))`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:${multiplied}|double|triple|treble|quadruple|halve) (?:the|its|their|his|her) (?:[\p{L}-]+ )?${amount}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b${part} (?:more|less|fewer|again as|as (?:many|much)|larger|higher|lower|bigger|smaller|longer|off the)\b`,
    'giu',
  ),
  // Half were women, a fifth are new.
  new RegExp(String.raw`(?<=^|[.!?;:] |, |\band )${part}(?= (?:were|are|have)\b)`, 'giu'),
  new RegExp(
    String.raw`(?<=\b(?:${changes}) (?:in \p{L}+ |again |since )?by ${hedge})${part}${alone}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<=\b(?:${changeNouns}) (?:in \p{L}+ )?of ${hedge})${part}${alone}`,
    'giu',
  ),
];

/** The beginnings of these words, in lower case. */
export const multipleBeginnings = [
  'doubl',
  'tripl',
  'trebl',
  'quadrupl',
  'quintupl',
  'halv',
  'half',
  'twice',
  'thrice',
];

/** Something that each of them holds. Few texts do, and the patterns are slow. */
export const anyMultiple = new RegExp(
  String.raw`\b(?:${multipleBeginnings.join('|')}|${times}|${part})`,
  'iu',
);
