/** Everything that `npm run new` can make. */
import { articleForm } from './article-form.ts';
import { chartForm } from './chart-form.ts';
import { claimForm } from './claim-form.ts';
import { correctionForm, eventForm, placeForm, termForm } from './entries.ts';
import type { Form } from './form.ts';
import { quantityForm } from './quantity-form.ts';
import { sourceForm } from './source-form.ts';

export const forms = {
  article: articleForm,
  source: sourceForm,
  quantity: quantityForm,
  claim: claimForm,
  chart: chartForm,
  event: eventForm,
  place: placeForm,
  term: termForm,
  correction: correctionForm,
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof forms;
