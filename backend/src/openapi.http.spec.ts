/** The committed description of the API is what the running server says about itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { useServer } from '../../test/support/test-server.js';

const server = useServer();

interface Document {
  paths: Record<string, Record<string, { security: unknown[]; responses: object; requestBody?: object }>>;
  components: { schemas: Record<string, object> };
}

const committed = JSON.parse(readFileSync(join(import.meta.dirname, '../openapi.json'), 'utf8')) as Document;

describe('the description of the API', () => {
  it('is served to everyone and equals backend/openapi.json (node backend/tools/openapi.mjs writes it)', async () => {
    const { status, body } = await server.call<Document>('/api/v1/openapi.json', { cookie: null });
    expect(status).toBe(200);
    expect(body).toEqual(committed);
  });

  it('names no schema that it does not hold', () => {
    const names = [...JSON.stringify(committed).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(Object.keys(committed.components.schemas)).toEqual(expect.arrayContaining(names));
  });

  it('tells what a report may hold, what refuses it and who may send it', () => {
    const report = committed.paths['/api/v1/deployments/{deployment}/reports']?.['post'];
    expect(Object.keys(report?.responses ?? {})).toEqual([
      '200',
      '201',
      '400',
      '403',
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
    ]);
    expect(report?.security).toEqual([{}]);
    expect(report?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/SubmitReport' } } },
    });
  });
});
