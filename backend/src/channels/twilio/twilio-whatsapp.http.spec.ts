/** Twilio's own requests for WhatsApp. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addGateway, ask, detailOf, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { TestServer } from '../../../../test/support/test-server.js';
import { accountSid, authToken, callAsTwilio, publicUrl } from '../../../../test/support/twilio.js';

const server = new TestServer();
const twilio = new StandIn();
let now = new Date('2026-02-03T04:05:06Z');
let path = '';

const whatsApp = (from: string, body: string, more: Record<string, string> = {}): Record<string, string> => ({
  SmsMessageSid: 'SM',
  NumMedia: '0',
  ProfileName: 'P. Example',
  MessageType: 'text',
  WaId: from.slice(1),
  SmsStatus: 'received',
  Body: body,
  To: 'whatsapp:+12025550199',
  NumSegments: '1',
  MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
  AccountSid: accountSid,
  From: `whatsapp:${from}`,
  ApiVersion: '2010-04-01',
  ...more,
});

const receive = (fields: Record<string, string>) => callAsTwilio(server, path, fields);
const newest = async () => detailOf(server, (await reportsOf(server, 'whatsapp'))[0]?.id ?? '');
const sentTo = (to: string): URLSearchParams[] =>
  twilio.calls.map(({ body }) => new URLSearchParams(body)).filter((form) => form.get('To') === to);

beforeAll(async () => {
  await twilio.start();
  twilio.answer = () => ({ status: 201, body: JSON.stringify({ sid: `SM${randomUUID()}` }) });
  await server.start({ PUBLIC_URL: publicUrl, GATEWAY_HOSTS: twilio.host }, { now: () => now });
  const settings = { accountSid, authToken, from: 'whatsapp:+12025550199', apiUrl: twilio.url };
  path = (await addGateway(server, 'twilio-whatsapp', settings)).path;
});

afterAll(async () => {
  await server.stop();
  await twilio.stop();
});

describe('a WhatsApp message through Twilio', () => {
  it('becomes a report by its sender; the answer goes back to WhatsApp', async () => {
    await receive(whatsApp('+12025550141', 'Water in the house'));
    const report = await newest();
    expect(report).toMatchObject({ text: 'Water in the house', channel: 'whatsapp' });
    const reporter = await server.main(`/reports/${report.id}/reporter`);
    expect(reporter.body).toMatchObject({ phone: '+12025550141', name: 'P. Example' });
    const [reply] = await until(() => sentTo('whatsapp:+12025550141').length > 0 && sentTo('whatsapp:+12025550141'));
    expect(reply?.get('From')).toBe('whatsapp:+12025550199');
  });

  it('with a place from the phone completes it', async () => {
    const point = {
      Latitude: '12.50431',
      Longitude: '44.25127',
      Label: 'School',
      Address: 'Mill lane 1',
      MessageType: 'location',
    };
    const before = await newest();
    await receive(whatsApp('+12025550141', '', point));
    expect(await newest()).toMatchObject({ id: before.id, location: { lat: 12.50431, lon: 44.25127 } });
  });

  it('that is a place alone is a report', async () => {
    await receive(whatsApp('+12025550142', '', { Latitude: '12.5', Longitude: '44.25', Address: 'Mill lane 2' }));
    expect(await newest()).toMatchObject({ text: '', location: { lat: 12.5, lon: 44.25 }, place: 'Mill lane 2' });
  });

  it('may come from somebody without a number', async () => {
    await receive(whatsApp('US.13491208655302741918', 'Help at 12.5, 44.25', { WaId: '' }));
    expect(await newest()).toMatchObject({ text: 'Help at 12.5, 44.25', contactable: true });
    await until(() => sentTo('whatsapp:US.13491208655302741918').length > 0);
  });

  it('that is spoken is kept as a recording', async () => {
    const tone = readFileSync(join(import.meta.dirname, '../../../../test/fixtures/recordings/tone-opus.ogg'));
    twilio.answer = ({ method }) =>
      method === 'GET' ? { type: 'audio/ogg', body: tone } : { status: 201, body: JSON.stringify({ sid: 'SMx' }) };
    const media = { NumMedia: '1', MediaUrl0: `${twilio.url}/Media/ME1`, MediaContentType0: 'audio/ogg' };
    await receive(whatsApp('+12025550145', '', { ...media, MessageType: 'audio' }));
    const report = await until(async () => {
      const found = await newest();
      return found.files.length === 1 && found;
    });
    expect(report.files[0]).toMatchObject({ type: 'audio/ogg', thumbnailUrl: null });
  });

  it('is answered when it says STOP, since WhatsApp does not', async () => {
    await receive(whatsApp('+12025550142', 'STOP'));
    const said = 'You will get no more messages from us. START brings them back.';
    await until(() => sentTo('whatsapp:+12025550142').some((form) => form.get('Body') === said));
  });

  it('is refused with a wrong signature', async () => {
    const before = (await reportsOf(server, 'whatsapp')).length;
    expect((await callAsTwilio(server, path, whatsApp('+12025550143', 'Forged'), 'wrong')).status).toBe(403);
    expect((await reportsOf(server, 'whatsapp')).length).toBe(before);
  });

  it('is not answered a day later: WhatsApp would not take it', async () => {
    await receive(whatsApp('+12025550144', 'Smoke at 12.5, 44.25'));
    const { id } = await newest();
    await until(() => sentTo('whatsapp:+12025550144').length > 0);
    now = new Date(now.getTime() + 25 * 3_600_000);
    server.adminCookie = await server.signIn('admin@example.org', 'a made-up password');
    await ask(server, id, 'Still?');
    const told = await until(async () => {
      const asked = (await detailOf(server, id)).messages.find(({ text }) => text === 'Still?');
      return asked?.delivery?.state === 'withheld' && asked.delivery;
    });
    expect(told.detail).toContain('24 hours');
    expect(sentTo('whatsapp:+12025550144')).toHaveLength(1);
  });
});
