/** The columns as a Table Schema (Frictionless) with, beside it, the JSON Schema of an incident as JSON. Pure. */
import { columns, type Column } from './columns.js';

const jsonTypes = { string: 'string', integer: 'integer', number: 'number', datetime: 'string' } as const;

function fieldOf({ name, type, meaning, example, hxl, isNullable, words }: Column): object {
  const constraints = { required: !isNullable, ...(words && { enum: words }) };
  return { name, type, description: meaning, example, 'hxl:tag': hxl, constraints };
}

function propertyOf({ type, meaning, example, isNullable, words }: Column): object {
  return {
    type: isNullable ? [jsonTypes[type], 'null'] : jsonTypes[type],
    description: meaning,
    examples: [example],
    ...(type === 'datetime' && { format: 'date-time' }),
    ...(words && { enum: words }),
  };
}

/** In JSON both degrees stand in one object. */
const location = (): object => {
  const degrees = (name: string): object => {
    const found = columns.find((column) => column.name === name);
    return { type: 'number', description: found?.meaning };
  };
  return {
    type: ['object', 'null'],
    required: ['lat', 'lon'],
    properties: { lat: degrees('latitude'), lon: degrees('longitude') },
    additionalProperties: false,
  };
};

export function schemaDocument(address: string): object {
  const properties: Record<string, object> = Object.fromEntries(
    columns.flatMap((column): [string, object][] => {
      if (column.key === null) return [];
      return [[column.key, column.key === 'location' ? location() : propertyOf(column)]];
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: 'An incident, as JSON',
    type: 'object',
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
    /** https://specs.frictionlessdata.io/table-schema/ */
    tableSchema: { fields: columns.map(fieldOf), primaryKey: 'id', missingValues: [''] },
  };
}
