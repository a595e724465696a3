/** Twilio's own requests for SMS and MMS, from the first message to the delivery of a responder's answer. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { MessageView } from '@atesto/contract';
import {
  addGateway,
  ask,
  detailOf,
  logOf,
  post,
  reportsOf,
  StandIn,
  until,
} from '../../../../test/support/gateways.js';
import { TestServer } from '../../../../test/support/test-server.js';
import { accountSid, authToken, callAsTwilio, publicUrl, signatureOf } from '../../../../test/support/twilio.js';

const server = new TestServer();
const twilio = new StandIn();
/** A host that nobody named. */
const stranger = new StandIn();
let path = '';
let gatewayId = '';
let number = 0;

const anyone = (): string => `+120255501${String(++number).padStart(2, '0')}`;
const messageSid = (): string => `SM${randomUUID().replaceAll('-', '')}`;

const sms = (from: string, body: string, more: Record<string, string> = {}): Record<string, string> => {
  const sid = messageSid();
  return {
    ToCountry: 'US',
    ToState: '',
    SmsMessageSid: sid,
    NumMedia: '0',
    SmsSid: sid,
    SmsStatus: 'received',
    Body: body,
    To: '+12025550199',
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: accountSid,
    From: from,
    ApiVersion: '2010-04-01',
    ...more,
  };
};

const receive = (fields: Record<string, string>) => callAsTwilio(server, path, fields);

/** Takes every message, as `SM` and its number. */
const taking = (): void => {
  let count = 0;
  twilio.answer = ({ method }) =>
    method === 'POST' ? { status: 201, body: JSON.stringify({ sid: `SMout${++count}`, status: 'queued' }) } : {};
};

const sentTo = (to: string): URLSearchParams[] =>
  twilio.calls
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => new URLSearchParams(body))
    .filter((form) => form.get('To') === to);

const newest = async (): Promise<string> => (await reportsOf(server, 'sms'))[0]?.id ?? '';

async function delivered(id: string, begins: string): Promise<MessageView['delivery']> {
  const { messages } = await detailOf(server, id);
  return messages.find(({ text }) => text.startsWith(begins))?.delivery ?? null;
}

beforeAll(async () => {
  await twilio.start();
  await stranger.start();
  await server.start({ PUBLIC_URL: publicUrl, GATEWAY_HOSTS: twilio.host });
  const settings = { accountSid, authToken, from: '+12025550199', apiUrl: twilio.url };
  const gateway = await addGateway(server, 'twilio-sms', settings);
  [path, gatewayId] = [gateway.path, gateway.id];
  taking();
});

afterAll(async () => {
  await server.stop();
  await twilio.stop();
  await stranger.stop();
});

