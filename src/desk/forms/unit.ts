/** What a number counts, asked and written alike for a quantity and for the table of a chart. */
import type { Unit } from '../../schema/value.ts';
import type { Answers, Desk, Question } from './form.ts';

const kinds: Record<Unit['kind'], string> = { count: 'things', percent: 'shares, in per cent', usd: 'US dollars', eur: 'euros' };
const names: Partial<Record<string, { one: string; many: string }>> = {
  percent: { one: 'per cent', many: 'per cent' },
  usd: { one: 'US dollar', many: 'US dollars' },
  eur: { one: 'euro', many: 'euros' },
};

/** `usual` guesses the kind of unit; asked only where `asked` allows it. */
export function unitQuestions(asked: (answers: Answers) => boolean, usual?: (answers: Answers, desk: Desk) => string): Question[] {
  const isCount = (answers: Answers) => asked(answers) && answers.get('unit') === 'count';
  return [
    {
      name: 'unit',
      ask: 'What it is a number of',
      choices: kinds,
      asked,
      usual: usual ?? (() => 'count'),
      refuse: (kind, desk, answers) => {
        const given = usual?.(answers, desk) ?? 'count';
        const sign = names[given]?.many;
        return sign !== undefined && kind !== given
          ? `The number was given in ${sign}: choose ${given}, or give it without its sign.`
          : undefined;
      },
    },
    { name: 'one', ask: 'The thing counted, one of them: tank', needed: true, asked: isCount },
    { name: 'many', ask: 'The thing counted, several of them', asked: isCount, usual: (answers) => suggestPlural(answers.get('one')) },
  ];
}

export function writeUnit(answers: Answers): object {
  const kind = answers.get('unit');
  return { kind, ...(names[kind] ?? { one: answers.one('one'), many: answers.one('many') }) };
}

function suggestPlural(one: string): string {
  return /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
}
