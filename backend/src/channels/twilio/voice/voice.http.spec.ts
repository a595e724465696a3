/** Twilio's own requests for a call, from the first ring to the recording, and a question by calling back. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDetail } from '@atesto/contract';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../../test/support/gateways.js';
import { TestServer } from '../../../../../test/support/test-server.js';
import { accountSid, authToken, callAsTwilio, publicUrl } from '../../../../../test/support/twilio.js';
import { EndCalls } from './end-calls.js';

const server = new TestServer();
const twilio = new StandIn();
const tone = readFileSync(join(import.meta.dirname, '../../../../../test/fixtures/recordings/tone.mp3'));
let now = new Date('2026-02-03T04:05:06Z');
let path = '';
let number = 0;
/** Whether recordings can be fetched already. */
let isReady = true;

const anyone = (): string => `+120255501${String(++number).padStart(2, '0')}`;
const callOf = (from: string) => ({ CallSid: `CA${randomUUID().replaceAll('-', '')}`, From: from });
type Call = ReturnType<typeof callOf>;

const ring = (call: Call, at: string, more: Record<string, string> = {}) =>
  callAsTwilio(server, at, {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallStatus: 'in-progress',
    Called: '+12025550199',
    Caller: call.From,
    Direction: 'inbound',
    To: '+12025550199',
    ...call,
    ...more,
  });

/** The address of the next step, as the answer to the last one names it. */
const next = (xml: string, attribute = 'action'): string => {
  const url = new RegExp(` ${attribute}="([^"]+)"`).exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return url.slice(publicUrl.length);
};

const recordingUrl = (call: Call): string =>
  `${twilio.url}/2010-04-01/Accounts/${accountSid}/Recordings/RE${call.CallSid}`;

/** Rings, chooses the second language and the third kind; returns the address that asks for words. */
async function choose(call: Call): Promise<string> {
  const languages = await ring(call, path, { CallStatus: 'ringing' });
  const kinds = await ring(call, next(languages.body), { Digits: '2' });
  return (await ring(call, next(kinds.body), { Digits: '3' })).body;
}

const newest = async (): Promise<ReportDetail> => detailOf(server, (await reportsOf(server, 'voice'))[0]?.id ?? '');
const withFile = (id: string) =>
  until(async () => {
    const found = await detailOf(server, id);
    return found.files.length > 0 && found;
  });

beforeAll(async () => {
  await twilio.start();
  twilio.answer = ({ method }) =>
    method === 'POST'
      ? { status: 201, body: JSON.stringify({ sid: 'CAout' }) }
      : isReady
        ? { type: 'audio/mpeg', body: tone }
        : { status: 404 };
  await server.start({ PUBLIC_URL: publicUrl, GATEWAY_HOSTS: twilio.host }, { now: () => now });
  const { body } = await server.main<{ version: number }>('');
  const patched = await server.main('', {
    method: 'PATCH',
    headers: { 'if-match': `"${body.version}"` },
    body: { languages: ['en', 'de'] },
  });
  expect(patched.status).toBe(200);
  const settings = { accountSid, authToken, from: '+12025550199', apiUrl: twilio.url };
  path = (await addGateway(server, 'twilio-voice', settings)).path;
});

afterAll(async () => {
  await server.stop();
  await twilio.stop();
});

