import { describe, expect, it } from '@jest/globals';
import { shippedWords } from './shipped/index.js';
import { suggestFromWords } from './suggest-from-words.js';
import { readEntry } from './word-entry.js';

const codes = ['medical', 'trapped', 'missing', 'fire', 'flood', 'collapse', 'road', 'water', 'food', 'shelter'];
const subjects = [
  ...[...codes, 'power', 'security'].map((code) => `category:${code}`),
  'priority:critical',
  'priority:high',
];
const languages = ['en', 'de', 'fr', 'es', 'ar'];
const shipped = languages.flatMap((language) =>
  subjects.map((subject) => ({ subject, words: shippedWords(language, subject) })),
);
const suggested = (...texts: string[]) => suggestFromWords(texts, shipped);

describe('what words speak for', () => {
  it.each([
    ['The bridge to the school collapsed, no way across', 'collapse', null],
    ['Bridge down, cars in the river', 'road', null],
    ['My father is stuck under the rubble', 'trapped', null],
    ['The river burst its banks, water is rising', 'flood', 'high'],
    ['Urgent: we have not eaten, no food since Monday', 'food', 'high'],
    ['Wir haben seit gestern kein Wasser', 'water', null],
    ['Drei Verletzte, eine Frau blutet stark', 'medical', 'critical'],
    ['Der Keller ist vollgelaufen, Hochwasser', 'flood', null],
    ['Il n’y a plus d’électricité dans le quartier', 'power', null],
    ['Des enfants dorment dehors, besoin de tentes', 'shelter', 'high'],
    ['No tenemos comida para los niños', 'food', 'high'],
    ['El puente caído, no se puede pasar', 'road', null],
    ['حريق كبير في السوق', 'fire', null],
    ['أطفال محاصرون تحت الأنقاض', 'trapped', 'critical'],
    ['لا يوجد لدينا ماء للشرب', 'water', null],
  ])('%s', (text, category, priority) => {
    const { categories, priority: urgent } = suggested(text);
    expect([categories[0]?.code, urgent?.code ?? null]).toEqual([category, priority]);
  });

  it('is told with the words that say so, the one with more of them first', () => {
    expect(suggested('Road blocked by a fallen tree, power lines down')).toEqual({
      categories: [
        { code: 'road', said: ['Road blocked', 'fallen tree'] },
        { code: 'power', said: ['power lines'] },
      ],
      priority: null,
    });
  });

  it('may stand in what was said later', () => {
    expect(suggested('Help', 'the fire spreads').categories).toEqual([{ code: 'fire', said: ['fire'] }]);
  });

  it('is nothing where nothing is said, or the opposite', () => {
    const nothing = { categories: [], priority: null };
    expect(suggested('')).toEqual(nothing);
    expect(suggested('No fire, nobody injured, we are not trapped')).toEqual(nothing);
  });
});

describe('the words that are shipped', () => {
  it.each(languages)('can all be found, and stand once in their list: %s', (language) => {
    for (const subject of subjects) {
      const words = shippedWords(language, subject);
      expect([subject, words.length > 5]).toEqual([subject, true]);
      expect([subject, words.filter((word) => readEntry(word) === null)]).toEqual([subject, []]);
      expect([subject, words.length]).toEqual([subject, new Set(words).size]);
    }
  });

  it('are none where nobody wrote any', () => {
    expect(shippedWords('xx', 'category:fire')).toEqual([]);
    expect(shippedWords('de-CH', 'category:fire')).toContain('feuer');
  });
});
