/**
 * Tells the caller of a write under which number the journal holds what was done, as the header `x-action`: that is what
 * it takes to take it back. Noted where the journal is written, so that no action has to think of it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JournalKind } from '@atesto/contract';
import { undoable } from './undoable.js';

interface Note {
  seq: string | null;
  isFinal: boolean;
}

const current = new AsyncLocalStorage<Note>();

/** The last of what a transaction that was begun again wrote is what counts. */
export function noteAction(kinds: readonly JournalKind[], actorIds: readonly (string | null)[], seq: string): void {
  const note = current.getStore();
  if (note === undefined) return;
  if (kinds.some((kind) => undoable[kind] === null) || actorIds.includes(null)) note.isFinal = true;
  else note.seq = seq;
}

export function sayActions(server: FastifyInstance): void {
  const notes = new WeakMap<FastifyRequest, Note>();
  // After the body was read: its stream would lose the context.
  server.addHook('preHandler', (request, _, done) => {
    const note: Note = { seq: null, isFinal: false };
    notes.set(request, note);
    current.run(note, done);
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const note = notes.get(request);
    if (note !== undefined && note.seq !== null && !note.isFinal && reply.statusCode < 400) {
      void reply.header('x-action', note.seq);
    }
    done(null, payload);
  });
}
