/** A notice as its person sees it in the console. Pure. */
import type { NoticeView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { NoticeRecord } from './notices.queries.js';

export function presentNotice(row: NoticeRecord, deployment: Deployment): NoticeView {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    number: row.number,
    title: row.title ?? '',
    category: deployment.codeOf(row.category_id),
    severity: row.severity,
    read: row.read_at !== null,
  };
}
