/** Names of months as used in dates, in English and in other languages. */

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The usual short forms in lower case: jan to dec. */
export const monthKeys = monthNames.map((name) => name.slice(0, 3).toLowerCase());

/** Alternatives for a pattern: the names, and the usual short forms of the longer ones. */
export const fullMonths = monthNames.join('|');
export const shortMonths = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';

export const months = String.raw`(?:(?:${fullMonths})\b|(?:${shortMonths})\b\.?)`;

/** Months of the Hijri calendar, as spelt in English. */
export const hijriMonths = String.raw`(?:Muharram|Safar|Rabi['’]? (?:al-)?(?:[Aa]wwal|[Tt]hani|I{1,2})|Jumada(?:[ -](?:al-)?\p{L}+)?|Rajab|Sha['’]?a?ban|Ramadan|Shawwal|Dhu(?:l| al)-(?:Qa['’]?da|Hijja)h?)`;

export const dayOfMonth = String.raw`(?:3[01]|[12]\d|0?[1-9])`;

/**
 * Alternatives for a pattern, the longest first: names of months as written after a day in
 * languages that our sources quote, without those that are also English words. They are recorded,
 * because Node takes 10 to 20 ms to say them; tests/unit/evidence/month-names.test.ts compares.
 */
export const foreignMonths = [
  'października|كانون الثاني|تشرين الثاني|تشرين الأول|كانون الأول|septiembre|septembrie',
  'september|septembre|noviembre|diciembre|settembre|fevereiro|listopada|listopadu|studenoga',
  'februarie|octombrie|noiembrie|decembrie|листопада|november|dezember|novembre|décembre',
  'febbraio|dicembre|februari|augustus|december|setembro|novembro|dezembro|stycznia|kwietnia',
  'sierpnia|września|července|prosince|siječnja|kolovoza|prosinca|ianuarie|сентября|اردیبهشت',
  'februar|oktober|janvier|février|juillet|octobre|febrero|octubre|gennaio|ottobre|januari',
  'janeiro|outubro|czerwca|grudnia|veljače|travnja|svibnja|aprilie|augusti|haziran|ağustos',
  'февраля|августа|октября|декабря|березня|вересня|فروردین|januar|august|agosto|aprile|maggio',
  'giugno|luglio|lutego|března|května|června|ožujka|lipnja|srpnja|martie|temmuz|aralık|января',
  'апреля|ноября|лютого|квітня|травня|червня|серпня|жовтня|грудня|فبراير|سبتمبر|أكتوبر|نوفمبر',
  'ديسمبر|شهریور|حزيران|april|avril|enero|marzo|abril|junio|julio|maart|março|junho|julho|marca',
  'lipca|ledna|února|dubna|srpna|října|rujna|iunie|iulie|şubat|nisan|mayıs|eylül|kasım|марта',
  'січня|липня|يناير|أبريل|يونيو|يوليو|أغسطس|اسفند|خرداد|مرداد|نيسان|أيلول|märz|juni|juli|mars',
  'juin|août|mayo|maio|maja|září|ocak|mart|ekim|июня|июля|مارس|مايو|بهمن|آبان|شباط|آذار|أيار',
  'تموز|mai|mei|maj|мая|تیر|مهر|آذر|دی|آب',
].join('|');
