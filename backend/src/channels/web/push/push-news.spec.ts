import { describe, expect, it } from '@jest/globals';
import { idOf, moment } from '../../../../../test/support/samples.js';
import type { JournalEntry } from '../../../platform/index.js';
import { newsOf } from './push-news.js';

const entryOf = (kind: JournalEntry['kind'], data: Record<string, unknown> = {}): JournalEntry => ({
  deploymentId: idOf(900),
  seq: '1',
  cursor: '1.1',
  kind,
  subjectId: idOf(100),
  actorId: null,
  at: moment,
  data,
});

describe('news for who reported', () => {
  it('is a question, a decision, and that it is over', () => {
    const kinds = ['report.asked', 'report.verified', 'report.rejected'] as const;
    expect(kinds.map((kind) => newsOf(entryOf(kind), moment)?.kind)).toEqual(['asked', 'verified', 'rejected']);
    const resolved = entryOf('incident.status_changed', { status: 'resolved' });
    expect(newsOf(resolved, moment)).toEqual({ kind: 'resolved', deploymentId: idOf(900), subjectId: idOf(100) });
  });

  it('is nothing else', () => {
    for (const kind of ['report.claimed', 'report.received', 'report.answered', 'incident.opened'] as const) {
      expect(newsOf(entryOf(kind), moment)).toBeNull();
    }
    expect(newsOf(entryOf('incident.status_changed', { status: 'responding' }), moment)).toBeNull();
  });

  it('is none any more after seven days', () => {
    const later = (days: number): Date => new Date(moment.getTime() + days * 86_400_000);
    expect(newsOf(entryOf('report.asked'), later(6.9))).not.toBeNull();
    expect(newsOf(entryOf('report.asked'), later(7.1))).toBeNull();
  });
});
