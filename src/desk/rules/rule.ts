/** What every rule of the desk is: a pure function from the content to findings. */
import type { Content } from '../../library/content.ts';
import type { Finding } from '../../schema/finding.ts';

export type Rule = (content: Content) => Finding[];
