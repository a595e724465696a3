/** The page of the API over HTTP: whole without a script, and of every call. */
import { describe, expect, it } from '@jest/globals';
import { useServer } from '../../test/support/test-server.js';

const server = useServer();

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, object> };
}

describe('the page of the API', () => {
  it('is open to all, has each call and each type under an address of its own, and leads nowhere wrong', async () => {
    const { status, body, headers } = await server.call<string>('/api/docs', { cookie: null });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const { body: told } = await server.call<Document>('/api/v1/openapi.json', { cookie: null });
    const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const calls = Object.values(told.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
    const types = Object.keys(told.components.schemas).map((name) => `type-${name}`);
    expect([...calls, ...types].filter((id) => !ids.has(id))).toEqual([]);
    const links = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    for (const words of [
      'Retry-After',
      'Authorization: Bearer',
      'application/problem+json',
      '/webhooks',
      'curl -X POST',
    ]) {
      expect(body).toContain(words);
    }
    expect(body.match(/<script/g)).toHaveLength(1);
    const etag = headers.get('etag') ?? '';
    expect((await server.call('/api/docs', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});
