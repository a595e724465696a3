/** What hangs on the wall: it names the ways that lead here, and every one of them leads here. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeploymentView } from '@atesto/contract';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer({ PUBLIC_URL: 'https://flood.example.org' });

const lines = [
  { kind: 'sms', address: '+00 555 0100' },
  { kind: 'telegram', address: '<b>@bot</b>' },
];

const page = async (query = ''): Promise<string> => {
  const answer = await server.call<string>(`/poster/main${query}`, { cookie: null });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  return answer.body;
};

describe('the poster', () => {
  beforeAll(async () => {
    const { body } = await server.main<DeploymentView>('');
    const policy = { ...body.policy, lines, emergencyNumber: '112' };
    const headers = { 'if-match': `"${body.version}"` };
    await server.main('', { method: 'PATCH', headers, body: { name: 'River & Valley', policy } });
  });

  it('says what to do, where, and by which other lines, with nothing in it that runs', async () => {
    const shown = await page();
    for (const words of [
      'River &amp; Valley',
      'Tell us what you see',
      'flood.example.org/r/main',
      '+00 555 0100',
      '112',
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).toContain('&lt;b>@bot&lt;/b>');
    expect(shown).not.toMatch(/<script|<b>|style=/);
  });

  it('speaks the language that was asked for, and offers the others', async () => {
    const shown = await page('?lang=de');
    expect(shown).toContain('<html lang="de" dir="ltr">');
    expect(shown).toContain('Sagen Sie uns, was Sie sehen');
    expect(shown).toContain('href="/poster/main?lang=en"');
  });

  it('has strips to tear off when they are asked for', async () => {
    const addresses = (shown: string): number => shown.split('>flood.example.org/r/main<').length - 1;
    expect([addresses(await page()), addresses(await page('?tearoff=1'))]).toEqual([1, 10]);
  });

  it('has a code that phones read as the address of the report page', async () => {
    const { body, headers } = await server.call<string>('/poster/main/qr.svg', { cookie: null });
    expect(headers.get('content-type')).toBe('image/svg+xml');
    const { data, info } = await sharp(Buffer.from(body))
      .resize(400)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const read = decodeQR({ data: new Uint8Array(data), width: info.width, height: info.height });
    expect(read).toBe('https://flood.example.org/report/main');
  });

  it('is not there for a deployment that is not', async () => {
    for (const path of ['/poster/nowhere', '/poster/nowhere/qr.svg', '/r/nowhere']) {
      expect([path, (await server.call(path, { cookie: null })).status]).toEqual([path, 404]);
    }
  });
});

describe('the addresses that the console offers', () => {
  it('are the public ones, by whatever address it was asked', async () => {
    const { status, body } = await server.main('/handout', { cookie: null });
    const at = 'https://flood.example.org';
    expect([status, body]).toEqual([
      200,
      { report: `${at}/report/main`, map: `${at}/map/main`, short: 'flood.example.org/r/main' },
    ]);
  });
});

describe('the short address', () => {
  it.each(['/r/main', '/r/MAIN', '/r/Main'])('%s leads to the report page', async (path) => {
    const { status, headers } = await server.call(path, { cookie: null });
    expect([status, headers.get('location')]).toEqual([302, '/report/main']);
  });
});
