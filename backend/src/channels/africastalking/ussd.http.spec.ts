/** Sessions of the menu as the network plays them, step by step. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const provider = new StandIn();
await provider.start();
const server = useServer({ GATEWAY_HOSTS: provider.host });
let path = '';
beforeAll(async () => {
  const settings = { username: 'made-up', apiKey: 'a made-up key', apiUrl: provider.url };
  ({ path } = await addGateway(server, 'ussd', settings));
});
afterAll(() => provider.stop());

let number = 0;
const session = () => ({
  sessionId: `session-${++number}`,
  serviceCode: '*123#',
  phoneNumber: `+120255501${String(number).padStart(2, '0')}`,
  networkCode: '99999',
});
const step = async (one: ReturnType<typeof session>, text: string): Promise<string> =>
  (await post(server, path, { ...one, text })).body;
const find = async (text: string) => (await reportsOf(server, 'ussd')).filter((report) => report.text === text);

describe('a session', () => {
  it('leads to a report with kind, words and place', async () => {
    const one = session();
    expect(await step(one, '')).toBe('CON Atesto\n1 English\n2 Deutsch');
    expect(await step(one, '1*1')).toMatch(/^CON What happened/);
    expect(await step(one, '1*1*The well is dry')).toMatch(/^CON Where is it/);
    expect(await step(one, '1*1*The well is dry*Mill lane, 12.50431, 44.25127')).toMatch(/^END Thank you/);
    const [report, ...others] = await find('The well is dry');
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      place: 'Mill lane, 12.50431, 44.25127',
      location: { lat: 12.50431, lon: 44.25127 },
      language: 'en',
    });
    expect(report?.category).not.toBeNull();
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ phone: one.phoneNumber });
  });

  it('believes the place that was asked for more than one that the words seem to name', async () => {
    const one = session();
    await step(one, '1*1*People from Berlin are here');
    await step(one, '1*1*People from Berlin are here*12.50431, 44.25127');
    const expected = { place: '12.50431, 44.25127', location: { lat: 12.50431, lon: 44.25127 } };
    expect(await find('People from Berlin are here')).toMatchObject([expected]);
  });

  it('adds nothing when a step comes twice', async () => {
    const one = session();
    const steps = ['1*1*Twice', '1*1*Twice', '1*1*Twice*Mill lane', '1*1*Twice*Mill lane'];
    for (const text of steps) await step(one, text);
    expect(await find('Twice')).toMatchObject([{ place: 'Mill lane' }]);
  });

  it('that breaks after the words is a report all the same; the next one is another', async () => {
    const one = session();
    await step(one, '1*1*Nobody answers');
    expect(await find('Nobody answers')).toMatchObject([{ place: null }]);
    await step({ ...one, sessionId: 'another' }, '1*1*Second thing*Market');
    expect(await find('Nobody answers')).toMatchObject([{ place: null }]);
    expect(await find('Second thing')).toMatchObject([{ place: 'Market' }]);
  });

  it('of which only the last step, or only its end, reached us is a whole report', async () => {
    await step(session(), '1*1*Only the end*Alta');
    expect(await find('Only the end')).toMatchObject([{ place: 'Alta' }]);
    const end = {
      status: 'Incomplete',
      hopsCount: '3',
      input: '1*1*From the notice',
      durationInMillis: '9',
      cost: '0',
    };
    const answer = await post(server, path, { ...session(), ...end });
    expect([answer.status, answer.body]).toEqual([200, '']);
    expect(await find('From the notice')).toHaveLength(1);
  });

  it('without words leaves nothing behind', async () => {
    const before = (await reportsOf(server, 'ussd')).length;
    await step(session(), '1*1*');
    expect((await reportsOf(server, 'ussd')).length).toBe(before);
  });

  it('at a wrong address or in garbage is refused, and nothing is kept', async () => {
    const before = (await reportsOf(server, 'ussd')).length;
    expect((await post(server, `${path.slice(0, -2)}AA`, { ...session(), text: '1*1*x' })).status).toBe(403);
    for (const body of ['', '%%%', 'sessionId=x', '[1]', '\0'])
      expect((await post(server, path, body)).status).toBe(422);
    expect((await reportsOf(server, 'ussd')).length).toBe(before);
  });
});

describe('an answer to it', () => {
  it('goes as a text message', async () => {
    const recipients = [{ statusCode: 101, status: 'Success', messageId: 'ATPid_1' }];
    provider.answer = () => ({ status: 201, body: JSON.stringify({ SMSMessageData: { Recipients: recipients } }) });
    const one = session();
    await step(one, '1*1*Answer me*Market');
    const [report] = await find('Answer me');
    await ask(server, report?.id ?? '', 'How many people?');
    const call = await until(() => Promise.resolve(provider.calls[0]));
    const form = new URLSearchParams(call.body);
    expect([form.get('to'), form.get('message')]).toEqual([one.phoneNumber, 'How many people?']);
  });

  it('is withheld where no text messages are set up', async () => {
    const bare = await addGateway(server, 'ussd');
    await post(server, bare.path, { ...session(), text: '1*1*No way back*Market' });
    const id = (await find('No way back'))[0]?.id ?? '';
    await ask(server, id, 'How many people?');
    const told = await until(async () =>
      (await detailOf(server, id)).messages.find(({ delivery }) => delivery?.state === 'withheld'),
    );
    expect(told.delivery?.detail).toContain('call the person');
  });
});
