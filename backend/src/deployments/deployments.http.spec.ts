/** Deployments over HTTP: which areas are taken. */
import { describe, expect, it } from '@jest/globals';
import type { DeploymentView, ProblemBody } from '@atesto/contract';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
const path = '/api/v1/deployments';
const area = { west: 10, south: 48, east: 12, north: 47 };

const pointersOf = ({ errors = [] }: ProblemBody): string[] => errors.map(({ pointer }) => pointer);

describe('the area of a deployment', () => {
  it('is refused when its south lies north of its north', async () => {
    const made = await server.call<ProblemBody>(path, { body: { slug: 'odd', name: 'Odd', area } });
    expect([made.status, pointersOf(made.body)]).toEqual([422, ['/area/north']]);
    const { body } = await server.main<DeploymentView>('');
    const headers = { 'if-match': `"${body.version}"` };
    const changed = await server.main<ProblemBody>('', { method: 'PATCH', headers, body: { area } });
    expect([changed.status, pointersOf(changed.body)]).toEqual([422, ['/area/north']]);
    expect((await server.main<DeploymentView>('')).body.area).toEqual(body.area);
  });

  it('may lie across the antimeridian', async () => {
    const across = { west: 170, south: -20, east: -170, north: -10 };
    const made = await server.call<DeploymentView>(path, { body: { slug: 'across', name: 'Across', area: across } });
    expect([made.status, made.body.area]).toEqual([201, across]);
  });
});
