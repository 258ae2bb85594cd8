/** Questions about the unit of a number, for a quantity and for the table of a chart. */
import { getCurrencyNames } from '../../evidence/currency-signs.ts';
import { isCurrency } from '../../schema/currency.ts';
import type { Answers, Desk, Question } from './form.ts';

const kinds = {
  count: 'things',
  percent: 'shares, in per cent',
  usd: 'US dollars',
  eur: 'euros',
  gbp: 'pounds sterling',
};

function nameKind(kind: string): { one: string; many: string } | undefined {
  if (kind === 'percent') return { one: 'per cent', many: 'per cent' };
  return isCurrency(kind) ? getCurrencyNames(kind) : undefined;
}

/**
 * `usual` guesses the kind of unit, `given` knows it. The question is asked only if `asked` allows
 * it.
 */
export function unitQuestions(
  asked: (answers: Answers) => boolean,
  {
    usual,
    given,
    noun,
  }: Partial<
    Record<'usual' | 'given' | 'noun', (answers: Answers, desk: Desk) => string | undefined>
  > = {},
): Question[] {
  const isCount = (answers: Answers) => asked(answers) && answers.get('unit') === 'count';
  return [
    {
      name: 'unit',
      ask: 'What it is a number of; for money of other countries the code of its currency: iqd',
      choices: kinds,
      mayBe: isCurrency,
      asked,
      usual: (answers, desk) => usual?.(answers, desk) ?? 'count',
      refuse: (kind, desk, answers) => {
        const sign = given?.(answers, desk);
        const unread = kind === 'count' ? '' : (noun?.(answers, desk) ?? '');
        if (unread !== '')
          return `"${unread}" in the number is not read. Give the number without it.`;
        return sign !== undefined && kind !== sign
          ? `The number was given in ${nameKind(sign)?.many ?? sign}: choose ${sign}, or give it without its sign.`
          : undefined;
      },
    },
    {
      name: 'one',
      ask: 'The thing counted, one of them: parcel',
      needed: true,
      asked: isCount,
      refuse: (one, desk, answers) => {
        const named = noun?.(answers, desk) ?? '';
        return named !== '' && !namesOne(named, one)
          ? `The number was given as one of "${named}". Name one of those here, or give the number without them.`
          : undefined;
      },
    },
    {
      name: 'many',
      ask: 'The thing counted, several of them',
      asked: isCount,
      usual: (answers) => suggestPlural(answers.get('one')),
    },
  ];
}

/** True if the words contain the noun or its plural: "Q7A1 vans" names a van. */
function namesOne(words: string, one: string): boolean {
  const forms = [one, suggestPlural(one)].map((form) => form.toLowerCase());
  return forms.some((form) => ` ${words} `.includes(` ${form} `));
}

const irregular: Record<string, string> = {
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  foot: 'feet',
  life: 'lives',
};

export function writeUnit(answers: Answers): object {
  const kind = answers.get('unit');
  return { kind, ...(nameKind(kind) ?? { one: answers.one('one'), many: answers.one('many') }) };
}

function suggestPlural(one: string): string {
  if (irregular[one] !== undefined) return irregular[one];
  return /(?:s|x|ch|sh)$/.test(one)
    ? `${one}es`
    : /[^aeiou]y$/.test(one)
      ? `${one.slice(0, -1)}ies`
      : `${one}s`;
}
