/** Calls as the provider makes them, from the verification to a responder's answer on the phone. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const provider = new StandIn();
await provider.start();
let dayAfter = 0;
const clock = { now: () => new Date(Date.now() + dayAfter) };
const server = useServer({ GATEWAY_HOSTS: provider.host }, clock);
const settings = {
  phoneNumberId: '10990',
  accessToken: 'a made-up token',
  appSecret: 'a made-up app secret',
  verifyToken: 'a made-up word',
  apiUrl: provider.url,
};
let path = '';
beforeAll(async () => {
  ({ path } = await addGateway(server, 'whatsapp', settings));
});
afterAll(() => provider.stop());
const taken = () => ({ body: JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id: 'wamid.out' }] }) });
const refused = (status: number, code: number) => ({
  status,
  body: JSON.stringify({
    error: { code, message: `(#${code}) Refused`, error_data: { details: `Detail of ${code}` } },
  }),
});
provider.answer = taken;

let number = 0;
const anyone = (): string => `120255501${String(++number).padStart(2, '0')}`;
const value = (content: object) => ({
  entry: [{ id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '10990' }, ...content } }] }],
});
const message = (from: string, content: object) => ({
  from,
  id: `wamid.${++number}`,
  timestamp: '1770091506',
  ...content,
});
const words = (from: string, body: string) => message(from, { type: 'text', text: { body } });
const tell = (content: unknown, secret = settings.appSecret, to = path) => {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return post(server, to, body, { 'content-type': 'application/json', 'x-hub-signature-256': signature });
};
const sentTo = (to: string) =>
  provider.calls
    .filter((call) => call.path === '/v21.0/10990/messages')
    .map((call) => ({ headers: call.headers, body: JSON.parse(call.body) as Record<string, unknown> }))
    .filter(({ body }) => body['to'] === to || body['recipient'] === to);
const find = async (text: string) => (await reportsOf(server, 'whatsapp')).filter((report) => report.text === text);

describe('the address', () => {
  const verify = (word: string) =>
    server.call<string>(`${path}?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(word)}&hub.challenge=1158`, {
      cookie: null,
    });

  it('proves to be ours by the word that was agreed', async () => {
    const answer = await verify('a made-up word');
    expect([answer.status, answer.body]).toEqual([200, '1158']);
    expect((await verify('another')).status).toBe(403);
    expect((await server.call(path, { cookie: null })).status).toBe(403);
  });
});

describe('a message', () => {
  it('becomes a report, is asked for its place with a button, and is completed by a position', async () => {
    const from = anyone();
    expect((await tell(value({ messages: [words(from, 'Water in the house 😀')] }))).status).toBe(200);
    const asked = await until(() => Promise.resolve(sentTo(from)[0]));
    expect(asked.headers.authorization).toBe('Bearer a made-up token');
    expect(asked.body).toMatchObject({
      messaging_product: 'whatsapp',
      type: 'interactive',
      interactive: { type: 'location_request_message', body: { text: expect.stringMatching(/Where is it\?/) } },
    });
    const location = { latitude: 12.50431, longitude: 44.25127 };
    await tell(value({ messages: [message(from, { type: 'location', location })] }));
    expect(await find('Water in the house 😀')).toMatchObject([{ location: { lat: 12.50431, lon: 44.25127 } }]);
    const noted = await until(() => Promise.resolve(sentTo(from)[1]));
    expect(noted.body).toMatchObject({
      type: 'text',
      text: { body: 'Thank you, we have the place.', preview_url: false },
    });
  });

  it('is kept with all others of its call, once, however often the call comes', async () => {
    const texts = ['One of three', 'Two of three', 'Three of three'];
    const [one, two, three] = texts.map((text) => words(anyone(), text));
    const call = { entry: [...value({ messages: [one, two] }).entry, ...value({ messages: [null, three] }).entry] };
    const answers = await Promise.all([tell(call), tell(call), tell(call)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const text of texts) expect(await find(text)).toHaveLength(1);
  });

  it('may come from somebody whose number stays hidden, who is answered all the same', async () => {
    const contacts = [{ profile: { name: 'Made Up' }, user_id: 'US.4711' }];
    const hidden = { id: `wamid.${++number}`, timestamp: '1770091506', type: 'text', text: { body: 'Hidden number' } };
    await tell(value({ contacts, messages: [hidden] }));
    const [report] = await find('Hidden number');
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ name: 'Made Up' });
    expect((await until(() => Promise.resolve(sentTo('US.4711')[0]))).body['to']).toBeUndefined();
  });

  it('brings its photo along', async () => {
    const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer();
    provider.answer = (call) => {
      if (call.headers.authorization !== 'Bearer a made-up token') return { status: 401 };
      if (call.path === '/v21.0/4001')
        return { body: JSON.stringify({ url: `${provider.url}/file?id=4001`, mime_type: 'image/jpeg' }) };
      return call.path === '/file?id=4001' ? { type: 'image/jpeg', body: image } : taken();
    };
    await tell(
      value({ messages: [message(anyone(), { type: 'image', image: { id: '4001', caption: 'The bridge' } })] }),
    );
    const id = (await find('The bridge'))[0]?.id ?? '';
    await until(async () => (await detailOf(server, id)).media === 1);
    provider.answer = taken;
  });

  it('with a wrong signature is refused, and nothing is kept', async () => {
    const wrong = value({ messages: [words(anyone(), 'Wrong')] });
    expect((await tell(wrong, 'guess')).status).toBe(403);
    expect((await post(server, path, JSON.stringify(wrong), { 'content-type': 'application/json' })).status).toBe(403);
    expect((await tell(wrong, settings.appSecret, `${path.slice(0, -2)}AA`)).status).toBe(403);
    expect(await find('Wrong')).toEqual([]);
  });

  it.each(['', '{', '[]', '"x"', '\0'])('that is garbage (%j) is a clear error', async (body) => {
    expect((await tell(body)).status).toBe(422);
  });

  it.each([{}, { entry: [{}] }, { entry: [{ changes: [{ value: { messages: 5, statuses: {} } }] }] }])(
    'is not found in %j',
    async (body) => {
      expect((await tell(body)).status).toBe(200);
    },
  );
});

describe('an answer', () => {
  const stateOf = async (id: string, text: string) =>
    (await detailOf(server, id)).messages.find((one) => one.text === text)?.delivery;
  const question = async (from: string, text: string, to = path): Promise<string> => {
    await tell(value({ messages: [words(from, `${text} is asked at 12.50431, 44.25127`)] }), settings.appSecret, to);
    const id = (await find(`${text} is asked at 12.50431, 44.25127`))[0]?.id ?? '';
    await until(() => Promise.resolve(sentTo(from)[0]));
    return id;
  };
  const becomes = (id: string, text: string, state: string) =>
    until(async () => {
      const delivery = await stateOf(id, text);
      return delivery?.state === state && delivery;
    });

  it('reaches the phone; its news never take it back', async () => {
    const from = anyone();
    const id = await question(from, 'Can you cross?');
    let tries = 0;
    provider.answer = ({ body }) =>
      body.includes('"Can you cross?"') && tries++ === 0 ? refused(400, 130429) : taken();
    await ask(server, id, 'Can you cross?');
    await becomes(id, 'Can you cross?', 'sent');
    expect(tries).toBe(2);
    const out = sentTo(from).at(-1)?.body;
    expect(out).toMatchObject({ type: 'text', text: { body: 'Can you cross?' } });
    const news = { id: 'wamid.other', biz_opaque_callback_data: out?.['biz_opaque_callback_data'], recipient_id: from };
    for (const status of ['read', 'sent', 'delivered', 'failed'])
      await tell(value({ statuses: [{ ...news, status }] }));
    expect((await stateOf(id, 'Can you cross?'))?.state).toBe('delivered');
  });

  it('is told as failed with the provider’s reason', async () => {
    const id = await question(anyone(), 'Are you there?');
    provider.answer = () => refused(400, 131026);
    await ask(server, id, 'Are you there?');
    expect((await becomes(id, 'Are you there?', 'failed')).detail).toBe('Detail of 131026');
    provider.answer = taken;
  });

  it('goes out a day later only by a template', async () => {
    const plain = await question(anyone(), 'Too late?');
    const prepared = await addGateway(server, 'whatsapp', { ...settings, template: 'news', templateLanguage: 'en_US' });
    const from = anyone();
    const id = await question(from, 'Still in time?', prepared.path);
    dayAfter = 25 * 3_600_000;
    await ask(server, plain, 'Too late?');
    expect((await becomes(plain, 'Too late?', 'withheld')).detail).toContain('24 hours');
    await ask(server, id, 'Still in time?');
    await becomes(id, 'Still in time?', 'sent');
    expect(sentTo(from).at(-1)?.body).toMatchObject({
      type: 'template',
      template: {
        name: 'news',
        language: { code: 'en_US' },
        components: [{ parameters: [{ text: 'Still in time?' }] }],
      },
    });
  });
});
