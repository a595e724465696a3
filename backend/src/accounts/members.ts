/** Brings a person into a deployment. An unknown address gets an account with a one-time password, shown once. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { MemberView, NewMember, PatchMember } from '@atesto/contract';
import { appendJournal, Database, JournalFeed, notFound } from '../platform/index.js';
import {
  deleteMembership,
  insertUser,
  membersOf,
  putMembership,
  setOrganisation,
  userByEmail,
  type MemberRecord,
} from './accounts.queries.js';
import { hashPassword, makeOneTimePassword } from './passwords.js';

export function presentMember(member: MemberRecord): MemberView {
  const { organisation_id: id, organisation_name: name } = member;
  return {
    user: { id: member.id, email: member.email, name: member.name },
    role: member.role,
    organisation: id === null || name === null ? null : { id, name },
  };
}

@Injectable()
export class Members {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  async add(deploymentId: string, input: NewMember, actorId: string): Promise<MemberView> {
    const oneTimePassword = makeOneTimePassword();
    const passwordHash = await hashPassword(oneTimePassword);
    const isNew = await this.database.transaction(async (tx) => {
      const known = await userByEmail(tx, input.email);
      const id = known?.id ?? uuidv7();
      if (known === null) {
        await insertUser(tx, { id, email: input.email, name: input.name, passwordHash, isAdmin: false });
      }
      // Only for a new account: a coordinator here does not decide about people who are known elsewhere.
      if (known === null && input.organisation != null) await setOrganisation(tx, id, input.organisation);
      await putMembership(tx, deploymentId, id, input.role);
      await this.note(tx, deploymentId, id, actorId, { role: input.role });
      return known === null ? { id, isNew: true } : { id, isNew: false };
    });
    const member = await this.show(deploymentId, isNew.id);
    return isNew.isNew ? { ...member, oneTimePassword } : member;
  }

  /** @throws Problem 404 when the person is not a member */
  async change(deploymentId: string, userId: string, patch: PatchMember, actorId: string): Promise<MemberView> {
    const before = await this.show(deploymentId, userId);
    await this.database.transaction(async (tx) => {
      if (patch.role !== undefined) await putMembership(tx, deploymentId, userId, patch.role);
      if (patch.organisation !== undefined) await setOrganisation(tx, userId, patch.organisation);
      await this.note(tx, deploymentId, userId, actorId, { ...patch, before: { role: before.role } });
    });
    return this.show(deploymentId, userId);
  }

  /** @throws Problem 404 when the person is not a member */
  async remove(deploymentId: string, userId: string, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await deleteMembership(tx, deploymentId, userId))) throw notFound('member');
      await appendJournal(tx, [{ deploymentId, kind: 'member.removed', subjectId: userId, actorId }]);
    });
    this.feed.wake();
  }

  private async show(deploymentId: string, userId: string): Promise<MemberView> {
    const [member] = await membersOf(this.database, deploymentId, userId);
    if (member === undefined) throw notFound('member');
    return presentMember(member);
  }

  private async note(
    tx: Parameters<typeof appendJournal>[0],
    deploymentId: string,
    subjectId: string,
    actorId: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    await appendJournal(tx, [{ deploymentId, kind: 'member.changed', subjectId, actorId, data }]);
    this.feed.wake();
  }
}
