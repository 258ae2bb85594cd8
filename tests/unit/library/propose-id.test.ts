import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { forms } from '../../../src/desk/forms/forms.ts';
import { Answers, type Desk } from '../../../src/desk/forms/form.ts';
import { deviceName, proposeId } from '../../../src/library/texts/propose-id.ts';
import { id as idSchema } from '../../../src/schema/fields.ts';

describe('a proposed name', () => {
  it.each([
    ['Straße der Gewehre', 'strasse-der-gewehre'],
    ['Łódź, żółć i gęś', 'lodz-zolc-i-ges'],
    ['Ærø og Ørsted på Åland', 'aero-og-orsted-pa-aland'],
    ['Işıklı İstanbul', 'isikli-istanbul'],
    ['Đà Nẵng', 'da-nang'],
    ['Þing og Ðeild, œuvre', 'thing-og-deild-oeuvre'],
    ['Η Καθημερινή', 'i-kathimerini'],
    ['Новая газета', 'novaya-gazeta'],
    ['Українська правда', 'ukrainska-pravda'],
    ['جريدة المدى 2024', 'jrydh-almda-2024'],
    ['روزنامه کیهان', 'rwznamh-kyhan'],
    ['הארץ', 'hrts'],
    ['人民日报', 'renminribao'],
    ['조선일보', 'joseonilbo'],
    ['ไทยรัฐ', 'aithyrath'],
    ['Iraq’s 2,300 Humvees', 'iraqs-2300-humvees'],
    ['٢٠٢٤', '2024'],
    ['ﬁrst ½', 'first-1-2'],
    ['CON', 'con-1'],
    ['!?', ''],
  ])('of %s is %s', (words, id) => {
    expect(proposeId(words)).toBe(id);
  });

  it('spells the umlauts of German with two letters, and those of Turkish with one', () => {
    expect(proposeId('Süddeutsche für Köln, Ägypten', 48, 'de')).toBe(
      'sueddeutsche-fuer-koeln-aegypten',
    );
    expect(proposeId('Gölbaşı Üniversitesi', 48, 'tr')).toBe('golbasi-universitesi');
  });

  const length = fc.integer({ min: 8, max: 80 });
  const title = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );

  it('of each letter of Unicode alone is an id with a letter', () => {
    const letters = Array.from({ length: 0x32000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /\p{L}/u.test(sign));
    expect(letters.length).toBeGreaterThan(100_000);
    const lost = letters.filter((letter) => {
      const id = proposeId(letter, 8);
      return !/[a-z]/.test(id) || !idSchema.safeParse(id).success || deviceName.test(id);
    });
    expect(lost.map((letter) => letter.codePointAt(0)?.toString(16))).toEqual([]);
  });

  it('of any words with a letter is an id with a letter', () => {
    // All letters of Unicode, among other characters.
    const letter = fc
      .integer({ min: 0x41, max: 0x32000 })
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /\p{L}/u.test(sign));
    fc.assert(
      fc.property(title, letter, title, length, (before, sign, behind, most) => {
        const id = proposeId(before + sign + behind, most);
        expect(idSchema.safeParse(id).success).toBe(true);
        expect(id).toMatch(/[a-z]/);
        expect(id.length).toBeLessThanOrEqual(most);
        expect(id).not.toMatch(deviceName);
      }),
      { numRuns: 2000 },
    );
  });

  it('is asked of every form that proposes one, in whatever letters the answers are', () => {
    const answers = new Answers();
    const names = ['title', 'publisher', 'claim', 'name', 'term'];
    for (const name of names) answers.set(name, ['صحيفة ßøł']);
    const content = {
      articles: [],
      sources: [],
      quantities: [],
      breakdowns: [],
      charts: [],
      claims: [],
    };
    const desk = { content, today: '2026-11-20', getNextTag: () => 'E-99' } as unknown as Desk;
    const proposed = Object.values(forms).flatMap(({ questions }) =>
      questions.filter(({ name }) => name === 'id').map(({ usual }) => usual?.(answers, desk)),
    );
    expect(proposed.length).toBeGreaterThanOrEqual(8);
    for (const id of proposed) expect(id).toBe('shyfh-ssol');
  });
});
