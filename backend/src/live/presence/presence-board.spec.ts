import { describe, expect, it } from '@jest/globals';
import { PresenceBoard } from './presence-board.js';
import { readLooking } from './read-looking.js';

const ada = { id: 'ada', name: 'Ada Example' };
const bo = { id: 'bo', name: 'Bo Example' };
const report = (id: string) => ({ kind: 'report' as const, id });

describe('the board of who looks at what', () => {
  it('tells each change once, a person as a whole', () => {
    const board = new PresenceBoard();
    board.enter('one', 'main', ada);
    board.enter('two', 'main', ada);
    board.look('one', report('well'), 0);
    board.look('two', report('dam'), 0);
    expect(board.takeChanges().get('main')).toEqual({
      whole: false,
      people: [{ person: ada, at: [report('well'), report('dam')] }],
    });
    expect(board.takeChanges().size).toBe(0);
    board.leave('one');
    expect(board.takeChanges().get('main')?.people).toEqual([{ person: ada, at: [report('dam')] }]);
  });

  it('shows one deployment nothing of another', () => {
    const board = new PresenceBoard();
    board.enter('one', 'main', ada);
    board.enter('two', 'other', bo);
    board.look('one', report('well'), 0);
    board.look('two', report('dam'), 0);
    expect(board.whole('main').people).toEqual([{ person: ada, at: [report('well')] }]);
    board.enter('one', 'other', ada);
    expect(board.whole('main').people).toEqual([]);
    expect(board.takeChanges().get('main')?.people).toEqual([{ person: ada, at: [] }]);
  });

  it('hears nothing from those who did not come in, and little from those who say too much', () => {
    const board = new PresenceBoard();
    expect(board.look('nobody', report('well'), 0)).toBe(false);
    board.enter('one', 'main', ada);
    const heard = Array.from({ length: 100 }, (_, at) => board.look('one', report(`r${at}`), at));
    expect(heard.filter(Boolean).length).toBe(10);
    expect(board.look('one', report('later'), 2_000)).toBe(true);
  });

  it('says nothing when nothing changed', () => {
    const board = new PresenceBoard();
    board.enter('one', 'main', ada);
    expect(board.look('one', null, 0)).toBe(false);
    expect(board.leave('one')).toBe(false);
    expect(board.takeChanges().size).toBe(0);
  });
});

describe('what a socket says it looks at', () => {
  it('is taken only when it names something', () => {
    const id = '00000000-0000-4000-8000-00000000000A';
    expect(readLooking({ kind: 'report', id, more: 'x' })).toEqual({ kind: 'report', id: id.toLowerCase() });
    expect(readLooking(null)).toBeNull();
    const odd = [undefined, 7, 'report', {}, { kind: 'user', id }, { kind: 'report', id: 'x'.repeat(10_000) }];
    expect(odd.map(readLooking)).toEqual(odd.map(() => undefined));
  });
});
