/** What is read of an incident for a file, each as the database keeps it. Who may see which is decided by the columns. */
export const exportFields = {
  id: 'i.id',
  openedAt: 'i.opened_at',
  number: 'i.number',
  title: 'i.title',
  description: 'i.description',
  category: 'i.category_id',
  severity: 'i.severity',
  status: 'i.status',
  visibility: 'i.visibility',
  location: 'i.location',
  place: 'i.place',
  reports: 'i.report_count',
  confirmations: 'i.confirmation_count',
  reason: 'i.public_reason',
  updatedAt: 'i.updated_at',
  confidence: 'i.confidence',
  seconded: 'i.seconded_by is not null',
  version: 'i.version',
  outcome: 'i.outcome',
  accuracy: 'i.accuracy_metres',
  /** Where everybody may see it; null for what was opened here, and for what is not public there. */
  origin: `i.origin ->> 'url'`,
  assignee: `case when i.assigned_to_user is not null or i.assigned_to_organisation is not null then
    (select coalesce(au.name, ao.name) from (select 1) as one
    left join users au on au.id = i.assigned_to_user
    left join organisations ao on ao.id = i.assigned_to_organisation) end`,
} as const;

export type ExportField = keyof typeof exportFields;

/** A row is known by these, whatever else is asked of it: the next page begins after them. */
export const keyFields = ['id', 'openedAt'] as const satisfies ExportField[];
