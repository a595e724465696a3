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

  it('strikes out addresses that let somebody act for another', () => {
    const secret = 'AaIMExDpfLasYtu1iB6Y465CKLOt4ADhK1lZ';
    const shown = masked({
      text: `See https://example.org/follow/${secret}`,
      back: `/gateways/twilio-sms/${secret}/status`,
    });
    expect(shown).not.toContain(secret);
    expect(masked(`<a>http://localhost/follow/${secret}</a>`)).toBe('<a>http://localhost/follow/…</a>');
  });

  it('hides e-mail addresses and is never long', () => {
    expect(masked('from someone@example.org')).toBe('from …@…');
    expect(masked('x'.repeat(10_000)).length).toBeLessThan(2_100);
  });
});