describe('an SMS', () => {
  it('becomes a report; the answer goes out by the API, not by the call itself', async () => {
    const from = anyone();
    const answer = await receive(sms(from, 'Water in the house'));
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([
      200,
      'text/xml; charset=utf-8',
      '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    ]);
    const [report] = await reportsOf(server, 'sms');
    expect(report).toMatchObject({ text: 'Water in the house', channel: 'sms', contactable: true });
    expect((await server.main(`/reports/${report?.id}/reporter`)).body).toMatchObject({ phone: from });
    const [reply] = await until(() => sentTo(from).length > 0 && sentTo(from));
    expect(reply?.get('From')).toBe('+12025550199');
    expect(reply?.get('Body')).toMatch(/Where is it\?.*\/follow\//);
    const call = twilio.calls.at(-1);
    expect(call?.path).toBe(`/2010-04-01/Accounts/${accountSid}/Messages.json`);
    expect(call?.headers.authorization).toBe(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`);
    expect(reply?.get('StatusCallback')).toMatch(new RegExp(`^${publicUrl}${path}/status\\?message=[0-9a-f-]{36}$`));
  });

  it('with the place completes the same report', async () => {
    const from = anyone();
    await receive(sms(from, 'We need water'));
    const id = await newest();
    await receive(sms(from, 'Mill lane, 12.50431, 44.25127'));
    expect(await newest()).toBe(id);
    expect(await detailOf(server, id)).toMatchObject({ location: { lat: 12.50431, lon: 44.25127 } });
    await until(() => sentTo(from).some((form) => form.get('Body') === 'Thank you, we have the place.'));
  });

  it('adds nothing when Twilio sends it again, even many times at once', async () => {
    const fields = sms(anyone(), 'Sent again and again');
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive(fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await reportsOf(server, 'sms')).filter(({ text }) => text === 'Sent again and again')).toHaveLength(1);
  });

  it('is refused with a wrong signature, without one, or with a field more, and nothing is kept', async () => {
    const before = (await reportsOf(server, 'sms')).length;
    const fields = sms(anyone(), 'Forged');
    expect((await callAsTwilio(server, path, fields, 'another token')).status).toBe(403);
    expect((await post(server, path, fields)).status).toBe(403);
    const more = await post(
      server,
      path,
      { ...fields, Body: 'Changed' },
      { 'x-twilio-signature': signatureOf(path, fields) },
    );
    expect(more.status).toBe(403);
    expect((await callAsTwilio(server, `${path.slice(0, -2)}AA`, fields)).status).toBe(403);
    expect((await reportsOf(server, 'sms')).length).toBe(before);
  });

  it.each(['', '%%%', 'Body=x', '{"Body":', '\0'])('that is garbage (%j) is never a fault of ours', async (body) => {
    const unsigned = await post(server, path, body);
    expect(unsigned.status).toBe(403);
    const fields = Object.fromEntries(new URLSearchParams(body));
    const signed = await post(server, path, body, { 'x-twilio-signature': signatureOf(path, fields) });
    expect([signed.status, signed.body]).toEqual([200, '<?xml version="1.0" encoding="UTF-8"?><Response/>']);
  });
});

describe('pictures by MMS', () => {
  it('are fetched with the account’s name, wherever Twilio hands on to, and kept', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    twilio.answer = ({ path: at }) =>
      at.startsWith('/2010')
        ? { status: 307, headers: { location: `${twilio.url}/stored/1` } }
        : { type: 'image/png', body: photo };
    const from = anyone();
    const media = { NumMedia: '1', MediaUrl0: `${twilio.url}/2010-04-01/Media/ME1`, MediaContentType0: 'image/png' };
    await receive(sms(from, '', media));
    const id = await newest();
    const report = await until(async () => {
      const found = await detailOf(server, id);
      return found.files.length === 1 && found;
    });
    expect(report).toMatchObject({
      text: '',
      mediaExpected: 1,
      files: [{ type: 'image/jpeg', width: 60, height: 40 }],
    });
    const asked = twilio.calls.find(({ path: at }) => at === '/2010-04-01/Media/ME1');
    expect(asked?.headers.authorization).toMatch(/^Basic /);
    taking();
  });

  it('are not fetched from strangers', async () => {
    twilio.answer = () => ({ status: 302, headers: { location: `${stranger.url}/inside` } });
    const media = {
      NumMedia: '2',
      MediaUrl0: `${twilio.url}/2010-04-01/Media/ME2`,
      MediaContentType0: 'image/png',
      MediaUrl1: `${stranger.url}/direct`,
      MediaContentType1: 'image/png',
    };
    await receive(sms(anyone(), 'Look', media));
    await until(
      async () => (await logOf(server, gatewayId)).filter(({ answer }) => /not a known one/.test(answer)).length >= 2,
    );
    expect(stranger.calls).toEqual([]);
    taking();
  });
});

describe('a conversation', () => {
  it('carries a responder’s words there and the answer back; news out of order never go back', async () => {
    const from = anyone();
    await receive(sms(from, 'The bridge at 12.5, 44.25 is down'));
    const id = await newest();
    await ask(server, id, 'Can people still cross on foot?');
    const out = await until(() => sentTo(from).find((form) => form.get('Body')?.startsWith('Can people')));
    await until(async () => (await delivered(id, 'Can people'))?.state === 'sent');
    const callback = new URL(out.get('StatusCallback') ?? '');
    const tell = (state: string, more = {}) =>
      callAsTwilio(server, callback.pathname + callback.search, {
        SmsSid: 'SMout',
        SmsStatus: state,
        MessageStatus: state,
        To: from,
        MessageSid: 'SMout',
        AccountSid: accountSid,
        From: '+12025550199',
        ApiVersion: '2010-04-01',
        ...more,
      });
    expect((await tell('delivered')).status).toBe(200);
    expect((await delivered(id, 'Can people'))?.state).toBe('delivered');
    await tell('sent');
    await tell('undelivered', { ErrorCode: '30003' });
    expect((await delivered(id, 'Can people'))?.state).toBe('delivered');
    const forged = await post(server, callback.pathname + callback.search, {
      MessageSid: 'x',
      MessageStatus: 'failed',
    });
    expect(forged.status).toBe(403);
    await receive(sms(from, 'Yes, slowly'));
    const report = await detailOf(server, id);
    expect(report.status).toBe('in_review');
    expect(report.messages.at(-1)).toMatchObject({ direction: 'in', text: 'Yes, slowly' });
  });

  it('shows what the network could not deliver, and why', async () => {
    const from = anyone();
    await receive(sms(from, 'Fire at 12.5, 44.25'));
    const id = await newest();
    const out = await until(() => sentTo(from)[0]);
    const callback = new URL(out.get('StatusCallback') ?? '');
    await callAsTwilio(server, callback.pathname + callback.search, {
      MessageSid: 'SMout',
      MessageStatus: 'undelivered',
      ErrorCode: '30005',
    });
    expect(await delivered(id, 'Thank you')).toMatchObject({
      state: 'failed',
      detail: 'The number is not known to its network. (30005)',
    });
  });

  it('ends with STOP, which Twilio answers itself', async () => {
    const from = anyone();
    await receive(sms(from, 'First, at 12.5, 44.25'));
    const id = await newest();
    await until(() => sentTo(from).length === 1);
    await receive(sms(from, 'STOP', { OptOutType: 'STOP' }));
    await ask(server, id, 'How many?');
    const told = await until(() => delivered(id, 'How many'));
    expect(told.state).toBe('withheld');
    expect(sentTo(from)).toHaveLength(1);
  });

  it('is withheld where only Twilio knows of a STOP', async () => {
    twilio.answer = () => ({
      status: 400,
      body: JSON.stringify({ code: 21610, message: 'Attempt to send to unsubscribed recipient', status: 400 }),
    });
    const from = anyone();
    await receive(sms(from, 'Smoke at 12.5, 44.25'));
    const id = await newest();
    const told = await until(async () => {
      const state = await delivered(id, 'Thank you');
      return state?.state !== 'queued' && state;
    });
    expect(told).toMatchObject({ state: 'withheld', detail: 'The person wants no messages.' });
    taking();
  });

  it('tries again after a fault of Twilio’s', async () => {
    let isAway = true;
    twilio.answer = () => (isAway ? { status: 503 } : { status: 201, body: JSON.stringify({ sid: 'SMlater' }) });
    const from = anyone();
    await receive(sms(from, 'Dust at 12.5, 44.25'));
    const id = await newest();
    await until(() => sentTo(from).length > 0);
    isAway = false;
    await until(async () => (await delivered(id, 'Thank you'))?.state === 'sent');
    taking();
  });
});

describe('the coordinator', () => {
  it('sees what came, without anybody’s number and without the token', async () => {
    const from = anyone();
    await receive(sms(from, `My number is ${from}`));
    const entries = await until(async () => {
      const log = await logOf(server, gatewayId);
      return log.some(({ request }) => request.includes('My number is')) && log;
    });
    expect(JSON.stringify(entries)).not.toContain(from.slice(1));
    expect(JSON.stringify(entries)).not.toContain(authToken);
  });

  it('is told what is wrong with the settings', async () => {
    const settings = { accountSid: 'AC12', authToken, apiUrl: 'ftp://x' };
    const refused = await server.main('/gateways', { body: { kind: 'twilio-sms', name: 'x', settings } });
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toEqual([
      { pointer: '/settings/accountSid', detail: 'must be AC and 32 letters from 0 to f' },
      { pointer: '/settings/apiUrl', detail: 'must be an address that begins with https://' },
      { pointer: '/settings/from', detail: 'is needed where there is no messaging service' },
    ]);
  });
});
