/** Figures for Prometheus, on a port of their own unless the public one is named. Nothing personal is counted. */
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'atesto_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts every request, and shows the figures on this very server when asked to. To be called before it listens. */
  watch(server: FastifyInstance, isShown: boolean): void {
    server.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
      this.requests.observe(labels, reply.elapsedTime / 1000);
      done();
    });
    if (!isShown) return;
    server.get('/metrics', async (_, reply) =>
      reply.type(this.registry.contentType).send(await this.registry.metrics()),
    );
  }
}

/** Opens the port of the figures, on this machine only. It is closed with the process. */
export function serveMetrics({ registry }: Metrics, port: number): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { 'content-type': registry.contentType }).end(text);
    });
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}
