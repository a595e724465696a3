/**
 * The frame of every request from a provider: which gateway it is for, what is answered, and a note of both. The token
 * stands in the path, since some gateways put their own question marks behind it.
 */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../platform/index.js';
import type { OpenGateway } from './adapter.js';
import { GatewayCatalogue } from './gateway-catalogue.js';
import { GatewayNotes } from './gateway-notes.js';
import { rawBodyOf, type RawBody } from './raw-body.js';

export interface Answer {
  status: number;
  /** Media type; none for an empty body. */
  type?: string;
  body?: string;
  headers?: Record<string, string>;
  /** For the log. */
  outcome: string;
  /** A plain sentence when something was wrong. */
  error?: string;
  /** What the request held, where the body cannot be shown as it is: fields by name, so that they can be masked. */
  shown?: Record<string, unknown>;
  /** It took messages with it, which counts as one that went out. */
  isTaken?: boolean;
  /** A mere look whether something waits: noted as a poll, not in the log. */
  isPoll?: boolean;
}

export interface Call {
  method: string;
  /** Of the address, after the question mark. */
  query: Record<string, string>;
  headers: FastifyRequest['headers'];
  body: RawBody;
  /** Path and query as the provider called it, below the public URL. */
  path: string;
}

/** A request that must not have come from the provider: 403, nothing is stored. */
export const wrongSignature = (error = 'The signature or secret is wrong.'): Answer => ({
  status: 403,
  type: 'text/plain; charset=utf-8',
  body: 'Forbidden',
  outcome: 'refused',
  error,
});

@Injectable()
export class GatewayDoor {
  constructor(
    private readonly catalogue: GatewayCatalogue,
    private readonly notes: GatewayNotes,
  ) {}

  /** Finds the gateway, lets the adapter work, answers and notes. @throws Problem 403 for an address that is not ours */
  async open(
    kind: string,
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (gateway: OpenGateway, call: Call) => Promise<Answer>,
  ): Promise<void> {
    const gateway = await this.catalogue.ofToken(kind, token);
    if (gateway === null) {
      await send(reply, wrongSignature());
      return;
    }
    const call = callOf(request);
    try {
      const answer = await work(gateway, call);
      this.note(gateway, call, answer);
      await send(reply, answer);
    } catch (error) {
      const status = error instanceof Problem ? error.status : 500;
      this.note(gateway, call, { status, outcome: 'failed', error: plainError(error) });
      throw error;
    }
  }

  private note(gateway: OpenGateway, call: Call, answer: Answer): void {
    if (answer.isPoll === true) {
      this.notes.polled(gateway);
      return;
    }
    this.notes.note(gateway, {
      direction: answer.isTaken === true ? 'out' : 'in',
      request: {
        method: call.method,
        ...(Object.keys(call.query).length > 0 && { query: call.query }),
        body: answer.shown ?? shown(call),
      },
      answer: shownAnswer(answer),
      status: answer.status,
      outcome: answer.outcome,
      ...(answer.error !== undefined && { error: answer.error }),
    });
  }
}

/** With its fields, where it has some, so that secrets in it are masked. */
function shownAnswer({ type, body = '' }: Answer): string | Record<string, unknown> {
  if (type?.includes('json') !== true) return body;
  return JSON.parse(body) as Record<string, unknown>;
}

const plainError = (error: unknown): string => (error instanceof Problem ? error.message : 'The server failed.');

/** The fields of the body, where it has some, so that they can be masked by their names. */
const shown = ({ body }: Call): unknown => body.json() ?? body.form() ?? body.text().slice(0, 2_000);

function callOf(request: FastifyRequest): Call {
  const url = new URL(request.url, 'http://here');
  return {
    method: request.method,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: rawBodyOf(request),
    path: request.url,
  };
}

async function send(reply: FastifyReply, answer: Answer): Promise<void> {
  for (const [name, value] of Object.entries(answer.headers ?? {})) void reply.header(name, value);
  void reply.header('cache-control', 'no-store').status(answer.status);
  if (answer.type !== undefined) void reply.type(answer.type);
  await reply.send(answer.body ?? '');
}
