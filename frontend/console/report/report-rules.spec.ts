import { describe, expect, it } from '@jest/globals';
import { claimOf, hasSender, outcomeFor, possibleFor } from './report-rules.js';
import { deploymentOf, reportOf } from './report.fixture.js';

const now = Date.parse('2026-03-01T10:00:00Z');
const held = (id: string, until: string) => reportOf({ status: 'in_review', claim: { by: { id, name: 'Bo' }, until } });
const later = '2026-03-01T10:15:00Z';

describe('a claim', () => {
  it('is mine, another’s, over, or none', () => {
    expect(claimOf(held('me', later), 'me', now)).toBe('mine');
    expect(claimOf(held('bo', later), 'me', now)).toBe('other');
    expect(claimOf(held('bo', '2026-03-01T09:59:00Z'), 'me', now)).toBe('over');
    expect(claimOf(reportOf(), 'me', now)).toBe('none');
  });
});

describe('a person behind a report', () => {
  const nobody = { name: 'Ada Example', phone: null, email: null };

  it('is told from others by an address or by the way the report came, not by a name', () => {
    expect(hasSender('web', nobody)).toBe(false);
    expect(hasSender('web', { ...nobody, phone: '+00 555 0100' })).toBe(true);
    expect(hasSender('open311', { ...nobody, email: 'ada@example.org' })).toBe(true);
    expect(hasSender('telegram', nobody)).toBe(true);
  });
});

describe('what can be done', () => {
  it('with a new report: claim, and decide on the way', () => {
    expect(possibleFor(reportOf(), 'none')).toEqual({ claim: true, release: false, decide: true, reopen: false });
  });

  it('with mine: release and decide', () => {
    expect(possibleFor(held('me', later), 'mine')).toEqual({
      claim: false,
      release: true,
      decide: true,
      reopen: false,
    });
  });

  it('with another’s: nothing, until the claim is over', () => {
    expect(possibleFor(held('bo', later), 'other')).toEqual({
      claim: false,
      release: false,
      decide: false,
      reopen: false,
    });
    expect(possibleFor(held('bo', later), 'over')).toMatchObject({ claim: true, decide: true });
  });

  it.each(['verified', 'rejected'] as const)('with a %s one: reopen only', (status) => {
    expect(possibleFor(reportOf({ status }), 'none')).toEqual({
      claim: false,
      release: false,
      decide: false,
      reopen: true,
    });
  });
});

describe('what the public will see', () => {
  it('is said with its precision', () => {
    expect(outcomeFor(deploymentOf(), 'wells')).toEqual({ public: true, precisionMetres: 100 });
    expect(outcomeFor(deploymentOf(), null)).toEqual({ public: true, precisionMetres: 100 });
  });

  it('is nothing for a sensitive category, or what lies below one', () => {
    const deployment = deploymentOf();
    const categories = deployment.categories.map((one) => (one.code === 'water' ? { ...one, sensitive: true } : one));
    expect(outcomeFor(deployment, 'abuse')).toEqual({ public: false, because: 'sensitive' });
    expect(outcomeFor({ ...deployment, categories }, 'wells')).toEqual({ public: false, because: 'sensitive' });
  });

  it('is nothing yet where incidents are not published at once', () => {
    const deployment = deploymentOf();
    const policy = { ...deployment.policy, publishIncidents: false };
    expect(outcomeFor({ ...deployment, policy }, 'wells')).toEqual({ public: false, because: 'policy' });
  });
});
