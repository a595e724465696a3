/** Lists that grow come in pages: nothing is left out, told twice or out of order, and no list grows without pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page, ProblemBody } from '@atesto/contract';
import { growingLists } from '../../test/support/growing-lists.js';
import { useServer } from '../../test/support/test-server.js';

const server = useServer({ REPORTS_PER_MINUTE: '1000' });

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, object>;
}
interface Operation {
  parameters?: { name: string }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
const { paths, components } = JSON.parse(readFileSync(join(import.meta.dirname, '../openapi.json'), 'utf8')) as {
  paths: Record<string, { get?: Operation }>;
  components: { schemas: Record<string, Schema> };
};

const d = '/api/v1/deployments/{deployment}';

/** Lists without pages, and what holds each short. */
const short: Record<string, string> = {
  '/api/v1/deployments': 'administrators make each; a session names all of them too',
  [`${d}/api-keys`]: 'coordinators make each by hand',
  [`${d}/gateways`]: 'coordinators set each up by hand',
  [`${d}/gateway-kinds`]: 'one for each kind that the code knows',
  [`${d}/sharing/partners`]: 'coordinators invite each by hand',
  [`${d}/overlays`]: 'at most 50',
  [`${d}/overlays/{id}/states`]: 'at most 3,000 areas in a layer; maps draw all of them at once',
  [`${d}/overlay-files`]: 'what the operator put into a folder',
  [`${d}/webhooks`]: 'at most 20',
  [`${d}/views`]: 'at most 500',
  [`${d}/ready-answers`]: 'at most 200, replaced as one',
  [`${d}/words`]: 'replaced as one',
  [`${d}/exports/profiles`]: 'at most 100',
  [`${d}/exports/columns`]: 'one for each column that the code knows',
  [`${d}/incidents/{id}/offers`]: 'the 20 that fit best',
  [`${d}/reports/{id}/suggestions`]: 'a few that fit best',
  [`${d}/places`]: 'the few that fit best; limit says how many',
  [`${d}/notices`]: 'the last 50, for the bell',
  [`${d}/broadcasts`]: 'of 30 days, at most 200',
};

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : resolved(components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

const lists = Object.entries(paths).flatMap(([path, { get }]) => {
  const schema = get?.responses['200']?.content?.['application/json']?.schema;
  if (get === undefined || schema === undefined) return [];
  const { type, properties = {} } = resolved(schema);
  const isPaged = get.parameters?.some(({ name }) => name === 'cursor') === true && 'next' in properties;
  return type === 'array' || 'items' in properties ? [{ path, isPaged }] : [];
});

const paged = lists.filter(({ isPaged }) => isPaged).map(({ path }) => path);

describe('a list of the API', () => {
  it('comes in pages, or is kept short by something that is named here', () => {
    const others = lists.filter(({ isPaged }) => !isPaged).map(({ path }) => path);
    expect(others.sort()).toEqual(Object.keys(short).sort());
  });

  it('has rows here when it comes in pages', () => {
    expect(Object.keys(growingLists).sort()).toEqual([...paged].sort());
  });
});

type Answered = Page<unknown> & ProblemBody;

const read = async (path: string, query: Record<string, string> = {}): Promise<Answered> => {
  const { status, body } = await server.call<Answered>(`${path}?${new URLSearchParams(query).toString()}`);
  expect([path, status]).toEqual([path, 200]);
  return body;
};

async function readInPages(path: string, limit: number): Promise<unknown[]> {
  const items: unknown[] = [];
  let next: string | null = null;
  do {
    const page: Answered = await read(path, { limit: String(limit), ...(next !== null && { cursor: next }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    next = page.next;
  } while (next !== null && items.length < 100);
  return items;
}

describe.each(paged)('%s', (list) => {
  it('tells each row once, in the same order, however long the pages are', async () => {
    const path = await growingLists[list]!(server);
    const whole = await read(path);
    expect(whole.items.length).toBeGreaterThan(2);
    expect(whole.next).toBeNull();
    for (const limit of [1, 2, whole.items.length]) expect(await readInPages(path, limit)).toEqual(whole.items);
    for (const query of ['cursor=none', `cursor=${Buffer.from('1 x').toString('base64url')}`, 'limit=0', 'limit=201']) {
      const refused = await server.call<ProblemBody>(`${path}?${query}`);
      const pointer = `/${query.slice(0, query.indexOf('='))}`;
      expect([query, refused.status, refused.body.errors]).toMatchObject([query, 422, [{ pointer }]]);
    }
  });
});

describe('between two pages', () => {
  const rest = async (path: string, meanwhile: () => Promise<unknown>): Promise<unknown[]> => {
    const { next } = await read(path, { limit: '1' });
    await meanwhile();
    return (await read(path, { cursor: next ?? '' })).items;
  };

  it('what is new at the end comes, and what is new at the beginning moves nothing', async () => {
    const notes = await growingLists[`${d}/reports/{id}/notes`]!(server);
    const add = () => server.call(notes, { body: { text: 'Meanwhile', mentions: [] } });
    const [, ...older] = (await read(notes)).items;
    expect(await rest(notes, add)).toEqual([...older, expect.objectContaining({ text: 'Meanwhile' })]);

    const reports = await growingLists[`${d}/reports`]!(server);
    const [, ...former] = (await read(reports)).items;
    expect(await rest(reports, () => growingLists[`${d}/reports`]!(server))).toEqual(former);
  });
});
