import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { foldWords } from './fold-words.js';
import { idOfSearch, incidentNumberOf, searchDocument, searchQuery } from './search-words.js';

describe('one spelling', () => {
  it.each([
    ['Überschwemmung', 'uberschwemmung'],
    ['ÉCOLE', 'ecole'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ёлка', 'елка'],
    ['ΔΡΌΜΟΣ', 'δρομοσ'],
    ['مَدْرَسَة', 'مدرسه'],
    ['إلى', 'الي'],
    ['الميـــاه', 'المياه'],
    ['می‌خواهم', 'ميخواهم'],
    ['٣٤ ۵۶', '34 56'],
    ['ＡＢＣ１２', 'abc12'],
    ['がっこう', 'がっこう'],
    ['한국어', '한국어'],
    ['नदी', 'नदी'],
  ])('of %j is %j', (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });
});

describe('a search', () => {
  it.each([
    ['water', `'water':*`],
    ['dry well', `'dry' & 'well':*`],
    ['  well,  ', `'well':*`],
    ['Überschwemmung 12', `'uberschwemmung' & '12':*`],
    ['بئر جاف', `'بير' & 'جاف':*`],
    ['المستشفى', `('المستشفي':* | 'مستشفي':*)`],
    ['避難所', `('避難' <-> '難所')`],
    ['水', `'水':*`],
    ['水 water', `'水':* & 'water':*`],
    ['ถนน', `('ถน' <-> 'นน')`],
    [`it's | (a) & !b:*`, `'it' & 's' & 'a' & 'b':*`],
  ])('for %j is %j', (search, query) => {
    expect(searchQuery(search)).toBe(query);
  });

  it('without a word is none', () => {
    for (const search of ['', '  ', '&|!():*', "'"]) expect(searchQuery(search)).toBeNull();
  });

  it('never holds an operator of the asker, nor does a document', () => {
    const lexeme = `'[\\p{L}\\p{M}\\p{N}]+'`;
    const term = `(${lexeme}(:\\*)?|\\(${lexeme}(:\\*)?( (<->|\\|) ${lexeme}(:\\*)?)*\\))`;
    const query = new RegExp(`^${term}( & ${term})*$`, 'u');
    const document = new RegExp(`^(${lexeme}(:[\\d,]+)?( |$))*$`, 'u');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        expect(searchQuery(search) ?? `'x':*`).toMatch(query);
        expect(searchDocument([search])).toMatch(document);
      }),
    );
  });
});

describe('a document', () => {
  it('holds each word once, and pairs with their places', () => {
    expect(searchDocument(['Water, water', null, 'المدرسة'])).toBe(`'water' 'المدرسه' 'مدرسه'`);
    expect(searchDocument(['避難所 水'])).toBe(`'避難':1 '難所':2 '所':3 '水':5`);
  });

  it('of a very long text ends somewhere', () => {
    expect(searchDocument(['水'.repeat(200_000)]).length).toBeLessThan(2_000);
    expect(searchDocument(['x'.repeat(5000)])).toBe(`'${'x'.repeat(60)}'`);
  });
});

describe('what is not a word', () => {
  it('is an incident’s number, sure with its sign', () => {
    expect(incidentNumberOf(' #12 ')).toEqual({ number: 12, isSure: true });
    expect(incidentNumberOf('١٢')).toEqual({ number: 12, isSure: false });
    expect([incidentNumberOf('#'), incidentNumberOf('12 wells'), incidentNumberOf('1234567890')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is an id', () => {
    expect(idOfSearch('01890A5D-ac96-774b-bcce-b302099a8057')).toBe('01890a5d-ac96-774b-bcce-b302099a8057');
    expect(idOfSearch('01890a5d')).toBeNull();
  });
});
