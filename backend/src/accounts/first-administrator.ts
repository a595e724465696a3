/** Makes the first account of an installation, so that somebody can sign in. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { CONFIG, Database, type Config } from '../platform/index.js';
import { countUsers, insertUser } from './accounts.queries.js';
import { hashPassword, makeOneTimePassword } from './passwords.js';

export interface FirstCredentials {
  email: string;
  /** Null when it came from the environment: it is not repeated on a screen. */
  password: string | null;
}

@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when there are accounts already. */
  async create(): Promise<FirstCredentials | null> {
    if ((await countUsers(this.database)) > 0) return null;
    const email = this.config.adminEmail ?? 'admin@localhost';
    const password = this.config.adminPassword ?? makeOneTimePassword();
    const passwordHash = await hashPassword(password);
    const isFirst = await this.database.transaction(async (tx) => {
      await tx.query('lock table users in share row exclusive mode');
      if ((await countUsers(tx)) > 0) return false;
      await insertUser(tx, { id: uuidv7(), email, name: 'Administrator', passwordHash, isAdmin: true });
      return true;
    });
    if (!isFirst) return null;
    return { email, password: this.config.adminPassword === null ? password : null };
  }
}
