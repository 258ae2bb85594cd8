/** What a schema says about a value that does not fit. The reporting code makes sentences of it. */

export type Problem = {
  /** A sentence without its full stop. The name of the field may be put before it. */
  cause: string;
  /** What to do. */
  cure: string;
  /** What the value should be, so that the cure can give what the text seems to mean. */
  asksFor?: 'amount' | 'day' | 'id' | 'reference' | undefined;
};

/**
 * For the parameters of a schema or check:
 * `z.string().regex(/^E-\d+$/, problem('This is not an evidence tag', 'Write E-07.'))`.
 */
export function problem(
  cause: string,
  cure: string,
  rest: Pick<Problem, 'asksFor'> = {},
): { error: string } {
  return { error: writeProblem({ cause, cure, ...rest }) };
}

/** Zod passes only one text with each issue, so the whole problem is packed into it as JSON. */
export function writeProblem(known: Problem): string {
  return JSON.stringify(known);
}

/** Unpacks what our schema put into the text of an issue; undefined for Zod's own words. */
export function readProblem(text: string): Problem | undefined {
  return text.startsWith('{') ? (JSON.parse(text) as Problem) : undefined;
}

/** Cause and cure as sentences. */
export function sayProblem({ cause, cure }: Problem): string {
  return `${cause}. ${cure}`;
}
