/** The committed description of the API is what the running server says about itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { useServer } from '../../test/support/test-server.js';

const server = useServer();

interface Document {
  paths: Record<string, Record<string, { security: unknown[]; responses: object; requestBody?: object }>>;
  components: { schemas: Record<string, object> };
}

interface Told {
  content?: Record<string, { schema: object; examples?: Record<string, { $ref?: string; value?: unknown }> }>;
}
interface Described {
  paths: Record<string, Record<string, { requestBody?: Told; responses: Record<string, Told> }>>;
  components: { examples: Record<string, { value: unknown }> };
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

  it('is what OpenAPI 3.1 asks for', async () => {
    const { body } = await server.call<Record<string, unknown>>('/api/v1/openapi.json', { cookie: null });
    expect(body['openapi']).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(body);
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('has an example for each body and each answer in JSON, and every one fits its schema', async () => {
    const { body } = await server.call<Described>('/api/v1/openapi.json', { cookie: null });
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const faults: string[] = [];
    let checked = 0;
    for (const [path, methods] of Object.entries(body.paths)) {
      for (const [method, { requestBody, responses }] of Object.entries(methods)) {
        const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
        for (const [part, told] of [['body', requestBody] as const, ...good]) {
          const content = told?.content?.['application/json'];
          if (content === undefined) continue;
          const isRight = ajv.compile({ ...content.schema, components: body.components });
          const examples = Object.values(content.examples ?? {});
          if (examples.length === 0) faults.push(`${method} ${path} ${part} has no example`);
          for (const { $ref, value } of examples) {
            const example = $ref === undefined ? value : body.components.examples[$ref.split('/').at(-1) ?? '']?.value;
            checked += 1;
            if (!isRight(example)) faults.push(`${method} ${path} ${part}: ${ajv.errorsText(isRight.errors)}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(150);
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
