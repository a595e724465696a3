/** Whose work something is, as the columns of reports and incidents alike say it. Pure, but for the SQL that reads them. */
import type { Assignee } from '@atesto/contract';

export interface AssigneeColumns {
  assigned_to_user: string | null;
  assigned_user_name: string | null;
  assigned_to_organisation: string | null;
  assigned_organisation_name: string | null;
}

/** The columns, and the joins that bring the names, of the table with this alias. */
export const assigneeColumns = (alias: string): string =>
  `${alias}.assigned_to_user, au.name as assigned_user_name, ${alias}.assigned_to_organisation,
    ao.name as assigned_organisation_name`;
export const assigneeJoins = (alias: string): string =>
  `left join users au on au.id = ${alias}.assigned_to_user
  left join organisations ao on ao.id = ${alias}.assigned_to_organisation`;

export function presentAssignee(row: AssigneeColumns): Assignee | null {
  if (row.assigned_to_user !== null) {
    return { kind: 'person', id: row.assigned_to_user, name: row.assigned_user_name ?? '' };
  }
  if (row.assigned_to_organisation === null) return null;
  return { kind: 'organisation', id: row.assigned_to_organisation, name: row.assigned_organisation_name ?? '' };
}

/** A condition on the assignment alone; `bound` is the parameter with the id. */
export const isAssignedTo = (alias: string, bound: string): string =>
  `(${alias}.assigned_to_user = ${bound}::uuid or ${alias}.assigned_to_organisation = ${bound}::uuid)`;
export const isAssignedToNobody = (alias: string): string =>
  `${alias}.assigned_to_user is null and ${alias}.assigned_to_organisation is null`;
