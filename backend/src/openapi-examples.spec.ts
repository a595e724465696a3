import { describe, expect, it } from '@jest/globals';
import { exampleOf } from './openapi-examples.js';

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };

describe('an example of a schema', () => {
  it('holds made-up values that fit', () => {
    const schema = {
      type: 'object',
      properties: {
        title: text,
        lat: { type: 'number' },
        openedAt: { type: 'string', format: 'date-time' },
        severity: { type: 'string', enum: ['low', 'high'] },
        mergedInto: { anyOf: [text, { type: 'null' }] },
        short: { type: 'string', maxLength: 3 },
        names: { type: 'object', additionalProperties: text },
      },
    };
    expect(exampleOf(schema, {})).toEqual({
      title: 'Dry well at the school',
      lat: 12.3456,
      openedAt: '2026-02-03T04:05:06.789Z',
      severity: 'high',
      mergedInto: 'made up',
      short: 'new',
      names: { en: 'Drinking water' },
    });
  });

  it('ends where a type holds itself', () => {
    const schemas = { Node: { type: 'object', properties: { children: { type: 'array', items: reference('Node') } } } };
    expect(JSON.stringify(exampleOf(reference('Node'), schemas)).length).toBeLessThan(200);
  });
});
