import { tagFor } from './author-tags.ts';

/**
 * Every rule of the check: its name, its level, and what an editor does about it. A finding names
 * one of them; the editor's guide prints this table in this order; each has a folder of cases in
 * tests/content.
 */
export type RuleText = {
  /** Errors stop the build, warnings do not. */
  level: 'error' | 'warning';
  /** What is wrong when it is found, one sentence for somebody who knows no code. */
  meaning: string;
  /** What usually fixes it, one sentence. */
  cure: string;
};

export const ruleTexts = {
  // Files
  'file-name': {
    level: 'error',
    meaning:
      'A file has a name that cannot become an address, has the wrong ending, or lies where nothing reads it.',
    cure: 'Rename it with small letters, digits and hyphens, or move it into the folder of its kind.',
  },
  'file-text': {
    level: 'error',
    meaning: 'A file is empty, too large, not saved as UTF-8, or holds two versions at once.',
    cure: 'Save it again as UTF-8; split it if it is too large; choose one of two versions.',
  },
  'file-missing': {
    level: 'error',
    meaning: 'A file that the site cannot do without is not there.',
    cure: 'Bring it back.',
  },
  'content-time': {
    level: 'error',
    meaning:
      'The machine that checks or builds has SOURCE_DATE_EPOCH in its environment, and it is no time.',
    cure: 'Write seconds since 1970, or take it out; an editor’s machine needs none.',
  },

  'hidden-character': {
    level: 'error',
    meaning:
      'A character that nobody sees came with pasted text: a zero-width space, a soft hyphen, a mark that turns the direction of writing.',
    cure: 'Delete it, and type again what is missing.',
  },
  'coded-character': {
    level: 'error',
    meaning:
      'A character is written as a code, &#x34; or &shy; in an article, "\\u202e" in YAML, or behind a backslash that means nothing: readers see it, and no rule reads it.',
    cure: 'Write the character itself; &lt;, &gt; and &amp; may stay.',
  },
  letter: {
    level: 'error',
    meaning:
      'A letter or sign that none of the site’s typefaces has: they hold Latin, Greek, Cyrillic and Arabic letters.',
    cure: 'Spell it in Latin letters, translate it, or take it out.',
  },
  'mixed-letters': {
    level: 'error',
    meaning:
      'A Latin word holds a letter of another alphabet that looks the same, a sign of mathematics or of a PDF that looks like a letter, or a heap of accents; or a number is written in other digits than 0 to 9.',
    cure: 'Type the word or number again.',
  },
  'odd-space': {
    level: 'warning',
    meaning: 'A no-break space or another unusual space stands where an ordinary one belongs.',
    cure: 'Type an ordinary space in its place.',
  },
  'decomposed-letter': {
    level: 'warning',
    meaning:
      'An accented letter is written as a letter and a separate mark, so that no search finds it.',
    cure: 'Type the letter again.',
  },

  'private-data': {
    level: 'error',
    meaning:
      'A file holds a key, a token, or an e-mail address that is not the contact of the site; or the file of an interview, letter, call or document of the desk holds what looks like a telephone number, an address or a position, be it in a note behind a #.',
    cure: 'Delete it; a key must be withdrawn too, because what was once committed is known.',
  },

  // Front matter and records
  'front-matter': {
    level: 'error',
    meaning: 'An article does not begin with front matter between two lines of ---.',
    cure: 'Begin the file with ---, then its fields, then --- again.',
  },
  yaml: {
    level: 'error',
    meaning:
      'The YAML cannot be read: a colon or quotation mark in a text, a tab, a wrong indentation, or a key that stands twice.',
    cure: 'Put the text in double quotes, or indent with two spaces for each level.',
  },
  schema: {
    level: 'error',
    meaning: 'A field is missing, is not known, or holds something else than it should.',
    cure: 'Compare the field with its row in the tables of this guide.',
  },
  'id-taken': {
    level: 'error',
    meaning:
      'Two things have the same id, so one would hide the other, or a list names the same thing twice.',
    cure: 'Give one of them another id; keep one of two that are the same.',
  },
  'tag-taken': {
    level: 'error',
    meaning: 'An evidence tag already belongs to another record.',
    cure: 'Use the next free tag, which the message names.',
  },
  'wording-differs': {
    level: 'error',
    meaning:
      'The wording of a statement holds another number than its value, or another hedge than the statement; or a rounded form is far from the number.',
    cure: 'Read the source again, and correct what was copied wrongly.',
  },
  'date-order': {
    level: 'error',
    meaning:
      'A date comes before another that it must follow, or has not come yet; an event is later than all its sources.',
    cure: 'Correct the date, or the other of the two.',
  },

  // What an article may hold
  'unknown-tag': {
    level: 'error',
    meaning: 'A tag in angle brackets is none of the author tags.',
    cure: 'Use the tag that the message suggests, or plain Markdown.',
  },
  'unknown-attribute': {
    level: 'error',
    meaning: 'An author tag does not take an attribute of this name.',
    cure: 'Correct its name, or take it out.',
  },
  'missing-attribute': {
    level: 'error',
    meaning: 'An author tag lacks an attribute that it needs.',
    cure: 'Add it as the message shows.',
  },
  'empty-attribute': {
    level: 'error',
    meaning: 'An attribute of an author tag has no value.',
    cure: 'Write the value in straight double quotes.',
  },
  'tag-content': {
    level: 'error',
    meaning: 'A tag that stands alone holds words, or a tag that stands around words holds none.',
    cure: 'Write it as in the example of the message.',
  },
  'tag-place': {
    level: 'error',
    meaning:
      'A tag that is set apart, such as a chart or a note, stands within a paragraph, a link, a heading, a table, a list or another tag.',
    cure: 'Put it on a line of its own, with an empty line before and behind it.',
  },
  'unclosed-tag': {
    level: 'error',
    meaning: 'A tag is opened and not closed, or closed in the wrong place.',
    cure: 'Close it in the paragraph or list entry in which it was opened, or end the tag itself with />.',
  },
  'smart-quote': {
    level: 'error',
    meaning:
      'An attribute stands in curly quotation marks, or a text begins with a curly one and ends with a straight one.',
    cure: 'Replace them by straight ones: ".',
  },
  'angle-link': {
    level: 'error',
    meaning: 'An address stands in angle brackets, which begin a tag here.',
    cure: 'Write [words](https://…).',
  },
  'angle-in-text': {
    level: 'error',
    meaning: 'The sign < begins a tag here.',
    cure: 'Write “fewer than”, or &lt; for the sign itself.',
  },
  'brace-in-text': {
    level: 'error',
    meaning: 'Curly braces are code, and an article holds none.',
    cure: 'Write the words without braces, or \\{ and \\} for the signs themselves.',
  },
  'code-in-article': {
    level: 'error',
    meaning:
      'A paragraph begins with “import” or “export”, or an attribute stands in braces: both are read as code.',
    cure: 'Begin the sentence with another word; write attributes in straight double quotes.',
  },
  'html-comment': {
    level: 'error',
    meaning: 'An article holds an HTML comment, which readers could see in the page’s source.',
    cure: 'Delete it; notes to colleagues belong in the pull request.',
  },
  'tag-syntax': {
    level: 'error',
    meaning:
      'A tag is not written whole: an attribute without quotation marks or given twice, a quotation mark or a > too few.',
    cure: 'Write it like the example of the message.',
  },
  nesting: {
    level: 'error',
    meaning: 'Lists, quotations or brackets stand too deep inside each other.',
    cure: 'Write it with fewer levels.',
  },
  'heading-level': {
    level: 'error',
    meaning: 'A heading has the wrong level.',
    cure: 'Begin with ## and go down one level at a time; the headline comes from the title.',
  },
  'place-outside': {
    level: 'error',
    meaning: 'The coordinates of a place lie in another country than the one that it names.',
    cure: 'Exchange the two, or correct them or the name of the country.',
  },
  'date-words': {
    level: 'error',
    meaning:
      'A text names a day that the calendar does not have, the wrong day of the week, or a time that no clock shows.',
    cure: 'Look the day up, and write the one that is meant.',
  },
  unfinished: {
    level: 'error',
    meaning:
      'A text that is published still says TODO, TK, XXX, ??? or Lorem ipsum, names a file of its writer’s computer, or has no words at all.',
    cure: 'Write what is missing in its place, or keep the article back with a line draft: true.',
  },
  slip: {
    level: 'warning',
    meaning:
      'A word stands twice, a space before a comma or none behind a full stop; a title ends with one or stands in capitals.',
    cure: 'Mend it; where it is meant, leave it.',
  },
  'heading-text': {
    level: 'error',
    meaning:
      'A heading is empty, or its words give it the same place on the page as something else.',
    cure: 'Say what the section tells, in words that no other heading of the article has.',
  },
  'title-taken': {
    level: 'error',
    meaning:
      'Two pages of the site would have the same title or the same description in tabs and results of searches.',
    cure: 'Say in each what it alone has; a headline that is too long to differ there needs a short_title.',
  },
  'short-title': {
    level: 'error',
    meaning:
      'A headline is longer than tabs and results of searches show and has no short title, or its short title says something else.',
    cure: 'Add short_title with at most 60 characters, in words of the headline.',
  },
  footnote: {
    level: 'error',
    meaning:
      'A footnote has no mark in the text, a mark has no footnote, or a footnote stands twice.',
    cure: 'Write [^1] in the text, and [^1]: followed by the note on a line of its own.',
  },
  'text-markup': {
    level: 'error',
    meaning:
      'A text holds markup that is not read, lacks its other half or is left out, so it would not look as it was meant.',
    cure: `Close what you open. In YAML files and front matter, use links, *emphasis* and <${tagFor.freed}>…</${tagFor.freed}> alone.`,
  },
  'picture-in-article': {
    level: 'error',
    meaning: 'A picture is placed with ![](…).',
    cure: `Use <${tagFor.picture} file="…" alt="…" />, or <${tagFor.chart} id="…" /> for a chart.`,
  },
  'unknown-picture': {
    level: 'error',
    meaning:
      'An article shows a picture that is not in content/pictures/, or names it by an address or a folder.',
    cure: 'Put the file into content/pictures/ and write its name.',
  },
  'picture-alt': {
    level: 'error',
    meaning:
      'A picture is not described, or described by a file name, by “image of”, or at too great a length.',
    cure: 'Say in alt="…" what one sees, or write decorative.',
  },
  'picture-file': {
    level: 'error',
    meaning:
      'A picture is damaged, too large, moves, or is of a kind or in colours that not every browser shows.',
    cure: 'Export it again as JPEG, PNG or WebP, in RGB, about 3,000 pixels wide.',
  },
  'picture-metadata': {
    level: 'error',
    meaning:
      'A picture’s file tells more than the picture: camera, place, time, author or program.',
    cure: 'Run npm run strip, which takes it out and leaves the picture as it is.',
  },
  'picture-unused': {
    level: 'warning',
    meaning: 'No article shows this picture.',
    cure: 'Show it, or delete the file.',
  },
  link: {
    level: 'error',
    meaning: 'A link has no words, or leads to something that is not linked here.',
    cure: 'Link https://…, a page of the site such as /sources/, num:id or source:id.',
  },
  'broken-link': {
    level: 'error',
    meaning: 'Brackets were meant as a link and are no link, so that readers would see them.',
    cure: 'Write [words](address) with no space between the brackets and none in the address.',
  },
  'unknown-page': {
    level: 'error',
    meaning: 'A link leads to a page of the site, or to a place on one, that will not be there.',
    cure: 'Use the address that the message suggests; draft articles have none yet.',
  },

  // Numbers
  'number-unbound': {
    level: 'error',
    meaning: 'A number in the text is bound to no record.',
    cure: `Link it to its record, as in [40 parcels](num:parcels-lost), or free it with <${tagFor.freed}>.`,
  },
  'number-differs': {
    level: 'error',
    meaning:
      'A number in the text says something else than its record: another value, unit or hedge.',
    cure: 'Copy what the message gives, or correct the record.',
  },
  'hedge-dropped': {
    level: 'warning',
    meaning: 'The record hedges a number (“at least”), and the text leaves the hedge out.',
    cure: 'Put the hedge inside the link.',
  },
  'statement-needed': {
    level: 'error',
    meaning: 'Several numbers share this record, and nothing says which of them is meant.',
    cure: 'Add a slash and the id of the statement or row.',
  },

  // Quotations
  'quotation-differs': {
    level: 'error',
    meaning:
      'A quotation, in double or single marks or set apart by >, is not word for word what is kept in the record of a source.',
    cure: 'Copy the wording that the message gives, or keep the right one under quotes: in the source’s file.',
  },
  'quotation-mark': {
    level: 'error',
    meaning:
      'A quotation mark has no fellow, so that nobody can tell where its words end; or a wording of the record stands in marks.',
    cure: 'Write one mark before the words and one behind them; keep a wording without marks.',
  },
  'speaker-differs': {
    level: 'error',
    meaning: 'A quotation or opinion is given to somebody else than the record of its source does.',
    cure: 'Write the speaker whom the message names, or correct the record.',
  },
  'quotation-long': {
    level: 'error',
    meaning: 'A quotation is longer than 25 words.',
    cure: 'Shorten it with […], or say it in your own words.',
  },

  // What stays out
  'explosive-substance': {
    level: 'error',
    meaning:
      'A text or quotation names something that explosives are made of, or says in which proportion; or it names what never_named in content/site.yaml lists.',
    cure: 'Write a general word such as “chemical precursors”; leave the name out of a quotation with […].',
  },

  // Ids that lead nowhere
  'unknown-source': {
    level: 'error',
    meaning: 'No source has this id.',
    cure: 'Use the id that the message suggests, or add the source.',
  },
  'unknown-number': {
    level: 'error',
    meaning: 'No quantity, breakdown, statement or row has this id.',
    cure: 'Use the id that the message suggests, or add the record.',
  },
  'unknown-chart': {
    level: 'error',
    meaning: 'No chart has this id.',
    cure: 'Use the id that the message suggests, or add the chart.',
  },
  'unknown-event': {
    level: 'error',
    meaning: 'No event of content/events.yaml has this id.',
    cure: 'Use the id that the message suggests, or add the event.',
  },
  'unknown-claim': {
    level: 'error',
    meaning: 'No claim has this id.',
    cure: 'Use the id that the message suggests, or add the claim.',
  },
  'unknown-subject': {
    level: 'error',
    meaning: 'The subjects in content/site.yaml have none of this short name.',
    cure: 'Use the name that the message suggests, or add the subject there.',
  },
  'unknown-term': {
    level: 'error',
    meaning: 'The glossary has no entry of this id.',
    cure: 'Use the id that the message suggests, or add the entry.',
  },
  'unknown-place': {
    level: 'error',
    meaning: 'No place has this id.',
    cure: 'Use the id that the message suggests, or add the place.',
  },
  'unknown-article': {
    level: 'error',
    meaning: 'No published article has this id; a draft is none.',
    cure: 'Use the id that the message suggests, or publish the article.',
  },

  // The record
  statements: {
    level: 'error',
    meaning: 'A quantity or row has neither statements nor arithmetic of ours, or both.',
    cure: 'Keep one of the two.',
  },
  'statement-value': {
    level: 'error',
    meaning: 'A statement has neither a value nor words, or both.',
    cure: 'Write value: 2300, or words: hundreds where no number was printed.',
  },
  variant: {
    level: 'error',
    meaning:
      'A statement names an object, place or model that its quantity does not list; or words stand for one that it does not list, or for two.',
    cure: 'Use one of the variants, or add it to them.',
  },
  dimension: {
    level: 'error',
    meaning:
      'The object, place or model of a statement is not what its wording says, or a statement without a wording has one; or one statement of the quantity has such a field, or a hedge, and another leaves it open.',
    cure: 'Write what the wording says, or not-stated where it says nothing of it; without a wording leave the field out.',
  },
  'in-english': {
    level: 'error',
    meaning:
      'A wording in another language has no translation, though statements of its quantity are compared; or a translation has nothing to translate.',
    cure: 'Add a line in_english: with your literal translation.',
  },
  names: {
    level: 'error',
    meaning: 'A statement says that its text names what it repeats, and keeps no words that do.',
    cure: 'Copy the words that name it into names:, or write basis: inferred.',
  },
  'not-seen': {
    level: 'error',
    meaning:
      'A source that was not seen has an address, words or rows of its own, or nobody names it; or a page that was read has no address.',
    cure: 'Keep what is known of it with those who name it and print its words.',
  },
  repeats: {
    level: 'error',
    meaning:
      'A statement repeats one that is not there, that came later, or that repeats it in turn.',
    cure: 'Name an earlier statement of the same quantity.',
  },
  'chain-long': {
    level: 'warning',
    meaning: 'A number passed through more than five hands before this statement.',
    cure: 'See that each statement repeats the one it names, and not an earlier one.',
  },
  'number-form': {
    level: 'error',
    meaning:
      'A number of the record is not written in plain digits, has too many of them, or counts less than nothing.',
    cure: 'Write plain digits, with a point before decimals: 2300, 43.5.',
  },
  sum: {
    level: 'error',
    meaning: 'The rows of a whole do not add up to it.',
    cure: 'Correct a row, or name what the rows leave over with remainder:.',
  },
  derivation: {
    level: 'error',
    meaning:
      'Our own arithmetic gives no number: it goes in a circle, divides by zero, or computes with a range or words.',
    cure: 'Compute from numbers of the record that were printed, or from plain numbers.',
  },
  archive: {
    level: 'error',
    meaning:
      'A source has no archived copy and nothing says why, its copy is of another page, or it was read in an archive and nothing says of what.',
    cure: 'Add the address of a copy, or a line archived_reason: or original_url:.',
  },
  'source-differs': {
    level: 'error',
    meaning:
      'The words of a link to a source name another publisher, or a day or year that its record does not have; or a sentence gives a source a number that is another’s.',
    cure: 'Correct the words, or link the source or statement that is meant.',
  },
  'held-source': {
    level: 'error',
    meaning:
      'An interview, letter, call or document of the desk lacks what readers must know of it, has a line that says more than was agreed, or has one that belongs to a page; or a statement or tag names somebody whose name is withheld.',
    cure: 'Add or take out the line that the message names.',
  },
  'unfit-host': {
    level: 'error',
    meaning:
      'The address of a source leads to a host that serves drafts, administration or pictures, to a site that copies documents, or by a number inside the site.',
    cure: 'Add a line linked: false, or give the address at which readers are shown the page.',
  },
  'source-twice': {
    level: 'error',
    meaning: 'Two sources have the same address, so one would count as two that agree.',
    cure: 'Keep one of them, and use its id everywhere.',
  },
  'title-language': {
    level: 'error',
    meaning:
      'The title of a source is marked as of a language in whose letters none of it is written, as a title of our own is.',
    cure: 'Write the title as printed; where none was seen, add “title_ours: true”.',
  },
  'unused-source': {
    level: 'warning',
    meaning: 'Nothing names this source.',
    cure: 'Name it where it is used, or delete its file.',
  },
  verdict: {
    level: 'error',
    meaning:
      'A contested claim does not say what would change its verdict, or its verdict rests on no sources, on the claim itself or on one that speaks for both sides.',
    cure: 'Add what the message names, or change the verdict.',
  },
  'no-contact': {
    level: 'warning',
    meaning: 'The site has no contact address.',
    cure: 'Add a line contact: to content/site.yaml.',
  },
  invitation: {
    level: 'error',
    meaning: 'A text asks readers to write, and the site names no address to write to.',
    cure: `Put the words between <${tagFor.contact}> and </${tagFor.contact}>, or add a line contact: to content/site.yaml.`,
  },

  // Charts
  'total-row': {
    level: 'warning',
    meaning:
      'A row of a bar chart is the sum of the others, so it is drawn as the longest bar among its own parts.',
    cure: 'Take the row out and say the sum in the subtitle, or give the row the role context.',
  },
  chart: {
    level: 'error',
    meaning: 'A chart of this kind cannot draw what is asked of it.',
    cure: 'Do what the message says: shorten a label, leave rows out, or choose another kind.',
  },
  'chart-table': {
    level: 'error',
    meaning: 'The table beside a chart is missing, has a wrong cell, or does not add up.',
    cure: 'Correct the cell that the message points at, and save the table as CSV with commas in UTF-8.',
  },

  // What readers have already seen
  'published-number': {
    level: 'error',
    meaning: 'A number that readers were shown has changed, and no correction says so.',
    cure: 'Put the old number back, or copy the entry for content/corrections.yaml from the message.',
  },
  'published-words': {
    level: 'warning',
    meaning: 'The words of an article differ from those that readers were shown.',
    cure: 'Add a correction if readers should know of it; a mended slip of the pen needs none.',
  },
  'future-date': {
    level: 'error',
    meaning: 'An article is dated after the commit it is in.',
    cure: 'Correct the date, or add an embargo of that day.',
  },
  'embargo-early': {
    level: 'error',
    meaning: 'An embargo ends before the day of publication.',
    cure: 'Give the embargo that day or a later one, or correct the date.',
  },
  'published-gone': {
    level: 'error',
    meaning: 'An article that readers could find is gone, renamed or withheld again.',
    cure: 'Bring it back, or name the old file under formerly where it has another name now; what is wrong in it is corrected.',
  },
  'published-lock': {
    level: 'error',
    meaning: 'The file that keeps what was published is damaged.',
    cure: 'Take it back as it was published; it is never edited by hand.',
  },
  'correction-same': {
    level: 'error',
    meaning: 'A correction gives the same words as old and new.',
    cure: 'Write under old: what readers saw, under new: what stands there now.',
  },
  'correction-words': {
    level: 'warning',
    meaning: 'The new words of a correction do not stand in the article.',
    cure: 'Copy them from the article as readers see them, without links.',
  },
} as const satisfies Record<string, RuleText>;

/** Name of a rule, stable: editors and tests refer to it. */
export type RuleName = keyof typeof ruleTexts;
