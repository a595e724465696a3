import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@atesto/contract';
import { savedWords } from './saved-words.js';

const entry = (seq: string, kind: HistoryEntry['kind'], data: HistoryEntry['data'] = {}): HistoryEntry => ({
  seq,
  kind,
  data,
  at: '2026-03-01T08:00:00Z',
  by: null,
  undoable: false,
  reports: 0,
});
const opened = entry('1', 'incident.opened');
const done = entry('2', 'incident.task_changed', { status: 'done' });
const ended = entry('3', 'incident.status_changed', { status: 'resolved', automatic: true });

describe('what is said after saving', () => {
  it('is that the incident is resolved where it ended by itself', () => {
    expect(savedWords([opened], [opened, done, ended])).toBe('savedAndResolved');
  });

  it('is that it is saved where it did not, had before, or was resolved by a person', () => {
    expect(savedWords([opened], [opened, done])).toBe('saved');
    expect(savedWords([opened, ended], [opened, ended, done])).toBe('saved');
    expect(savedWords([opened], [opened, entry('4', 'incident.status_changed', { status: 'resolved' })])).toBe('saved');
    expect(savedWords(null, [opened, ended])).toBe('saved');
  });
});
