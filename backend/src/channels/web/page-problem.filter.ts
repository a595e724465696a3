/** On a page, a person gets words instead of a problem body. */
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { renderProblemPage } from '@atesto/frontend/report';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, problemOf, type Log } from '../../platform/index.js';
import { PageFrames } from './page-frame.js';

@Catch()
export class PageProblemFilter implements ExceptionFilter {
  constructor(
    private readonly frames: PageFrames,
    @Inject(LOG) private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.log.error({ err: error }, 'a page failed');
    const page = renderProblemPage(this.frames.of(http.getRequest<FastifyRequest>()), problem.status);
    void reply.status(problem.status).headers(problem.headers).type('text/html; charset=utf-8').send(page);
  }
}
