/** Mails through a stand-in of a provider, from the first one to a responder's answer and back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { GatewayView, Page, ReportView } from '@atesto/contract';
import { addGateway, ask, detailOf, logOf, poll, reportsOf, until } from '../../../../test/support/gateways.js';
import { MailStandIn } from '../../../../test/support/mail-stand-in.js';
import { TestServer } from '../../../../test/support/test-server.js';

const server = new TestServer();
const provider = new MailStandIn();
let gateway: GatewayView;

beforeAll(async () => {
  await provider.start();
  await server.start({ GATEWAY_HOSTS: provider.hosts });
  gateway = await addGateway(server, 'email', provider.settings);
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

let number = 0;
const anyone = (): string => `someone-${++number}@people.example.org`;
const quarantined = async (): Promise<ReportView[]> =>
  (await server.main<Page<ReportView>>('/reports?limit=200&channel=email&quarantined=true')).body.items;
const all = async (): Promise<ReportView[]> => [...(await reportsOf(server, 'email')), ...(await quarantined())];
const withText = async (text: string): Promise<ReportView[]> => (await all()).filter((one) => one.text.includes(text));
const sentTo = (address: string) => until(async () => Promise.resolve(provider.sentTo(address).at(-1)));
const outcomes = async (): Promise<string[]> => (await logOf(server, gateway.id)).map(({ outcome }) => outcome);

describe('a mail', () => {
  it('becomes a report, is answered in its thread, and only then is marked as read', async () => {
    const from = anyone();
    const uid = await provider.receive({
      from: { name: 'A. Writer', address: from },
      subject: 'Bridge closed',
      text: 'The bridge at 12.50431, 44.25127 is down.\n-- \nA. Writer',
      messageId: '<first@people.example.org>',
      references: ['<zero@people.example.org>'],
    });
    await poll(server);
    expect(provider.box.unread()).not.toContain(uid);
    const [report] = await withText('Bridge closed');
    expect(report).toMatchObject({
      text: 'Bridge closed\nThe bridge at 12.50431, 44.25127 is down.',
      channel: 'email',
      contactable: true,
      location: { lat: 12.50431, lon: 44.25127 },
    });
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ email: from, name: 'A. Writer' });
    const answer = await sentTo(from);
    expect(answer).toMatchObject({ subject: 'Re: Bridge closed', inReplyTo: '<first@people.example.org>' });
    expect(answer.references).toEqual(['<zero@people.example.org>', '<first@people.example.org>']);
    expect(answer.headers.get('auto-submitted')).toBe('auto-replied');
    expect(answer.headers.get('x-auto-response-suppress')).toBe('All');
    expect(answer.from?.text).toBe('"A crisis map" <report@map.example.org>');
    expect(answer.text).toMatch(/\/follow\//);
  });

  it('is asked for its place; the answer completes the same report, without what it quotes', async () => {
    const from = anyone();
    await provider.receive({ from, subject: 'We need water', text: 'For forty people' });
    await poll(server);
    const asked = await sentTo(from);
    expect(asked.text).toMatch(/Where is it\?/);
    await provider.receive({
      from,
      subject: `Re: ${asked.subject}`,
      inReplyTo: asked.messageId,
      text: `Mill lane, 12.50431, 44.25127\n\nOn Tue, 3 Feb 2026 at 04:05, A crisis map wrote:\n> ${asked.text}`,
    });
    await poll(server);
    const [report, ...others] = await withText('We need water');
    expect([others, await withText('Mill lane')]).toEqual([[], []]);
    expect(report).toMatchObject({ location: { lat: 12.50431, lon: 44.25127 } });
    const { messages } = await detailOf(server, report?.id ?? '');
    expect(messages.map(({ direction, text }) => [direction, text])).toContainEqual([
      'in',
      'Mill lane, 12.50431, 44.25127',
    ]);
  });

  it('that comes again, or is found again after a crash, adds nothing', async () => {
    const mail = { from: anyone(), subject: 'Twice', text: 'at 12.5, 44.25', messageId: '<twice@people.example.org>' };
    const date = new Date();
    provider.box.breaksBeforeMarking = true;
    await provider.receive({ ...mail, date });
    await poll(server);
    expect(await withText('Twice')).toHaveLength(1);
    provider.box.breaksBeforeMarking = false;
    await provider.receive({ ...mail, date });
    await Promise.all([poll(server), poll(server)]);
    expect(await withText('Twice')).toHaveLength(1);
    expect(provider.box.unread()).toEqual([]);
    expect(provider.sentTo(mail.from)).toHaveLength(1);
  });

  it('under a name that another has, as broken programs give, is another', async () => {
    for (const text of ['One, same name', 'Two, same name'])
      await provider.receive({ from: anyone(), text, messageId: '<same@people.example.org>' });
    await poll(server);
    expect(await withText('same name')).toHaveLength(2);
  });

  it('brings its photos, but not the logo under it', async () => {
    const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#274' } })
      .composite([
        { input: { create: { width: 300, height: 300, channels: 3, background: '#d40' } }, left: 99, top: 99 },
      ])
      .jpeg({ quality: 100 })
      .toBuffer();
    await provider.receive({
      from: anyone(),
      subject: 'Two photos',
      text: 'at 12.5, 44.25',
      html: '<p>at 12.5, 44.25</p><img src="cid:logo">',
      attachments: [
        { filename: 'a.jpg', content: photo, contentType: 'image/jpeg' },
        { filename: 'b.jpg', content: photo, contentType: 'application/octet-stream' },
        { filename: 'logo.png', content: Buffer.alloc(900), contentType: 'image/png', cid: 'logo' },
        { filename: 'c.pdf', content: Buffer.alloc(900), contentType: 'application/pdf' },
      ],
    });
    await poll(server);
    const [report] = await withText('Two photos');
    expect(report).toMatchObject({ mediaExpected: 2 });
    await until(async () => (await detailOf(server, report?.id ?? '')).media === 2);
    expect(provider.box.commands.filter((command) => /BODY\.PEEK\[2/.test(command)).length).toBeGreaterThan(0);
  });

  it('that says STOP ends the answers', async () => {
    const from = anyone();
    await provider.receive({ from, subject: 'First', text: 'at 12.5, 44.25' });
    await poll(server);
    await sentTo(from);
    await provider.receive({ from, subject: 'STOP', text: '' });
    await poll(server);
    await until(async () => Promise.resolve(/no more messages/.test(provider.sentTo(from).at(-1)?.text ?? '')));
    const [report] = await withText('First');
    await ask(server, report?.id ?? '', 'How many?');
    await until(async () =>
      (await detailOf(server, report?.id ?? '')).messages.find(({ delivery }) => delivery?.state === 'withheld'),
    );
  });
});

describe('a responder’s words', () => {
  it('arrive in the thread, and the answer comes back to the report, weeks and other reports later', async () => {
    const from = anyone();
    await provider.receive({ from, subject: 'Roof gone', text: 'at 12.5, 44.25' });
    await poll(server);
    const [report] = await withText('Roof gone');
    const id = report?.id ?? '';
    await ask(server, id, 'How many people are there?');
    const question = await until(() =>
      Promise.resolve(provider.sentTo(from).find(({ text }) => text?.includes('How many people'))),
    );
    expect(question.subject).toBe('Re: Roof gone');
    await until(async () => (await detailOf(server, id)).messages.find(({ delivery }) => delivery?.state === 'sent'));
    await provider.receive({ from, subject: 'Another matter', text: 'Elsewhere, at 12.6, 44.26' });
    await poll(server);
    expect(await withText('Another matter')).toHaveLength(0);
    await provider.receive({ from, subject: 'A third matter', text: 'x'.repeat(300) });
    // From another address of the same person: what it answers is what counts.
    const other = anyone();
    await provider.receive({
      from: other,
      subject: question.subject,
      references: [question.messageId ?? '', '<between@people.example.org>'],
      text: 'Six, one of them hurt',
    });
    await poll(server);
    const texts = (await detailOf(server, id)).messages.map(({ text }) => text);
    expect(texts).toContain('Six, one of them hurt');
    expect(await withText('Six, one of them')).toEqual([]);
  });

  it('are called failed when the server refuses them for good or the mail comes back', async () => {
    const [refused, gone] = [`refused-${anyone()}`, anyone()];
    provider.refused = { part: 'refused-', code: 550 };
    await provider.receive({ from: refused, subject: 'Refused', text: 'at 12.5, 44.25' });
    await provider.receive({ from: gone, subject: 'Comes back', text: 'at 12.5, 44.25' });
    await poll(server);
    const failed = async (text: string): Promise<string | false | undefined> => {
      const [report] = await withText(text);
      const { messages } = await detailOf(server, report?.id ?? '');
      return messages.map(({ delivery }) => delivery?.state === 'failed' && (delivery.detail ?? '')).find(Boolean);
    };
    expect(await until(() => failed('Refused'))).toMatch(/550/);
    const answer = await sentTo(gone);
    const report = [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: report@map.example.org\nAuto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: text/plain\n\nSorry.\n--x',
      `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; ${gone}`,
      `Action: failed\nStatus: 5.1.1\n\n--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${answer.messageId}\n\n--x--\n`,
    ].join('\n');
    provider.box.put(report.replaceAll('\n', '\r\n'));
    await poll(server);
    expect(await until(() => failed('Comes back'))).toMatch(/came back/);
  });
});

describe('what is no person’s mail', () => {
  it.each([
    ['an answer of a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['many people’s', { headers: { Precedence: 'bulk' } }],
    ['a list’s', { headers: { 'List-Id': '<neighbours.example.org>' } }],
    ['a mail server’s', { headers: { 'Return-Path': '<>' } }],
    ['our own', { from: 'report@map.example.org' }],
  ])('is noted, kept as nothing and not answered: %s', async (name, more) => {
    const from = anyone();
    await provider.receive({ from, subject: `Machine ${name}`, text: 'at 12.5, 44.25', ...more });
    const sent = provider.sent.length;
    await poll(server);
    expect(provider.box.unread()).toEqual([]);
    await until(async () => (await outcomes())[0] === 'passed over');
    expect([await withText('Machine'), provider.sent.length]).toEqual([[], sent]);
  });

  it('is not believed when the own server doubts it: it waits, and nobody is answered', async () => {
    const from = anyone();
    await provider.receive({ from, subject: 'Honest', text: 'at 12.5, 44.25' });
    await poll(server);
    await sentTo(from);
    const doubtful = {
      'Authentication-Results': 'mx.example.net; spf=fail smtp.mailfrom=people.example.org; dmarc=fail',
    };
    for (const subject of ['STOP', 'Forged']) await provider.receive({ from, subject, text: '', headers: doubtful });
    await poll(server);
    expect((await quarantined()).map(({ text }) => text).sort()).toEqual(['Forged', 'STOP']);
    expect(provider.sentTo(from)).toHaveLength(1);
    const [honest] = await withText('Honest');
    await ask(server, honest?.id ?? '', 'Still there?');
    await until(() => Promise.resolve(provider.sentTo(from).length === 2));
  });

  it.each([
    '',
    '\0\0\0',
    'nonsense',
    'From: nobody\r\n\r\nx',
    `From: <a@b.example.org>\r\nSubject: ${'x'.repeat(99_999)}`,
  ])('may be garbage (%#): it is left or kept, and what comes after it still comes', async (garbage) => {
    const uid = provider.box.put(garbage);
    const from = anyone();
    await provider.receive({ from, subject: `After garbage ${from}`, text: 'at 12.5, 44.25' });
    await poll(server);
    expect(await withText(`After garbage ${from}`)).toHaveLength(1);
    expect(provider.box.unread()).toEqual(garbage.includes('@') ? [] : [uid]);
    provider.box.mails.forEach((mail) => (mail.isSeen = true));
  });
});

describe('the coordinator', () => {
  const viewOf = async (id: string): Promise<GatewayView | undefined> =>
    (await server.main<{ items: GatewayView[] }>('/gateways')).body.items.find((one) => one.id === id);

  it('sees what came, without anybody’s address or the password', async () => {
    const from = anyone();
    await provider.receive({ from, subject: 'Shown', text: `at 12.5, 44.25, write to ${from}` });
    await poll(server);
    const entries = await until(async () => {
      const log = await logOf(server, gateway.id);
      return log.some(({ request }) => request.includes('Shown')) && log;
    });
    expect(JSON.stringify(entries)).not.toContain(from);
    const view = await viewOf(gateway.id);
    expect(view).toMatchObject({ kind: 'email', channel: 'email', secrets: ['password'], addresses: [] });
    expect(JSON.stringify([entries, view])).not.toContain(String(provider.settings['password']));
  });

  it.each([
    ['a wrong password', { password: 'guess' }, /refused user or password/],
    ['a folder that is not there', { folder: 'Elsewhere' }, /folder/],
    ['a server inside of this network that nobody named', { imapHost: 'localhost' }, /not on the open internet/],
    ['a server that is not there', { imapHost: 'nowhere.invalid' }, /not known/],
  ])('is told of %s', async (_, more, words) => {
    const wrong = await addGateway(server, 'email', { ...provider.settings, ...more });
    await poll(server);
    const entry = await until(async () => (await logOf(server, wrong.id))[0]);
    expect(entry.outcome).toBe('failed');
    expect((await viewOf(wrong.id))?.lastError).toMatch(words);
    await server.main(`/gateways/${wrong.id}`, { method: 'DELETE' });
  });

  it('is told what cannot work before it is kept', async () => {
    const settings = {
      address: 'no address',
      password: 'x',
      imapHost: 'a/b',
      smtpHost: 'mail.example.org',
      smtpPort: 0.5,
    };
    const refused = await server.main('/gateways', { body: { kind: 'email', name: 'x', settings } });
    expect(refused.status).toBe(422);
    const errors = refused.body['errors'] as { pointer: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/settings/address',
      '/settings/imapHost',
      '/settings/smtpPort',
    ]);
  });
});
