/**
 * Sources without a page: what somebody said or gave to the desk itself. They have no address.
 * Readers learn who it was, as far as agreed, why a name is withheld, and what the desk holds.
 * There is no field for anything private, because the files may be public too.
 */

export const heldKinds = {
  interview: 'Interview by the desk',
  letter: 'Letter to the desk',
  call: 'Telephone call with the desk',
  'held-document': 'Document held by the desk',
} as const;
export type HeldKind = keyof typeof heldKinds;

/** What a person and the desk agreed, as pages print it. */
export const terms = {
  'on-record': 'on the record',
  'name-withheld': 'name withheld',
  background: 'on background: name withheld, words not quoted',
} as const;

/** What the desk could show in court. */
export const holdings = {
  notes: 'notes',
  recording: 'recording',
  transcript: 'transcript',
  original: 'original',
  copy: 'copy',
} as const;

/** Fields that an interview, a letter or a call requires. */
export const neededOfTalks = ['person', 'terms', 'held'] as const;
/** Fields that a document of the desk requires. */
export const neededOfHeld = ['title', 'publisher', 'held'] as const;

/** Fields that only these sources have. */
export const heldFields = [
  'person',
  'terms',
  'withheld_reason',
  'date',
  'received',
  'held',
  'quotes_checked',
] as const;
