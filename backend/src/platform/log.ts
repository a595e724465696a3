/**
 * The structured log. Requests are named by their route, never by their address: addresses hold search words and the
 * secrets of follow links.
 */
import { pino, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';

export type Log = Logger;

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      // Database errors repeat the values they refused; those may be personal.
      err: (error: unknown) => {
        const fault = error as {
          name?: string;
          message?: string;
          stack?: string;
          code?: string;
          driverError?: unknown;
        };
        const isSql = fault.driverError !== undefined || /^[0-9A-Z]{5}$/.test(fault.code ?? '');
        const stack = fault.stack?.split('\n').slice(1, 12).join('\n');
        return { name: fault.name, code: fault.code, message: isSql ? '(withheld)' : fault.message, stack };
      },
    },
  });
}

/** Lets Nest speak through the same log; its start-up chatter is for debugging only. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, context?: string): void {
    this.target.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.target.error({ context: rest.at(-1) }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.target.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.target.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.target.trace({ context }, String(message));
  }
}
