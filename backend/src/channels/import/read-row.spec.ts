import { describe, expect, it } from '@jest/globals';
import { mappingOf } from './mapping.js';
import { readDate } from './read-row.js';
import { categoryInput, codeOf, readCategoryCell } from './ushahidi-categories.js';

describe('a category cell', () => {
  it('is split before numbers, not at the commas inside of names', () => {
    expect(readCategoryCell('1a. Un, deux | One, two, 2. Seul | Alone, ')).toEqual([
      { number: '1a', names: ['Un, deux', 'One, two'] },
      { number: '2', names: ['Seul', 'Alone'] },
    ]);
  });

  it('may hold one name, words without numbers, or nothing', () => {
    expect(readCategoryCell('3. Public place')).toEqual([{ number: '3', names: ['Public place'] }]);
    expect(readCategoryCell('Water, Food')).toEqual([
      { number: '', names: ['Water'] },
      { number: '', names: ['Food'] },
    ]);
    expect(readCategoryCell(', ')).toEqual([]);
  });

  it('gives a code of number and name, since one number may stand for several', () => {
    const [one, two] = readCategoryCell('2c. Eau sale | Dirty water, 2c. Danger | Danger, ');
    expect(one && codeOf(one)).toBe('2c-dirty-water');
    expect(two && codeOf(two)).toBe('2c-danger');
  });

  it('keeps one name under the second language, and finds its group', () => {
    const [given] = readCategoryCell('4b. Only English');
    const input = given && categoryInput(given, new Map([['4', '4-group']]), ['fr', 'en']);
    expect(input).toMatchObject({ parent: '4-group', names: { en: 'Only English' } });
  });
});

describe('a date', () => {
  it.each([
    ['05/02/2024 17:26', true, '2024-02-05T22:26:00.000Z'],
    ['05/02/2024 17:26', false, '2024-05-02T21:26:00.000Z'],
    ['2024-02-05 17:26:30', true, '2024-02-05T22:26:30.000Z'],
    ['2024-02-05T17:26:30+02:00', true, '2024-02-05T15:26:30.000Z'],
  ])('%s with the day first: %s', (text, dayFirst, expected) => {
    expect(readDate(text, 'America/Port-au-Prince', dayFirst)?.toISOString()).toBe(expected);
  });

  it('that is none is null', () => {
    expect(readDate('31/31/2024 08:00', 'UTC', true)).toBeNull();
    expect(readDate('soon', 'UTC', true)).toBeNull();
  });
});

describe('the columns', () => {
  it('are known by their usual names, and named ones win', () => {
    const columns = ['Lat', 'Long', 'Message', 'Notes'];
    expect(mappingOf(columns, {})).toEqual({ lat: 'Lat', lon: 'Long', text: 'Message' });
    expect(mappingOf(columns, { text: 'notes' }).text).toBe('Notes');
  });

  it('that are named but not there are refused by name', () => {
    expect(() => mappingOf(['a'], { text: 'b' })).toThrow('There is no column "b"');
  });
});
