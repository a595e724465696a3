/** Gateways for tests: set up through the API like a coordinator does, called like a provider does. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayLogEntry, GatewayView, Page, ReportDetail, ReportView } from '@atesto/contract';
import { PollGateways } from '../../backend/src/gateways/poll-gateways.js';
import type { Answer, TestServer } from './test-server.js';

/** Sets one up and returns it with the path that the provider calls, empty where none does. */
export async function addGateway(
  server: TestServer,
  kind: string,
  settings: Record<string, unknown> = {},
): Promise<GatewayView & { path: string }> {
  const { status, body } = await server.main<GatewayView>('/gateways', {
    body: { kind, name: `A ${kind} for tests`, settings },
  });
  if (status !== 201) throw new Error(`the gateway was refused: ${JSON.stringify(body)}`);
  const [address] = body.addresses;
  return { ...body, path: address === undefined ? '' : new URL(address.url).pathname };
}

/** Looks for what is new at all gateways that are asked by us, as happens every minute. */
export const poll = (server: TestServer): Promise<void> => server.app.get(PollGateways, { strict: false }).run();

/** Calls a gateway's address as nobody. */
export const post = (
  server: TestServer,
  path: string,
  body: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<Answer<string>> =>
  server.call<string>(path, {
    method: 'POST',
    cookie: null,
    body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

/** All reports of a channel, newest first. */
export async function reportsOf(server: TestServer, channel: string): Promise<ReportView[]> {
  return (await server.main<Page<ReportView>>(`/reports?limit=200&channel=${channel}`)).body.items;
}

export const detailOf = async (server: TestServer, id: string): Promise<ReportDetail> =>
  (await server.main<ReportDetail>(`/reports/${id}`)).body;

export async function logOf(server: TestServer, gatewayId: string): Promise<GatewayLogEntry[]> {
  return (await server.main<Page<GatewayLogEntry>>(`/gateways/${gatewayId}/log`)).body.items;
}

/** Asks a report's sender as a responder does. */
export async function ask(server: TestServer, id: string, text: string): Promise<void> {
  await server.main(`/reports/${id}/claim`, { method: 'POST' });
  const { status } = await server.main(`/reports/${id}/ask`, { body: { text } });
  if (status !== 200) throw new Error(`the question was refused with ${status}`);
}

type Looked<Found> = Found | null | undefined | false;

/** Tries until `look` returns something. @throws after thirty seconds */
export async function until<Found>(look: () => Looked<Found> | Promise<Looked<Found>>): Promise<Found> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error('it did not come within thirty seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export interface ProviderCall {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface StandInAnswer {
  status?: number;
  type?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** Plays a provider: keeps every call, and answers what the test says. Its host must be named in GATEWAY_HOSTS. */
export class StandIn {
  readonly calls: ProviderCall[] = [];
  answer: (call: ProviderCall) => StandInAnswer = () => ({});
  private server: Server | null = null;
  host = '';

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        const call = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
        this.calls.push(call);
        const { status = 200, type = 'application/json', body = '{}', headers: more } = this.answer(call);
        response.writeHead(status, { 'content-type': type, ...more }).end(body);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
