/** The parts of the API's own description (OpenAPI 3.1) that its page shows. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  description?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export interface Content {
  schema: Schema;
  examples?: Record<string, { $ref?: string; value?: unknown }>;
}

export interface Answer {
  description: string;
  content?: Record<string, Content>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema; description?: string }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Answer>;
  security?: Record<string, unknown>[];
}

export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; examples: Record<string, { value: unknown }> };
}

export const nameOf = (reference: string): string => reference.split('/').at(-1) ?? '';

/** The first example of some content, wherever it is kept. */
export function exampleOf(content: Content, description: Description): unknown {
  const [first] = Object.values(content.examples ?? {});
  if (first?.$ref === undefined) return first?.value;
  return description.components.examples[nameOf(first.$ref)]?.value;
}

/** A type in a few words; names of types are told apart so that the page can link them. */
export function wordsOfType(schema: Schema): (string | { type: string })[] {
  if (schema.$ref !== undefined) return [{ type: nameOf(schema.$ref) }];
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts !== undefined) {
    return parts.flatMap((part, at) => (at === 0 ? wordsOfType(part) : [' or ', ...wordsOfType(part)]));
  }
  if (schema.enum !== undefined) return [schema.enum.map((value) => JSON.stringify(value)).join(' | ')];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.type === 'array') return ['list of ', ...wordsOfType(schema.items ?? schema.prefixItems?.[0] ?? {})];
  if (typeof schema.additionalProperties === 'object') return ['map to ', ...wordsOfType(schema.additionalProperties)];
  const kind = schema.format ?? schema.type ?? 'anything';
  const limits = limitsOf(schema);
  return [limits === '' ? kind : `${kind} (${limits})`];
}

function limitsOf({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength];
  if (least === undefined && most === undefined) return '';
  if (least === undefined) return `at most ${most}`;
  return most === undefined ? `at least ${least}` : `${least} to ${most}`;
}
