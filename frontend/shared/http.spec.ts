import { describe, expect, it } from '@jest/globals';
import { createApi } from './api.js';
import { createHttp, queryString } from './http.js';
import { Problem } from './problem.js';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, init });
    const text = status === 204 ? null : JSON.stringify(body);
    return Promise.resolve(new Response(text, { status, headers }));
  }) as typeof globalThis.fetch;
  return { sent, api: createApi(createHttp({ fetch })) };
};

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const caught: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof Problem)) throw new Error('Expected a problem');
  return caught;
};

describe('a call', () => {
  it('carries the version that a change is based on', async () => {
    const { sent, api } = answering(200, {});
    await api.in('main').patchReport('r', 7, { priority: 'high' });
    expect(sent[0]).toMatchObject({
      url: '/api/v1/deployments/main/reports/r',
      init: { method: 'PATCH', headers: { 'if-match': '"7"' }, body: '{"priority":"high"}' },
    });
  });

  it('that adds something has the same id until it was answered, and then another', async () => {
    const ids: unknown[] = [];
    const answers = [null, new Response('{"items":', { status: 200 }), 503, 200, 200].map((each) =>
      typeof each === 'number' ? new Response('{"items":[]}', { status: each }) : each,
    );
    const fetch = ((_: string, { body }: { body: string }) => {
      ids.push((JSON.parse(body) as { id: string }).id);
      const answer = answers.shift();
      return answer == null ? Promise.reject(new TypeError('no line')) : Promise.resolve(answer);
    }) as unknown as typeof globalThis.fetch;
    const calls = createApi(createHttp({ fetch })).in('main');
    const note = () => calls.addNote({ kind: 'report', id: 'r' }, { text: 'On my way' }).catch(() => undefined);
    for (let tries = 0; tries < 5; tries++) await note();
    expect([new Set(ids.slice(0, 4)).size, new Set(ids).size]).toEqual([1, 2]);
  });

  it('answers nothing for 204', async () => {
    await expect(answering(204, null).api.signOut()).resolves.toBeUndefined();
  });

  it('leaves empty filters out of its address', () => {
    expect(queryString({ q: '', limit: 5, cursor: null })).toBe('?limit=5');
    expect(queryString({})).toBe('');
  });
});

describe('a refusal', () => {
  it('is a problem with words for its fields', async () => {
    const body = {
      type: '/problems/invalid',
      title: 'Invalid',
      status: 422,
      errors: [{ pointer: '/name', detail: 'too long' }],
    };
    const problem = await problemOf(answering(422, body).api.createOrganisation({ name: '' }));
    expect([problem.status, problem.at('/name'), problem.at('/other')]).toEqual([422, 'too long', null]);
  });

  it('says when asking again makes sense', async () => {
    const problem = await problemOf(answering(429, {}, { 'retry-after': '12' }).api.session());
    expect(problem.retryAfterSeconds).toBe(12);
  });

  it('knows a stale version, and keeps its status when the body is no JSON at all', async () => {
    expect((await problemOf(answering(412, 'no').api.session())).stale).toBe(true);
  });

  it('is unreachable when no answer comes', async () => {
    const fetch = (() => Promise.reject(new TypeError('cut'))) as typeof globalThis.fetch;
    const problem = await problemOf(createApi(createHttp({ fetch })).session());
    expect(problem.unreachable).toBe(true);
  });
});
