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
      'A file has a name that cannot become an address, has the wrong ending, or is in a folder where nothing reads it.',
    cure: 'Rename it with lower-case letters, digits and hyphens, or move it into the folder of its kind.',
  },
  'file-text': {
    level: 'error',
    meaning:
      'A file is empty, too large, not saved as UTF-8, or holds two versions of the same lines.',
    cure: 'Save it again as UTF-8; split it if it is too large; keep one of the two versions.',
  },
  'file-missing': {
    level: 'error',
    meaning: 'A file that the site needs is missing.',
    cure: 'Restore it.',
  },
  'content-time': {
    level: 'error',
    meaning: 'SOURCE_DATE_EPOCH is set on the machine that checks or builds, and it is not a time.',
    cure: 'Write seconds since 1970, or unset it; an editor’s machine does not need it.',
  },

  'hidden-character': {
    level: 'error',
    meaning:
      'Pasted text brought an invisible character: a zero-width space, a soft hyphen, a mark that changes the direction of writing.',
    cure: 'Delete it, and retype what is missing.',
  },
  'coded-character': {
    level: 'error',
    meaning:
      'A character is written as a code, &#x34; or &shy; in an article, "\\u202e" in YAML, or after a backslash that has no meaning: readers see it, but the check cannot read it.',
    cure: 'Write the character itself; &lt;, &gt; and &amp; may stay.',
  },
  letter: {
    level: 'error',
    meaning:
      'The site’s typefaces do not have a letter or sign. They have Latin, Greek, Cyrillic and Arabic letters.',
    cure: 'Spell it in Latin letters, translate it, or delete it.',
  },
  'mixed-letters': {
    level: 'error',
    meaning:
      'A Latin word has a look-alike letter of another alphabet, a sign from mathematics or a PDF that looks like a letter, or a pile of accents; or a number has digits other than 0 to 9.',
    cure: 'Type the word or number again.',
  },
  'odd-space': {
    level: 'warning',
    meaning: 'There is a no-break space or another unusual space where an ordinary one belongs.',
    cure: 'Replace it with an ordinary space.',
  },
  'decomposed-letter': {
    level: 'warning',
    meaning: 'A letter and its accent are two characters, so searches miss the word.',
    cure: 'Type the letter again.',
  },

  'private-data': {
    level: 'error',
    meaning:
      'A file holds a key, a token, or an e-mail address other than the site’s contact; or the file of an interview, letter, call or document of the desk holds what looks like a telephone number, an address or a position, even in a note after a #.',
    cure: 'Delete it. Revoke a key too: once committed, it is no longer secret.',
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
      'The YAML cannot be read: a colon or quotation mark in a text, a tab, wrong indentation, or a key that appears twice.',
    cure: 'Put the text in double quotes, or indent with two spaces for each level.',
  },
  schema: {
    level: 'error',
    meaning: 'A field is missing, unknown, or holds the wrong kind of value.',
    cure: 'Look the field up in the tables of this guide.',
  },
  'id-taken': {
    level: 'error',
    meaning:
      'Two things have the same id, so one would hide the other, or a list names the same thing twice.',
    cure: 'Give one of them another id, or delete a duplicate.',
  },
  'tag-taken': {
    level: 'error',
    meaning: 'An evidence tag already belongs to another record.',
    cure: 'Use the next free evidence tag, which the message names.',
  },
  'wording-differs': {
    level: 'error',
    meaning:
      'The wording of a statement has a different number or hedge from the statement itself; or a rounded form is far from the number.',
    cure: 'Check the source, and correct what was copied wrongly.',
  },
  'date-order': {
    level: 'error',
    meaning:
      'A date is in the future, or earlier than one that it must follow; or an event is later than all its sources.',
    cure: 'Correct one of the two dates.',
  },

  // What an article may hold
  'unknown-tag': {
    level: 'error',
    meaning: 'A tag in angle brackets is not an author tag.',
    cure: 'Use the tag that the message suggests, or plain Markdown.',
  },
  'unknown-attribute': {
    level: 'error',
    meaning: 'An author tag has no attribute of this name.',
    cure: 'Correct its name, or delete it.',
  },
  'missing-attribute': {
    level: 'error',
    meaning: 'An author tag lacks an attribute that it needs.',
    cure: 'Add it as the message shows.',
  },
  'empty-attribute': {
    level: 'error',
    meaning: 'An attribute of an author tag has no value.',
    cure: 'Write its value in straight double quotes.',
  },
  'tag-content': {
    level: 'error',
    meaning: 'A tag without content has words inside it, or a tag that needs words has none.',
    cure: 'Write it like the example in the message.',
  },
  'tag-place': {
    level: 'error',
    meaning:
      'A tag that makes a separate block, such as a chart or a note, is inside a paragraph, a link, a heading, a table, a list or another tag.',
    cure: 'Put it on its own line, with an empty line above and below.',
  },
  'unclosed-tag': {
    level: 'error',
    meaning: 'A tag is never closed, or closed in the wrong place.',
    cure: 'Close it in the paragraph or list entry in which it was opened, or end the tag itself with />.',
  },
  'smart-quote': {
    level: 'error',
    meaning:
      'An attribute is in curly quotation marks, or a text begins with a curly one and ends with a straight one.',
    cure: 'Replace them with straight ones: ".',
  },
  'angle-link': {
    level: 'error',
    meaning: 'An address is in angle brackets, which begin a tag here.',
    cure: 'Write [words](https://…).',
  },
  'angle-in-text': {
    level: 'error',
    meaning: 'The sign < begins a tag here.',
    cure: 'Write “fewer than”, or &lt; for the sign itself.',
  },
  'brace-in-text': {
    level: 'error',
    meaning: 'Curly braces are code, which an article may not contain.',
    cure: 'Write the words without braces, or \\{ and \\} for the signs themselves.',
  },
  'code-in-article': {
    level: 'error',
    meaning:
      'A paragraph begins with “import” or “export”, or an attribute is in braces: both are read as code.',
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
      'A tag is incomplete: an attribute has no quotation marks or is given twice, or a quotation mark or > is missing.',
    cure: 'Write it like the example in the message.',
  },
  nesting: {
    level: 'error',
    meaning: 'Lists, quotations or brackets are nested too deep.',
    cure: 'Use fewer levels.',
  },
  'heading-level': {
    level: 'error',
    meaning: 'A heading has the wrong level.',
    cure: 'Begin with ## and go down one level at a time; the headline comes from the title.',
  },
  'place-outside': {
    level: 'error',
    meaning: 'The coordinates of a place are not in the country that it names.',
    cure: 'Swap the two, or correct them or the name of the country.',
  },
  'date-words': {
    level: 'error',
    meaning:
      'A text names a day that does not exist, the wrong day of the week, or an impossible time.',
    cure: 'Look the day up, and write the one you mean.',
  },
  unfinished: {
    level: 'error',
    meaning:
      'A published text still says TODO, TK, XXX, ??? or Lorem ipsum, names a file of its writer’s computer, or has no words at all.',
    cure: 'Write what is missing, or keep the article back with a line draft: true.',
  },
  slip: {
    level: 'warning',
    meaning:
      'A word is repeated, there is a space before a comma or none after a full stop, or a title ends with a full stop or is in capitals.',
    cure: 'Fix it, or leave it if it is meant.',
  },
  'heading-text': {
    level: 'error',
    meaning:
      'A heading is empty, or has the same words as another part of the page, so that links could not tell the two apart.',
    cure: 'Say what the section is about, in words that no other heading of the article has.',
  },
  'title-taken': {
    level: 'error',
    meaning:
      'Two pages would have the same title or description in browser tabs and search results.',
    cure: 'Change one of them; a headline that is cut off where the two still agree needs a short_title.',
  },
  'short-title': {
    level: 'error',
    meaning:
      'A headline is longer than browser tabs and search results show and has no short title, or its short title says something else.',
    cure: 'Add short_title with at most 60 characters, in words of the headline.',
  },
  footnote: {
    level: 'error',
    meaning:
      'A footnote has no mark in the text, a mark has no footnote, or two footnotes have the same name.',
    cure: 'Write [^1] in the text, and [^1]: followed by the note on a line of its own.',
  },
  'text-markup': {
    level: 'error',
    meaning:
      'A text has markup that is not read here, is incomplete or would be left out, so it would not look as intended.',
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
      'A picture has no description, or one that is a file name, begins with “image of” or is too long.',
    cure: 'Say in alt="…" what the picture shows, or write decorative.',
  },
  'picture-file': {
    level: 'error',
    meaning:
      'A picture is damaged, too large, animated, or of a kind or in colours that not every browser shows.',
    cure: 'Export it again as JPEG, PNG or WebP, in RGB, about 3,000 pixels wide.',
  },
  'picture-metadata': {
    level: 'error',
    meaning:
      'A picture’s file carries data besides the picture: camera, place, time, author or program.',
    cure: 'Run npm run strip, which removes it and leaves the picture unchanged.',
  },
  'picture-unused': {
    level: 'warning',
    meaning: 'No article shows this picture.',
    cure: 'Show it, or delete the file.',
  },
  link: {
    level: 'error',
    meaning: 'A link has no words, or leads to something that this site does not link to.',
    cure: 'Link https://…, a page of the site such as /sources/, num:id or source:id.',
  },
  'broken-link': {
    level: 'error',
    meaning: 'Brackets that were meant as a link are not one, so readers would see them.',
    cure: 'Write [words](address) with no space between the brackets and none in the address.',
  },
  'unknown-page': {
    level: 'error',
    meaning: 'A link leads to a page of the site, or to a section of one, that does not exist.',
    cure: 'Use the address that the message suggests; draft articles have none yet.',
  },

  // Numbers
  'number-unbound': {
    level: 'error',
    meaning: 'A number in the text has no record.',
    cure: `Link it to its record, as in [40 parcels](num:parcels-lost), or free it with <${tagFor.freed}>.`,
  },
  'number-differs': {
    level: 'error',
    meaning: 'A number in the text differs from its record in value, unit or hedge.',
    cure: 'Copy the form in the message, or correct the record.',
  },
  'hedge-dropped': {
    level: 'warning',
    meaning: 'The record hedges a number (“at least”), and the text leaves the hedge out.',
    cure: 'Put the hedge inside the link.',
  },
  'statement-needed': {
    level: 'error',
    meaning: 'This record has several numbers, and the link does not say which one it means.',
    cure: 'Add a slash and the id of the statement or row.',
  },

  // Quotations
  'quotation-differs': {
    level: 'error',
    meaning:
      'A quotation, in double or single marks or after a >, is not word for word in the record of a source.',
    cure: 'Copy the wording in the message, or add the right one to quotes: in the source’s file.',
  },
  'quotation-mark': {
    level: 'error',
    meaning:
      'A quotation mark has no partner, so the check cannot tell where the quotation ends; or a wording of the record is in quotation marks.',
    cure: 'Put a mark at each end of the words; keep a wording without marks.',
  },
  'speaker-differs': {
    level: 'error',
    meaning:
      'A quotation or opinion is attributed to somebody else than in the record of its source.',
    cure: 'Write the speaker that the message names, or correct the record.',
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
      'A text or quotation names an ingredient of explosives or gives proportions, or names something that is listed under never_named in content/site.yaml.',
    cure: 'Write a general word such as “chemical precursors”; in a quotation, replace the name with […].',
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
    meaning: 'No subject in content/site.yaml has this short name.',
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
    meaning: 'No published article has this id; drafts do not count.',
    cure: 'Use the id that the message suggests, or publish the article.',
  },

  // The record
  statements: {
    level: 'error',
    meaning: 'A quantity or row has neither statements nor our own arithmetic, or has both.',
    cure: 'Keep one of the two.',
  },
  'statement-value': {
    level: 'error',
    meaning: 'A statement has neither a value nor words, or has both.',
    cure: 'Write value: 2300, or words: hundreds if no number was printed.',
  },
  variant: {
    level: 'error',
    meaning:
      'A statement names an object, place or model that its quantity does not list; or words are given for one that it does not list, or for two.',
    cure: 'Use one of the variants, or add this one to the list.',
  },
  dimension: {
    level: 'error',
    meaning:
      'The object, place or model of a statement is not what its wording says, or a statement without a wording has one; or one statement of the quantity has such a field, or a hedge, and another leaves it open.',
    cure: 'Write what the wording says, or not-stated if it says nothing about it; without a wording, leave the field out.',
  },
  'in-english': {
    level: 'error',
    meaning:
      'A wording in another language has no translation, though statements of its quantity are compared; or a translation has nothing to translate.',
    cure: 'Add a line in_english: with your literal translation.',
  },
  names: {
    level: 'error',
    meaning: 'A statement says that its text names what it repeats, but gives no words that do.',
    cure: 'Copy the words that name it into names:, or write basis: inferred.',
  },
  'not-seen': {
    level: 'error',
    meaning:
      'A source that was not seen has an address, words or rows of its own, or nobody names it; or a page that was read has no address.',
    cure: 'Record what is known of it with the sources that name it and print its words.',
  },
  repeats: {
    level: 'error',
    meaning:
      'A statement repeats one that does not exist, that is later, or that repeats it in turn.',
    cure: 'Name an earlier statement of the same quantity.',
  },
  'chain-long': {
    level: 'warning',
    meaning: 'A number passed through more than five hands before this statement.',
    cure: 'Check that each statement repeats the one just before it, not an earlier one.',
  },
  'number-form': {
    level: 'error',
    meaning:
      'A number of the record is not in plain digits, has too many of them, or is a negative count.',
    cure: 'Write plain digits, with a point before decimals: 2300, 43.5.',
  },
  sum: {
    level: 'error',
    meaning: 'The rows of a whole do not add up to it.',
    cure: 'Correct a row, or name the rest with remainder:.',
  },
  derivation: {
    level: 'error',
    meaning:
      'Our own arithmetic gives no number: it is circular, divides by zero, or uses a range or words.',
    cure: 'Use printed numbers of the record, or plain numbers.',
  },
  archive: {
    level: 'error',
    meaning:
      'A source has no archived copy and gives no reason, its copy is of another page, or it was read in an archive without saying of which page.',
    cure: 'Add the address of a copy, or a line archived_reason: or original_url:.',
  },
  'source-differs': {
    level: 'error',
    meaning:
      'The words of a link to a source name another publisher, or a day or year that its record does not have; or a sentence credits a source with another source’s number.',
    cure: 'Correct the words, or link the source or statement that is meant.',
  },
  'held-source': {
    level: 'error',
    meaning:
      'An interview, letter, call or document of the desk lacks what readers must know of it, says more than was agreed, or has a field that belongs to a published page; or a statement or tag names somebody whose name is withheld.',
    cure: 'Add or delete the line that the message names.',
  },
  'unfit-host': {
    level: 'error',
    meaning:
      'The address of a source is on a host for drafts, administration or pictures, on a site that copies documents, or an internal number.',
    cure: 'Add a line linked: false, or give the public address of the page.',
  },
  'source-twice': {
    level: 'error',
    meaning: 'Two sources have the same address, so one would count as two that agree.',
    cure: 'Keep one of them, and use its id everywhere.',
  },
  'title-language': {
    level: 'error',
    meaning:
      'The title of a source is not in the letters of its language, as if it were a title of our own.',
    cure: 'Write the title as printed; if none was seen, add “title_ours: true”.',
  },
  'unused-source': {
    level: 'warning',
    meaning: 'Nothing names this source.',
    cure: 'Name it where it is used, or delete its file.',
  },
  verdict: {
    level: 'error',
    meaning:
      'A contested claim does not say what would change its verdict, or its verdict rests on no sources, on the source of the claim itself, or on one that is listed for both sides.',
    cure: 'Add what the message names, or change the verdict.',
  },
  'no-contact': {
    level: 'warning',
    meaning: 'The site has no contact address.',
    cure: 'Add a line contact: to content/site.yaml.',
  },
  invitation: {
    level: 'error',
    meaning: 'A text asks readers to write, but the site has no contact address.',
    cure: `Put the words between <${tagFor.contact}> and </${tagFor.contact}>, or add a line contact: to content/site.yaml.`,
  },

  // Charts
  'total-row': {
    level: 'warning',
    meaning:
      'A row of a bar chart is the sum of the others, so it is drawn as the longest bar beside its own parts.',
    cure: 'Delete the row and give the sum in the subtitle, or give the row the role context.',
  },
  chart: {
    level: 'error',
    meaning: 'This kind of chart cannot draw what it was given.',
    cure: 'Do what the message says: shorten a label, leave rows out, or choose another kind.',
  },
  'chart-table': {
    level: 'error',
    meaning: 'The table beside a chart is missing, has a wrong cell, or does not add up.',
    cure: 'Correct the cell that the message points to, and save the table as CSV with commas, in UTF-8.',
  },

  // What readers have already seen
  'published-number': {
    level: 'error',
    meaning: 'A published number has changed without a correction.',
    cure: 'Restore the old number, or copy the entry for content/corrections.yaml from the message.',
  },
  'published-words': {
    level: 'warning',
    meaning: 'The words of an article differ from those that were published.',
    cure: 'Add a correction if readers should know of it; a fixed typo needs none.',
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
    meaning: 'A published article is gone, renamed or withheld again.',
    cure: 'Restore it and correct what is wrong in it, or, if it was renamed, name the old file under formerly.',
  },
  'published-record': {
    level: 'warning',
    meaning:
      'A number, source, claim, chart, event, place or term that was published is gone or renamed, so links to it would lead nowhere.',
    cure: 'Restore it, or give it its old name back.',
  },
  'published-lock': {
    level: 'error',
    meaning: 'The file that records what was published is damaged.',
    cure: 'Restore the published one, and never edit it by hand.',
  },
  'correction-same': {
    level: 'error',
    meaning: 'A correction gives the same words as old and new.',
    cure: 'Write what readers saw under old:, and what it says now under new:.',
  },
  'correction-words': {
    level: 'warning',
    meaning: 'The new words of a correction are not in the article.',
    cure: 'Copy them from the article as readers see them, without links.',
  },
} as const satisfies Record<string, RuleText>;

/** Name of a rule, stable: editors and tests refer to it. */
export type RuleName = keyof typeof ruleTexts;
