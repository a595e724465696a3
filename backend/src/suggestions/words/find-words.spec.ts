import { describe, expect, it } from '@jest/globals';
import { findWords } from './find-words.js';

const said = (text: string, ...words: string[]): string[] =>
  findWords(text, [{ subject: 'x', words }]).map(({ start, end }) => text.slice(start, end));

describe('a word of a list', () => {
  it.each([
    ['as it is, but not within another', 'Fire at the mill, firewood is dry', ['fire'], ['Fire']],
    ['whatever its accents and case', 'Des BLESSES, une blessée', ['blessé*'], ['BLESSES', 'blessée']],
    ['with a star by its beginning', 'It flooded, the floods rise', ['flood*'], ['flooded', 'floods']],
    ['with a star by its end', 'Waldbrand am Hang', ['*brand'], ['Waldbrand']],
    ['as a phrase, past small words', 'The bridge is down', ['bridge down'], ['bridge is down']],
    ['not as a phrase over the end of a sentence', 'We saw the bridge. Down there', ['bridge down'], []],
    ['with an apostrophe of any kind', 'She can’t breathe', ['cant breathe'], ['can’t breathe']],
    ['with ß as ss', 'Strasse gesperrt', ['straße gesperrt'], ['Strasse gesperrt']],
  ])('is found %s', (_, text, words, found) => {
    expect(said(text, ...words)).toEqual(found);
  });

  it.each([
    ['with its article and what is joined before it', 'ينتشر الدخان والحريق في المدرسة', ['حريق'], ['والحريق']],
    ['however its letters are written', 'إصابات كثيرة', ['اصابات'], ['إصابات']],
    ['with its vowel signs', 'حَرِيق', ['حريق'], ['حَرِيق']],
    ['by its beginning', 'محاصرون هنا', ['محاصر*'], ['محاصرون']],
  ])('is found in Arabic %s', (_, text, words, found) => {
    expect(said(text, ...words)).toEqual(found);
  });
});

describe('a word that is denied', () => {
  it.each([
    ['There is no fire here', 'fire'],
    ['We are not trapped', 'trapped'],
    ["It isn't burning", 'burning'],
    ['Nobody was injured', 'injur*'],
    ['Es gibt kein Feuer', 'feuer'],
    ['Es brennt nicht mehr.', 'brennt'],
    ['Il n’y a pas d’incendie', 'incendie'],
    ['No hay fuego', 'fuego'],
    ['لا يوجد حريق', 'حريق'],
  ])('is not found: %s', (text, word) => {
    expect(said(text, word)).toEqual([]);
  });

  it.each([
    ['No ambulance for the injured people', 'injur*', 'injured'],
    ['No, fire everywhere', 'fire', 'fire'],
    ['We have no signal. Fire at the mill', 'fire', 'Fire'],
    ['Das Feuer ist nicht unter Kontrolle', 'feuer', 'Feuer'],
    ['Une personne blessée', 'blessé*', 'blessée'],
  ])('is found where something else is denied: %s', (text, word, found) => {
    expect(said(text, word)).toEqual([found]);
  });

  it.each([
    ['We do not have any food', 'no food', 'not have any food'],
    ['Wir haben kein Wasser mehr', 'kein wasser', 'kein Wasser'],
    ['No tenemos agua', 'no agua', 'No tenemos agua'],
    ['ليس لدينا ماء', 'لا ماء', 'ليس لدينا ماء'],
  ])('is what an entry with a denial finds: %s', (text, entry, found) => {
    expect(said(text, entry)).toEqual([found]);
    expect(said('Food, Wasser, agua, ماء', entry)).toEqual([]);
  });
});

describe('an entry that finds nothing', () => {
  it.each(['', ' ', '*', 'a*', '!!!'])('is passed over: "%s"', (entry) => {
    expect(said('a text of any kind', entry)).toEqual([]);
  });
});
