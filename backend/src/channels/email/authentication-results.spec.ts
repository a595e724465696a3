/** Notes as common servers write them. */
import { describe, expect, it } from '@jest/globals';
import { isDoubtful } from './authentication-results.js';

const from = 'someone@mail.example.org';
const noted = (...fields: string[]): boolean =>
  isDoubtful({ all: (name) => (name === 'authentication-results' ? fields : []) }, from);

describe('the sender of a mail is doubtful when the own server', () => {
  it.each([
    [
      'found that the domain disowns it',
      'mx.example.net; spf=pass smtp.mailfrom=bad.example.com; dmarc=fail (p=NONE) header.from=mail.example.org',
    ],
    ['found a broken signature', 'mx.example.net; dkim=fail (bad signature) header.d=mail.example.org; spf=none'],
    ['found a wrong way', 'mx.example.net 1; spf=fail (not allowed) smtp.mailfrom=someone@mail.example.org'],
    ['found a way that is not quite right', 'mx.example.net; spf=softfail smtp.mailfrom=mail.example.org; dkim=none'],
    [
      'found a right signature of somebody else',
      'mx.example.net; dkim=pass header.d=bad.example.com; spf=fail smtp.mailfrom=mail.example.org',
    ],
  ])('%s', (_, field) => {
    expect(noted(field)).toBe(true);
  });

  it('noted it in one of several notes, though lies below say otherwise', () => {
    expect(
      noted(
        'mx.example.net; spf=softfail smtp.mailfrom=mail.example.org',
        'mx.example.net; dmarc=fail header.from=mail.example.org',
        'mx.example.net; dmarc=pass header.from=mail.example.org',
      ),
    ).toBe(true);
  });
});

describe('the sender of a mail is not doubtful when the own server', () => {
  it.each([
    [
      'is content',
      'mx.example.net; dkim=pass header.i=@mail.example.org header.s=a; spf=pass smtp.mailfrom=someone@mail.example.org; dmarc=pass (p=REJECT) header.from=mail.example.org',
    ],
    [
      'found it forwarded with its signature',
      'mx.example.net; spf=fail smtp.mailfrom=other.example.com; dkim=pass header.d=example.org',
    ],
    [
      'found the domain content in spite of the way',
      'mx.example.net; spf=softfail smtp.mailfrom=x.example.com; dmarc=pass header.from=mail.example.org',
    ],
    ['looked for nothing', 'mx.example.net; none'],
    ['found nothing', 'mx.example.net; spf=none smtp.mailfrom=mail.example.org; dkim=none; dmarc=none'],
  ])('%s', (_, field) => {
    expect(noted(field)).toBe(false);
  });

  it('notes nothing', () => {
    expect(noted()).toBe(false);
    expect(noted('')).toBe(false);
  });

  it('is content, whatever other servers noted before', () => {
    expect(noted('mx.example.net; dmarc=pass header.from=mail.example.org', 'other.example.com; dmarc=fail')).toBe(
      false,
    );
  });
});
