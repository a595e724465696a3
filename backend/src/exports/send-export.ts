/** Answers with a file: 304 for who has it already, else the stream. */
import { ReadableStream } from 'node:stream/web';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database, hasAlready } from '../platform/index.js';
import { ExportSlots } from './export-slots.js';
import { lastShownChange, versionTag } from './export-version.js';
import { MakeExport, type ExportOrder } from './make-export.js';

@Injectable()
export class SendExport {
  constructor(
    private readonly database: Database,
    private readonly makeExport: MakeExport,
    private readonly slots: ExportSlots,
  ) {}

  async send(order: ExportOrder, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { deployment, format, audience, filter, columns } = order;
    const change = await lastShownChange(this.database, deployment.id);
    // Words are found by documents that are written a moment later: what is found then has no place in the journal.
    const isKnown = filter.q === undefined;
    const tag = versionTag(change, deployment.version, format, audience, { ...filter }, columns);
    const isPublic = audience === 'public';
    if (isKnown) void reply.header('etag', tag);
    void reply
      // Asked for again each time; what responders know stays out of shared caches.
      .header('cache-control', isPublic ? 'public, no-cache' : 'private, no-cache')
      .header('vary', 'Cookie, Authorization');
    if (isKnown && hasAlready(request.headers['if-none-match'], tag)) {
      void reply.code(304).send();
      return;
    }
    const giveBack = order.by.userId === null ? this.slots.take(request.ip) : () => undefined;
    const gone = new AbortController();
    reply.raw.once('close', () => {
      gone.abort();
      giveBack();
    });
    const { type, fileName, bytes } = this.makeExport.open({ ...order, isReadInTurn: true }, { rows: 0 }, gone.signal);
    void reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      // Of such a stream the server takes a piece once the one before has left, and its compression one more; of other
      // streams they read ahead.
      .send(request.method === 'HEAD' ? '' : ReadableStream.from(bytes));
  }
}
