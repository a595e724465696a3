/** Mails as they lie in a mailbox. */
import { describe, expect, it } from '@jest/globals';
import { readMail } from './read-mail.js';

const own = 'report@map.example.org';
const head = [
  'From: =?utf-8?Q?J=C3=B6_Someone?= <Someone@Example.org>',
  'To: report@map.example.org',
  'Message-ID: <1@mail.example.org>',
  'Date: Tue, 03 Feb 2026 04:05:06 +0100',
];
const mail = (fields: string[], body: string): Buffer =>
  Buffer.from([...head, ...fields, 'MIME-Version: 1.0', '', body].join('\n').replaceAll('\n', '\r\n'), 'latin1');
const textOf = async (fields: string[], body: string): Promise<string> =>
  (await readMail(mail(fields, body), own)).text;

describe('a mail', () => {
  it('tells who wrote what and when', async () => {
    expect(await readMail(mail(['Subject: Bridge closed'], 'At the mill.'), own)).toMatchObject({
      from: 'someone@example.org',
      name: 'Jö Someone',
      subject: 'Bridge closed',
      text: 'Bridge closed\nAt the mill.',
      messageId: '<1@mail.example.org>',
      references: '',
      sentAt: new Date('2026-02-03T03:05:06Z'),
      isDoubtful: false,
      whyAutomatic: null,
      isFailureReport: false,
    });
  });

  it.each([
    [
      'quoted-printable',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      '=C3=9Cberfl=\nutung',
      'Überflutung',
    ],
    [
      'base64',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      Buffer.from('Überflutung').toString('base64'),
      'Überflutung',
    ],
    [
      'an older set of characters',
      ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'],
      '\xdcberflutung',
      'Überflutung',
    ],
    [
      'Arabic of Windows',
      ['Content-Type: text/plain; charset=windows-1256', 'Content-Transfer-Encoding: 8bit'],
      '\xe3\xc7\xc1',
      'ماء',
    ],
    ['lines that flow', ['Content-Type: text/plain; format=flowed'], 'Water in \nthe house', 'Water in the house'],
    [
      'HTML alone',
      ['Content-Type: text/html; charset=utf-8'],
      '<p>Water in<br>the <b>house</b></p><style>p{}</style>',
      'Water in\nthe house',
    ],
  ])('is read: %s', async (_, fields, body, text) => {
    expect(await textOf(fields, body)).toBe(text);
  });

  it('is read by its plain words where it has both', async () => {
    const body = '--x\nContent-Type: text/plain\n\nplain\n--x\nContent-Type: text/html\n\n<b>rich</b>\n--x--';
    expect(await textOf(['Content-Type: multipart/alternative; boundary=x'], body)).toBe('plain');
  });

  it('says its subject when that is all, or more than the words, but not twice nor in an answer', async () => {
    expect(await textOf(['Subject: STOP'], '')).toBe('STOP');
    expect(await textOf(['Subject: Water in the house'], 'Water in the house, two people')).toBe(
      'Water in the house, two people',
    );
    expect(await textOf(['Subject: Re: Bridge closed'], 'Mill lane 5')).toBe('Mill lane 5');
  });

  it('goes without what it quotes when it answers, in plain words and in HTML', async () => {
    const fields = ['Subject: Re: x', 'In-Reply-To: <a@map.example.org>', 'References: <0@x> <a@map.example.org>'];
    const plain = await readMail(
      mail(fields, 'Mill lane 5\n\nOn Tue, 3 Feb 2026 at 04:05, Map wrote:\n> Where is it?'),
      own,
    );
    expect([plain.text, plain.references]).toEqual(['Mill lane 5', '<0@x> <a@map.example.org> <a@map.example.org>']);
    const rich =
      '<div dir="ltr">Mill lane 5</div><div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Feb 2026 at 04:05, Map &lt;<a href="mailto:report@map.example.org">report@map.example.org</a>&gt; wrote:<br></div><blockquote>Where is it?</blockquote></div>';
    expect(await textOf([...fields, 'Content-Type: text/html'], rich)).toBe('Mill lane 5');
  });

  it('keeps what somebody passes on', async () => {
    const body =
      '---------- Forwarded message ---------\nFrom: Other <other@example.org>\nDate: Tue\nSubject: Flood\nTo: Someone\n\nWater everywhere';
    for (const subject of ['Subject: Fwd: Flood', 'Subject: WG: Flood'])
      expect(await textOf([subject, 'References: <0@x>'], body)).toContain('Water everywhere');
  });

  it('tells machines and doubts', async () => {
    const automatic = await readMail(mail(['Auto-Submitted: auto-replied'], 'I am away'), own);
    expect(automatic.whyAutomatic).not.toBeNull();
    const doubtful = await readMail(mail(['Authentication-Results: mx.example.net;\r\n dmarc=fail'], 'x'), own);
    expect(doubtful.isDoubtful).toBe(true);
  });

  it('that is cut in the middle still says what it said until then', async () => {
    const body = `--x\nContent-Type: text/plain\n\nWater\n--x\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n${'AAAA'.repeat(99)}`;
    expect(await textOf(['Content-Type: multipart/mixed; boundary=x'], body)).toBe('Water');
  });

  it.each(['', '\0\0\0', 'hello', 'From: nobody', 'From: <>\r\n\r\nx', 'From: a b c <not an address>\r\n\r\nx'])(
    'that names nobody (%j) is refused',
    async (source) => {
      await expect(readMail(Buffer.from(source), own)).rejects.toThrow('names nobody');
    },
  );
});
