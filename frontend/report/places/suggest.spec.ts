import { beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import type { OfflinePlaces } from '@atesto/contract';
import { foldName } from './fold-name.js';
import { searchList, Suggester, type Suggestions } from './suggest.js';

const list: OfflinePlaces = {
  places: [
    ['Port-au-Fleuve', 1, 1, 'XX', 8],
    ['Élévation', 2, 2, 'XX', 1],
    ['Fleuve', 3, 3, 'XX', 0.5],
  ],
  attribution: ['Somebody'],
};
const folded = list.places.map(([name]) => foldName(name));
const namesOf = ({ items }: Suggestions): string[] => items.map(({ name }) => name);

describe('the list on the phone', () => {
  it('finds by the beginning of a name, then of a word, whatever the accents', () => {
    const names = (text: string) => searchList(list, folded, text).map(({ name }) => name);
    expect(names('fleu')).toEqual(['Fleuve', 'Port-au-Fleuve']);
    expect(names('ELEVA')).toEqual(['Élévation']);
    expect(names('leva')).toEqual([]);
    expect(names(' ')).toEqual([]);
    expect(searchList(list, folded, 'port')[0]).toMatchObject({ lat: 1, accuracy: 8000, region: null });
  });
});

describe('suggestions while typing', () => {
  let shown: Suggestions[];
  let asked: string[];
  let answers: Record<string, (value: unknown) => void>;
  let isOnline: boolean;

  const get = (url: string): Promise<unknown> => {
    asked.push(url);
    if (url.endsWith('/places.json')) return Promise.resolve(list);
    if (!isOnline) return Promise.reject(new Error('no network'));
    return new Promise((resolve) => (answers[new URL(url, 'http://x').searchParams.get('q') ?? ''] = resolve));
  };
  const suggester = () => new Suggester('/d', 'en', (found) => shown.push(found), get);
  const answer = (name: string, population: number) => ({
    items: [{ name, region: null, country: 'XX', lat: 0, lon: 0, population }],
    attribution: ['Somebody'],
  });
  const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(300);

  beforeEach(() => {
    jest.useFakeTimers();
    [shown, asked, answers, isOnline] = [[], [], {}, true];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('come from the server after a pause, one question for quick typing', async () => {
    const names = suggester();
    names.ask('fl');
    names.ask('fle');
    await settle();
    expect(asked).toEqual(['/d/places?q=fle&limit=6&lang=en']);
    answers['fle']?.(answer('Flemville', 1_000_000));
    await settle();
    expect(shown.pop()?.items[0]).toMatchObject({ name: 'Flemville', accuracy: 10_000 });
  });

  it('never show the answer to what was typed before', async () => {
    const names = suggester();
    names.ask('fle');
    await settle();
    names.ask('ele');
    await settle();
    answers['fle']?.(answer('Flemville', 1));
    answers['ele']?.(answer('Elemville', 1));
    await settle();
    expect(shown.map(namesOf)).toEqual([['Elemville']]);
  });

  it('come from the list without a network, also when it was never fetched', async () => {
    isOnline = false;
    const names = suggester();
    names.ask('fle');
    await settle();
    expect(shown.map(namesOf)).toEqual([['Fleuve', 'Port-au-Fleuve']]);
    names.ask('flem');
    expect(shown.map(namesOf).pop()).toEqual([]);
  });

  it('end with what is too short', async () => {
    const names = suggester();
    names.ask('fle');
    names.ask('f');
    await settle();
    expect([asked, shown.map(namesOf)]).toEqual([[], [[]]]);
  });
});
