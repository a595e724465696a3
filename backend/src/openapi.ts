/**
 * The description of the API for programs, made from the running server: its routes and their rules, and the rules that
 * check the input. `backend/openapi.json` is its committed copy; a test fails when the two differ.
 */
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { NewIncident } from '@atesto/contract';
import { operations, reportExamples, type Operation } from './openapi-operations.js';
import { keyOfAnswer, readAnswerSchemas } from './openapi-answers.js';
import { exampleOf } from './openapi-examples.js';
import { reference, schemasOf, type InputClass, type Schema } from './openapi-schemas.js';
import { routesOf, type Route } from './routes.js';

const answers = readAnswerSchemas();
const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { ...text, description: 'Path that names the kind of problem' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    errors: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'detail'], properties: { pointer: text, detail: text } },
    },
  },
};

const problemTitles: Record<number, string> = {
  400: 'Malformed JSON or address',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible as things are now',
  412: 'Changed by somebody else since',
  413: 'Too large',
  415: 'Unsupported media type',
  416: 'The file has no such part',
  422: 'The input is not valid; every field at fault is named',
  423: 'A piece of it is arriving just now',
  428: 'If-Match is missing',
  429: 'Too many requests; Retry-After says how long to wait',
  503: 'Not available just now',
};

function problemStatuses(route: Route, operation: Operation, needsVersion: boolean): number[] {
  const isGuarded = route.rule !== null && route.rule.kind !== 'anyone';
  const hasIds = /:(?!deployment|number)/.test(route.path);
  const statuses = new Set(operation.problems);
  if (isGuarded) statuses.add(401);
  if (isGuarded && route.rule?.kind !== 'signed-in') statuses.add(403);
  if (route.path.includes('/:')) statuses.add(404);
  if (hasIds) statuses.add(400);
  if (operation.query !== undefined) statuses.add(422);
  if (operation.body !== undefined) for (const status of [400, 413, 415, 422]) statuses.add(status);
  if (needsVersion) for (const status of [412, 428]) statuses.add(status);
  return [...statuses].sort((a, b) => a - b);
}

const problemResponse = (status: number): Schema => ({
  description: problemTitles[status] ?? '',
  content: { 'application/problem+json': { schema: reference('Problem') } },
});

const exampleReference = (key: string): Schema => ({ usual: { $ref: `#/components/examples/${key}` } });

function bodyOf(type: InputClass): Schema {
  const schema = reference(type.name);
  const examples = exampleReference(type.name);
  if (type.name !== 'SubmitReport') return { required: true, content: { 'application/json': { schema, examples } } };
  const parts = { report: schema, media: { type: 'array', items: binary, maxItems: 8 } };
  return {
    required: true,
    content: {
      'application/json': { schema, examples: reportExamples },
      'multipart/form-data': {
        schema: { type: 'object', required: ['report'], properties: parts },
        encoding: { report: { contentType: 'application/json' } },
      },
    },
  };
}

function requestOf({ body, stream }: Operation): Schema {
  if (body !== undefined) return { requestBody: bodyOf(body) };
  return stream === undefined ? {} : { requestBody: { required: true, content: { [stream]: { schema: binary } } } };
}

function schemaOfPart(name: string): Schema {
  if (name === 'number') return { type: 'integer', minimum: 1 };
  return name === 'deployment' || name === 'token' ? text : { type: 'string', format: 'uuid' };
}

function parametersOf(route: Route, operation: Operation, needsVersion: boolean): Schema[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOfPart(name ?? ''),
  }));
  const { query } = operation;
  const properties = query === undefined ? {} : (schemasOf([query])[query.name]?.['properties'] as object);
  const inQuery = Object.entries(properties).map(([name, schema]: [string, Schema]) => ({ name, in: 'query', schema }));
  const version = { name: 'If-Match', in: 'header', required: true, schema: text, description: '"version" as seen' };
  return [...inPath, ...inQuery, ...(needsVersion ? [version] : [])];
}

/** What is not JSON is a file, whose kind its media type and the name of its standard tell. */
function contentOf(answer: string, isJson: boolean): Schema {
  if (!isJson) return { schema: { description: answer } };
  const schema = answers.answers[answer];
  if (schema === undefined) throw new Error(`${answer} is not in answer-schemas.json`);
  return { schema, examples: exampleReference(keyOfAnswer(answer)) };
}

