import { describe, expect, it } from '@jest/globals';
import { idOf, moment, sampleDeployment } from '../../../test/support/samples.js';
import { Keys } from '../platform/index.js';
import { incomingOf } from './incoming.js';
import type { Submission } from './submission.js';

const keys = new Keys('a made-up secret of enough length');
const deployment = sampleDeployment();
const base: Submission = { channel: 'web', externalId: 'one', reportId: idOf(1), text: 'water' };
const row = (parts: Partial<Submission>) => incomingOf(deployment, { ...base, ...parts }, keys, moment);

describe('the row of a submission', () => {
  it('keeps a category that the deployment has, archived or not', () => {
    expect(row({ category: 'pipe' })).toMatchObject({ categoryId: idOf(3), answers: '{}' });
    expect(row({ category: 'former' }).categoryId).toBe(idOf(7));
  });

  it('keeps one that it does not have among the answers', () => {
    expect(row({ category: 'no-such', answers: { depth: 3 } })).toMatchObject({
      categoryId: null,
      answers: '{"depth":3,"category":"no-such"}',
    });
  });

  it('was received now, unless an earlier system received it', () => {
    expect(row({}).receivedAt).toBe(moment);
    const earlier = new Date(0);
    expect(row({ receivedAt: earlier }).receivedAt).toBe(earlier);
  });

  it('seals the contact, and names equal addresses equally however they are spelt', () => {
    const one = row({ reporter: { name: 'A. Example', phone: '+00 (555) 01-00' } });
    const other = row({ reporter: { phone: '+00555 0100' } });
    expect(JSON.parse(keys.unseal(one.sealed ?? Buffer.alloc(0)))).toEqual({
      name: 'A. Example',
      phone: '+00 (555) 01-00',
    });
    expect(one.addressName).toEqual(other.addressName);
    const mails = ['A@Example.org ', 'a@example.org'].map((email) => row({ reporter: { email } }).addressName);
    expect(mails[0]).toEqual(mails[1]);
    expect(JSON.stringify({ ...one, sealed: null, addressName: null })).not.toContain('555)');
  });

  it('has no contact when nothing was left', () => {
    for (const reporter of [undefined, {}, { name: ' ', phone: undefined }]) {
      expect(row({ reporter })).toMatchObject({ sealed: null, addressName: null });
    }
    expect(row({ reporter: { name: 'A. Example' } }).addressName).toBeNull();
  });

  it('holds only what a database can hold', () => {
    expect(row({ text: 'a\0', place: ' \0 ', answers: { a: '\0' } })).toMatchObject({
      text: 'a',
      place: null,
      answers: '{"a":""}',
    });
  });
});
