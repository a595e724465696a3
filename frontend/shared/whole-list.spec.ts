import { describe, expect, it } from '@jest/globals';
import type { Page } from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

const pages: Record<string, Page<number>> = {
  '': { items: [1, 2], next: 'a' },
  a: { items: [], next: 'b' },
  b: { items: [3], next: null },
};

const asked: string[] = [];
const http: Http = (method, path, { query } = {}) => {
  const { cursor = '' } = (query ?? {}) as { cursor?: string };
  asked.push(`${method} ${path} ${cursor}`);
  return Promise.resolve(structuredClone(pages[cursor]) as never);
};

describe('a whole list', () => {
  it('is read to its end, past an empty page', async () => {
    expect(await wholeList(http, '/notes')).toEqual({ items: [1, 2, 3], next: null });
    expect(asked).toEqual(['GET /notes ', 'GET /notes a', 'GET /notes b']);
  });

  it('ends where a list has no pages', async () => {
    const plain: Http = () => Promise.resolve({ items: [1] } as never);
    expect((await wholeList(plain, '/notes')).items).toEqual([1]);
  });

  it('goes on from an answer that is there, and is that answer', async () => {
    const answer = { items: [9], next: 'b', waiting: 4 };
    const whole = await wholeList(http, '/notes', { first: Promise.resolve(answer) });
    expect(whole).toBe(answer);
    expect(whole).toEqual({ items: [9, 3], next: null, waiting: 4 });
  });

  it('whose rest cannot be read is refused, unless it tells of a change that has happened', async () => {
    const cut: Http = (_, __, { query } = {}) =>
      query === undefined ? Promise.resolve({ items: [1], next: 'a' } as never) : Promise.reject(new Error('cut'));
    await expect(wholeList(cut, '/notes')).rejects.toThrow('cut');
    const answer = { items: [9], next: 'a' };
    expect(await wholeList(cut, '/notes', { first: Promise.resolve(answer) })).toEqual({ items: [9], next: 'a' });
  });
});
