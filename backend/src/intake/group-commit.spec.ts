import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

const dataFault = Object.assign(new Error('bad value'), { code: '22P02' });

describe('group commit', () => {
  it('commits together what arrives together and answers each in its own turn', async () => {
    const batches: number[][] = [];
    const commits = new GroupCommit<number, number>(
      (items) => {
        batches.push(items);
        return Promise.resolve(items.map((item) => item * 10));
      },
      { lanes: 1, largestBatch: 500 },
    );
    const answers = await Promise.all([1, 2, 3].map((item) => commits.add(item)));
    expect(answers).toEqual([10, 20, 30]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('answers nobody before the commit is done', async () => {
    let finish: (() => void) | null = null;
    const commits = new GroupCommit<number, number>(
      (items) => new Promise((resolve) => (finish = () => resolve(items))),
      { lanes: 1, largestBatch: 500 },
    );
    let isAnswered = false;
    const answer = commits.add(1).then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAnswered).toBe(false);
    (finish as (() => void) | null)?.();
    await answer;
    expect(isAnswered).toBe(true);
  });

  it('lets none suffer for the bad value of another', async () => {
    const commits = new GroupCommit<string, string>(
      (items) => (items.includes('bad') ? Promise.reject(dataFault) : Promise.resolve(items)),
      { lanes: 1, largestBatch: 500 },
    );
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map((item) => commits.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('refuses all when the database is away, once', async () => {
    let tries = 0;
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const commits = new GroupCommit<number, number>(
      () => {
        tries++;
        return Promise.reject(away);
      },
      { lanes: 1, largestBatch: 500 },
    );
    const outcomes = await Promise.allSettled([1, 2].map((item) => commits.add(item)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(tries).toBe(1);
  });

  it('goes on with the next batch after one that failed', async () => {
    let isAway = true;
    const commits = new GroupCommit<number, number>(
      (items) => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(items)),
      { lanes: 1, largestBatch: 500 },
    );
    await expect(commits.add(1)).rejects.toThrow('away');
    isAway = false;
    await expect(commits.add(2)).resolves.toBe(2);
  });

  it('lets join what arrives until it is the batch’s turn', async () => {
    const batches: number[][] = [];
    let begin: (() => void) | null = null;
    const commits = new GroupCommit<number, number>(
      (items) => {
        batches.push(items);
        return Promise.resolve(items);
      },
      { lanes: 1, largestBatch: 500, turn: () => new Promise<void>((resolve) => (begin = resolve)) },
    );
    const first = commits.add(1);
    while (begin === null) await new Promise((resolve) => setImmediate(resolve));
    const second = commits.add(2);
    (begin as (() => void) | null)?.();
    expect(await Promise.all([first, second])).toEqual([1, 2]);
    expect(batches).toEqual([[1, 2]]);
  });
});
