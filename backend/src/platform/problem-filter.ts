/** Turns whatever was thrown into a problem body. Unknown faults become 500 without their message, and are logged. */
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultCode, isDatabaseAway } from './database-fault.js';
import type { Log } from './log.js';
import { Problem, unavailable } from './problem.js';

/** SQLSTATE classes and codes that say more than "our fault". This is the only place that maps them. */
export function problemOfSqlState(code: string): Problem | null {
  if (code === '23505')
    return new Problem(409, 'conflict', 'Already there', 'Something with this name exists already.');
  if (code === '23503')
    return new Problem(409, 'conflict', 'In use or gone', 'Something this refers to does not exist.');
  if (code === '40001' || code === '40P01' || code === '55P03') return unavailable();
  if (code.startsWith('22')) return new Problem(422, 'invalid-input', 'The input is not valid');
  return null;
}

interface RefusedByFramework {
  statusCode?: unknown;
  message?: unknown;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return problemOfStatus(error.getStatus(), error.message);
  if (isDatabaseAway(error)) return unavailable();
  const code = faultCode(error);
  if (code !== null && /^[0-9A-Z]{5}$/.test(code)) {
    const mapped = problemOfSqlState(code);
    if (mapped !== null) return mapped;
  }
  const refused = error as RefusedByFramework | null;
  if (typeof refused?.statusCode === 'number' && refused.statusCode < 500) {
    return problemOfStatus(refused.statusCode, String(refused.message));
  }
  return new Problem(500, 'internal', 'Something went wrong on our side', 'It was logged. Try again later.');
}

const titles: Record<number, [kind: string, title: string]> = {
  400: ['malformed', 'Malformed request'],
  401: ['not-signed-in', 'Not signed in'],
  403: ['not-allowed', 'Not allowed'],
  404: ['not-found', 'Not found'],
  405: ['method-not-allowed', 'Method not allowed'],
  413: ['too-large', 'Too large'],
  415: ['unsupported-type', 'Unsupported media type'],
  422: ['invalid-input', 'The input is not valid'],
  429: ['too-many-requests', 'Too many requests'],
  503: ['unavailable', 'Not available just now'],
};

function problemOfStatus(status: number, detail: string): Problem {
  const [kind, title] = titles[status] ?? ['refused', 'Refused'];
  return new Problem(status, kind, title, status === 404 ? 'There is nothing at this address.' : detail);
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply.status(problem.status).headers(problem.headers).type('application/problem+json').send(problem.toBody());
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    const { id: requestId } = http.getRequest<FastifyRequest>();
    if (problem.status >= 500) this.log.error({ requestId, err: error }, 'a request failed');
    if (reply.raw.headersSent) {
      // A stream was under way: the reader must see that it broke, not a short body that looks whole.
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, problem);
  }
}
