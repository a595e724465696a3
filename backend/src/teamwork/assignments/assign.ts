/** Says whose work a report or an incident is: a person's, an organisation's, or nobody's in particular. */
import { Injectable } from '@nestjs/common';
import type { Assign as AssignInput, Assignee, Looking } from '@atesto/contract';
import { appendJournal, Database, invalidInput, JournalFeed, type Sql } from '../../platform/index.js';
import { presentAssignee, type AssigneeColumns } from '../../reports/index.js';
import { lockSubject } from '../lock-subject.js';
import { organisationNamed, peopleOfTeam } from '../team.queries.js';
import { writeAssignee } from './assignments.queries.js';

/** @throws Problem 422 for both at once, for somebody who is not of the team, or an organisation that is not there */
export async function findAssignee(tx: Sql, deploymentId: string, to: AssignInput | null): Promise<Assignee | null> {
  const { person = null, organisation = null } = to ?? {};
  if (person !== null && organisation !== null) {
    throw invalidInput([{ pointer: '/organisation', detail: 'either a person or an organisation' }]);
  }
  if (person !== null) {
    const [found] = await peopleOfTeam(tx, deploymentId, [person]);
    if (found === undefined) throw invalidInput([{ pointer: '/person', detail: 'does not belong to this deployment' }]);
    if (found.only_looks)
      throw invalidInput([{ pointer: '/person', detail: 'may only look, and could not work on it' }]);
    return { kind: 'person', id: found.id, name: found.name };
  }
  if (organisation === null) return null;
  const found = await organisationNamed(tx, organisation);
  if (found === null) throw invalidInput([{ pointer: '/organisation', detail: 'there is no such organisation' }]);
  return { kind: 'organisation', ...found };
}

const asData = (assignee: Assignee | null): Record<string, string | null> => ({
  assignee: assignee?.name ?? null,
  ...(assignee !== null && { [assignee.kind]: assignee.id }),
});

/** Writes whose it is, with its journal entry, in a transaction that has it locked. */
export async function writeAssignment(
  tx: Sql,
  deploymentId: string,
  subject: Looking,
  was: AssigneeColumns,
  to: Assignee | null,
  actorId: string,
): Promise<void> {
  await writeAssignee(tx, deploymentId, subject, {
    user: to?.kind === 'person' ? to.id : null,
    organisation: to?.kind === 'organisation' ? to.id : null,
  });
  const data = { ...asData(to), before: asData(presentAssignee(was)) };
  const kind = subject.kind === 'report' ? 'report.assigned' : 'incident.assigned';
  await appendJournal(tx, [{ deploymentId, kind, subjectId: subject.id, actorId, data }]);
}

@Injectable()
export class Assign {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** @throws Problem 404, 409 in quarantine or once merged, 422 for nobody who could do it */
  async assign(deploymentId: string, subject: Looking, to: AssignInput | null, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const locked = await lockSubject(tx, deploymentId, subject);
      const was = locked.kind === 'report' ? locked.report : locked.incident;
      const assignee = await findAssignee(tx, deploymentId, to);
      if (assignee?.id === presentAssignee(was)?.id) return;
      await writeAssignment(tx, deploymentId, subject, was, assignee, actorId);
    });
    this.feed.wake();
  }
}
