import { describe, expect, it } from '@jest/globals';
import { masked } from './mask.js';

describe('what the log keeps of a request', () => {
  it('strikes out secrets and shortens who it was', () => {
    const shown = masked({
      From: '+12025550123',
      Body: 'Call me: +1 202 555 0123',
      AuthToken: 'abc',
      nested: { secret: 'x' },
    });
    expect(shown).not.toMatch(/2025550123|202 555|abc|"x"/);
    expect(shown).toContain('Call me');
  });

  it('strikes out the gateway’s own secrets wherever they stand', () => {
    expect(masked('<secret>open sesame</secret>', ['open sesame'])).toBe('<secret>•••</secret>');
  });

  it('hides e-mail addresses and is never long', () => {
    expect(masked('from someone@example.org')).toBe('from …@…');
    expect(masked('x'.repeat(10_000)).length).toBeLessThan(2_100);
  });
});
