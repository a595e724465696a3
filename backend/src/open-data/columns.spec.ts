/** The columns are those that leave: of the tables, and of the public presenter. */
import { describe, expect, it } from '@jest/globals';
import { sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { usualColumns } from '../exports/index.js';
import { presentPublicIncident } from '../incidents/index.js';
import { columns } from './columns.js';
import { schemaDocument } from './schema-documents.js';

/** The files always say it, also where there is none. */
const shown = { origin: null, ...presentPublicIncident(sampleIncident(), sampleDeployment()) };

describe('the columns', () => {
  it('are those of the tables, in their order', () => {
    expect(columns.map(({ name }) => name)).toEqual(usualColumns.map(({ key }) => key));
  });

  it('explain every key of the public presenter, and no other', () => {
    const keys = new Set(columns.flatMap(({ key }) => key ?? []));
    expect([...keys].sort()).toEqual(Object.keys(shown).sort());
  });

  it('say the type that stands there, and words that are among theirs', () => {
    for (const { key, type, words, example } of columns) {
      const isNumber = type === 'integer' || type === 'number';
      expect([key, typeof example]).toEqual([key, isNumber ? 'number' : 'string']);
      expect(example).not.toBe('');
      if (key === null || key === 'location' || key === 'origin') continue;
      expect([key, typeof shown[key]]).toEqual([key, isNumber ? 'number' : 'string']);
      if (words !== undefined) expect(words).toEqual(expect.arrayContaining([shown[key], example]));
    }
  });

  it('have tags that HXL can read', () => {
    for (const { hxl } of columns) expect(hxl).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
    expect(new Set(columns.map(({ hxl }) => hxl)).size).toBe(columns.length);
  });
});

describe('the schema', () => {
  it('demands every key that leaves and allows no other', () => {
    const document = schemaDocument('https://map.example.org/data/x/schema.json') as {
      properties: Record<string, unknown>;
      required: string[];
      additionalProperties: boolean;
      tableSchema: { fields: { name: string }[] };
    };
    expect(Object.keys(document.properties).sort()).toEqual(Object.keys(shown).sort());
    expect(document.required.sort()).toEqual(Object.keys(shown).sort());
    expect(document.additionalProperties).toBe(false);
    expect(document.tableSchema.fields.map(({ name }) => name)).toEqual(usualColumns.map(({ key }) => key));
  });
});
