import { describe, expect, it } from '@jest/globals';
import { completePolicy, firstPolicy } from './policy.js';

describe('a policy', () => {
  it('that was stored before a field was thought of reads with its default', () => {
    const { quarantineUnsigned, emergencyNumber, lines, ...old } = { ...firstPolicy, claimMinutes: 30 };
    expect([quarantineUnsigned, emergencyNumber, lines]).toEqual([false, null, []]);
    expect(completePolicy(old)).toEqual({ ...firstPolicy, claimMinutes: 30 });
  });

  it('that is sent without a field keeps what was stored, and can clear what may be empty', () => {
    const known = { ...firstPolicy, quarantineUnsigned: true, emergencyNumber: '000' };
    expect(completePolicy({ publishIncidents: false }, known)).toEqual({ ...known, publishIncidents: false });
    expect(completePolicy({ emergencyNumber: null }, known).emergencyNumber).toBeNull();
  });
});
