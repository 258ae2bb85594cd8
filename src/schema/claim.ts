import { z } from 'astro/zod';
import { id, replies, text } from './fields.ts';
import { data, idOf } from './meaning.ts';

/** A contested sentence of a publication, with the desk's judgement. */

export const verdicts = {
  supported: 'Supported',
  'supported-with-caveat': 'Supported with a caveat',
  contradicted: 'Differs from the record',
  'not-verifiable': 'Not verifiable here',
  opinion: 'Opinion',
} as const;
export type Verdict = keyof typeof verdicts;

/** Verdicts for which at least one side of the evidence must name a source. */
export const evidenceSides: Partial<Record<Verdict, ('for' | 'against')[]>> = {
  supported: ['for'],
  'supported-with-caveat': ['for', 'against'],
  contradicted: ['against'],
};

const evidence = z.strictObject({
  source: id.meta(idOf('sources')).describe('Id of the source.'),
  note: text.optional().describe('What it says on the point, in our words.'),
});

export const claimSchema = z.strictObject({
  made_in: id.meta(idOf('sources')).describe('Id of the publication that makes the claim.'),
  claim: text.describe('The claim in our words, one sentence.'),
  verdict: z
    .enum(Object.keys(verdicts) as [Verdict, ...Verdict[]])
    .describe('The desk’s judgement. An opinion gets no verdict of truth.'),
  finding: text.describe('What the record says, in one to three sentences.'),
  for: z.array(evidence).optional().describe('Sources that support the claim.'),
  against: z.array(evidence).optional().describe('Sources that differ from it.'),
  would_change: text
    .optional()
    .describe('What would change this verdict. Needed unless the claim is supported or opinion.'),
  numbers: z
    .array(z.string().meta(idOf('numbers')))
    .optional()
    .describe('Numbers of the record that the claim is about.'),
  dossier: z
    .array(z.string().meta(data))
    .optional()
    .describe('Ids of the entries of the research dossier that this record holds.'),
  replies,
});
export type Claim = z.infer<typeof claimSchema>;
