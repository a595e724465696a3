/** All SQL of the notes and of who has seen that they are mentioned. */
import type { Looking } from '@atesto/contract';
import type { Slice, Sql } from '../../platform/index.js';

export interface NoteRecord {
  id: string;
  subject_kind: Looking['kind'];
  subject_id: string;
  author_id: string;
  author_name: string | null;
  text: string;
  mentioned: { id: string; name: string }[];
  at: Date;
  /** The reader is mentioned and has not looked yet. */
  unseen: boolean;
}

const selectNotes = `select n.id, n.subject_kind, n.subject_id, n.author_id, u.name as author_name, n.text, n.at,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name)
      from users p where p.id = any(n.mentions)), '[]') as mentioned,
    exists (select from mentions m where m.deployment_id = n.deployment_id and m.note_id = n.id and m.user_id = $2
      and m.seen_at is null) as unseen
  from notes n left join users u on u.id = n.author_id`;

/** Of one report or incident, oldest first. */
export function notesOf(
  sql: Sql,
  deploymentId: string,
  readerId: string | null,
  subjectId: string,
  { after, limit }: Slice,
): Promise<NoteRecord[]> {
  return sql.query<NoteRecord>(
    `${selectNotes} where n.deployment_id = $1 and n.subject_id = $3
       and ($4::timestamptz is null or (n.at, n.id) > ($4, $5::uuid)) order by n.at, n.id limit $6`,
    [deploymentId, readerId, subjectId, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Notes that mention the reader and that they have not seen, newest first. */
export function unseenNotes(sql: Sql, deploymentId: string, readerId: string): Promise<NoteRecord[]> {
  return sql.query<NoteRecord>(
    `${selectNotes}
     join mentions o on o.deployment_id = n.deployment_id and o.note_id = n.id and o.user_id = $2 and o.seen_at is null
     where n.deployment_id = $1 order by n.at desc, n.id desc limit 200`,
    [deploymentId, readerId],
  );
}

export interface NewNote {
  id: string;
  subject: Looking;
  authorId: string;
  text: string;
  mentions: readonly string[];
  at: Date;
}

export async function insertNote(tx: Sql, deploymentId: string, note: NewNote): Promise<void> {
  await tx.query(
    `with noted as (
       insert into notes (deployment_id, id, subject_kind, subject_id, author_id, text, mentions, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
     )
     insert into mentions (deployment_id, note_id, user_id) select $1, $2, unnest($7::uuid[])`,
    [deploymentId, note.id, note.subject.kind, note.subject.id, note.authorId, note.text, note.mentions, note.at],
  );
}

/** The reader has the notes of this report or incident before their eyes. */
export async function markSeen(
  sql: Sql,
  deploymentId: string,
  readerId: string,
  subjectId: string,
  at: Date,
): Promise<void> {
  await sql.query(
    `update mentions m set seen_at = $4 from notes n
     where m.deployment_id = $1 and m.user_id = $2 and m.seen_at is null
       and n.deployment_id = m.deployment_id and n.id = m.note_id and n.subject_id = $3`,
    [deploymentId, readerId, subjectId, at],
  );
}
