import { describe, expect, it } from '@jest/globals';
import { idOf, moment } from '../../../test/support/samples.js';
import type { JournalEntry } from '../platform/index.js';
import { isNews, newsOf } from './news.js';

const entry = (kind: string, data: Record<string, unknown> = {}): JournalEntry => ({
  deploymentId: idOf(900),
  seq: '1',
  cursor: '1.1',
  kind: kind as JournalEntry['kind'],
  subjectId: idOf(100),
  actorId: null,
  at: moment,
  data,
});

describe('news', () => {
  it('is what comes in, and what becomes of incidents, for all who ask for it', () => {
    const kinds = ['report.received', 'report.admitted', 'incident.opened', 'incident.changed', 'incident.merged'];
    expect(kinds.map((kind) => newsOf(entry(kind)))).toEqual(
      ['report', 'report', 'incident', 'incident-changed', 'incident-changed'].map((kind) => [{ kind, people: 'all' }]),
    );
  });

  it('is that a reporter says it is not over, and not that it is', () => {
    const [no, yes] = ['denied', 'confirmed'].map((outcome) => entry('incident.outcome_told', { outcome }));
    expect([no, yes].map((told) => told !== undefined && isNews(told, moment))).toEqual([true, false]);
    expect(no && newsOf(no)).toEqual([{ kind: 'incident-changed', people: 'all' }]);
  });

  it('is for those whom it is about', () => {
    expect(newsOf(entry('report.answered'))).toEqual([{ kind: 'answer', people: 'asked' }]);
    expect(newsOf(entry('note.added', { mentions: [idOf(1), idOf(2)] }))).toEqual([
      { kind: 'mention', people: [idOf(1), idOf(2)] },
    ]);
    expect(newsOf(entry('note.added', { mentions: [] }))).toEqual([]);
    const assigned = { assignee: 'Bo Example', person: idOf(1) };
    expect(newsOf(entry('report.assigned', assigned))).toEqual([{ kind: 'assigned', people: [idOf(1)] }]);
    expect(newsOf(entry('incident.assigned', { assignee: 'Boats', organisation: idOf(2) }))).toEqual([
      { kind: 'assigned', people: { organisation: idOf(2) } },
    ]);
    expect(newsOf(entry('report.assigned', { assignee: null }))).toEqual([]);
    expect(newsOf(entry('report.claimed', { takenFrom: 'Ada', before: { holder: idOf(1) } }))).toEqual([
      { kind: 'taken-over', people: [idOf(1)] },
    ]);
    expect(newsOf(entry('report.claimed', { before: { status: 'new' } }))).toEqual([]);
  });

  it('is nothing else, and nothing from before yesterday', () => {
    expect(isNews(entry('report.received'), moment)).toBe(true);
    expect(isNews(entry('report.verified'), moment)).toBe(false);
    expect(isNews(entry('report.received'), new Date(moment.getTime() + 25 * 3_600_000))).toBe(false);
  });
});
