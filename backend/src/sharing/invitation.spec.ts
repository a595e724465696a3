import { describe, expect, it } from '@jest/globals';
import { readInvitation, writeInvitation } from './invitation.js';

const invitation = {
  installation: 'https://atesto.example.org',
  deployment: 'main',
  deploymentName: 'Überschwemmung',
  key: 'k'.repeat(43),
  partner: '00000000-0000-7000-8000-000000000001',
  secret: 'made up secret',
};

describe('the code of an invitation', () => {
  it('says what was put in, with white space around it', () => {
    expect(readInvitation(`  ${writeInvitation(invitation)}\n`)).toEqual(invitation);
  });

  it('is none where it is damaged', () => {
    const code = writeInvitation(invitation);
    for (const text of ['', 'no code', code.slice(0, -9), code.replace('atesto', 'other'), 'atesto-share-W10']) {
      expect(readInvitation(text)).toBeNull();
    }
    for (const odd of [{ installation: 'https://example.org/path' }, { deployment: '../main' }, { secret: '' }]) {
      expect(readInvitation(writeInvitation({ ...invitation, ...odd }))).toBeNull();
    }
  });
});
