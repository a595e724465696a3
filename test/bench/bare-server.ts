/**
 * The bare route beside which the intake is measured: Fastify with a compiled JSON schema and the same group commit of
 * the same statement, and nothing else. Run as a process: `bare-server.js ROOT PORT DATABASE_URL|SOCKET_DIR`.
 */
import { join } from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';

type GroupCommitModule = typeof import('../../backend/src/intake/group-commit.js');
type QueriesModule = typeof import('../../backend/src/intake/intake.queries.js');
type IncomingReport = import('../../backend/src/intake/intake.queries.js').IncomingReport;

const [root = '', port = '0', target = ''] = process.argv.slice(2);
const built = join(root, 'backend/dist/server/src/intake');
const { GroupCommit } = (await import(join(built, 'group-commit.js'))) as GroupCommitModule;
const { insertIncoming } = (await import(join(built, 'intake.queries.js'))) as QueriesModule;

const isSocket = target.startsWith('/');
const pool = new pg.Pool(
  isSocket ? { host: target, user: 'postgres', database: 'postgres', max: 1 } : { connectionString: target, max: 2 },
);
const sql = {
  query: async <Row>(text: string, params: readonly unknown[] = []) =>
    (await pool.query(text, params as unknown[])).rows as Row[],
};
const commits = new GroupCommit<IncomingReport, string>(
  async (reports) => {
    await insertIncoming(sql, reports);
    return reports.map(({ id }) => id);
  },
  { lanes: isSocket ? 1 : 2, largestBatch: 500 },
);

interface Body {
  id: string;
  text: string;
  location: { lat: number; lon: number; accuracy: number };
}

const schema = {
  body: {
    type: 'object',
    required: ['id', 'text'],
    properties: {
      id: { type: 'string' },
      text: { type: 'string', minLength: 1, maxLength: 5000 },
      category: { type: 'string' },
      location: {
        type: 'object',
        required: ['lat', 'lon'],
        properties: {
          lat: { type: 'number', minimum: -90, maximum: 90 },
          lon: { type: 'number', minimum: -180, maximum: 180 },
          accuracy: { type: 'number' },
        },
      },
    },
  },
} as const;

const deploymentId = '00000000-0000-7000-8000-000000000000';
const server = Fastify();
server.post<{ Body: Body }>('/reports', { schema }, async (request, reply) => {
  const { id, text, location } = request.body;
  await commits.add({
    deploymentId,
    id,
    channel: 'web',
    externalId: id,
    text,
    categoryId: null,
    lon: location.lon,
    lat: location.lat,
    accuracy: location.accuracy,
    place: null,
    language: null,
    observedAt: null,
    receivedAt: new Date(),
    answers: '{}',
    mediaExpected: 0,
    quarantined: false,
    sealed: null,
    addressName: null,
  });
  return reply.status(201).send({ id, status: 'new' });
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
