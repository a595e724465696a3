import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../shared/problem.js';
import { textsOf } from '../texts/texts.js';
import { problemWords } from './problem-words.js';

const conflict = (kind: string): Problem =>
  new Problem({ type: `/problems/${kind}`, title: 'Title', status: 409, detail: 'As the server says it.' });

describe('a problem in words', () => {
  it('is said in the language of the reader where its kind is known', () => {
    const words = problemWords(conflict('merged-away'), textsOf.de);
    expect(words).toBe('Das geht jetzt nicht: Dieses Ereignis ist in einem anderen aufgegangen; nehmen Sie jenes.');
  });

  it('is said as the server says it where it is not', () => {
    expect(problemWords(conflict('made-up'), textsOf.de)).toBe('Das geht jetzt nicht: As the server says it.');
  });
});
