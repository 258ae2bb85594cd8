/** Numbers of files, crates, maps and courts, which name a thing and count nothing. */
import { fullMonths } from './month-names.ts';

const rest = String.raw`(?![\d%]|[.,]\d)`;

/** Nouns after which a number is always a name and never a count, in upper or lower case. */
export const references =
  'pages?|pp?\\.|paragraphs?|paras?\\.?|sections?|§{1,2}|chapters?|ch\\.|figures?|figs?\\.|tables?|steps?|rules?|versions?|volumes?|vols?\\.|issues?|items?|annex(?:es)?|appendix|appendices|articles?|arts?\\.|clauses?|footnotes?|verses?|resolutions?|nos?\\.|numbers?|#|№|rooms?|wards?|junctions?|exits?|gates?|errors?|notes?|terminals?|platforms?|runways?|checkpoints?|channels?|flights?|routes?|buses|bus|types?|marks?|mk\\.?|models?|phases?|levels?|grades?|class|category|categories|size|formula|CC BY|WCAG|ISO|IEC|RFC|DIN|EN|STANAG|UNSCR|AD';

/** Patterns that are always blanked. */
export const freeReferences: RegExp[] = [
  // Numbers of lots, series and books: 14-76-539, 978-0-306-40615-7, DODIG-2017-014; a name of
  // letters and digits: 10.1000/182.
  /(?<![\d/.–-])\d+(?:-\d+){2,}(?![\d/.–-]\d|-)/gu,
  /\b[A-Z]{2,}-\d{2,4}-\d{2,4}\b(?!-)/gu,
  /\b10\.\d{4,}\/[^\s,;)]*[^\s,;).]/gu,
  // Documents of an assembly: S/2014/815, S/RES/2199, A/HRC/28/18; a cable: 09BAGHDAD1234.
  /\b(?:[AES]|ST|CCW|NPT)(?:\/[A-Z]{2,6}(?:\.\d+)?)*(?:\/\d+)+(?:\/(?:Add|Rev|Corr|PV)\.\d+)*/gu,
  /\b\d{2}[A-Z]{4,}\d+\b/gu,
  // Article 8(2)(b); AR 735-5 says, ABC 14-28 is.
  /\b(?:articles?|arts?\.|sections?|sec\.|rules?|paragraphs?|paras?\.?|§{1,2}) ?\d+(?:\.\d+)*[a-z]?(?:\([\da-z]{1,4}\))+/giu,
  /\b[A-Z]{2,6} \d{1,4}-\d{1,4}(?= (?:is|was|says?|said|lists?|requires?|has|had|governs?|applies|of)\b|[;:!?)]|[.,](?!\d)|$)/gu,
  // 22 CFR 120.9, 18 U.S.C. 2339B.
  /\b\d{1,2} (?:CFR|C\.F\.R\.|USC|U\.S\.C\.|US Code)(?: (?:§{1,2} ?|parts? |sections? )?\d+[A-Za-z]?(?:\.\d+)*)?/gu,
  // Marked 10-84 and 11/86 by its factory; a serial number that ends in 4471.
  new RegExp(
    String.raw`(?<=\b(?:marked|(?:head)?stamped) )\d{2,3}[-/]\d{2}(?:(?:, | and | or )\d{2,3}[-/]\d{2})*${rest}(?! \p{Ll}+s\b)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=\b(?:numbers?|serials?|plates?|codes?) (?:that )?(?:end|begin|start)(?:s|ed|ing|ning)? (?:in|with) )\d{2,}${rest}`,
    'gu',
  ),
  // What is stamped on a case or painted on a crate: the headstamp reads 811 82.
  new RegExp(
    String.raw`(?<=\b(?:headstamps?|stamps?|markings?|plates?|labels?)\b[^.!?\d]{0,40}\b(?:reads?|says?|said) )\d{1,4}(?: \d{2,4})?${rest}(?! \p{Ll})`,
    'giu',
  ),
  // A container, a square of a map, a position: MSKU 308 1942, 38S LF 32, 36.34 N, 43.13 E,
  // 36°20′N, 36.3489, 43.1577.
  /\b[A-Z]{3}[UJZ] ?\d{3} ?\d{3} ?\d?\b/gu,
  /\b\d{1,2}[A-Z] [A-Z]{2}(?: ?\d{2,5}){1,2}\b/gu,
  /(?<![\d.,])\d{1,3}(?:\.\d+)?°?\s?[NS],? ?\d{1,3}(?:\.\d+)?°?\s?[EW]\b/gu,
  /(?<![\d.,])\d{1,3}°\s?(?:\d{1,2}(?:\.\d+)?[′’']\s?)?(?:\d{1,2}(?:\.\d+)?[″”"]\s?)?[NSEW]\b/gu,
  /(?<![\d.,])[-−]?\d{1,2}\.\d{3,}, ?[-−]?\d{1,3}\.\d{3,}(?![\d.,]\d)/gu,
  // Calibres with the form of their case, and things known by their size: 7.62x54R, a 30-round
  // magazine, a 2.5-ton truck.
  /\b\d+(?:\.\d+)?\s?[x×]\s?\d+(?:\.\d+)?(?:\s?mm)?R\b/gu,
  /\b\d{1,3}-round (?:magazine|drum|belt|clip)s?\b|\b\d{1,2}(?:\.\d)?-ton(?:ne)? (?:truck|lorry|lorries|trailer|crane)s?\b/giu,
  /\b\d{1,3}-(?:minute|hour|day) (?:shift|curfew|meeting|truce|ceasefire)s?\b/giu,
  // When, and how old: D-Day plus 2, 5 to midnight, joined at 17.
  new RegExp(String.raw`\b[DH]-(?:Day|hour) plus \d{1,3}${rest}`, 'giu'),
  /\b\d{1,2}(?: minutes?)? (?:to|past|before|after) (?:midnight|noon|midday)\b/giu,
  new RegExp(
    String.raw`\b(?:joined(?: up)?|enlisted|signed up|enrolled|was (?:married|conscripted|drafted|recruited|orphaned)|left (?:home|school)) at \d{1,2}${rest}(?=[.,;:!?)]|$| (?:and|as|to|because|when)\b)`,
    'giu',
  ),
  // The P5+1; how a vote ended, and odds: 15-0, 14 to none, 10 to 1, a 70/30 split.
  /\bP5\+1\b|\bE3\/EU\+3\b/gu,
  new RegExp(
    String.raw`(?<=\b(?:vote (?:was|of|is|stood at)|voted) )\d{1,3}(?:[–-]| to )(?:\d{1,3}|none|nil)\b${rest}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<=\bodds (?:were|are|is|was|of|at|stood at) )\d{1,4}(?:[–/-]| to )\d{1,3}${rest}(?! \p{Ll}+s\b)`,
    'giu',
  ),
  /(?<![\d/.–-])\d{2}[/–-]\d{2}(?= (?:split|chance|mix)\b)/gu,
];

/** The second half of 2015, of June or of the war counts no halves. */
export const freeHalves = new RegExp(
  String.raw`\b(?:first|second|latter|last) half of (?=(?:1[89]|20)\d\d\b|(?:${fullMonths})\b|the (?:year|month|week|day|night|war|siege|decade|century|campaign|match|game)\b)`,
  'giu',
);
