/**
 * Numbers that grade, rate or name one thing and count nothing: the film is a 15, a perfect 10,
 * force 8, the FTSE 100, a Glock 17. An article before a bare number, or a singular verb after it,
 * shows that the number is a name.
 */
const end = String.raw`(?=[,;:!?)]|\.(?!\d)|$| (?:in|on|for|from|at|until|when|but|by|as)\b(?! \d)| to (?!\d)| and (?!\d)| or (?:an?|the)\b)`;
const scale = String.raw`(?:1[0-2]|[1-9])`;

export const freeGrades: RegExp[] = [
  // A film is a 15, a round is a 68, a mark a 9 in maths, a note a 20, a revolver a .38.
  new RegExp(
    String.raw`\b[Aa]n? (?:perfect |straight |bare |rare |solid |lucky |low |high )?(?:\d{1,3}A?|\d\.\d)(?: out of (?:5|10|20|100))?(?![\d%-]|[.,]\d)(?:${end}|(?= (?:was|is|stood|lay|came|went|followed)\b))`,
    'gu',
  ),
  /\b(?:[Aa]n?|[Tt]he|his|her|my) \.(?:22|25|30|32|38|40|44|45|50|223|303|308|357|380)(?=[.,;:!?)]|$| (?:was|is|in|on|from|at|to|and|lay|had)\b)(?!\.\d)/gu,
  // Rated 12, a 15 certificate, gave it 7 out of 10 or 8/10.
  /\b(?:rated|classified|certified|certificate|certificates?:) (?:12A?|15|18|R18)(?![\d%]|[.,]\d)(?=[.,;:!?)]|$| (?:in|by|for|on|and|because|when)\b)/gu,
  /\b(?:12A?|15|18|R18)[ -](?:certificates?|rating)\b/gu,
  /\b(?:gave|gives?|given|rated?|rates|scored?|scores|awarded|marked) (?:(?:it|him|her|them|(?:the|this|that|his|her|their) \p{L}+) )?(?:\d|10)(?:\.\d)?(?: out of |\/)(?:5|10)(?![\d%]|[.,]\d)(?! \p{Ll}+s\b)/gu,
  // Force 8, gales of force 9 or 10; a stage 3 trial, a category 4 hurricane.
  new RegExp(
    String.raw`(?<!\b(?:in|into|by) )\bforce ${scale}(?:(?: (?:or|to|and) |[–-])${scale})?(?![\d%-]|[.,]\d)(?! (?:years?|months?|days?|men)\b)`,
    'gu',
  ),
  /\b(?:stage|phase|grade|level|tier|type|class|category|code|priority) \d{1,2}(?:[–/-]\d)?(?= (?:trials?|stud(?:y|ies)|tumours?|tumors?|cancers?|patients?|listed|listings?|hurricanes?|storms?|cyclones?|typhoons?|alerts?|offen[cs]es?|felon(?:y|ies)|misdemeanou?rs?|drugs?|diabetes|licen[cs]es?|calls?|emergenc(?:y|ies)|rapids|burns?|murder)\b)/giu,
  // The FTSE 100, the Big 4, Covid 19, Factor 50.
  /\b(?:FTSE|S&P|Nikkei|CAC|DAX|IBEX|Stoxx|ASX|Nasdaq|Topix|TSX|Dow Jones|Fortune|Forbes|Russell|Big|Covid|Omega|Factor|Vitamin [A-K])[ -]\d{1,4}(?![\d%]|[.,]\d)(?! (?:per|million|billion|thousand)\b)/gu,
  // A par 4, best of 5, the round of 16, 1 to 1; the 155s; batted at 3.
  /\b(?:par [3-5]|best of [3579]|round of (?:16|32)|(?:omega|covid|factor|schedule) \d{1,2})(?![\d%-]|[.,]\d)(?! \p{Ll}+s\b)/gu,
  /\b1[ -]to[ -]1(?= \p{Ll})|\b[Tt]he \d{2,3}s\b|\b(?:wore|wears|wearing|bats? at|batted at) \d{1,2}(?=[,;:!?)]|\.(?!\d)|$| (?:for|in|on)\b)/gu,
  // The 5 was late again, take the 38 to the river: a count would have a plural.
  /\b[Tt]he \d{1,3}(?= (?:was|is|has|runs|stops|leaves|goes|comes|turns|does|isn['’]t|wasn['’]t|hasn['’]t|doesn['’]t)\b)/gu,
  /\b(?:[Tt]ake|[Tt]aking|[Cc]atch|[Cc]aught|[Mm]iss|missed|hopped on|got on|on board|aboard) the \d{1,3}(?=[,;:!?)]|\.(?!\d)|$| (?:to|from|into|bus|tram|home|back|at|and)\b)/gu,
  // Channel Al-Furqan 2, Route Irish 4: with a name in between. A count has its noun after it, as
  // in Camp Speicher 40 cadets.
  /(?<![\p{L}\p{N}])(?:Channel|Radio|TV|Television|Station|Studio|Route|Checkpoint|Camp|Base|Outpost|Building|Bridge|Gate|Hall|Hospital|Hotel|Operation|Prison|School|Sector|Site|Terminal|Tower|Ward|Well|Zone) (?:\p{Lu}[\p{L}'’-]+ ){1,2}\d{1,2}(?=[,;:!?)]|\.(?!\d)|$| (?:\p{Ll}+ed|was|is|in|on|at|and|said|says|had|has)\b)/gu,
];

/**
 * Blanked unless a record counts what follows: a Glock 17, an Airbus 320. Requires "a" or "an" in
 * front of the name, because "in the North 40 houses" counts houses.
 */
export const freeModels =
  /(?<=\b[Aa]n? )\p{Lu}[\p{L}&-]+ (?:Mk\.? ?)?\d{1,3}(?![\d%]|[.,]\d|[-–]\p{L}| ?[x×])(?! (?:per|in|out of|hundred|thousand|million|billion|trillion|bn|dozen|tonnes?|tons?|kilos?|kg|km|kilomet\p{L}+|met(?:re|er)s?|miles?|litres?|dollars?|euros?|pounds?|years?|months?|weeks?|days?|hours?|minutes?|strong)\b)(?! ?m\b)/gu;