describe('a call', () => {
  it('becomes a report with what was chosen and the recording; again nothing changes', async () => {
    const call = callOf(anyone());
    const prompt = await choose(call);
    expect(prompt).toContain('wird aufgenommen');
    const said = { RecordingUrl: recordingUrl(call), RecordingDuration: '4', Digits: '#', RecordingSid: 'RE1' };
    const thanks = await ring(call, next(prompt), said);
    expect([thanks.status, thanks.body]).toEqual([200, expect.stringContaining('Wir haben Ihre Meldung')]);
    const report = await withFile((await newest()).id);
    const { body } = await server.main<{ categories: { code: string; parent: string | null }[] }>('');
    const third = body.categories.filter(({ parent }) => parent === null)[2]?.code;
    expect(report).toMatchObject({
      channel: 'voice',
      text: '',
      category: third,
      language: 'de',
      contactable: true,
      mediaExpected: 1,
      files: [{ type: 'audio/mpeg', thumbnailUrl: null }],
    });
    const reporter = await server.main(`/reports/${report.id}/reporter`);
    expect(reporter.body).toMatchObject({ phone: call.From });
    const fetched = twilio.calls.find(({ method, path: at }) => method === 'GET' && at.endsWith(`${call.CallSid}.mp3`));
    expect(fetched?.headers.authorization).toMatch(/^Basic /);
    const before = (await reportsOf(server, 'voice')).length;
    await ring(call, next(prompt), said);
    await ring(call, next(prompt, 'recordingStatusCallback'), { ...said, RecordingStatus: 'completed' });
    await ring(call, `${path}/status`, { CallStatus: 'completed' });
    expect((await reportsOf(server, 'voice')).length).toBe(before);
    expect((await detailOf(server, report.id)).files).toHaveLength(1);
  });

  it('keeps the recording though the news of it come first', async () => {
    const call = callOf(anyone());
    const prompt = await choose(call);
    const said = { RecordingUrl: recordingUrl(call), RecordingDuration: '4', RecordingStatus: 'completed' };
    await callAsTwilio(server, next(prompt, 'recordingStatusCallback'), { CallSid: call.CallSid, ...said });
    const report = await withFile((await newest()).id);
    await ring(call, next(prompt), { ...said, Digits: 'hangup' });
    expect(report).toMatchObject({ text: '', contactable: true });
    expect((await newest()).id).toBe(report.id);
  });

  it('that ends after the choice is a report, too', async () => {
    const call = callOf(anyone());
    await choose(call);
    const before = (await reportsOf(server, 'voice')).length;
    await ring(call, `${path}/status`, { CallStatus: 'completed', CallDuration: '12' });
    const endCalls = server.app.get(EndCalls, { strict: false });
    await endCalls.run();
    // The news of a recording may still come.
    expect((await reportsOf(server, 'voice')).length).toBe(before);
    now = new Date(now.getTime() + 20_000);
    await endCalls.run();
    await endCalls.run();
    expect((await reportsOf(server, 'voice')).length).toBe(before + 1);
    expect(await newest()).toMatchObject({ text: 'Anruf ohne Worte', language: 'de', contactable: true });
    expect((await newest()).category).not.toBeNull();
  });

  it('is a report even when Twilio never says that it ended', async () => {
    const call = callOf(anyone());
    await choose(call);
    const before = (await reportsOf(server, 'voice')).length;
    now = new Date(now.getTime() + 6 * 60_000);
    await server.app.get(EndCalls, { strict: false }).run();
    expect((await reportsOf(server, 'voice')).length).toBe(before + 1);
    // Its recording was late, not lost.
    await ring(call, `${path}/recording?language=de`, {
      RecordingUrl: recordingUrl(call),
      RecordingStatus: 'completed',
    });
    await withFile((await newest()).id);
  });

  it('in which nothing is said is a report without words', async () => {
    const call = callOf('anonymous');
    await ring(call, next(await choose(call)));
    expect(await newest()).toMatchObject({ text: 'Anruf ohne Worte', contactable: false, mediaExpected: 0 });
  });

  it('waits for a recording that Twilio has not stored yet', async () => {
    isReady = false;
    const call = callOf(anyone());
    const prompt = await choose(call);
    const said = { RecordingUrl: recordingUrl(call), RecordingDuration: '4' };
    await ring(call, next(prompt), said);
    const { id, files } = await newest();
    expect(files).toEqual([]);
    isReady = true;
    await ring(call, next(prompt, 'recordingStatusCallback'), { ...said, RecordingStatus: 'completed' });
    await withFile(id);
  });

  it('is refused with a wrong signature, at every step, and nothing is kept', async () => {
    const before = (await reportsOf(server, 'voice')).length;
    const call = callOf(anyone());
    for (const at of ['', '?step=words&language=en', '?step=said&language=en', '/recording', '/status']) {
      const forged = await callAsTwilio(server, path + at, { ...call, RecordingUrl: 'https://x' }, 'wrong');
      expect(forged.status).toBe(403);
      expect((await post(server, path + at, call)).status).toBe(403);
    }
    now = new Date(now.getTime() + 10 * 60_000);
    await server.app.get(EndCalls, { strict: false }).run();
    expect((await reportsOf(server, 'voice')).length).toBe(before);
  });

  it.each([{}, { CallSid: '\0' }, { CallSid: 'CA1', Digits: 'x'.repeat(500) }, { x: '%%%' }])(
    'that is garbage (%j) is answered calmly',
    async (fields) => {
      for (const at of ['', '?step=kind', '?step=words&language=%00', '?step=nothing', '/recording', '/status']) {
        const answer = await callAsTwilio(server, path + at, fields);
        expect([at, answer.status]).toEqual([at, 200]);
        expect(answer.body).toContain('<Response');
      }
    },
  );
});

