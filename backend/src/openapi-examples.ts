/**
 * An example for every body and answer, made from its schema with plainly made-up values, so that it always fits: by the
 * name of a property where the words should make sense, else by its type. Pure.
 */
import type { Schema } from './openapi-schemas.js';
import { madeUp } from './openapi-made-up.js';

type Schemas = Record<string, Schema>;

const moment = '2026-02-03T04:05:06.789Z';
const id = '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
/** Deeper than this only what must be there is shown. */
const mostDepth = 5;

interface Spot {
  name: string;
  depth: number;
  schemas: Schemas;
}

const isNull = (schema: Schema): boolean => schema['type'] === 'null';
const below = (spot: Spot, name: string): Spot => ({ ...spot, name, depth: spot.depth + 1 });

function textOf(schema: Schema, { name }: Spot): string {
  if (schema['format'] === 'uuid' || name === 'id' || name.endsWith('Id')) return id;
  const least = (schema['minLength'] as number | undefined) ?? 0;
  const most = (schema['maxLength'] as number | undefined) ?? Number.POSITIVE_INFINITY;
  const { pattern } = schema as { pattern?: string };
  const fits = (text: string): boolean =>
    text.length >= least && text.length <= most && (pattern === undefined || new RegExp(pattern).test(text));
  const known = madeUp.texts[name];
  if (known !== undefined && fits(known)) return known;
  if (schema['format'] === 'date-time' || (/(At|Until)$/.test(name) && fits(moment))) return moment;
  if (schema['format'] === 'email') return 'ana@example.org';
  return madeUp.others.find(fits) ?? 'x'.repeat(least);
}

function numberOf(schema: Schema, { name }: Spot): number {
  const least = (schema['minimum'] as number | undefined) ?? Number.NEGATIVE_INFINITY;
  const most = (schema['maximum'] as number | undefined) ?? Number.POSITIVE_INFINITY;
  return Math.min(most, Math.max(least, madeUp.numbers[name] ?? 3));
}

function objectOf(schema: Schema, spot: Spot): Record<string, unknown> {
  const {
    properties = {},
    required = [],
    additionalProperties,
  } = schema as {
    properties?: Schemas;
    required?: string[];
    additionalProperties?: Schema | boolean;
  };
  const shown = Object.entries(properties).filter(([name]) => spot.depth < mostDepth || required.includes(name));
  const own = shown.map(([name, inner]) => [name, valueOf(inner, below(spot, name))] as const);
  const isOpen = typeof additionalProperties === 'object' && own.length === 0;
  const more = isOpen ? [['en', valueOf(additionalProperties, below(spot, spot.name))] as const] : [];
  return Object.fromEntries([...own, ...more]);
}

function listOf(schema: Schema, spot: Spot): unknown[] {
  const { items, prefixItems, minItems = 0 } = schema as { items?: Schema; prefixItems?: Schema[]; minItems?: number };
  if (prefixItems !== undefined) return prefixItems.map((item) => valueOf(item, below(spot, spot.name)));
  const count = Math.max(minItems, spot.depth < mostDepth ? 1 : 0);
  return Array.from({ length: count }, () => valueOf(items ?? {}, below(spot, spot.name)));
}

function choiceOf(parts: Schema[], spot: Spot): unknown {
  const none = parts.find(isNull);
  if (none !== undefined && spot.depth >= mostDepth) return null;
  return valueOf(parts.find((part) => !isNull(part)) ?? parts[0] ?? {}, spot);
}

function valueOf(schema: Schema, spot: Spot): unknown {
  const { $ref } = schema as { $ref?: string };
  if ($ref !== undefined) return valueOf(spot.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, spot);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return preferred(schema['enum'] as unknown[], spot);
  const parts = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (parts !== undefined) return choiceOf(parts, spot);
  switch (schema['type']) {
    case 'string':
      return textOf(schema, spot);
    case 'number':
    case 'integer':
      return numberOf(schema, spot);
    case 'boolean':
      return madeUp.truths[spot.name] ?? false;
    case 'array':
      return listOf(schema, spot);
    case 'null':
      return null;
    default:
      return objectOf(schema, spot);
  }
}

/** What reads best where a few words are possible. */
function preferred(values: readonly unknown[], { name }: Spot): unknown {
  const known = madeUp.texts[name];
  return values.includes(known) ? known : values[0];
}

export const exampleOf = (schema: Schema, schemas: Schemas): unknown =>
  valueOf(schema, { name: '', depth: 0, schemas });
