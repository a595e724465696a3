/** Updates as the provider sends them, from the first message to a responder's answer in the chat. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const provider = new StandIn();
await provider.start();
const server = useServer({ GATEWAY_HOSTS: provider.host });
const botToken = '123456:made-up_token';
const taken = (result: object) => ({ body: JSON.stringify({ ok: true, result }) });
const refused = (status: number, more: object) => ({
  status,
  body: JSON.stringify({ ok: false, error_code: status, ...more }),
});
let [path, secret] = ['', ''];
const calls = (method: string) =>
  provider.calls
    .filter((call) => call.path === `/bot${botToken}/${method}`)
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
beforeAll(async () => {
  provider.answer = () => taken({ message_id: 1 });
  ({ path } = await addGateway(server, 'telegram', { botToken, apiUrl: provider.url }));
  secret = String(calls('setWebhook')[0]?.['secret_token']);
});
afterAll(() => provider.stop());

let number = 700_000;
const person = () => ({ id: ++number, type: 'private', first_name: 'Made', is_bot: false, language_code: 'en' });
const update = (by: ReturnType<typeof person>, content: object) => ({
  update_id: ++number,
  message: { message_id: number, from: by, chat: by, date: 1_770_091_506, ...content },
});
const tell = (content: unknown, given = secret) =>
  post(server, path, typeof content === 'string' ? content : JSON.stringify(content), {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': given,
  });
const sentTo = (by: { id: number }) => calls('sendMessage').filter((message) => message['chat_id'] === by.id);
const find = async (text: string) => (await reportsOf(server, 'telegram')).filter((report) => report.text === text);

describe('a bot', () => {
  it('is told where messages go when it is saved, and anew when the address changes', async () => {
    expect(calls('setWebhook')[0]).toMatchObject({ url: server.url.replace('127.0.0.1', 'localhost') + path });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const other = await addGateway(server, 'telegram', { botToken: '77:other', apiUrl: provider.url });
    const headers = { 'if-match': '"1"' };
    await server.main(`/gateways/${other.id}`, { method: 'PATCH', headers, body: { renewAddress: true } });
    expect(provider.calls.filter((call) => call.path === '/bot77:other/setWebhook')).toHaveLength(2);
  });

  it('is set up all the same when the provider cannot be told, and says so', async () => {
    provider.answer = () => refused(401, { description: 'Unauthorized' });
    const other = await addGateway(server, 'telegram', { botToken: '78:other', apiUrl: provider.url });
    provider.answer = () => taken({ message_id: 1 });
    const failing = await until(async () => {
      const { body } = await server.main<{ items: { id: string; health: string }[] }>('/gateways');
      return body.items.find(({ id, health }) => id === other.id && health === 'failing');
    });
    expect(failing.id).toBe(other.id);
  });

  it('greets who begins, in their language, and keeps no report', async () => {
    const before = (await reportsOf(server, 'telegram')).length;
    const answer = await tell(update({ ...person(), language_code: 'de' }, { text: '/start' }));
    expect(answer.body).toMatchObject({ method: 'sendMessage', text: expect.stringContaining('Schreiben Sie') });
    expect((await reportsOf(server, 'telegram')).length).toBe(before);
  });
});

describe('a message', () => {
  it('becomes a report, is asked for its place with a button, and is completed by a position', async () => {
    const by = person();
    await tell(update(by, { text: 'Water in the house' }));
    const [asked] = await until(() => Promise.resolve(sentTo(by).length > 0 && sentTo(by)));
    expect(asked).toMatchObject({
      text: expect.stringMatching(/Where is it\?.*\/follow\//),
      reply_markup: { keyboard: [[{ text: 'Send my position', request_location: true }]] },
    });
    await tell(update(by, { location: { latitude: 12.50431, longitude: 44.25127, horizontal_accuracy: 15 } }));
    expect(await find('Water in the house')).toMatchObject([{ location: { lat: 12.50431, lon: 44.25127 } }]);
    const noted = await until(() => Promise.resolve(sentTo(by)[1]));
    expect(noted).toMatchObject({ text: 'Thank you, we have the place.', reply_markup: { remove_keyboard: true } });
  });

  it('adds nothing when it comes again', async () => {
    const again = update(person(), { text: 'Sent again' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => tell(again)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await find('Sent again')).toHaveLength(1);
  });

  it('that is edited joins its report, whose text stays', async () => {
    const by = person();
    const first = update(by, { text: 'Two people at 12.50431, 44.25127' });
    await tell(first);
    const edited = { ...first.message, text: 'Three people at 12.50431, 44.25127', edit_date: 1_770_091_600 };
    await tell({ update_id: ++number, edited_message: edited });
    const [report, ...others] = await find('Two people at 12.50431, 44.25127');
    expect(others).toEqual([]);
    const { messages } = await detailOf(server, report?.id ?? '');
    expect(messages.map(({ text }) => text)).toContain(edited.text);
    expect(await find(edited.text)).toEqual([]);
  });

  it('brings its photo along', async () => {
    const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer();
    provider.answer = ({ path: asked, body }) =>
      asked.startsWith('/file/')
        ? { type: 'image/jpeg', body: image }
        : asked.endsWith('getFile')
          ? taken({ file_path: `photos/${(JSON.parse(body) as { file_id: string }).file_id}.jpg` })
          : taken({ message_id: 1 });
    const photo = [
      { file_id: 'small', width: 9, height: 9 },
      { file_id: 'large', width: 900, height: 900 },
    ];
    await tell(update(person(), { photo, caption: 'The bridge' }));
    const id = (await find('The bridge'))[0]?.id ?? '';
    await until(async () => (await detailOf(server, id)).media === 1);
    expect(provider.calls.map((call) => call.path)).toContain(`/file/bot${botToken}/photos/large.jpg`);
  });

  it('with a wrong secret is refused, and nothing is kept', async () => {
    expect((await tell(update(person(), { text: 'Wrong' }), 'guess')).status).toBe(403);
    expect((await tell(update(person(), { text: 'Wrong' }), '')).status).toBe(403);
    expect(await find('Wrong')).toEqual([]);
  });

  it.each(['', '{', '[]', '"x"', '\0'])('that is garbage (%j) is a clear error', async (body) => {
    expect((await tell(body)).status).toBe(422);
  });

  it.each([{}, { update_id: 1, poll: {} }, { message: { chat: null } }])('like %j is passed over', async (content) => {
    expect((await tell(content)).status).toBe(200);
  });
});

describe('an answer', () => {
  const stateOf = async (id: string, text: string) =>
    (await detailOf(server, id)).messages.find((message) => message.text === text)?.delivery;
  const question = async (by: ReturnType<typeof person>, words: string): Promise<string> => {
    await tell(update(by, { text: `${words} is asked at 12.50431, 44.25127` }));
    const id = (await find(`${words} is asked at 12.50431, 44.25127`))[0]?.id ?? '';
    await ask(server, id, words);
    return id;
  };

  it('reaches the chat, after the provider was busy', async () => {
    let tries = 0;
    provider.answer = ({ body }) =>
      body.includes('"Can you') && tries++ === 0
        ? refused(429, { description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } })
        : taken({ message_id: 44 });
    const by = person();
    const id = await question(by, 'Can you cross?');
    await until(async () => (await stateOf(id, 'Can you cross?'))?.state === 'sent');
    expect(sentTo(by).at(-1)).toMatchObject({ text: 'Can you cross?', link_preview_options: { is_disabled: true } });
    await tell(update(by, { text: 'Yes, slowly' }));
    expect((await detailOf(server, id)).messages.at(-1)).toMatchObject({ direction: 'in', text: 'Yes, slowly' });
  });

  it('is withheld from who blocked the bot, and failed where the chat is gone', async () => {
    provider.answer = () => refused(403, { description: 'Forbidden: bot was blocked by the user' });
    const blocked = await question(person(), 'Are you there?');
    await until(async () => (await stateOf(blocked, 'Are you there?'))?.state === 'withheld');
    provider.answer = () => refused(400, { description: 'Bad Request: chat not found' });
    const gone = await question(person(), 'Still there?');
    const told = await until(async () => {
      const delivery = await stateOf(gone, 'Still there?');
      return delivery?.state === 'failed' && delivery;
    });
    expect(told.detail).toContain('chat not found');
  });
});