describe('a question', () => {
  const callsTo = (to: string): URLSearchParams[] =>
    twilio.calls
      .filter(({ path: at }) => at === `/2010-04-01/Accounts/${accountSid}/Calls.json`)
      .map(({ body }) => new URLSearchParams(body))
      .filter((form) => form.get('To') === to);

  it('is said by calling back; the answer is recorded into the same report', async () => {
    const call = callOf(anyone());
    await ring(call, next(await choose(call)), { RecordingUrl: recordingUrl(call), RecordingDuration: '4' });
    const { id } = await newest();
    server.adminCookie = await server.signIn('admin@example.org', 'a made-up password');
    await ask(server, id, 'Wie viele sind es?');
    const out = await until(() => callsTo(call.From)[0]);
    expect(out.get('From')).toBe('+12025550199');
    const spoken = out.get('Twiml') ?? '';
    expect(spoken).toContain('<Say language="de-DE">Wie viele sind es?</Say>');
    const back = { ...callOf('+12025550199'), To: call.From, Direction: 'outbound-api' };
    await ring(back, next(spoken), { RecordingUrl: recordingUrl(back), RecordingDuration: '3', To: call.From });
    const news = new URL(out.get('StatusCallback') ?? '');
    await ring(back, news.pathname + news.search, { CallStatus: 'completed', To: call.From });
    const report = await until(async () => {
      const found = await detailOf(server, id);
      return found.files.length === 2 && found;
    });
    expect(report.status).toBe('in_review');
    expect(report.messages.at(-1)).toMatchObject({ direction: 'in', text: 'Mündlich beantwortet; siehe die Aufnahme' });
    expect(report.messages.find(({ text }) => text.startsWith('Wie viele'))?.delivery?.state).toBe('delivered');
  });

  it('that nobody answered the phone for has failed; one to nobody’s number is withheld', async () => {
    const call = callOf(anyone());
    await ring(call, next(await choose(call)));
    const { id } = await newest();
    await ask(server, id, 'Wo?');
    const out = await until(() => callsTo(call.From)[0]);
    const news = new URL(out.get('StatusCallback') ?? '');
    await ring(callOf('+12025550199'), news.pathname + news.search, { CallStatus: 'no-answer' });
    const state = async (of: string) =>
      (await detailOf(server, of)).messages.find(({ text }) => text === 'Wo?')?.delivery;
    expect(await state(id)).toMatchObject({ state: 'failed', detail: 'Nobody answered the phone.' });
    const hidden = callOf('+266696687');
    await ring(hidden, next(await choose(hidden)));
    const other = (await newest()).id;
    await ask(server, other, 'Wo?');
    await until(async () => (await state(other))?.state === 'withheld');
  });
});
