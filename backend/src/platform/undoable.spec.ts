/** What may be taken back, and what of a history still can. */
import { describe, expect, it } from '@jest/globals';
import { journalKinds, type JournalKind } from '@atesto/contract';
import { idOf, moment } from '../../../test/support/samples.js';
import type { JournalEntry } from './journal.js';
import { openToUndo, undoable } from './undoable.js';

const entry = (seq: number, kind: JournalKind, parts: Partial<JournalEntry> = {}): JournalEntry => ({
  deploymentId: idOf(900),
  seq: String(seq),
  cursor: `${seq}.${seq}`,
  kind,
  subjectId: idOf(1),
  actorId: idOf(7),
  at: moment,
  data: {},
  ...parts,
});
const openOf = (...history: JournalEntry[]): string[] => [...openToUndo(history)].sort();

describe('what can be taken back', () => {
  it('is decided for every kind of entry', () => {
    expect(Object.keys(undoable).sort()).toEqual([...journalKinds].sort());
  });

  it.each(['reporter.viewed', 'reporter.erased', 'export.taken', 'report.answered', 'incident.confirmed'] as const)(
    'is not %s',
    (kind) => expect(undoable[kind]).toBeNull(),
  );

  it('is what people did, not what came or ended by itself', () => {
    const expired = entry(3, 'report.released', { data: { expired: true } });
    expect(
      openOf(
        entry(1, 'report.received'),
        entry(2, 'report.claimed'),
        expired,
        entry(4, 'report.claimed', { actorId: null }),
      ),
    ).toEqual(['2']);
  });

  it('is not what was taken back, until that was taken back as well', () => {
    const claimed = entry(1, 'report.claimed');
    const undone = entry(2, 'report.undone', { data: { of: '1' } });
    const redone = entry(3, 'report.undone', { data: { of: '2' } });
    expect(openOf(claimed, undone)).toEqual(['2']);
    expect(openOf(claimed, undone, redone)).toEqual(['1', '3']);
    const again = entry(4, 'report.undone', { data: { of: '3' } });
    expect(openOf(claimed, undone, redone, again)).toEqual(['2', '4']);
  });

  it('is nothing of what one go did, where its last entry was taken back', () => {
    const [claimed, verified] = [
      entry(1, 'report.claimed', { cursor: '9.1' }),
      entry(2, 'report.verified', { cursor: '9.2' }),
    ];
    const undone = entry(3, 'report.undone', { cursor: '12.3', data: { of: '2' } });
    expect(openOf(claimed, verified, undone)).toEqual(['3']);
    const redone = entry(4, 'report.undone', { cursor: '15.4', data: { of: '3' } });
    expect(openOf(claimed, verified, undone, redone)).toEqual(['1', '2', '4']);
  });

  it('is told by the numbers alone where a restored journal has lost its transactions', () => {
    const lost = { cursor: '3.0' };
    const [claimed, released] = [entry(1, 'report.claimed', lost), entry(2, 'report.released', lost)];
    const undone = entry(3, 'report.undone', { ...lost, data: { of: '2' } });
    expect(openOf(claimed, released, undone)).toEqual(['1', '3']);
  });
});
