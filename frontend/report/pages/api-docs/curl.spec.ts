import { describe, expect, it } from '@jest/globals';
import { curlOf } from './curl.js';
import { wordsOfType, type Description, type Operation } from './description.js';

const description: Description = {
  paths: {},
  components: { schemas: {}, examples: { NewNote: { value: { text: "It's dry" } } } },
};
const operation: Operation = { operationId: 'x', summary: '', responses: {} };
const origin = 'https://example.org';

describe('a line for the shell', () => {
  it('reads without a key what all may read', () => {
    const call = {
      method: 'get',
      path: '/api/v1/deployments/{deployment}',
      operation: { ...operation, security: [{}] },
    };
    expect(curlOf(call, description, origin)).toBe(`curl 'https://example.org/api/v1/deployments/main'`);
  });

  it('sends the example with a key, and quotes what the shell would read otherwise', () => {
    const content = { schema: {}, examples: { usual: { $ref: '#/components/examples/NewNote' } } };
    const call = {
      method: 'post',
      path: '/reports/{id}/notes',
      operation: { ...operation, security: [{ key: [] }], requestBody: { content: { 'application/json': content } } },
    };
    expect(curlOf(call, description, origin)).toBe(
      [
        `curl -X POST 'https://example.org/reports/0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b/notes'`,
        `-H 'Authorization: Bearer atesto_…'`,
        `-H 'Content-Type: application/json'`,
        `--data '{"text":"It'\\''s dry"}'`,
      ].join(' \\\n  '),
    );
  });
});

describe('a type in words', () => {
  it.each([
    [{ type: 'string', maxLength: 5 }, ['string (at most 5)']],
    [{ type: 'array', items: { $ref: '#/components/schemas/Note' } }, ['list of ', { type: 'Note' }]],
    [{ anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] }, ['uuid', ' or ', 'null']],
    [{ enum: ['a', 'b'] }, ['"a" | "b"']],
  ])('%j is %j', (schema, words) => {
    expect(wordsOfType(schema)).toEqual(words);
  });
});
