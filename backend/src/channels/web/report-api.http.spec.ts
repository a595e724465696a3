/** The report call from outside: what is acknowledged, what is repeated, what is refused. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Page, ProblemBody, ReportReceipt, ReportView } from '@atesto/contract';
import { useServer, type CallOptions } from '../../../../test/support/test-server.js';

const server = useServer();

const send = (body: unknown, options: CallOptions = {}) =>
  server.main<Omit<ReportReceipt, 'status'> & ProblemBody>('/reports', {
    method: 'POST',
    cookie: null,
    body,
    ...options,
  });

const pointersOf = (problem: ProblemBody): string[] => (problem.errors ?? []).map(({ pointer }) => pointer);

async function stored(): Promise<number> {
  const { body } = await server.main<Page<ReportView>>('/reports?limit=200');
  return body.items.length;
}

describe('reporting over HTTP', () => {
  it('acknowledges a report with its id and a secret link, and the report is there', async () => {
    const id = randomUUID();
    const { status, body } = await send({ id, text: 'The bridge is gone', category: 'road' });
    expect(status).toBe(201);
    expect(body).toEqual({ id, status: 'new', follow: expect.stringContaining('/follow/') });
    const report = await server.main<ReportView>(`/reports/${id}`);
    expect(report.body).toMatchObject({ id, text: 'The bridge is gone', category: 'road', status: 'new', version: 1 });
  });

  it('answers a repeat with the first answer and adds nothing', async () => {
    const report = { id: randomUUID(), text: 'Water in the cellar' };
    const first = await send(report);
    const before = await stored();
    const second = await send(report);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await stored()).toBe(before);
  });

  it('keeps one row when the same report comes fifty times at once', async () => {
    const report = { id: randomUUID(), text: 'Everybody presses twice' };
    const before = await stored();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(report)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(await stored()).toBe(before + 1);
  });

  it('refuses another text under the same id', async () => {
    const id = randomUUID();
    await send({ id, text: 'One' });
    expect((await send({ id, text: 'Two' })).status).toBe(409);
  });

  it('keeps what it does not know: a category, further answers', async () => {
    const id = randomUUID();
    const sent = await send({ id, text: 'Odd', category: 'no-such-thing', answers: { depth: 3, who: ['a', null] } });
    expect(sent.status).toBe(201);
    const { body } = await server.main(`/reports/${id}`);
    expect(body).toMatchObject({
      category: null,
      answers: { depth: 3, who: ['a', null], category: 'no-such-thing' },
    });
  });

  it('takes a place in words alone, and a text with characters that a database cannot hold', async () => {
    expect((await send({ place: 'behind the school' })).status).toBe(201);
    expect((await send({ text: 'nul \u0000 and half \ud800 of one', answers: { odd: '\ud800\u0000' } })).status).toBe(
      201,
    );
  });
});

const nested = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => ({ inner }), 1);

describe('bad reports are named and not stored', () => {
  const refused: [name: string, body: unknown, pointers: string[]][] = [
    ['nothing in it', {}, ['/text']],
    ['only blanks', { text: '   ' }, ['/text']],
    ['a text too long', { text: 'x'.repeat(5001) }, ['/text']],
    ['a text that is none', { text: 5 }, ['/text']],
    ['an id that is none', { id: '12', text: 'x' }, ['/id']],
    ['a latitude beyond the pole', { text: 'x', location: { lat: 91, lon: 0 } }, ['/location/lat']],
    ['a place without longitude', { text: 'x', location: { lat: 1 } }, ['/location/lon']],
    ['a location that is a list', { text: 'x', location: [1, 2] }, ['/location']],
    ['a date that is none', { text: 'x', observedAt: 'yesterday' }, ['/observedAt']],
    ['a field nobody knows', { text: 'x', colour: 'red' }, ['/colour']],
    ['a contact field nobody knows', { text: 'x', reporter: { shoe: 44 } }, ['/reporter/shoe']],
    ['answers nested too deep', { text: 'x', answers: nested(9) }, ['/answers']],
    ['answers nested far too deep', { text: 'x', answers: nested(3000) }, ['/answers']],
    ['more photos than a report has', { photos: 9 }, ['/photos']],
    ['a list', [], ['']],
    ['null', null, ['']],
  ];

  it.each(refused)('%s', async (_, body, pointers) => {
    const before = await stored();
    const answer = await send(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(pointersOf(answer.body)).toEqual(expect.arrayContaining(pointers));
    expect(await stored()).toBe(before);
  });

  it('malformed JSON is 400', async () => {
    const answer = await send('{"text":', { headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.body.status]).toEqual([400, 400]);
  });

  it('a body that is too large is 413', async () => {
    const answer = await send({ text: 'x', answers: { long: 'x'.repeat(600_000) } });
    expect(answer.status).toBe(413);
  });

  it('another type is 415', async () => {
    expect((await send('text', { headers: { 'content-type': 'text/csv' } })).status).toBe(415);
  });

  it('a deployment that is not there is 404', async () => {
    const answer = await server.call('/api/v1/deployments/nowhere/reports', { body: { text: 'x' } });
    expect(answer.status).toBe(404);
  });
});
