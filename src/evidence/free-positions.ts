/**
 * Numbers that say where something is, or what a device is set to: coordinates, map scales and
 * squares, frequencies, registrations and network addresses. They name a place or a thing and count
 * nothing.
 */
const rest = String.raw`(?![\d%]|[.,]\d)`;
/** The end of the phrase: nothing that could be counted follows. */
const end = String.raw`(?=[,;:!?)\]]|\.(?!\d)|$| (?:on|in|at|and|but|was|were|is|are|marks?|marked|left|had|has|when|by|near|that)\b(?! \d))`;
const degrees = String.raw`\d{1,3}(?:\.\d+)?`;
const joint = String.raw`(?:\s?[,;/]\s?| and | by )`;
const is = String.raw`(?: (?:is|was|are|were|reads?|showed|shows|said|says|of|at|to))?:? `;
/** Letters and digits as on a number plate, which may begin with the name of a town. */
const plate = String.raw`(?!\d{1,3}(?![\p{Lu}\d -]))(?:\p{Lu}[\p{L}’'-]+ )?(?=[\p{Lu}\d -]*\d)[\p{Lu}\d]{1,8}(?:[ -][\p{Lu}\d]{1,8}){0,3}`;

/** Patterns that are always blanked. */
export const freePositions: RegExp[] = [
  // Web addresses as text: https://example.org/2015/40, example.org/2015.
  /\b(?:https?:\/\/|www\.)[^\s<>()[\]"“”]+/giu,
  /\b(?:[a-z\d-]+\.)+(?:com|edu|gov|info|int|io|mil|net|org|[a-z]{2})\/[^\s<>()[\]"“”]*/giu,
  // The GPS read 36.34, 43.13; (36.34, 43.13); 36.34°, 43.13°; latitude 36.34; N36°20.5′.
  new RegExp(
    String.raw`(?<=\b(?:GPS|co-?ordinates?|positions?|points?|pins?|waypoints?|geolocat\p{L}+|locat\p{L}+|lat(?:itude)?\.?|long?(?:itude)?\.?)(?:${is}| (?:\p{Ll}+ ){0,3}|: )\(?)[-−+]?${degrees}°?(?:${joint}[-−+]?${degrees}°?)?(?<=\.\d+°?|°)${rest}${end}`,
    'giu',
  ),
  /(?<![\d.,])[-−]?\d{1,3}(?:\.\d+)?°, ?[-−]?\d{1,3}(?:\.\d+)?°/gu,
  /\(-?\d{1,3}\.\d{2,}, ?-?\d{1,3}\.\d{2,}\)/gu,
  /\b[NSEW] ?\d{1,3}(?:\.\d+°?|° ?(?:\d{1,2}(?:\.\d+)?(?:[′’'] ?(?:\d{1,2}(?:\.\d+)?[″”"])?)?)?)(?!\d)/gu,
  // 36 degrees 20 minutes north; north of 36 degrees; the parallel at 36 degrees.
  /\b\d{1,3}(?:\.\d+)? degrees(?:,? (?:and )?\d{1,2}(?:\.\d+)? minutes)?(?:,? (?:and )?\d{1,2}(?:\.\d+)? seconds)? (?:north|south|east|west)\b/giu,
  /(?<=\b(?:north|south|east|west) of )\d{1,3}(?:\.\d+)? degrees\b/giu,
  // A map at 1:50,000, as other countries write it too; drawn at a scale of 1 to 50,000.
  /(?<![\d.,:])1 ?: ?\d{1,3}(?:[ ,.'’\u202f\u00a0]?000)+(?![\d:]|[.,]\d)/gu,
  /(?<=\bscales? (?:is|was|of) )1 (?:to|in) \d[\d,]{2,}(?!\d)/giu,
  // The grid LF 123 456, grid 123456, 38SLF 3245 4412.
  /\bgrid(?: (?:references?|squares?))?(?: (?:is|was|of|at)|:)? (?:[A-Z]{1,3} ?\d{2,5}(?: \d{2,5})?|\d{4,10}(?! \p{Ll}+s\b)|\d{3,5} \d{3,5})(?![\d%]|[.,]\d)/gu,
  /\b\d{1,2}[C-HJ-NP-X][A-Z]{2}(?: ?\d{2,5}){1,2}\b/gu,
  // Which way, not how far: a bearing of 270, on a heading of 090.
  new RegExp(
    String.raw`(?<=\b(?:bearing|heading|azimuth)${is})\d{1,3}(?: degrees)?${rest}${end}`,
    'giu',
  ),
  // 101.2 FM, a radio set to 121.5 MHz, a station that broadcasts on 98.7.
  /(?<![\d.,])\d{2,4}(?:\.\d{1,3})? (?:FM|AM)\b(?! \p{Ll}+s\b)/gu,
  new RegExp(
    String.raw`(?<=\b(?:broadcasts?|broadcasting|transmits?|transmitted|transmitting|heard|received?|spoke|tuned|tuned in|set|frequenc(?:y|ies)|station|channel|net|radio)(?: (?:is|was|are|were))? (?:on |to |at |of )?)\d{1,5}(?:\.\d{1,3})? ?[kMG]?Hz\b`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=\b(?:broadcasts?|broadcasting|tuned|tuned in) (?:on|to|at) )\d{2,3}\.\d${rest}${end}`,
    'giu',
  ),
  // UTC+3; network addresses and versions of software: 192.168.0.1, 2.4.1, PDF 1.7, Word 97-2003.
  /\b(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::\d\d)?(?![\d.,:]\d)/gu,
  /(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/\d+)?(?![\d%]|[.,]\d)(?<!\.\d{3}\.\d{3}\.\d{3})/gu,
  /(?<![\d.,])\d{1,2}(?:\.\d{1,2}){2}(?![\d%]|[.,]\d)/gu,
  new RegExp(
    String.raw`\b(?:PDF|HTML|USB|Bluetooth|HDMI|Word|Excel|Office|Photoshop|Acrobat|Chrome|Firefox|Linux|Ubuntu|Python|Java|[Rr]elease|[Ff]irmware|[Bb]uild) \d+(?:\.\d+)*(?:-\d{2,4})?${rest}${end}`,
    'gu',
  ),
  // On a number plate: 23 B 4567, a town and 12345, 5-67890; G 12345.
  new RegExp(
    String.raw`(?<=\b(?:(?:number|licence|license|registration|car)[ -])?plates?(?: number)?,?${is})(?:${plate})${rest}${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=\bregist(?:ration|ered)(?: number| plate)?,?(?: (?:is|was|as))?:? )(?=[\p{Lu}\d]*[ -]|\p{Lu}+\d|\d+\p{Lu})(?:${plate})${rest}${end}`,
    'gu',
  ),
  // A ship, a telephone, a bank account, dangerous goods by their code.
  /\b(?:IMO|MMSI|IMEI|NSN|CAS|VIN)(?: (?:number|no\.))?(?: (?:is|was))?:? \d[\d -]*\d(?![\d%]|[.,]\d)/gu,
  /\bUN (?:number |no\. )?\d{4}(?=[,;:!?)]|\.(?!\d)|$| (?:is|was|are|were|on|goods)\b)/gu,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,}(?: ?[A-Z\d]{1,4})?\b/gu,
  /\b(?=[A-Z]*\d+[A-Z]+\d)[A-Z\d]{8,}\b/gu,
  new RegExp(
    String.raw`\b(?:account|batch|consignment|parcel|passport|badge|tracking|chassis|engine|frame|hull|tail|postcode|zip code|serials?|port|PIN|code|extension)(?: (?:numbers?|nos?\.?))?(?: (?:is|was|were|are|runs? from))?:? (?!(?:1[89]|20)\d\d\b)\d{3,}(?:[ –-]\d{2,}| (?:and|to) \d{3,})*${rest}${end}`,
    'giu',
  ),
];

/** Blanked unless a record counts what follows: a code begins with a zero, a number does not. */
export const freeCodes =
  /(?<![\p{L}\p{N}.,:/–-]|\p{Sc}|\d[ \u00a0\u2009\u202f])0\d{2,}(?![\p{L}\d%]|[.,:/–-]\d)/gu;
