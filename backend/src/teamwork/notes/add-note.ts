/** Notes among the team about a report or an incident. They are never public and never go to a reporter. */
import { Inject, Injectable } from '@nestjs/common';
import type { AddNote as AddNoteInput, Looking, NotesView, NoteView, PageQuery } from '@atesto/contract';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  isThere,
  JournalFeed,
  onceId,
  readPage,
  type Clock,
  type Sql,
} from '../../platform/index.js';
import { lockSubject } from '../lock-subject.js';
import { peopleOfTeam } from '../team.queries.js';
import { insertNote, markSeen, notesOf, type NoteRecord } from './notes.queries.js';

export function presentNote(note: NoteRecord): NoteView {
  return {
    id: note.id,
    by: { id: note.author_id, name: note.author_name ?? '' },
    at: note.at.toISOString(),
    text: note.text,
    mentions: note.mentioned,
    unseen: note.unseen,
  };
}

/** Writes a note and its journal entry, in a transaction that has the subject locked. */
export async function writeNote(
  tx: Sql,
  deploymentId: string,
  subject: Looking,
  authorId: string,
  { id, text, mentions, at }: { id: string; text: string; mentions: readonly string[]; at: Date },
): Promise<void> {
  await insertNote(tx, deploymentId, { id, subject, authorId, text, mentions, at });
  const data = { note: id, subject: subject.kind, mentions };
  const entry = { deploymentId, kind: 'note.added', subjectId: subject.id, actorId: authorId, data } as const;
  await appendJournal(tx, [entry]);
}

@Injectable()
export class AddNote {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Oldest first. @throws Problem 422 */
  async list(deploymentId: string, subject: Looking, readerId: string | null, query: PageQuery): Promise<NotesView> {
    const { rows, next } = await readPage(
      query,
      (slice) => notesOf(this.database, deploymentId, readerId, subject.id, slice),
      ({ at }) => at,
    );
    return { items: rows.map(presentNote), next };
  }

  /** @throws Problem 404, 409 in quarantine or once merged, 422 for somebody who is not of the team */
  async add(deploymentId: string, subject: Looking, input: AddNoteInput, by: string): Promise<void> {
    const { text, mentions = [] } = input;
    const id = onceId(input, subject.id, by);
    const mentioned = [...new Set(mentions.map((id) => id.toLowerCase()))].filter((id) => id !== by);
    await this.database.transaction(async (tx) => {
      await lockSubject(tx, deploymentId, subject);
      if (await isThere(tx, 'notes', deploymentId, id)) return;
      const known = new Set((await peopleOfTeam(tx, deploymentId, mentioned)).map(({ id }) => id));
      if (mentioned.some((id) => !known.has(id))) {
        throw invalidInput([{ pointer: '/mentions', detail: 'somebody mentioned does not belong to this deployment' }]);
      }
      await writeNote(tx, deploymentId, subject, by, { id, text, mentions: mentioned, at: this.clock.now() });
    });
    this.feed.wake();
  }

  async seen(deploymentId: string, subjectId: string, readerId: string): Promise<void> {
    await markSeen(this.database, deploymentId, readerId, subjectId, this.clock.now());
  }
}