function answersOf(made: Schema, operation: Operation): Schema {
  const { answer, type = 'application/json' } = operation;
  const isRepeatable = answer === 'ReportReceipt' || answer === 'ConfirmationReceipt';
  const successes = [...(isRepeatable ? ['200'] : []), ...Object.keys(made).filter((status) => status.startsWith('2'))];
  const content = answer === undefined ? {} : { content: { [type]: contentOf(answer, operation.type === undefined) } };
  return Object.fromEntries(successes.map((status) => [status, { description: answer ?? 'Done', ...content }]));
}

type Described = Record<string, Schema & { parameters?: { name: string }[]; responses: Schema; operationId: string }>;

function describe(route: Route, described: Described): void {
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  const made = described[route.method.toLowerCase()];
  const operation = operations[`${route.method} ${path}`];
  if (made === undefined) return;
  if (operation === undefined) throw new Error(`${route.method} ${path} is not described in openapi-operations.ts`);
  const needsVersion = made.parameters?.some(({ name }) => name.toLowerCase() === 'if-match') === true;
  const problems = problemStatuses(route, operation, needsVersion).map((status) => [status, problemResponse(status)]);
  const { rule } = route;
  const isOpen = rule === null || rule.kind === 'anyone';
  Object.assign(made, {
    summary: operation.summary,
    parameters: parametersOf(route, operation, needsVersion),
    responses: { ...answersOf(made.responses, operation), ...(Object.fromEntries(problems) as Schema) },
    ...requestOf(operation),
    security: isOpen ? [{}] : [{ session: [] }, ...(rule.kind === 'permission' ? [{ key: [] }] : [])],
    ...(rule?.kind === 'permission' ? { description: `Needs the permission \`${rule.permission}\`.` } : {}),
  });
}

/** @throws Error for a route that `openapi-operations.ts` says nothing about */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Atesto')
    .setDescription(
      'Reports, incidents and exports of a crisis map. /api/docs tells how to begin. Answers are the types of @atesto/contract.',
    )
    .setOpenAPIVersion('3.1.0')
    .setVersion('1')
    .addCookieAuth('atesto', { type: 'apiKey', in: 'cookie', name: 'atesto' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'key');
  const operationIdFactory = (controller: string, method: string): string =>
    `${controller.replace(/Controller$/, '')}.${method}`;
  const document = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory });
  for (const route of routesOf(app)) {
    const described = document.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')];
    if (described !== undefined) describe(route, described as unknown as Described);
  }
  const inputs = Object.values(operations).flatMap(({ body }) => body ?? []);
  const schemas = schemasOf([...new Set([...inputs, NewIncident])]);
  const target = { oneOf: [{ type: 'string', format: 'uuid' }, reference('NewIncident')] };
  schemas['VerifyReport'] = { ...schemas['VerifyReport'], properties: { incident: target } };
  // What comes in is told by the rules that check it, also where an answer holds it again.
  const all = { ...answers.schemas, ...schemas, Problem: problemSchema };
  const examples = examplesOf([...new Set(inputs)], all);
  document.components = { ...document.components, schemas: all, examples };
  return document;
}

/** One for each body, and one for each answer. */
function examplesOf(inputs: readonly InputClass[], schemas: Record<string, Schema>): Record<string, Schema> {
  const bodies = inputs.map(({ name }) => [name, reference(name)] as const);
  const told = Object.entries(answers.answers).map(([answer, schema]) => [keyOfAnswer(answer), schema] as const);
  return Object.fromEntries([...bodies, ...told].map(([key, schema]) => [key, { value: exampleOf(schema, schemas) }]));
}

/** Serves the description to everyone. To be called before the server listens. */
export function serveDescription(app: INestApplication, server: FastifyInstance): () => OpenAPIObject {
  let document: OpenAPIObject | null = null;
  const describeOnce = (): OpenAPIObject => (document ??= describeApi(app));
  server.get('/api/v1/openapi.json', describeOnce);
  return describeOnce;
}
